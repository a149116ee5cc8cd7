"""Packs into the office, or back into a tablet: all or nothing, in any order, any number of times."""

import csv
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from kiosk.clock import Clock, SystemClock, today
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.retention import drop_ended
from kiosk.storage.kept.withdrawal import apply_waiting, erase_words, words_shown
from kiosk.storage.schema import LOOKUP_INDEX
from kiosk.sync import ledger
from kiosk.sync.layout import MOST_FIELD, RETURN, FileFacts, is_ours
from kiosk.sync.merging.lines import Numbered, csv_rows
from kiosk.sync.merging.reading import FoundPack, UnreadableError, find, read_pack, reading, still_there
from kiosk.sync.merging.report import Held, MergeReport, Quarantined
from kiosk.sync.merging.returned import RETURNED, refused
from kiosk.sync.merging.rows import KINDS, BadRowError, Kind, Values, form_rows, layout_of
from kiosk.sync.merging.signers import accept_signer, held_back
from kiosk.sync.merging.work import Work
from kiosk.sync.receipts import outstanding
from kiosk.sync.transfer import EVERY, Progress

__all__ = ["Held", "MergeReport", "Quarantined", "merge"]

BATCH = EVERY
# Rows: of fewer an index is kept up row by row; the lookups of more would not be sorted in 256 MB.
FEW, MANY = 20_000, 1_200_000
EVERY_KIND = {**KINDS, **RETURNED}
# KiB of pages held: records come by random id from each tablet, so every pack touches the whole table.
CACHE, USUAL_CACHE = 128 * 1024, 2000


