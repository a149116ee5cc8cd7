"""What staff read: every answer as tables, CSV or XLSX, opened with the office's key."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from exports.readable.answers import answer_tables
from exports.readable.kept import kept_together
from exports.readable.noted import noted_tables
from exports.readable.opened import Opened, Progress, open_all
from exports.readable.parts import parts_of
from exports.readable.purposes import purpose_tables
from exports.readable.recordings import write_recordings
from exports.readable.redacted import redacted_table
from exports.readable.twice import twice_table
from exports.sheets.explained import explaining
from exports.sheets.files import file_name, write_csv, write_xlsx
from exports.sheets.table import Table
from kiosk.clock import Clock, SystemClock
from kiosk.coproduction.approving import fast_backings
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import annotations
from kiosk.office.twice import decisions
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import backings, ideas_of
from kiosk.storage.sealed.keys import SecretKey
from kiosk.sync.stick import told


@dataclass(frozen=True)
class ExportSummary:
    """What was written. `skipped` are records that do not open, by id; `other_keys` counts those of
    another event's key; `unreadable_forms` are versions whose columns are named by path alone;
    `unheard` records hold a spoken answer that cannot be read.
    """

    files: tuple[Path, ...]
    records: int
    skipped: tuple[str, ...] = ()
    other_keys: int = 0
    unreadable_forms: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


def export_tables(
    store: Store,
    secret: SecretKey,
    to: Path,
    format: Literal["csv", "xlsx"] = "csv",  # noqa: A002
    progress: Progress | None = None,
    clock: Clock | None = None,
    *,
    only: Container[tuple[str, str]] | None = None,
    opened: Opened | None = None,
) -> ExportSummary:
    """Write `<event_id>/<activity>.csv` with the tables that cut across, or one `<event_id>.xlsx` an event;
    beside them, a folder `recordings` (`<event_id>-recordings`) with what was spoken, as WAV files.

    `only` names the tables that are wanted, by event and table; all otherwise. `opened` is what `open_all`
    gave before, and is changed here. Earlier files of the same name are replaced, each only once its
    successor is whole. KioskError: NOTHING_TO_EXPORT, TRANSFER_FOLDER, DISK_FULL.
    """
    work = opened or open_all(store, secret, progress)
    if not any(work.answers.values()):
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    files: list[Path] = []
    unheard: list[str] = []
    with told(to):
        events = sorted({event_id for event_id, _ in work.answers})
        for done, event_id in enumerate(events):
            tell = _of_several(progress, done, len(events)) if progress and opened else None
            if tell:
                tell(0, 1)
            files += _event_files(store, secret, event_id, work, to, format, unheard, only, tell)
    if only is not None and not files:
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    count = sum(len(answers) for answers in work.answers.values())
    with store.write() as db:
        audit.note(
            db, clock or SystemClock(), Role.STAFF, Act.EXPORTED, count=count, subject=secret.fingerprint
        )
    return ExportSummary(
        files=tuple(files),
        records=count,
        skipped=tuple(work.skipped),
        other_keys=work.other_keys,
        unreadable_forms=tuple(work.unreadable),
        unheard=tuple(unheard),
    )


def _event_files(
    store: Store,
    secret: SecretKey,
    event_id: str,
    work: Opened,
    to: Path,
    kind: str,
    unheard: list[str],
    only: Container[tuple[str, str]] | None,
    progress: Progress | None,
) -> list[Path]:
    """What was spoken first, so that the tables can name its files."""
    name = file_name(event_id)
    sounds = to / name / "recordings" if kind == "csv" else to / f"{name}-recordings"
    files: list[Path] = []
    for key in [key for key in work.answers if key[0] == event_id and (only is None or key in only)]:
        named = write_recordings(work.answers[key], sounds)
        work.answers[key] = list(named.answer_sets)
        files += named.files
        unheard += named.unheard
    tables = event_tables(store, secret, event_id, work)
    if only is not None:
        tables = [table for table in tables if (event_id, table.name) in only]
    if not tables:
        return []
    if kind == "xlsx":
        return write_xlsx([*tables, explaining(tables)], to / f"{name}.xlsx", progress) + files
    return write_csv(tables, to / name, progress) + files


def _of_several(progress: Progress, before: int, events: int) -> Progress:
    """How far one event's files are, as a share of all events'."""
    return lambda done, of: progress(before * max(of, 1) + done, events * max(of, 1))


def event_tables(store: Store, secret: SecretKey, event_id: str, work: Opened) -> list[Table]:
    """Every table of an event, as `export` writes them."""
    parts, notes = parts_of(store, event_id, work), annotations(store, secret)
    tables = [table for part in parts for table in answer_tables(part.activity, part.shape, part.answer_sets)]
    tables += purpose_tables(
        parts, ideas_of(store.db, event_id=event_id), backings(store.db), fast_backings(store.db, event_id)
    )
    tables += noted_tables(event_id, notes) + redacted_table(parts, notes)
    return tables + kept_together(parts) + twice_table(parts, decisions(store, secret))
