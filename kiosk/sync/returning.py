"""The office's word to its tablets: receipts, withdrawals, replies, ideas and settings, signed by its key."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk.clock import Clock, SystemClock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import SELECT_IDEA
from kiosk.storage.kept.records import SELECT, SealedRecord, hash_of, opened
from kiosk.storage.sealed.keys import SecretKey, fingerprint_of
from kiosk.sync import ledger
from kiosk.sync.layout import FILES, MANIFEST, RETURN, SIGNATURE, TABLES, FileFacts, Manifest, pack_name
from kiosk.sync.receipts import count_receipts, idea_receipts, withdrawal_receipts
from kiosk.sync.stick import FolderSink, Sink, ZipSink, told
from kiosk.sync.transfer import EVERY, Progress

QUERIES = {
    "withdrawals.csv": "SELECT lookup, record_id, gone FROM withdrawal ORDER BY 1, 2",
    "ideas.csv": SELECT_IDEA + " WHERE status != 'waiting' ORDER BY id",
    "backings.csv": "SELECT store_id, idea_id, total FROM backing ORDER BY 1, 2",
    "replies.csv": f"SELECT {', '.join(TABLES['replies.csv'])} FROM reply ORDER BY 1, 2",  # noqa: S608
}
TOLD = ("record", "idea", "tally", "withdrawal", "reply")


@dataclass(frozen=True)
class ReturnSummary:
    """What was written, and where. `broken` are records that do not open, by id, and so have no receipt;
    `other_keys` counts those of another event's key.
    """

    path: Path
    number: int
    receipts: int
    withdrawals: int
    ideas: int
    replies: int
    broken: tuple[str, ...] = ()
    other_keys: int = 0


@dataclass
class _Work:
    """One return pack under way."""

    store: Store
    secret: SecretKey
    progress: Progress | None
    receipts: int = 0
    broken: list[str] = field(default_factory=list)
    other_keys: int = 0


def write_return(
    store: Store,
    secret: SecretKey,
    to: Path,
    *,
    zip: bool = False,  # noqa: A002
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> ReturnSummary:
    """Write a return pack for every tablet into a new folder, or one zip file, under `to`.

    A record has a receipt only once it has been opened: what nobody can read is not safe to wipe.
    KioskError: NOTHING_TO_RETURN, TRANSFER_FOLDER, DISK_FULL, TRANSFER_UNVERIFIED; then nothing is left.
    """
    clock, work = clock or SystemClock(), _Work(store, secret, progress)
    here = any(store.db.execute(f"SELECT 1 FROM {table}").fetchone() for table in TOLD)  # noqa: S608
    if not here and not any(settings.for_tablets(store.db)):
        raise KioskError(ErrorCode.NOTHING_TO_RETURN)
    number = ledger.reserve(store, clock, fingerprint_of(secret.public.signing))
    with told(to):
        name = pack_name(RETURN, store.store_id, number)
        sink: Sink = ZipSink(to, name) if zip else FolderSink(to, name)
        try:
            manifest = _write(work, sink, number, clock)
        except BaseException:
            sink.abandon()
            raise
    ledger.written(store, manifest, clock, Role.STAFF, Act.RETURN_WRITTEN)
    rows = {file.path: file.rows for file in manifest.files}
    return ReturnSummary(
        path=sink.path,
        number=number,
        receipts=work.receipts,
        withdrawals=rows["withdrawals.csv"],
        ideas=rows["ideas.csv"],
        replies=rows["replies.csv"],
        broken=tuple(work.broken),
        other_keys=work.other_keys,
    )


def _write(work: _Work, sink: Sink, number: int, clock: Clock) -> Manifest:
    store, rows = work.store, {}
    with store.db.atomic():  # one view of the database for every file
        for name in FILES[RETURN]:
            with sink.create(name) as file:
                writer = csv.writer(file, lineterminator="\r\n")
                writer.writerow(TABLES[name])
                rows[name] = 0
                for row in _rows(work, name):
                    writer.writerow(row)
                    rows[name] += 1
        manifest = Manifest(
            store_id=store.store_id,
            number=number,
            last=False,
            day=today(clock).isoformat(),
            signer=work.secret.public.signing.hex(),
            tablet=settings.get(store.db, settings.TABLET_NAME, ""),
            expected={},
            audit=audit.head(store.db),
            files=tuple(FileFacts(name, *sink.written[name], rows[name]) for name in sink.written),
            kind=RETURN,
            office=work.secret.public.text,
        )
    content = manifest.content
    sink.finish({SIGNATURE: work.secret.sign(content).hex().encode(), MANIFEST: content})
    return manifest


def _rows(work: _Work, name: str) -> Iterator[tuple[Any, ...]]:
    db = work.store.db
    if name == "receipts.csv":
        yield from _record_receipts(work, db)
        yield from idea_receipts(db)
        yield from count_receipts(db)
        yield from withdrawal_receipts(db)
    elif name == "settings.csv":
        yield from settings.for_tablets(db)
    else:
        yield from db.execute(QUERIES[name])


def _record_receipts(work: _Work, db: Database) -> Iterator[tuple[Any, ...]]:
    total = db.execute("SELECT count(*) FROM record").fetchone()[0]
    for done, row in enumerate(db.execute(SELECT + " ORDER BY id"), start=1):
        record = SealedRecord(*row)
        if work.progress and done % EVERY == 0:
            work.progress(done, total)
        if not record.withdrawn and not _opens(work, record):
            continue
        work.receipts += 1
        yield record.id, record.gone, record.revision, hash_of(record).hex()
    if work.progress:
        work.progress(total, total)


def _opens(work: _Work, record: SealedRecord) -> bool:
    if record.key != work.secret.fingerprint:
        work.other_keys += 1
        return False
    try:
        opened(work.secret, record)
    except KioskError:
        work.broken.append(record.id)
        return False
    return True
