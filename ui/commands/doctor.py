"""`doctor`: all that a stall needs, a line each."""

from pathlib import Path

import click

from ui.commands.shared import data_option, folder
from ui.health.doctor import look_over


@click.command("doctor")
@click.option(
    "--support",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a file for whoever helps from afar: nothing of any resident is in it.",
)
@data_option
def command(support: Path | None, root: Path | None) -> int:
    """Look at all that a stall needs: one line each; exit 1 if residents would be let down."""
    findings = list(look_over(folder(root)))
    for finding in findings:
        click.echo(str(finding))
    if support is not None:
        from ui.health.support import write_support  # noqa: PLC0415 - only when somebody needs help

        write_support(support, folder(root), findings)
        click.echo(f"{support} is for whoever helps you. Nothing of any resident is in it.")
    return 1 if any(finding.lets_down for finding in findings) else 0
