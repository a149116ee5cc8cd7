"""`return`: the office's signed word to its tablets."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.storage.database import open_store
from kiosk.sync.returning import write_return
from kiosk.team.pin import ask_reset
from ui.commands.office import office_secret
from ui.commands.shared import (
    data_option,
    passphrase,
    passphrase_option,
    plural,
    practice_option,
    progress,
    working_folder,
)


@click.command("return")
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="A stick, or any folder.")
@click.option("--zip", "zipped", is_flag=True, help="One file, to e-mail.")
@click.option(
    "--reset-pin",
    "resets",
    multiple=True,
    metavar="TABLET",
    help="End the PIN of this tablet; `all` for every one.",
)
@passphrase_option
@practice_option
@data_option
def command(
    to: Path,
    zipped: bool,
    resets: tuple[str, ...],
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Write a return pack for the tablets, signed by the office key. Asks for the passphrase."""
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        for tablet in resets:
            ask_reset(store, SystemClock(), "" if tablet == "all" else tablet)
        with progress("Writing") as tell:
            summary = write_return(store, secret, to, zip=zipped, progress=tell)
    for record in summary.broken:
        click.echo(f"No receipt, because it does not open: {record}")
    if summary.other_keys:
        click.echo(f"No receipt for {plural(summary.other_keys, 'record')} sealed to another key.")
    click.echo(
        f"Receipts for {plural(summary.receipts, 'record')}, {plural(summary.withdrawals, 'withdrawal')}, "
        f"{plural(summary.ideas, 'idea')} and {plural(summary.replies, 'reply', 'replies')} "
        f"are in {summary.path}, checked. Carry it to each tablet, and there: event-kiosk merge"
    )
    if resets:
        click.echo("Once merged there, the team chooses a new PIN at that tablet.")
    return 1 if summary.broken else 0
