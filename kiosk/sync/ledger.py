"""The ledger of packs: numbered as they are written, known again when they are merged."""

import hashlib

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import fingerprint_of, signing_public
from kiosk.sync.layout import Manifest
from kiosk.sync.merging.reading import FoundPack


def device_signer(db: Database) -> str:
    """The fingerprint of the key that signs this tablet's transfer packs."""
    return fingerprint_of(signing_public(bytes.fromhex(settings.get(db, settings.DEVICE_KEY))))


def reserve(store: Store, clock: Clock, signer: str, last: bool = False) -> int:
    """The next number, taken before anything is written: a number never stands for two contents."""
    with store.write() as db:
        number = int(
            db.execute(
                "SELECT coalesce(max(number), 0) + 1 FROM pack WHERE store_id = ?", [store.store_id]
            ).fetchone()[0]
        )
        db.execute(
            "INSERT INTO pack VALUES (?, ?, '', 0, ?, ?, ?, ?)",
            [
                store.store_id,
                number,
                signer,
                settings.get(db, settings.TABLET_NAME, ""),
                int(last),
                today(clock).isoformat(),
            ],
        )
    return number


def last_number(store: Store) -> int:
    """The number of the last pack that was begun here; 0 before the first."""
    row = store.db.execute("SELECT max(number) FROM pack WHERE store_id = ?", [store.store_id]).fetchone()
    return int(row[0] or 0)


def written(store: Store, manifest: Manifest, clock: Clock, role: Role, act: Act) -> None:
    """The ledger and the audit know it now."""
    with store.write() as db:
        db.execute(
            "UPDATE pack SET sha256 = ?, rows = ? WHERE store_id = ? AND number = ?",
            [
                hashlib.sha256(manifest.content).hexdigest(),
                manifest.rows,
                store.store_id,
                manifest.number,
            ],
        )
        audit.note(db, clock, role, act, count=manifest.rows, subject=str(manifest.number))


def merged(db: Database, pack: FoundPack, day: str) -> None:
    """A pack is in now; the tablets that its event expects are known here too."""
    manifest = pack.manifest
    db.execute(
        "INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, rows = excluded.rows",
        [
            manifest.store_id,
            manifest.number,
            pack.sha256,
            manifest.rows,
            pack.signer,
            manifest.tablet,
            int(manifest.last),
            day,
        ],
    )
    known = settings.get(db, settings.TABLETS, {})
    together = {
        event: sorted({*known.get(event, ()), *manifest.expected.get(event, ())})
        for event in {*known, *manifest.expected}
    }
    if together != known:
        settings.put(db, settings.TABLETS, together)


def missing(db: Database) -> tuple[tuple[str, ...], int]:
    """The tablets that are expected and have brought nothing yet, and how many are expected."""
    expected = {name for names in settings.get(db, settings.TABLETS, {}).values() for name in names}
    seen = {row[0] for row in db.execute("SELECT DISTINCT tablet FROM pack WHERE sha256 != ''")}
    return tuple(sorted(expected - seen)), len(expected)
