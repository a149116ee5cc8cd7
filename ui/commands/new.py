"""`new`: a starter pack to finish in Excel."""

from pathlib import Path

import click

from kiosk.pack.starter import write_starter


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write a starter pack in FOLDER, to finish in Excel or LibreOffice."""
    write_starter(folder)
    click.echo(f"A starter pack is in {folder}. Open event.xlsx, then run: event-kiosk check {folder}")
