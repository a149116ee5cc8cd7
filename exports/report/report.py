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
from exports.whole import write_whole
from kiosk.clock import Clock, SystemClock
from kiosk.pack.model import Pack
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.keys import SecretKey


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
    progress: Callable[[int, int], None] | None = None,
    clock: Clock | None = None,
) -> ReportSummary:
    """Write "what we heard" of `pack`'s event to `to`, and note it in the audit trail.

    KioskError: NOTHING_TO_EXPORT, TRANSFER_FOLDER, DISK_FULL.
    """
    heard = gather(store, secret, pack, language, read_notes(store, secret), progress, clock)
    document = tell(heard, language)
    content = as_html(document).encode() if format == "html" else as_pdf(document, large=large)
    write_whole(to, content)
    with store.write() as db:
        count = heard.answer_sets
        audit.note(
            db, clock or SystemClock(), Role.STAFF, Act.EXPORTED, count=count, subject=secret.fingerprint
        )
    return ReportSummary(heard.answer_sets, heard.skipped, heard.other_keys)
