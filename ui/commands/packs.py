"""The pack author's commands: `check` and `new`."""

from pathlib import Path

import click


@click.command()
@click.argument("pack", type=click.Path(path_type=Path))
def check(pack: Path) -> int:
    """Look through PACK for mistakes: exit 0 clean, 1 with mistakes."""
    from kiosk.pack.check import check_pack  # noqa: PLC0415 - brings pyxform, which only this needs

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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Write a starter pack in FOLDER, to finish in Excel or LibreOffice."""
    from kiosk.pack.starter import write_starter  # noqa: PLC0415 - brings openpyxl, which only this needs

    write_starter(folder)
    click.echo(f"A starter pack is in {folder}. Open event.xlsx, then run: event-kiosk check {folder}")
