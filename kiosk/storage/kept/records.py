"""What residents said, as it is kept: sealed, whole or not at all, once."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.recording.sound import read, written
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import remember_forms
from kiosk.storage.kept.tallies import Mark, raise_tallies
from kiosk.storage.schema import ROWS, SELECT
from kiosk.storage.sealed.keys import PublicKey, SecretKey
from kiosk.storage.sealed.sealing import seal, unseal

__all__ = [
    "COLUMNS",
    "ROWS",
    "SELECT",
    "TOLD",
    "UNFINISHED",
    "AnswerSet",
    "SealedRecord",
    "drop",
    "hash_of",
    "opened",
    "read_answers",
    "remember_forms",
    "save",
    "sealed_records",
]

# The columns that are carried, in this order. All but `gone` and `sealed` are bound to the seal.
COLUMNS = ("id", "key", "event_id", "activity", "form_version", "day", "revision", "gone", "lookup", "sealed")

UNFINISHED = "unfinished"  # in the notes: the resident had not come to the end
# In the notes, instead of an answer: a purpose on another basis than consent, told to people and not asked.
TOLD = "told"

KEEP = ROWS + (
    "ON CONFLICT (id) DO UPDATE SET form_version = excluded.form_version, day = excluded.day,"
    " revision = excluded.revision, sealed = excluded.sealed, hash = excluded.hash"
    " WHERE excluded.revision > revision AND gone % 2 = 0"
)


@dataclass(frozen=True)
class AnswerSet:
    """One resident's answers to one form. Everything from `answers` on is sealed.

    `id` is a UUIDv4, made when the visit starts: saving it again changes nothing. `lookup` is
    `reference.lookup(...)`. `answers` are by path, in form order. `notes` has consents as worded
    (`consents`: id to `words` and `version`), and what else the office should know. `recordings` are the
    answers that are spoken, MP3 by path; there, `answers` has only a mark.
    """

    id: str
    lookup: str
    event_id: str
    activity: str
    form_version: str
    day: date
    answers: Mapping[str, str]
    language: str
    promise_version: str = ""
    assisted: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 1
    recordings: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class SealedRecord:
    """A record as the database has it: columns in the clear, answers sealed."""

    id: str
    key: str
    event_id: str
    activity: str
    form_version: str
    day: str
    revision: int
    gone: int
    lookup: str
    sealed: bytes

    @property
    def withdrawn(self) -> bool:
        """`gone` counts withdrawals and their undoing, so the latest word is whether it is odd."""
        return self.gone % 2 == 1

    @property
    def clear(self) -> dict[str, str | int]:
        """The columns that the seal is bound to."""
        return {name: getattr(self, name) for name in COLUMNS if name not in ("gone", "sealed")}


def save(
    store: Store,
    key: PublicKey,
    answer_sets: Sequence[AnswerSet],
    tallies: Sequence[Mark] = (),
) -> None:
    """Seal and keep the answer sets of one visit in one transaction; when this returns, they are on the disk.

    The same ids at the same revision again change nothing, tallies included, so that a retry is harmless;
    a higher revision replaces. A database that turns out to be damaged is set aside, and these are kept in a
    new one. DISK_FULL, DATA_LOCKED, DATA_UNWRITABLE, SAVE_FAILED: nothing was kept.
    """
    rows = [_row(_sealed(key, answers)) for answers in answer_sets]
    try:
        _keep(store, rows, answer_sets, tallies)
    except KioskError as fault:
        if fault.code is not ErrorCode.DATA_DAMAGED or store.db.conn.in_transaction:
            raise  # within a larger write, whoever began that carries on
        store.carry_on()
        _keep(store, rows, answer_sets, tallies)


def _keep(
    store: Store, rows: Sequence[Sequence[Any]], answer_sets: Sequence[AnswerSet], tallies: Sequence[Mark]
) -> None:
    with store.write() as db:
        kept = db.conn.executemany(KEEP, rows).rowcount if rows else 0
        if answer_sets and kept > 0:
            first = answer_sets[0]
            raise_tallies(db, store.store_id, first.event_id, first.day, tallies)


def drop(store: Store, record_ids: Sequence[str]) -> int:
    """Erase records of a visit that is not over, which nobody has carried anywhere yet; how many."""
    with store.write() as db:
        count = db.conn.executemany(
            "DELETE FROM record WHERE id = ?", [(one,) for one in record_ids]
        ).rowcount
    if count > 0:
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return int(count)


def sealed_records(
    store: Store, event_id: str | None = None, activity: str | None = None
) -> Iterator[SealedRecord]:
    """The records that are not withdrawn, by id, of one event and activity or of all."""
    rows = store.db.execute(
        SELECT + " WHERE gone % 2 = 0 AND (? IS NULL OR event_id = ?)"
        " AND (? IS NULL OR activity = ?) ORDER BY id",
        [event_id, event_id, activity, activity],
    )
    return (SealedRecord(*row) for row in rows)


def opened(secret: SecretKey, record: SealedRecord) -> AnswerSet:
    """The answers inside `record`, or KioskError(SEAL_BROKEN)."""
    return read_answers(record, unseal(secret, record.clear, record.sealed))


def read_answers(record: SealedRecord, content: bytes) -> AnswerSet:
    """The answers of what was sealed in `record`, or KioskError(SEAL_BROKEN)."""
    try:
        inside = json.loads(content)
        return AnswerSet(
            id=record.id,
            lookup=record.lookup,
            event_id=record.event_id,
            activity=record.activity,
            form_version=record.form_version,
            day=date.fromisoformat(record.day),
            answers=inside["answers"],
            language=inside["language"],
            promise_version=inside["promise"],
            assisted=inside["assisted"],
            settings=inside["settings"],
            notes=inside["notes"],
            revision=record.revision,
            recordings={path: read(text) for path, text in inside.get("recordings", {}).items()},
        )
    except (ValueError, KeyError, TypeError) as fault:
        raise KioskError(ErrorCode.SEAL_BROKEN, record=record.id) from fault


def hash_of(record: SealedRecord) -> bytes:
    """sha256 of what is carried of a record: a withdrawn one carries no content."""
    content = b"" if record.withdrawn else record.sealed
    clear = "\0".join(str(getattr(record, name)) for name in COLUMNS[:-1])
    return hashlib.sha256(clear.encode() + b"\0" + content).digest()


def _sealed(key: PublicKey, answers: AnswerSet) -> SealedRecord:
    inside: dict[str, Any] = {
        "answers": dict(answers.answers),
        "language": answers.language,
        "promise": answers.promise_version,
        "assisted": answers.assisted,
        "settings": dict(answers.settings),
        "notes": dict(answers.notes),
    }
    if answers.recordings:
        inside["recordings"] = {path: written(sound) for path, sound in answers.recordings.items()}
    bare = SealedRecord(
        id=answers.id,
        key=key.fingerprint,
        event_id=answers.event_id,
        activity=answers.activity,
        form_version=answers.form_version,
        day=answers.day.isoformat(),
        revision=answers.revision,
        gone=0,
        lookup=answers.lookup,
        sealed=b"",
    )
    content = json.dumps(inside, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    return SealedRecord(**{**bare.__dict__, "sealed": seal(key, bare.clear, content)})


def _row(record: SealedRecord) -> tuple[Any, ...]:
    return (*(getattr(record, name) for name in COLUMNS), hash_of(record))
