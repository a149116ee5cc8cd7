"""The database of a data folder: opened safely, or not at all."""

import os
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from kiosk.clock import SystemClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.damage import is_marked, mark, put_aside, take_back, unmark
from kiosk.storage.faults import is_damage, told
from kiosk.storage.lock import FolderLock
from kiosk.storage.schema import MIGRATIONS, is_newer

APPLICATION_ID = 0x4B696F73  # "Kios", so that `file` and other programs can tell what this is
BUSY_MILLISECONDS = 5000
CHECKED_BYTES = 64 * 2**20  # a larger database is not read through at each start

# Asserted at every open: replaying every crash point, only WAL with FULL lost nothing (DATA.md).
SAFE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
SETUP = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
)


class Store:
    """An open data folder. One thread at a time; `another()` gives a further connection for a job.

    `set_aside` is where a damaged database went at this opening, or None.
    """

    def __init__(self, folder: DataFolder, lock: FolderLock | None, set_aside: Path | None = None) -> None:
        self.folder = folder
        self.set_aside = set_aside
        self._lock = lock
        self._adrift = False  # closed, and not yet begun anew
        self.db = connect(folder.database)
        try:
            self.store_id: str = _identity(self.db)
        except BaseException:
            self.db.close()
            raise

    def another(self) -> "Store":
        """A connection of its own to the same open folder, to be closed before this one."""
        with told(self.folder.root):
            return Store(self.folder, None)

    def wait_for_others(self, milliseconds: int = BUSY_MILLISECONDS) -> None:
        """How long a write of this connection waits for another's to end, before DATA_LOCKED."""
        self.db.execute(f"PRAGMA busy_timeout = {milliseconds:d}").fetchall()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction: all of the block or none of it, its faults told as KioskError."""
        if self._adrift:
            self._begin_anew()
        try:
            with told(self.folder.root), self.db.atomic():
                yield self.db
        except KioskError as fault:
            if fault.code is ErrorCode.DATA_DAMAGED:
                mark(self.folder)
            raise

    def carry_on(self) -> None:
        """Set the damaged database aside and go on with a new one, as `open_store` does at a start.

        Connections given by `another` are of no more use. KioskErrors of `open_store`; where the disk takes
        nothing any more, the old one stays open, to be read. What fails half-way is tried again by `write`.
        """
        self.folder.made()
        self._adrift, self.set_aside = True, None
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.db.close()
        with told(self.folder.root):
            self.set_aside = self.set_aside or put_aside(self.folder)
            self.db = connect(self.folder.database)
            self.store_id = _identity(self.db)
            take_back(self.db, self.folder, self.set_aside, SystemClock())
        self._adrift = False

    def close(self) -> None:
        """Close the database, its WAL written back where that can be done, and give up the lock."""
        self.db.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(folder: DataFolder) -> Store:
    """Open the database of `folder`, making or migrating it; a damaged one is set aside first.

    KioskError: DATA_LOCKED, DATA_UNWRITABLE, DATA_UNSAFE, DATA_NEWER, DISK_FULL, SAVE_FAILED.
    """
    lock = FolderLock(folder.made().lock)
    try:
        with told(folder.root):
            try:
                return Store(folder, lock)
            except sqlite3.DatabaseError as fault:
                if not is_damage(fault):
                    raise
            aside = put_aside(folder)
            store = Store(folder, lock, aside)
            take_back(store.db, folder, aside, SystemClock())
            return store
    except BaseException:
        lock.release()
        raise


def connect(path: Path) -> Database:
    """A connection with the safe settings, its schema up to date. Raises sqlite3.Error as it comes."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)
        for statement in SETUP:
            db.execute(statement)
        if sys.platform == "darwin":
            db.execute("PRAGMA fullfsync = ON")
            db.execute("PRAGMA checkpoint_fullfsync = ON")
        _assert_safe(db, path)
        _bring_up_to_date(db, path)
    except BaseException:
        connection.close()
        raise
    return db


def _assert_safe(db: Database, path: Path) -> None:
    for name, wanted in SAFE.items():
        if db.execute(f"PRAGMA {name}").fetchone()[0] != wanted:
            raise KioskError(ErrorCode.DATA_UNSAFE, path=path.parent, setting=name)


def _bring_up_to_date(db: Database, path: Path) -> None:
    if is_newer(db):
        raise KioskError(ErrorCode.DATA_NEWER, path=path.parent)
    folder = DataFolder(path.parent)
    marked = is_marked(folder)
    check = "integrity_check(1)" if marked else "quick_check(1)"
    looked_at = marked or path.stat().st_size <= CHECKED_BYTES
    if looked_at and db.execute(f"PRAGMA {check}").fetchone()[0] != "ok":
        damage = sqlite3.DatabaseError("quick_check")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage
    if marked:
        unmark(folder)
    if MIGRATIONS.pending(db):
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _identity(db: Database) -> str:
    """The random id of this database; made, with the key that signs for it, when there is none."""
    found = settings.get(db, settings.STORE_ID)
    return new_identity(db) if found is None else str(found)


def new_identity(db: Database) -> str:
    """Make this database another one to every office: a new id, and a new key to sign with."""
    made = secrets.token_hex(16)
    with db.atomic():
        settings.put(db, settings.STORE_ID, made)
        settings.put(db, settings.DEVICE_KEY, secrets.token_hex(32))
    return made
