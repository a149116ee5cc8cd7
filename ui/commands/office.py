"""The office's commands: merge what tablets bring, read it, and look after the keys."""

from pathlib import Path
from typing import Literal

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.keyfile import checked_passphrase, keep_key, keys_here, open_key, public_of, wrap
from kiosk.storage.keys import SecretKey, make_key
from kiosk.sync.merge import merge as merge_packs
from kiosk.sync.report import MergeReport
from ui.commands.shared import (
    data_option,
    folder,
    passphrase,
    passphrase_option,
    practice_option,
    progress,
    working_folder,
)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--accept", multiple=True, metavar="FINGERPRINT", help="Vouch for a tablet from now on.")
@practice_option
@data_option
def merge(paths: tuple[Path, ...], accept: tuple[str, ...], practising: bool, root: Path | None) -> int:
    """Merge transfer packs: any order, any number of times."""
    data, practice = working_folder(root, practising)
    with open_store(data.made()) as store, progress("Merging") as tell:
        report = merge_packs(store, paths, accept=accept, practice=practice, progress=tell)
    for held in report.held:
        why = "was struck off" if held.struck else "is not known here"
        click.echo(f"Held: {held.pack} from tablet {held.tablet or '?'}, {held.fingerprint}, which {why}.")
    for bad in report.quarantined:
        line = f", line {bad.line}" if bad.line else ""
        click.echo(f"Set aside: {bad.pack}, {bad.file}{line}: {bad.reason}")
    came = report.expected - len(report.missing)
    if report.expected:
        missing = f"; missing {', '.join(report.missing)}" if report.missing else ""
        click.echo(f"Tablets: {came} of {report.expected}{missing}")
    click.echo(
        f"{len(report.packs)} packs merged, {len(report.known)} known before: {report.new} records new, "
        f"{report.changed} changed, {report.withdrawn} withdrawn. " + _next_step(report)
    )
    return 1 if report.held or report.quarantined else 0


def _next_step(report: MergeReport) -> str:
    if report.held:
        return "Check whose tablets were held, then merge again with --accept."
    if report.quarantined:
        return "The rest is safe. Ask for a fresh copy of what was set aside."
    return "Next: event-kiosk export --to FOLDER"


@click.command()
@click.argument("what", type=click.Choice(["contacts"]), required=False)
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="A folder for the tables.")
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx"]), default="csv", show_default=True)
@passphrase_option
@practice_option
@data_option
def export(
    what: str | None,
    to: Path,
    kind: Literal["csv", "xlsx"],
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Write readable tables. Asks for the passphrase."""
    from exports.tables import export_tables  # noqa: PLC0415

    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = _open_secret(store, data, passphrase(passphrase_file))
        with progress("Opening") as tell:
            summary = export_tables(store, secret, to, kind, progress=tell)
    for record in summary.skipped:
        click.echo(f"Left out, because it does not open: {record}")
    for version in summary.unreadable_forms:
        click.echo(f"The words of {version} cannot be read: its columns are named by path.")
    if summary.other_keys:
        click.echo(f"{summary.other_keys} records are sealed to another key and were left out.")
    click.echo(f"{summary.records} records are in {to}. Anybody can read these files: keep them safe.")
    return 1 if summary.skipped else 0


@click.group()
def keys() -> None:
    """The event's office key."""


@keys.command("new")
@passphrase_option
@data_option
def new_key(passphrase_file: Path | None, root: Path | None) -> None:
    """Make an office key, wrapped by a passphrase, and show what goes into the pack."""
    secret = make_key()
    path = keep_key(folder(root), wrap(secret, checked_passphrase(passphrase(passphrase_file, confirm=True))))
    click.echo(f"The key is in {path}. Without its passphrase nobody can read the answers: keep both.")
    click.echo("Put this into event.xlsx, sheet event, beside office_key:")
    click.echo(secret.public.text)


@keys.command("public")
@data_option
def public_keys(root: Path | None) -> None:
    """Show the public keys of this data folder, as they stand in event.xlsx."""
    found = keys_here(folder(root))
    if not found:
        raise KioskError(ErrorCode.NO_KEYS_HERE)
    for path in found:
        public = public_of(path.read_bytes(), path)
        click.echo(f"{public.fingerprint}  {public.text}")


def _open_secret(store: Store, data: DataFolder, words: str) -> SecretKey:
    """The key that the records here are sealed to, opened by the passphrase."""
    row = store.db.execute(
        "SELECT key FROM record GROUP BY key ORDER BY count(*) DESC, key LIMIT 1"
    ).fetchone()
    if row is None:
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    return open_key(data, row[0], words)
