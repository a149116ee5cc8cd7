"""The report into a file: PDF in standard or large print, or HTML; whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from exports.report.as_html import as_html
from exports.report.as_pdf import as_pdf
from exports.report.gather import gather
from exports.report.notes import read_notes
from exports.report.telling import tell
from exports.sheets.whole import write_whole
from kiosk.clock import Clock, SystemClock
from kiosk.pack.model import Pack
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey

OPENED, GATHERED = 60, 70  # hundredths of the whole work, when each part of it is done
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ReportSummary:
    """How many answer sets the report speaks for, and what could not be opened."""

    answer_sets: int
    skipped: int
    other_keys: int


def write_report(
    store: Store,
    secret: SecretKey,
    pack: Pack,
    to: Path,
    format: Literal["pdf", "html"] = "pdf",  # noqa: A002
    *,
    language: str = "en",
    large: bool = False,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> ReportSummary:
    """Write "what we heard" of `pack`'s event to `to`, and note it in the audit trail.

    `progress` is told of the whole work, in hundredths; where it raises, nothing is written. KioskError:
    NOTHING_TO_EXPORT, TRANSFER_FOLDER, DISK_FULL.
    """
    opening, drawing = _part(progress, 0, OPENED), _part(progress, GATHERED, 100)
    heard = gather(store, secret, pack, language, read_notes(store, secret), opening, clock)
    document = tell(heard, language)
    drawing(0, 1)
    html = format == "html"
    content = as_html(document).encode() if html else as_pdf(document, large=large, progress=drawing)
    drawing(1, 1)
    write_whole(to, content)
    with store.write() as db:
        count = heard.answer_sets
        audit.note(
            db, clock or SystemClock(), Role.STAFF, Act.EXPORTED, count=count, subject=secret.fingerprint
        )
    return ReportSummary(heard.answer_sets, heard.skipped, heard.other_keys)


def _part(progress: Progress | None, first: int, last: int) -> Progress:
    """What tells `progress` of a part that goes from `first` to `last` hundredths of the whole."""

    def told(done: int, of: int) -> None:
        if progress:
            progress(first + (last - first) * done // max(of, 1), 100)

    return told