def merge(
    store: Store,
    paths: Sequence[Path],
    *,
    accept: Sequence[str] = (),
    practice: bool,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> MergeReport:
    """Merge every transfer and return pack at or below `paths`, in one transaction.

    `accept` are fingerprints of tablets that staff vouch for from now on; in practice everybody is
    believed. KioskError: TRANSFER_UNREADABLE (nothing there), TRANSFER_GONE (pulled out: nothing is merged),
    DISK_FULL, DATA_LOCKED, SAVE_FAILED.
    """
    csv.field_size_limit(MOST_FIELD)
    clock = clock or SystemClock()
    readable, unreadable = _read_all(find(paths))
    total = sum(pack.manifest.rows for pack in readable)
    said = words_shown(store.db)
    with _roomy(store.db), store.write() as db:
        work = Work(db, today(clock).isoformat(), total, progress)
        for fingerprint in accept:
            accept_signer(work, fingerprint, clock)
        for path, reason in unreadable:
            work.put_aside_unread(path.name, reason)
        with _bulk(db, sum(pack.manifest.rows for pack in readable if not _is_known(db, pack))):
            for pack in readable:
                _merge_pack(work, pack, store, practice)
        # Where every pack was known, nothing has come that could be settled or that has ended.
        withdrawn = apply_waiting(db, today(clock)) if work.packs else 0
        ended = drop_ended(db) if work.packs else 0
        for name in work.packs:
            audit.note(db, clock, Role.STAFF, Act.PACK_MERGED, subject=name.partition("-")[2])
        missing, expected = ledger.missing(db)
        left = outstanding(db).total if any(name.startswith(RETURN) for name in work.packs) else None
        if progress:
            progress(total, total)
    erase_words(store, said, today(clock))
    return MergeReport(
        packs=tuple(work.packs),
        known=tuple(work.known),
        new=work.new - ended,
        ended=ended,
        changed=work.changed,
        withdrawn=withdrawn,
        held=tuple(work.held),
        quarantined=tuple(sorted(work.quarantined, key=lambda put: (put.pack, put.file, put.line))),
        missing=missing,
        expected=expected,
        left=left,
    )


@contextmanager
def _bulk(db: Database, rows: int) -> Iterator[None]:
    """Build the index of lookups anew, at once, where more rows come than are here: each comes at random."""
    here = "SELECT count(*) FROM (SELECT 1 FROM record LIMIT ?)"
    if not FEW <= rows <= MANY or db.execute(here, [rows]).fetchone()[0] >= rows:
        yield
        return
    db.execute("DROP INDEX record_lookup")
    yield
    db.execute(f"PRAGMA cache_size = -{USUAL_CACHE}")
    db.execute("PRAGMA shrink_memory")  # the lookups are sorted in it: nothing goes to a temporary file
    db.execute(LOOKUP_INDEX)


@contextmanager
def _roomy(db: Database) -> Iterator[None]:
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = -{USUAL_CACHE}")


def _read_all(paths: Sequence[Path]) -> tuple[list[FoundPack], list[tuple[Path, str]]]:
    packs, unreadable = [], []
    for path in paths:
        try:
            packs.append(read_pack(path))
        except UnreadableError as fault:
            still_there(path)
            unreadable.append((path, str(fault)))
    packs.sort(key=lambda pack: (pack.manifest.store_id, pack.manifest.number, pack.sha256))
    return packs, unreadable


def _entered(db: Database, pack: FoundPack) -> str | None:
    """The sha256 of the pack that is known by this store and number; None where none is."""
    facts = [pack.manifest.store_id, pack.manifest.number]
    found = db.execute("SELECT sha256 FROM pack WHERE store_id = ? AND number = ?", facts).fetchone()
    return found[0] if found else None


def _is_known(db: Database, pack: FoundPack) -> bool:
    return _entered(db, pack) == pack.sha256


def _merge_pack(work: Work, pack: FoundPack, store: Store, practice: bool) -> None:
    manifest, name = pack.manifest, pack.manifest.name
    entered = _entered(work.db, pack)
    if entered == pack.sha256:
        work.known.append(name)
        return work.went(manifest.rows)
    if pack.manifest.kind == RETURN:
        reason = refused(store, pack, practice)
        if reason:
            work.put_aside(pack, "", reason)
            return work.went(manifest.rows)
    elif not practice and (held := held_back(work, pack, store.store_id)):
        work.held.append(held)
        return work.went(manifest.rows)
    if entered:
        work.put_aside(pack, "", "another pack has this number: the tablet was copied")
        return work.went(manifest.rows)
    before = (work.new, work.changed, len(work.quarantined))
    try:
        with work.db.atomic():
            for file in pack.manifest.files:
                _merge_file(work, pack, file)
            ledger.merged(work.db, pack, work.day)
    except UnreadableError as fault:
        still_there(pack.source.path)
        work.new, work.changed = before[:2]
        del work.quarantined[before[2] :]
        work.put_aside(pack, "", str(fault))
    else:
        work.packs.append(name)
    return None


def _merge_file(work: Work, pack: FoundPack, file: FileFacts) -> None:
    if not is_ours(file.path, pack.manifest.kind):
        work.put_aside(pack, file.path, "this version does not know the file")
        return
    with reading(pack.source, file) as stream:
        if file.path in EVERY_KIND:
            _merge_table(work, pack, file, csv_rows(stream))
        else:
            _merge_form(work, pack, file.path, stream.read())


def _merge_table(work: Work, pack: FoundPack, file: FileFacts, rows: Iterator[Numbered]) -> None:
    kind = EVERY_KIND[file.path]
    batch: list[tuple[int, list[str], Values]] = []
    line = 0
    try:
        line, header = next(rows, (0, []))
        arranged = layout_of(kind, header)
        for line, row in rows:
            try:
                if len(row) != len(header):
                    raise BadRowError("it has more or fewer cells than columns")
                cells, extra = arranged(row)
                batch.append((line, row, kind.values(cells, extra, work.day)))
            except BadRowError as fault:
                work.put_aside_row(pack, file.path, line, row, str(fault))
            if len(batch) >= BATCH:
                _put(work, pack, file.path, kind, batch)
                batch = []
    except BadRowError as fault:
        work.put_aside(pack, file.path, str(fault))
    except csv.Error:
        reason = "from this line on the file is no CSV"
        work.put_aside(pack, file.path, reason, line + 1)
    _put(work, pack, file.path, kind, batch)


def _put(
    work: Work, pack: FoundPack, file: str, kind: Kind, batch: Sequence[tuple[int, list[str], Values]]
) -> None:
    """Put a batch in; when the database refuses a row of it, each by itself."""
    values = [row[2] for row in batch]
    counted = file == "records.csv"
    try:
        with work.db.atomic():
            new, changed = _put_values(work.db, kind, values, counted)
    except (sqlite3.IntegrityError, UnicodeEncodeError, OverflowError):
        if len(batch) == 1:
            line, row, _ = batch[0]
            return work.put_aside_row(pack, file, line, row, "a column is not as it should be")
        for one in batch:
            _put(work, pack, file, kind, [one])
        return None
    work.new += new
    work.changed += changed
    return work.went(len(batch))


def _put_values(db: Database, kind: Kind, values: Sequence[Values], counted: bool) -> tuple[int, int]:
    """How many rows were new and how many changed; only records are counted."""
    if not counted or not values:
        db.conn.executemany(kind.statement, values)
        return 0, 0
    unseen = kind.statement[: kind.statement.index("ON CONFLICT")] + "ON CONFLICT DO NOTHING"
    new = db.conn.executemany(unseen, values).rowcount
    if new == len(values):
        return new, 0
    return new, db.conn.executemany(kind.statement, values).rowcount


def _merge_form(work: Work, pack: FoundPack, path: str, content: bytes) -> None:
    try:
        rows = list(form_rows(json.loads(content)))
        with work.db.atomic():
            work.db.conn.executemany(
                "INSERT INTO form VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " since = min(since, excluded.since), body = max(body, excluded.body)",
                rows,
            )
    except (ValueError, RecursionError, BadRowError, sqlite3.IntegrityError) as fault:
        reason = str(fault) if isinstance(fault, BadRowError) else "it is not a compiled form"
        work.put_aside(pack, path, reason)
