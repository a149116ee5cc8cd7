"""`correct`: details of a sign-up put right."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.storage.database import open_store
from kiosk.storage.kept.signups import DETAILS, correct
from ui.commands.office import office_secret
from ui.commands.shared import data_option, passphrase, passphrase_option, practice_option, working_folder


@click.command("correct")
@click.argument("record")
@click.argument("detail", type=click.Choice(DETAILS))
@passphrase_option
@practice_option
@data_option
def command(
    record: str, detail: str, passphrase_file: Path | None, practising: bool, root: Path | None
) -> None:
    """Put right a DETAIL of the sign-up RECORD, as `find` shows it: asks for the new words, so that no
    list of commands keeps them. Nothing typed takes the detail out. Asks for the passphrase.
    """
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        value = str(click.prompt(f"The right {detail}", default="", show_default=False, err=True)).strip()
        correct(store, secret, record, {detail: value}, SystemClock())
    click.echo(
        f"The {detail} of {record} is {'put right' if value else 'taken out'}, and so at the next export."
    )
