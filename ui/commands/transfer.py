"""`transfer`: a sealed pack for the office."""

from pathlib import Path

import click

from kiosk.storage.database import open_store
from kiosk.sync.transfer import write_transfer
from ui.commands.shared import data_option, practice_option, progress, working_folder


@click.command("transfer")
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="A stick, or any folder.")
@click.option("--zip", "zipped", is_flag=True, help="One file, to e-mail.")
@click.option("--last", is_flag=True, help="The last from this tablet for this event.")
@practice_option
@data_option
def command(to: Path, zipped: bool, last: bool, practising: bool, root: Path | None) -> None:
    """Write a sealed transfer pack for the office."""
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store, progress("Writing") as tell:
        summary = write_transfer(store, to, zip=zipped, last=last, progress=tell)
    click.echo(
        f"{summary.records} records are in {summary.path}, checked. It is safe to take out. "
        "Carry it to the office, and merge it there."
    )
