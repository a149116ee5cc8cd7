"""`reply`: "you said, we did", loaded from a workbook into a data folder."""

from pathlib import Path

import click

from exports.replies_page import write_replies_page
from kiosk.clock import SystemClock, today
from kiosk.coproduction.replies import keep_replies
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.replying import unknown_references
from kiosk.pack.findings import EnoughError, Report, Severity
from kiosk.pack.library import open_pack
from kiosk.pack.model import Event, Pack, Reply, Text
from kiosk.storage.database import Store, open_store
from ui.commands.shared import data_option, plural, practice_option, working_folder

EVENTS = (
    "SELECT event_id FROM form UNION SELECT event_id FROM record UNION SELECT event_id FROM reply ORDER BY 1"
)


@click.command("reply")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--event", metavar="ID", help="Which event they answer, where several are kept here.")
@click.option("--format", "form", type=click.Choice(["html"]), help="Also write them as a page to publish.")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="Where that page goes.")
@click.option("--pack", type=click.Path(path_type=Path), help="The event's pack: its title and organiser.")
@click.option("--language", default="en", show_default=True, help="The language of the page, as a code.")
@practice_option
@data_option
def command(
    file: Path | None,
    event: str | None,
    form: str | None,
    to: Path | None,
    pack: Path | None,
    language: str,
    practising: bool,
    root: Path | None,
) -> int:
    """Load the replies of FILE, a workbook with the sheet replies as in event.xlsx.

    With --format html --to PAGE, the replies that are here are written as a page to publish; FILE may
    then be left out.
    """
    if file is None and form is None:
        raise click.UsageError("Name a workbook, or a page to write: --format html --to PAGE.")
    if form and to is None:
        raise click.UsageError("Say where the page goes: --to PAGE.")
    data, _ = working_folder(root, practising)
    opened = open_pack(pack, None) if pack else None
    answered = opened if opened and event in (None, opened.event.id) else None
    found, report = _read(file, answered) if file else ((), Report())
    for finding in report.ordered():
        click.echo(str(finding), err=finding.severity is Severity.MISTAKE)
    if mistakes := len(report.mistakes()):
        click.echo(f"{plural(mistakes, 'mistake')}. Nothing was loaded. Mend the file, try again.", err=True)
        return 1
    with open_store(data.made()) as store:
        event_id = event or (opened.event.id if opened else _event(store))
        if file:
            _load(store, event_id, found)
        if to:
            _publish(store, opened or _bare(event_id), to, language)
    return 0


def _load(store: Store, event_id: str, found: tuple[Reply, ...]) -> None:
    new, changed = keep_replies(store, SystemClock(), event_id, found)
    same, loaded = len(found) - new - changed, plural(len(found), "reply", "replies")
    click.echo(f"{loaded} of {event_id}: {new} new, {changed} changed, {same} as before.")
    references = dict.fromkeys(reference for reply in found for reference in reply.references)
    if unknown := len(unknown_references(store, references)):
        click.echo(f"{plural(unknown, 'reference')} not among the answers here yet. They may still come.")
    click.echo("Next: event-kiosk return takes them to the tablets, which show them first.")


def _publish(store: Store, pack: Pack, to: Path, language: str) -> None:
    """The event's replies as a page. KioskErrors of the disk."""
    count = write_replies_page(store, pack, to, today(SystemClock()), language)
    click.echo(f"The page is {to}: {plural(count, 'reply', 'replies')}, and no reference is in it.")


def _bare(event_id: str) -> Pack:
    """An event of which only the id is known here."""
    return Pack(Event(event_id, Text({"en": event_id})), (), {})


def _read(file: Path, pack: Pack | None) -> tuple[tuple[Reply, ...], Report]:
    """The replies in the workbook, and what is wrong with it; whether activities are those of `pack`."""
    from kiosk.pack.staff.excel import read_workbook  # noqa: PLC0415 - openpyxl, only here
    from kiosk.pack.staff.replies import SHEET, replies_of  # noqa: PLC0415

    report = Report()
    activities = [activity.id for activity in pack.activities] if pack else None
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=file) from fault
    try:
        return replies_of(read_workbook(data, file.name, (SHEET,)), report, activities), report
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
