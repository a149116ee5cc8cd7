"""`export`: readable tables, for whoever has the passphrase."""

from pathlib import Path
from typing import Literal

import click

from exports.readable.contacts import export_contacts
from exports.readable.tables import export_tables
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
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


class _Named:
    """The tables of these names, whatever their event."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __contains__(self, table: object) -> bool:
        return isinstance(table, tuple) and table[1] in self._names


@click.command("export")
@click.argument("what", type=click.Choice(["contacts"]), required=False)
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="A folder for the tables.")
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx"]), default="csv", show_default=True)
@click.option("--only", multiple=True, metavar="TABLE", help="Only this table; give it again for more.")
@passphrase_option
@practice_option
@data_option
def command(
    what: str | None,
    to: Path,
    kind: Literal["csv", "xlsx"],
    only: tuple[str, ...],
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Write readable tables, or with `contacts` one file a team. Asks for the passphrase."""
    data, _ = working_folder(root, practising)
    if what == "contacts":
        if only:
            raise click.UsageError("--only is for tables: contact files are one a team.")
        return _contacts(data, to, kind, passphrase_file)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        with progress("Opening") as tell:
            summary = export_tables(
                store, secret, to, kind, progress=tell, only=_Named(only) if only else None
            )
    for record in summary.skipped:
        click.echo(f"Left out, because it does not open: {record}")
    for version in summary.unreadable_forms:
        click.echo(f"The words of {version} cannot be read: its columns are named by path.")
    for record in summary.unheard:
        click.echo(f"A spoken answer that cannot be read is in {record}.")
    if summary.other_keys:
        click.echo(f"{summary.other_keys} records are sealed to another key and were left out.")
    click.echo(f"{summary.records} records are in {to}. Anybody can read these files: keep them safe.")
    return 1 if summary.skipped else 0


def _contacts(data: DataFolder, to: Path, kind: Literal["csv", "xlsx"], passphrase_file: Path | None) -> int:
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        with progress("Opening") as tell:
            summary = export_contacts(store, secret, to, kind, progress=tell)
    for record in summary.skipped:
        click.echo(f"Left out, because it does not open: {record}")
    if summary.other_keys:
        click.echo(f"{plural(summary.other_keys, 'record')} sealed to another key and left out.")
    if summary.without_detail:
        click.echo(f"{summary.without_detail} times yes, with nothing left to reach the person by.")
    click.echo(
        f"{summary.contacts} times yes for {plural(summary.teams, 'team')} are in {to}, and logged. "
        f"{plural(summary.stops, 'entry', 'entries')} on stop lists. "
        "Give each team its own files alone, and ask it to act on its stop list."
    )
    return 1 if summary.skipped else 0
