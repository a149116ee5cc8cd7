"""A damaged database: set aside with all that belongs to it, and read back as far as it can be."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk.paths import DataFolder
from kiosk.storage.schema import ROWS

WHOLE = (
    "SELECT id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed, hash FROM record"
)


def put_aside(folder: DataFolder) -> Path:
    """Move the damaged database, with its WAL, into a new folder of its own."""
    folder.set_aside.mkdir(mode=0o700, exist_ok=True)
    number = 1
    while (aside := folder.set_aside / str(number)).exists():
        number += 1
    aside.mkdir(mode=0o700)
    for suffix in ("-wal", "-shm", ""):  # the database last: without it, the next start tries again
        part = folder.database.with_name(folder.database.name + suffix)
        if part.exists():
            part.replace(aside / part.name)
    return aside


def read_back(db: Database, aside: Path) -> int:
    """Take in the records of the database file `aside`, as far as they can be read; how many were new.

    Tallies are left: they may have been carried under the old store's id already.
    """
    taken = 0
    for row in _readable(aside):
        try:
            with db.atomic():
                taken += db.execute(ROWS + "ON CONFLICT (id) DO NOTHING", row).rowcount
        except sqlite3.IntegrityError:
            continue  # a row that was itself damaged
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
