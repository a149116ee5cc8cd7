"""A copy of the database each day, and their end when something is erased."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk.storage.database import Store
from kiosk.storage.faults import told

KEPT = 7
PROBE, EVERY = 24, 64  # bytes: enough to be nobody else's, and in every piece of a value


def daily_copy(store: Store, day: date) -> Path:
    """Today's copy by SQLite's online backup, whole or absent; the newest seven are kept."""
    with told(store.folder.root):
        store.folder.copies.mkdir(mode=0o700, exist_ok=True)
        copy = store.folder.copies / f"{day.isoformat()}.db"
        part = copy.with_suffix(".part")
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(part)) as target:
            store.db.conn.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(copy)
        others = sorted(other for other in store.folder.copies.glob("*.db") if other != copy)
        for old in others[: -(KEPT - 1)]:  # by name; a clock at 2001 does not cost today's own
            old.unlink()
    return copy


def forget(store: Store, contents: Sequence[bytes]) -> None:
    """Remove every copy, and whatever was set aside that holds one of `contents`."""
    with told(store.folder.root):
        for copy in store.folder.copies.glob("*"):
            copy.unlink()
        for part in store.folder.set_aside.glob("*/*"):
            held = part.read_bytes()
            if any(probe in held for content in contents for probe in _probes(content)):
                part.unlink()


def _probes(content: bytes) -> Iterator[bytes]:
    """Some bytes of every stretch of `content`: SQLite spreads a long value over pages."""
    return (content[at : at + PROBE] for at in range(0, max(1, len(content) - PROBE + 1), EVERY))


def forget_all(store: Store) -> None:
    """Remove every copy, and all that was set aside."""
    with told(store.folder.root):
        for folder in (store.folder.copies, store.folder.set_aside):
            if folder.exists():
                shutil.rmtree(folder)
