"""`check`: a pack's mistakes, before the event."""

from pathlib import Path

import click

from kiosk.pack.check import check_pack


@click.command("check")
@click.argument("pack", type=click.Path(path_type=Path))
def command(pack: Path) -> int:
    """Look through PACK for mistakes: exit 0 clean, 1 with mistakes."""
    findings = check_pack(pack)
    for finding in findings:
        click.echo(str(finding))
    mistakes = sum(finding.severity == "mistake" for finding in findings)
    advice = len(findings) - mistakes
    if mistakes:
        click.echo(f"{mistakes} to put right, {advice} to think about. Mend them and check again.")
        return 1
    click.echo(f"No mistakes, {advice} to think about. This pack is ready.")
    return 0
