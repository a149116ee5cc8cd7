"""What a merge set aside: told by where and why, never by its words; let go once nothing is lost by it."""

import hashlib
from dataclasses import dataclass

from sqlite_utils import Database

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.sync.layout import MANIFEST

COLUMNS = (
    "SELECT digest, coalesce((SELECT tablet FROM pack WHERE pack.store_id = q.store_id"
    " AND pack.number = q.number), ''), q.store_id, q.number, file, line, reason, q.day FROM quarantine AS q"
)


@dataclass(frozen=True)
class Aside:
    """A row, a file or a pack that was not taken in. `line` 0 is the whole of `file`, and a `file` that is
    the manifest the whole pack; `number` 0 is a pack that could not even be read.
    """

    digest: str
    tablet: str
    store_id: str
    number: int
    file: str
    line: int
    reason: str
    day: str

    @property
    def whole_pack(self) -> bool:
        return self.file == MANIFEST


def set_aside(db: Database) -> tuple[Aside, ...]:
    """All of it, the newest first."""
    rows = db.execute(COLUMNS + " ORDER BY q.day DESC, q.store_id, q.number, file, line")
    return tuple(Aside(*row) for row in rows)


def may_let_go(db: Database, digest: str) -> bool:
    """Whether nothing would be lost: its record is here by another copy, or its pack came whole since, or
    nothing but the name of an unreadable pack was kept.
    """
    row = db.execute(
        "SELECT store_id, number, file, record_id, body FROM quarantine WHERE digest = ?", [digest]
    ).fetchone()
    if row is None:
        return False
    store_id, number, file, record_id, body = row
    if not store_id:
        return True
    if record_id:
        return bool(db.execute("SELECT 1 FROM record WHERE id = ?", [record_id]).fetchone())
    known = db.execute(
        "SELECT sha256 FROM pack WHERE store_id = ? AND number = ?", [store_id, number]
    ).fetchone()
    return bool(known and file == MANIFEST and known[0] == hashlib.sha256(body).hexdigest())


def let_go(store: Store, digest: str, clock: Clock) -> None:
    """Take it out of quarantine. KioskError(ASIDE_NEEDED) where it may be the only copy of what was said."""
    with store.write() as db:
        if not may_let_go(db, digest):
            raise KioskError(ErrorCode.ASIDE_NEEDED)
        db.execute("DELETE FROM quarantine WHERE digest = ?", [digest])
        audit.note(db, clock, Role.STAFF, Act.ERASED, count=1, subject=digest)
