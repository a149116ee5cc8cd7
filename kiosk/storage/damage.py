"""A damaged database: set aside with all that belongs to it, and read back as far as it can be."""

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.paths import DataFolder
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role

MARK = "kiosk.damaged"  # a file: the database was seen to be damaged, and is looked through at the next start

# What is taken in again. Not totals: they may have been carried under the old store's id already. Not the
# ledger: a pack is merged again rather than half missed. Not the audit: a chain cannot be joined.
TAKEN = (
    *("record", "idea", "withdrawal", "form", "reply", "signer", "receipt", "annotation", "disclosure"),
    *("quarantine", "snapshot"),
)
ITS_OWN = (settings.STORE_ID, settings.DEVICE_KEY)  # a new database is another one to every office


def mark(folder: DataFolder) -> None:
    """Have the next start look the whole database through."""
    with suppress(OSError):
        (folder.root / MARK).touch(mode=0o600)


def is_marked(folder: DataFolder) -> bool:
    """Whether damage was seen since the database was last found whole or set aside."""
    return (folder.root / MARK).exists()


def unmark(folder: DataFolder) -> None:
    """The database was found whole, or set aside."""
    (folder.root / MARK).unlink(missing_ok=True)


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
    unmark(folder)
    return aside


def take_back(db: Database, folder: DataFolder, aside: Path, clock: Clock) -> int:
    """Take in what the database set aside still gives, and then what the daily copies have besides.

    The newest first; one of a day to come was made by a clock that was wrong, and says nothing of its age.

    How many records that were. The audit has the act, and `untold` the word for the team.
    """
    from kiosk.storage.kept.withdrawal import apply_waiting  # noqa: PLC0415 - which opens databases itself

    day = today(clock).isoformat()
    newest_first = sorted(folder.copies.glob("*.db"), reverse=True)
    copies = sorted(newest_first, key=lambda copy: copy.stem > day)
    with db.atomic():
        records = sum(read_back(db, path) for path in (aside / folder.database.name, *copies))
        apply_waiting(db, today(clock))
        settings.put(db, settings.SET_ASIDE, [*untold(db), {"folder": aside.name, "records": records}])
        audit.note(db, clock, Role.PROGRAM, Act.DATABASE_SET_ASIDE, count=records)
    return records


def untold(db: Database) -> list[dict[str, Any]]:
    """What the team has not been told yet: the `folder` under set-aside, and how many `records` came back."""
    found: list[dict[str, Any]] = settings.get(db, settings.SET_ASIDE, [])
    return found


def was_told(db: Database) -> None:
    """Somebody of the team has read that a database was set aside."""
    settings.put(db, settings.SET_ASIDE, [])


def read_back(db: Database, path: Path) -> int:
    """Take in the rows of the database file `path`, as far as they can be read; how many records were new."""
    taken = {table: _take(db, path, table) for table in TAKEN}
    for row in _readable(path, "setting", ("name", "value")):
        if row[0] not in ITS_OWN:
            _put(db, "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO NOTHING", row)
    return taken["record"]


def _take(db: Database, path: Path, table: str) -> int:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    there = _columns_there(path, table)
    shared = tuple(column for column in columns if column in there)
    marks = ", ".join("?" * len(shared))
    statement = f"INSERT INTO {table} ({', '.join(shared)}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
    return sum(_put(db, statement, row) for row in _readable(path, table, shared)) if shared else 0


def _put(db: Database, statement: str, row: Sequence[Any]) -> int:
    try:
        with db.atomic():
            return int(db.execute(statement, row).rowcount)
    except sqlite3.IntegrityError:
        return 0  # a row that was itself damaged


def _columns_there(path: Path, table: str) -> set[str]:
    try:
        with _opened(path) as source:
            return {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return set()


def _readable(path: Path, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Rows as far as they can be read; the same row may come twice.

    Keys are mostly random hex digits: past an unreadable page, each 256th part of them is looked for apart,
    from its front and from its back.
    """
    query = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - names of our own
    if (yield from _read(path, query, ())):
        return
    edges = ["", *(f"{start:02x}" for start in range(256)), "\U0010ffff"]
    for part in pairwise(edges):
        for order in ("", " DESC"):
            within = f"{query} WHERE {columns[0]} >= ? AND {columns[0]} < ? ORDER BY {columns[0]}{order}"
            if (yield from _read(path, within, part)):
                break


def _read(path: Path, query: str, values: Sequence[str]) -> Generator[tuple[Any, ...], None, bool]:
    """The rows of a query until its end, which is True, or an unreadable page."""
    try:
        with _opened(path) as source:
            yield from source.execute(query, values)
    except sqlite3.DatabaseError:
        return False
    return True


def _opened(path: Path) -> "closing[sqlite3.Connection]":
    """With its WAL, where that still fits. What lies aside is looked at, never written to."""
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    source.text_factory = _as_text
    return closing(source)


def _as_text(raw: bytes) -> str:
    return raw.decode(errors="replace")
