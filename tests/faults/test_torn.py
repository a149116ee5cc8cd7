"""A write that reaches the disk in part: torn by a power cut, or cut short with an error (an apsw VFS)."""

import os
import random
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field

import pytest

from kiosk.paths import DataFolder
from kiosk.storage import database
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import KEEP, AnswerSet, _row, _sealed
from kiosk.storage.sealed.keys import make_key

apsw = pytest.importorskip("apsw", reason="apsw, with its own SQLite, is not installed")

TRIES = int(os.environ.get("KIOSK_TORN", "40"))  # `make faults` asks for 300
VISITS = 12
SECTOR = 512
ANSWERS = {"/data/a": "swings " * 100}
# The shared memory of a WAL is not apsw's to give: one connection alone needs none.
ALONE = "PRAGMA locking_mode = EXCLUSIVE"


@dataclass
class Disk:
    """A disk whose write number `at` goes wrong in `way`; a torn one is its last."""

    at: int
    way: str
    chance: random.Random
    writes: int = 0
    dead: bool = False
    hit: bool = field(default=False)

    def write(self, pass_on, content: bytes, offset: int) -> None:
        self.writes += 1
        if self.dead:
            raise apsw.IOError
        if self.writes != self.at:
            return pass_on(content, offset)
        self.hit = True
        if self.way == "short":
            pass_on(content[: self.chance.randrange(len(content))], offset)
            raise apsw.FullError
        for start in range(0, len(content), SECTOR):
            if self.chance.random() < 0.5:
                pass_on(content[start : start + SECTOR], offset + start)
        self.dead = True
        raise apsw.IOError


class TornFile(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        super().__init__("", name, flags)
        self._disk = disk

    def xWrite(self, data, offset):
        self._disk.write(super().xWrite, bytes(data), offset)

    def xTruncate(self, size):
        if self._disk.dead:
            raise apsw.IOError
        super().xTruncate(size)

    def xSync(self, flags):
        if self._disk.dead:
            raise apsw.IOError
        super().xSync(flags)


class TornVFS(apsw.VFS):
    def __init__(self, disk):
        self.name = f"torn-{uuid.uuid4()}"
        super().__init__(self.name, "")
        self._disk = disk

    def xOpen(self, name, flags):
        return TornFile(self._disk, name, flags)

    def xDelete(self, name, sync):
        if self._disk.dead:
            raise apsw.IOError
        super().xDelete(name, sync)


@pytest.fixture(scope="module")
def visits():
    """Two records a visit, sealed once for every try."""
    from datetime import date  # noqa: PLC0415

    key = make_key().public
    made = []
    for _ in range(VISITS):
        two = [
            AnswerSet(
                *(str(uuid.uuid4()), uuid.uuid4().hex * 2, "fair2027", "park", "1.0", date(2027, 6, 12)),
                *(ANSWERS, "en"),
            )
            for _ in range(2)
        ]
        made.append([_row(_sealed(key, one)) for one in two])
    return made


def saved_on(disk: Disk, path, setup, visits) -> Iterator[str]:
    """Saves visits as the kiosk does, by its own settings and statement; the ids that were acknowledged."""
    vfs = TornVFS(disk)
    try:
        with closing(apsw.Connection(str(path), vfs=vfs.name)) as db:
            for statement in (ALONE, *setup):
                db.execute(statement)
            for rows in visits:
                try:
                    with db:
                        db.executemany(KEEP, rows)
                except apsw.Error:
                    if disk.dead:
                        return
                    continue  # told, and the next resident comes
                yield from (row[0] for row in rows)
    except apsw.Error:
        return  # the power went while it was opened or closed
    finally:
        vfs.unregister()


def lost_after(folder, told) -> int:
    """How many of `told` are not there whole at the next start; all of them when it is damaged."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(folder.database)) as db:
        if db.execute("PRAGMA integrity_check").fetchone()[0] == "ok":
            return len(told - {row[0] for row in db.execute("SELECT id FROM record")})
    return len(told) or 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # SQLite tells it too
@pytest.mark.slow
@pytest.mark.parametrize("way", ["torn", "short"])
@pytest.mark.parametrize("safe", [True, False], ids=["safe", "weak"])
def test_a_write_that_is_not_whole(tmp_path, way, safe, visits, counted):
    setup = database.SETUP if safe else ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
    chance, acknowledged, lost, hits = random.Random(5), 0, 0, 0
    for number in range(TRIES):
        folder = DataFolder(tmp_path / str(number))
        with open_store(folder):
            pass
        disk = Disk(chance.randrange(1, 12 * VISITS if safe else 5 * VISITS), way, chance)
        told = set(saved_on(disk, folder.database, setup, visits))
        acknowledged += len(told)
        lost += lost_after(folder, told)
        hits += disk.hit
    assert hits > TRIES / 2, "the fault must have come"
    counted(f"5. {way} write" + ("" if safe else ", no journal (weak control)"), hits, acknowledged, lost)
    if safe:
        assert lost == 0
    else:
        assert lost > 0, "the test must be able to see a loss"
