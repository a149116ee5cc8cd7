"""`doctor`: all that a stall needs, a line each."""

from pathlib import Path

import click

from ui.commands.shared import data_option, folder
from ui.doctor import look_over


@click.command("doctor")
@data_option
def command(root: Path | None) -> int:
    """Look at all that a stall needs: one line each; exit 1 if residents would be let down."""
    findings = list(look_over(folder(root)))
    for finding in findings:
        click.echo(str(finding))
    return 1 if any(finding.lets_down for finding in findings) else 0
