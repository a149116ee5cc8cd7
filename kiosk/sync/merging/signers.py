"""Who may bring records to this office: tablets that staff have accepted by fingerprint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.sync.ledger import device_signer
from kiosk.sync.merging.reading import FoundPack
from kiosk.sync.merging.report import Held
from kiosk.sync.merging.work import Work


def held_back(work: Work, pack: FoundPack, own: str) -> Held | None:
    """Whether the pack must wait: only an accepted key may speak, and only for the store it came with."""
    manifest, fingerprint = pack.manifest, pack.signer
    if manifest.store_id == own and fingerprint == device_signer(work.db):
        return None
    row = work.db.execute(
        "SELECT status, store_id FROM signer WHERE fingerprint = ?", [fingerprint]
    ).fetchone()
    if row is None or (row[0] == "accepted" and not row[1]):
        work.db.execute(
            "INSERT INTO signer VALUES (?, ?, ?, ?, 'held', ?) ON CONFLICT DO UPDATE SET"
            " public = excluded.public, store_id = excluded.store_id, tablet = excluded.tablet",
            [fingerprint, manifest.signer, manifest.store_id, manifest.tablet, work.day],
        )
    status, store_id = row or ("held", "")
    if status == "accepted" and store_id in ("", manifest.store_id):
        return None
    return Held(manifest.name, fingerprint, manifest.tablet, status == "struck")


def accept_signer(work: Work, fingerprint: str, clock: Clock) -> None:
    """Believe a tablet from now on, unless it was struck off. KEY_UNREADABLE when that is no fingerprint."""
    plain = _plain(fingerprint)
    changed = work.db.execute(
        "INSERT INTO signer VALUES (?, '', '', '', 'accepted', ?)"
        " ON CONFLICT DO UPDATE SET status = 'accepted' WHERE status = 'held'",
        [plain, work.day],
    ).rowcount
    if changed > 0:
        audit.note(work.db, clock, Role.STAFF, Act.SIGNER_ACCEPTED, subject=plain)


def strike(store: Store, fingerprint: str, clock: Clock) -> str:
    """Believe a tablet no longer, seen before or not; its fingerprint in plain. KEY_UNREADABLE."""
    plain = _plain(fingerprint)
    with store.write() as db:
        db.execute(
            "INSERT INTO signer VALUES (?, '', '', '', 'struck', ?)"
            " ON CONFLICT DO UPDATE SET status = 'struck'",
            [plain, today(clock).isoformat()],
        )
        audit.note(db, clock, Role.STAFF, Act.SIGNER_STRUCK, subject=plain)
    return plain


@dataclass(frozen=True)
class Signer:
    """A tablet that this office knows by its key. `status` is accepted, held or struck; `day` the first."""

    fingerprint: str
    tablet: str
    status: str
    day: str


def signers(db: Database) -> tuple[Signer, ...]:
    """Every tablet that was ever seen, accepted or struck off here, by name."""
    rows = db.execute("SELECT fingerprint, tablet, status, day FROM signer ORDER BY tablet, fingerprint")
    return tuple(Signer(*row) for row in rows)


def held_signers(db: Database) -> Iterator[tuple[str, str]]:
    """Who waits to be accepted: fingerprint and tablet name."""
    yield from db.execute("SELECT fingerprint, tablet FROM signer WHERE status = 'held' ORDER BY 1")


def _plain(fingerprint: str) -> str:
    plain = "".join(fingerprint.split()).replace("-", "").lower()
    if not re.fullmatch(r"[0-9a-f]{32}", plain):
        raise KioskError(ErrorCode.KEY_UNREADABLE, path=fingerprint)
    return plain
