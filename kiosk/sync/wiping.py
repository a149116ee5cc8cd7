"""A tablet cleared for the next event, once the office has said that it holds everything."""

import json

from kiosk.clock import Clock
from kiosk.coproduction.approving import READERS
from kiosk.coproduction.replies import SEEN
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, copies, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store, new_identity
from kiosk.storage.faults import told
from kiosk.storage.sealed.keyfile import keys_here
from kiosk.sync.receipts import outstanding

# All but `audit` and `setting`: what was done here stays, and how this tablet is set up.
CLEARED = (
    "record",
    "tally",
    "idea",
    "backing",
    "reply",
    "withdrawal",
    "form",
    "pack",
    "signer",
    "receipt",
    "quarantine",
    "annotation",
    "snapshot",
)
FORGOTTEN = (settings.TABLETS, settings.ENDED, settings.SET_ASIDE, READERS, SEEN)


def may_wipe(store: Store) -> None:
    """KioskError unless nothing would be lost: WIPE_OFFICE, WIPE_UNRECEIPTED."""
    if keys_here(store.folder):
        raise KioskError(ErrorCode.WIPE_OFFICE)
    left = outstanding(store.db).total
    if left:
        raise KioskError(ErrorCode.WIPE_UNRECEIPTED, count=left)


def wipe(store: Store, clock: Clock) -> int:
    """Erase every record, count and idea of this tablet, its copies and what was set aside; how many records.

    It takes a new identity: its next totals begin at nothing, and an office would take them for old ones.
    KioskErrors of `may_wipe`, and of the disk.
    """
    may_wipe(store)
    with store.write() as db:
        count = int(db.execute("SELECT count(*) FROM record").fetchone()[0])
        for table in CLEARED:
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        db.execute(
            "DELETE FROM setting WHERE name IN (SELECT value FROM json_each(?)) OR name GLOB ?",
            [json.dumps(FORGOTTEN), settings.BY_OFFICE + "*"],
        )
        made = new_identity(db)
        audit.note(db, clock, Role.STAFF, Act.WIPED, count=count)
    store.store_id = made  # only now: what failed left the old one
    with told(store.folder.root):
        store.db.execute("VACUUM")
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copies.forget_all(store)
    return count
