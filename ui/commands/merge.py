"""`merge`: what tablets bring, taken into the office; what the office returns, into a tablet."""

from pathlib import Path

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.sync.merging.merge import merge
from kiosk.sync.merging.report import MergeReport
from ui.commands.shared import data_option, practice_option, progress, working_folder


@click.command("merge")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--accept", multiple=True, metavar="FINGERPRINT", help="Vouch for a tablet from now on.")
@practice_option
@data_option
def command(paths: tuple[Path, ...], accept: tuple[str, ...], practising: bool, root: Path | None) -> int:
    """Merge packs: those of tablets in the office, the office's own on a tablet. Any order, any number."""
    data, practice = working_folder(root, practising)
    with _opened(data) as store, progress("Merging") as tell:
        report = merge(store, paths, accept=accept, practice=practice, progress=tell)
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
    if report.ended:
        click.echo(f"{report.ended} records were not kept: the keeping of their event has ended.")
    click.echo(
        f"{len(report.packs)} packs merged, {len(report.known)} known before: {report.new} records new, "
        f"{report.changed} changed, {report.withdrawn} withdrawn. " + _next_step(report)
    )
    return 1 if report.held or report.quarantined else 0


def _opened(data: DataFolder) -> Store:
    """The office; where its window is open, the way to do the same there."""
    try:
        return open_store(data.made())
    except KioskError as fault:
        if fault.code is ErrorCode.DATA_LOCKED:
            raise KioskError(ErrorCode.OFFICE_OPEN, path=data.root) from fault
        raise


def _next_step(report: MergeReport) -> str:
    if report.left == 0:
        return "The office holds all that is here. When the event is over: event-kiosk wipe"
    if report.left:
        return f"{report.left} records, ideas and counts are still to be carried: event-kiosk transfer"
    if report.held:
        return "Check whose tablets were held, then merge again with --accept."
    if report.quarantined:
        return "The rest is safe. Ask for a fresh copy of what was set aside."
    return "Next: event-kiosk export --to FOLDER"
