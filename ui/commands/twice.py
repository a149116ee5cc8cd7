"""`twice`: sign-ups that may be the same person, for staff to decide."""

from pathlib import Path

import click

from exports.readable.twice import suggestions
from kiosk.clock import SystemClock
from kiosk.office.twice import decide, undecide
from kiosk.storage.database import Store, open_store
from kiosk.storage.sealed.keys import SecretKey
from ui.commands.office import office_secret
from ui.commands.shared import (
    data_option,
    passphrase,
    passphrase_option,
    practice_option,
    progress,
    working_folder,
)


@click.command("twice")
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.option("--same", "said", flag_value="same", help="They are one person.")
@click.option("--different", "said", flag_value="different", help="They are two people.")
@click.option("--undo", "said", flag_value="undo", help="Take a decision back.")
@passphrase_option
@practice_option
@data_option
def command(
    one: str | None,
    other: str | None,
    said: str | None,
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Show sign-ups that may be one person; with two ids, decide. Asks for the passphrase.

    Nothing is put together. Of one person's answers to a purpose, the latest counts for the teams.
    """
    if bool(said) != bool(one and other):
        raise click.UsageError("Name two records, and --same, --different or --undo.")
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        if not (said and one and other):
            return _show(store, secret)
        if said == "undo":
            was = undecide(store, secret, one, other, SystemClock())
            click.echo("It is open again." if was else "Nothing was decided about these two.")
        else:
            decide(store, secret, one, other, same=said == "same", clock=SystemClock())
            click.echo("Kept. It counts in the next: event-kiosk export contacts")
    return 0


def _show(store: Store, secret: SecretKey) -> int:
    with progress("Opening") as tell:
        pairs = suggestions(store, secret, tell)
    for pair in pairs:
        shown = pair.decided or "not decided"
        because = "; ".join(pair.because)
        click.echo(
            f"{pair.one.record_id} {pair.other.record_id}  names {pair.likeness} of 100 alike; "
            f"the same {because}: {shown}"
        )
    if not pairs:
        click.echo("No two sign-ups here look like one person.")
    return 0
