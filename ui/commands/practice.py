"""`practice`: made-up residents on the real screens."""

from pathlib import Path

import click

from kiosk.pack.library import open_pack
from kiosk.resources import practice_pack
from ui.commands.shared import data_option, folder
from ui.residents.party import party


@click.command("practice")
@click.option("--residents", type=click.IntRange(1, 10_000), default=3, show_default=True)
@click.option("--pack", type=click.Path(path_type=Path), help="Another pack than the practice event.")
@click.option("--seed", type=int, default=None, help="The same seed gives the same residents.")
@click.option("--pictures", type=click.Path(path_type=Path), help="A folder for a PNG of each page.")
@data_option
def command(
    residents: int, pack: Path | None, seed: int | None, pictures: Path | None, root: Path | None
) -> None:
    """Made-up residents go through the real screens, offscreen; prints what was saved."""
    data = folder(root).made()
    opened = open_pack(pack or practice_pack(), data.packs)
    for line in party(opened, data.practice.made(), residents=residents, seed=seed, pictures=pictures):
        click.echo(line)
