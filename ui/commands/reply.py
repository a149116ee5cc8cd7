"""`reply`: "you said, we did", loaded from a workbook into a data folder."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.coproduction.replies import keep_replies
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.findings import EnoughError, Report, Severity
from kiosk.pack.model import Reply
from kiosk.storage.database import Store, open_store
from kiosk.storage.withdrawal import possible_lookups
from ui.commands.shared import data_option, plural, practice_option, working_folder

EVENTS = (
    "SELECT event_id FROM form UNION SELECT event_id FROM record UNION SELECT event_id FROM reply ORDER BY 1"
)


@click.command("reply")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--event", metavar="ID", help="Which event they answer, where several are kept here.")
@practice_option
@data_option
def command(file: Path, event: str | None, practising: bool, root: Path | None) -> int:
    """Load the replies of FILE, a workbook with the sheet replies as in event.xlsx."""
    found, report = _read(file)
    for finding in report.ordered():
        click.echo(str(finding), err=finding.severity is Severity.MISTAKE)
    if mistakes := len(report.mistakes()):
        click.echo(
            f"{plural(mistakes, 'mistake')}. Nothing was loaded. Mend the file, run this again.", err=True
        )
        return 1
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        event_id = event or _event(store)
        new, changed = keep_replies(store, SystemClock(), event_id, found)
        unknown = _unknown(store, found)
    same = len(found) - new - changed
    loaded = plural(len(found), "reply", "replies")
    click.echo(f"{loaded} of {event_id}: {new} new, {changed} changed, {same} as before.")
    if unknown:
        click.echo(f"{plural(unknown, 'reference')} not among the answers here yet. They may still come.")
    click.echo("Next: event-kiosk return takes them to the tablets, which show them first.")
    return 0


def _read(file: Path) -> tuple[tuple[Reply, ...], Report]:
    """The replies in the workbook, and what is wrong with it."""
    from kiosk.pack.staff.excel import read_workbook  # noqa: PLC0415 - openpyxl, only here
    from kiosk.pack.staff.replies import SHEET, replies_of  # noqa: PLC0415

    report = Report()
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=file) from fault
    try:
        return replies_of(read_workbook(data, file.name, (SHEET,)), report), report
    except EnoughError:
        return (), report


def _event(store: Store) -> str:
    """The one event that is kept here. UsageError where there are several or none."""
    found = [row[0] for row in store.db.execute(EVENTS)]
    if len(found) == 1:
        return str(found[0])
    if not found:
        raise click.UsageError("No event is kept here yet. Name it with --event.")
    raise click.UsageError(f"Several events are kept here. Name one with --event: {', '.join(found)}.")


def _unknown(store: Store, found: tuple[Reply, ...]) -> int:
    """How many of the references fit nothing that is here."""
    known = {row[0] for row in store.db.execute("SELECT lookup FROM record UNION SELECT lookup FROM idea")}
    references = {reference for reply in found for reference in reply.references}
    return sum(not known & set(possible_lookups(store, reference)) for reference in references)
