"""`wipe`: clears a tablet, once the office has receipted all that is on it."""

import time
from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.storage.database import open_store
from kiosk.sync.wiping import may_wipe, wipe
from kiosk.team.pin import Pin
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
        _ask_pin(Pin(store, SystemClock()))
        confirmed("To clear this tablet, type wipe", yes, "wipe")
        count = wipe(store, SystemClock())
    click.echo(f"{plural(count, 'record')} cleared. This tablet is new to the office now: accept it again.")


def _ask_pin(pin: Pin) -> None:
    """Go on once the tablet's PIN was given, where it has one."""
    while pin.is_set:
        if seconds := pin.waiting_seconds():
            click.echo(f"Too many wrong tries. Wait {seconds} seconds.", err=True)
            time.sleep(seconds)
        if pin.try_pin(str(click.prompt("PIN of this tablet", hide_input=True, err=True))).opened:
            return
        click.echo("That is not the PIN.", err=True)
