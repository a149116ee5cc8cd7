"""What the office writes about a record: tags, a status, transcripts, translations, what to hide or quote.

Sealed to the event's key like the record, in a table of its own by the record's id; gone when the record is.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.sealing import seal, unseal

SELECT = (
    "SELECT annotation.id, record_id, kind, annotation.revision, annotation.key, annotation.sealed,"
    " record.event_id FROM annotation JOIN record ON record.id = record_id AND record.gone % 2 = 0"
)


class Kind(StrEnum):
    TAG = "tag"
    STATUS = "status"
    TRANSCRIPT = "transcript"
    TRANSLATION = "translation"
    QUOTE = "quote"
    REDACTION = "redaction"  # words that are hidden in what is published; the answer itself stays as it is
    TWICE = "twice"  # whether another record is the same person's: kiosk.office.twice


# What each kind holds. The first names are its place: written again there, it replaces what was.
PLACES: Mapping[Kind, tuple[str, ...]] = {
    Kind.TAG: ("tag",),
    Kind.STATUS: (),
    Kind.TRANSCRIPT: ("question",),
    Kind.TRANSLATION: ("question", "language"),
    Kind.QUOTE: ("question",),
    Kind.REDACTION: ("question",),
    Kind.TWICE: ("other",),
}
WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TAG: (),
    Kind.STATUS: ("status",),
    Kind.TRANSCRIPT: ("text",),
    Kind.TRANSLATION: ("text",),
    Kind.QUOTE: ("permission",),
    Kind.REDACTION: ("words",),  # one a line
    Kind.TWICE: ("decision",),
}
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "status": ("new", "read", "needs action", "passed on", "answered", "closed"),
    "permission": ("yes", "no", "ask"),
    "decision": ("same", "different"),
}


def columns_of(kind: Kind) -> tuple[str, ...]:
    """What a note of this kind holds, by name."""
    return PLACES[kind] + WORDS[kind]


@dataclass(frozen=True)
class Annotation:
    """One note of the office. `values` has what `columns_of(kind)` names."""

    id: str
    record_id: str
    event_id: str
    kind: Kind
    revision: int
    values: Mapping[str, str]

    @property
    def place(self) -> tuple[str, ...]:
        return tuple(self.values[name] for name in PLACES[self.kind])


def annotate(
    store: Store, secret: SecretKey, record_id: str, kind: Kind, values: Mapping[str, str], clock: Clock
) -> Annotation:
    """Write a note about a record, in place of an earlier one at the same place.

    KioskError: RECORD_NOT_HERE (also when it is withdrawn), KEY_MISSING, NOTE_WRONG (what is not as it
    should be), SEAL_BROKEN.
    """
    wanted = {name: values.get(name, "").strip() for name in columns_of(kind)}
    _check(wanted)
    row = store.db.execute(
        "SELECT key, event_id FROM record WHERE id = ? AND gone % 2 = 0", [record_id]
    ).fetchone()
    if row is None:
        raise KioskError(ErrorCode.RECORD_NOT_HERE, record=record_id)
    if row[0] != secret.fingerprint:
        raise KioskError(ErrorCode.KEY_MISSING, fingerprint=row[0])
    made = Annotation(str(uuid.uuid4()), record_id, row[1], kind, 1, wanted)
    for earlier in annotations(store, secret, record_id=record_id, kind=kind):
        if earlier.place == made.place:
            made = Annotation(earlier.id, record_id, row[1], kind, earlier.revision + 1, wanted)
    clear = _clear(made.id, record_id, kind, made.revision, secret.fingerprint)
    sealed = seal(secret.public, clear, json.dumps(wanted, ensure_ascii=False).encode(errors="replace"))
    with store.write() as db:
        db.execute(
            "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET revision = excluded.revision, sealed = excluded.sealed",
            [made.id, record_id, kind.value, made.revision, secret.fingerprint, sealed],
        )
        audit.note(db, clock, Role.STAFF, Act.ANNOTATED, subject=record_id)
    return made


def annotations(
    store: Store, secret: SecretKey, *, record_id: str | None = None, kind: Kind | None = None
) -> tuple[Annotation, ...]:
    """The notes about records that are not withdrawn, by record; those of another key are left out.

    KioskError: SEAL_BROKEN.
    """
    rows = store.db.execute(
        SELECT + " WHERE annotation.key = ? AND (? IS NULL OR record_id = ?) AND (? IS NULL OR kind = ?)"
        " ORDER BY record_id, kind, annotation.id",
        [secret.fingerprint, *[record_id] * 2, *[kind.value if kind else None] * 2],
    )
    return tuple(_opened(secret, *row) for row in rows)


def take_out(store: Store, annotation_ids: Sequence[str], clock: Clock) -> int:
    """Erase notes; how many."""
    with store.write() as db:
        ids = [(annotation_id,) for annotation_id in annotation_ids]
        count = int(db.conn.executemany("DELETE FROM annotation WHERE id = ?", ids).rowcount) if ids else 0
        if count:
            audit.note(db, clock, Role.STAFF, Act.ANNOTATED, count=count)
    return count


def _opened(
    secret: SecretKey, note_id: str, record_id: str, kind: str, revision: int, key: str, sealed: bytes,
    event_id: str,
) -> Annotation:  # fmt: skip
    content = unseal(secret, _clear(note_id, record_id, Kind(kind), revision, key), sealed)
    try:
        values = json.loads(content)
        known = {name: str(values[name]) for name in columns_of(Kind(kind))}
    except (ValueError, KeyError, TypeError) as fault:
        raise KioskError(ErrorCode.SEAL_BROKEN, record=note_id) from fault
    return Annotation(note_id, record_id, event_id, Kind(kind), revision, known)


def _check(values: Mapping[str, str]) -> None:
    for name, value in values.items():
        if not value or value not in ALLOWED.get(name, (value,)):
            raise KioskError(ErrorCode.NOTE_WRONG, name=name, allowed=", ".join(ALLOWED.get(name, ())) or "…")


def _clear(note_id: str, record_id: str, kind: Kind, revision: int, key: str) -> dict[str, str | int]:
    """The columns that the seal is bound to."""
    return {"id": note_id, "key": key, "kind": kind.value, "record_id": record_id, "revision": revision}
