"""`wipe`: clears a tablet, once the office has receipted all that is on it."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.storage.database import open_store
from kiosk.sync.wiping import may_wipe, wipe
from ui.commands.shared import confirmed, data_option, plural, practice_option, working_folder


@click.command("wipe")
@click.option("--yes", is_flag=True, help="Do not ask.")
@practice_option
@data_option
def command(yes: bool, practising: bool, root: Path | None) -> None:
    """Clear this tablet for the next event. Only what the office has receipted can be wiped."""
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        may_wipe(store)
        click.echo(f"The office holds all that is in {data.root}. Copies and set-aside files go too.")
        confirmed("To clear this tablet, type wipe", yes, "wipe")
        count = wipe(store, SystemClock())
    click.echo(f"{plural(count, 'record')} cleared. This tablet is new to the office now: accept it again.")
