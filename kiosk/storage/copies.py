"""A copy of the database each day, and what can be read back from a damaged one."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.storage.database import Store
from kiosk.storage.faults import told
from kiosk.storage.records import ROWS

KEPT = 7
WHOLE = (
    "SELECT id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed, hash FROM record"
)


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
        for old in sorted(store.folder.copies.glob("*.db"))[:-KEPT]:
            old.unlink()
    return copy


def forget(store: Store, contents: Sequence[bytes]) -> None:
    """Remove every copy, and whatever was set aside that holds one of `contents`."""
    with told(store.folder.root):
        for copy in store.folder.copies.glob("*"):
            copy.unlink()
        for part in store.folder.set_aside.glob("*/*"):
            held = part.read_bytes()
            if any(content in held for content in contents):
                part.unlink()


def read_back(store: Store, aside: Path) -> int:
    """Take in the records of a database that was set aside, as far as they can be read; how many.

    Tallies are left: the office has them under the old store's id.
    """
    taken = 0
    for row in _readable(aside / store.folder.database.name):
        try:
            with store.write() as db:
                db.execute(ROWS + "ON CONFLICT (id) DO NOTHING", row)
        except sqlite3.IntegrityError:
            continue
        taken += 1
    return taken


def _readable(path: Path) -> Iterable[tuple[Any, ...]]:
    """Rows from the front until the first unreadable page, then from the back."""
    for order in ("", " DESC"):
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
                yield from source.execute(WHOLE + " ORDER BY id" + order)
        except sqlite3.DatabaseError:
            continue
        return
