"""`install-session`: a Linux tablet that is a kiosk from the moment it starts."""

import getpass
import os
import re
from pathlib import Path

import click

from ui.session.files import install, remove, this_program

USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")  # useradd(8)


def _user(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    if not USER.fullmatch(name):
        raise click.BadParameter(f"{name} cannot be the name of a user of this system.")
    return name


def _whoever() -> str:
    """Who asked, also through sudo."""
    return os.environ.get("SUDO_USER") or getpass.getuser()


@click.command("install-session")
@click.option("--user", default=_whoever, callback=_user, help="Whose kiosk it is; not root.")
@click.option(
    "--to",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default="/",
    show_default=True,
    help="Another root than this system's, to look at the files first.",
)
@click.option("--remove", "taken_out", is_flag=True, help="Take the files away again.")
def command(user: str, root: Path, taken_out: bool) -> None:
    """Make this Linux tablet start the kiosk by itself, or stop doing so. Needs the rights of root."""
    if taken_out:
        for path in remove(root):
            click.echo(f"took away {path}")
        click.echo("This tablet starts as before. Run: systemctl daemon-reload")
        return
    if user == "root":
        raise click.UsageError("A kiosk does not run as root. Name its user with --user.")
    for path in install(root, user, this_program()):
        click.echo(f"wrote {path}")
    click.echo("Install cage, then run: systemctl daemon-reload && systemctl enable --now event-kiosk")
