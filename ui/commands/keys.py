"""`keys`: the event's office key."""

from pathlib import Path

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.keyfile import checked_passphrase, keep_key, keys_here, public_of, wrap
from kiosk.storage.keys import make_key
from ui.commands.shared import data_option, folder, passphrase, passphrase_option


@click.group("keys")
def command() -> None:
    """The event's office key."""


@command.command("new")
@passphrase_option
@data_option
def new_key(passphrase_file: Path | None, root: Path | None) -> None:
    """Make an office key, wrapped by a passphrase, and show what goes into the pack."""
    secret = make_key()
    path = keep_key(folder(root), wrap(secret, checked_passphrase(passphrase(passphrase_file, confirm=True))))
    click.echo(f"The key is in {path}. Without its passphrase nobody can read the answers: keep both.")
    click.echo("Put this into event.xlsx, sheet event, beside office_key:")
    click.echo(secret.public.text)


@command.command("public")
@data_option
def public_keys(root: Path | None) -> None:
    """Show the public keys of this data folder, as they stand in event.xlsx."""
    found = keys_here(folder(root))
    if not found:
        raise KioskError(ErrorCode.NO_KEYS_HERE)
    for path in found:
        public = public_of(path.read_bytes(), path)
        click.echo(f"{public.fingerprint}  {public.text}")
