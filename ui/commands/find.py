"""`find`: a sign-up by name, phone or e-mail, for somebody who has lost the reference."""

from pathlib import Path

import click

from kiosk.storage.database import open_store
from kiosk.storage.kept.signups import DETAILS, find_sign_ups
from ui.commands.office import office_secret
from ui.commands.shared import (
    data_option,
    passphrase,
    passphrase_option,
    practice_option,
    progress,
    working_folder,
)


@click.command("find")
@click.argument("text")
@passphrase_option
@practice_option
@data_option
def command(text: str, passphrase_file: Path | None, practising: bool, root: Path | None) -> int:
    """Find sign-ups by TEXT: a name, a phone number or an e-mail address. Asks for the passphrase."""
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        with progress("Looking") as tell:
            found = find_sign_ups(store, secret, text, tell)
    for one in found:
        shown = " · ".join(one.details[name] for name in DETAILS if one.details.get(name))
        click.echo(f"{one.record_id}  {one.activity} · {one.day} · {shown}")
    if not found:
        click.echo("Nobody like that is here. Try a part of the name, or the end of the number.")
        return 1
    click.echo("Check who is asking. Then: event-kiosk correct ID, or event-kiosk withdraw --record ID")
    return 0
