"""What storage, merging and export take, each beside its floor: DATA.md's table of numbers."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from benchmarks.measure import Row, Series, beside
from exports.tables import export_tables
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.keys import SecretKey, make_key
from kiosk.storage.records import SELECT, AnswerSet, SealedRecord, hash_of, save, sealed_records
from kiosk.storage.schema import ROWS
from kiosk.storage.sealing import unseal
from kiosk.storage.tallies import Mark
from kiosk.sync.transfer import write_transfer

# A tenth of DATA.md's numbers (a million rows merged and carried, 100,000 opened): all by KIOSK_BENCH_FULL
FULL = bool(os.environ.get("KIOSK_BENCH_FULL"))
PACKS, ROWS_A_PACK = (200, 5_000) if FULL else (20, 5_000)
OPENED = 100_000 if FULL else 10_000
SAVES, WARM = 200, 20
DAY = date(2027, 6, 12)
SEALED = 560  # bytes of a short answer set
CLI = shutil.which("sqlite3")


def keeping() -> Iterator[Row]:
    """Every row, on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        place = Path(name)
        yield saving(place / "save")
        if CLI is None:
            raise SystemExit("sqlite3, the floor, is not installed: apt-get install sqlite3")
        yield from carrying(place / "carry", CLI)
        yield reading(place / "read")


def answers(number: int = 0) -> AnswerSet:
    given = {f"/data/q{question}": f"answer {number} to {question}" for question in range(8)}
    return AnswerSet(str(uuid.uuid4()), secrets.token_hex(32), "fair2027", "park", "1.0", DAY, given, "en")


def saving(place: Path) -> Row:
    """A visit, sealed and durable, beside overwriting and syncing the same bytes."""
    key, marks = make_key().public, [Mark("visits", "park"), Mark("language", "en"), Mark("size", "large")]
    took, floor, wal = [], [], place / "kiosk.db-wal"
    with open_store(DataFolder(place)) as store:
        save(store, key, [answers()], marks)
        before = wal.stat().st_size
        for number in range(WARM):
            save(store, key, [answers(number)], marks)
        written = max(4096, (wal.stat().st_size - before) // WARM)
        block, handle = secrets.token_bytes(written), os.open(place / "floor", os.O_RDWR | os.O_CREAT, 0o600)
        os.write(handle, block)
        os.fsync(handle)

        def overwrite() -> None:
            os.pwrite(handle, block, 0)
            os.fdatasync(handle)

        for number in range(SAVES):  # turn about: both meet the same load
            given = [answers(number)]
            took.append(_milliseconds(lambda given=given: save(store, key, given, marks)))
            floor.append(_milliseconds(overwrite))
        os.close(handle)
    named = f"overwrite and fdatasync of {written} bytes"
    return beside("save a visit, sealed and durable", Series("save", (*took,)), Series(named, (*floor,)), 2)


def carrying(place: Path, cli: str) -> Iterator[Row]:
    """Packs written, merged and merged again, beside the sqlite3 command line on the same rows."""
    stick, count = place / "stick", PACKS * ROWS_A_PACK
    for tablet in range(PACKS):
        with open_store(DataFolder(place / f"tablet{tablet}")) as store:
            fill(store, ROWS_A_PACK)
            write_transfer(store, stick)
    with open_store(DataFolder(place / "large")) as store:
        fill(store, count)
        carried = _milliseconds(lambda: write_transfer(store, place / "other"))
    database = place / "large" / "kiosk.db"
    columns = SELECT.replace("sealed FROM", "hex(sealed) FROM")
    dump = [cli, "-csv", "-header", str(database), columns + " ORDER BY id"]
    dumped = [_milliseconds(lambda: _run(dump, stdout=place / "floor.csv")) for _ in range(3)]
    what = f"transfer of {count:,} records"
    yield beside(what, Series("transfer", (carried,)), Series("sqlite3 -csv", (*dumped,)), 3)
    packs = sorted(stick.glob("*/records.csv"))
    lines = ["PRAGMA journal_mode=WAL;", "CREATE TABLE r(a,b,c,d,e,f,g,h,i,j, PRIMARY KEY(a)) WITHOUT ROWID;"]
    lines += ["BEGIN;", *(f'.import --csv --skip 1 "{path}" r' for path in packs), "COMMIT;"]
    floor = _milliseconds(lambda: _run([cli, str(place / "floor.db")], given="\n".join(lines)))
    merged, memory = _merged(place / "office", stick)
    again, _ = _merged(place / "office", stick)
    rows = f"{PACKS} packs × {ROWS_A_PACK:,} rows"
    yield beside(f"merge {rows}", Series("merge", (merged,)), Series("sqlite3 .import", (floor,)), 1.5)
    yield Row("merge them again", again / 1000, 0.5, "s", rows)
    yield Row("memory while merging", memory, 256, "MB", f"most of the whole process, {rows}")


def reading(place: Path) -> Row:
    """Every sealed record opened and exported, beside the bare openings over all cores."""
    secret = make_key()
    with open_store(DataFolder(place)) as store:
        for start in range(0, OPENED, 1000):
            save(store, secret.public, [answers(start + number) for number in range(1000)])
        took = _milliseconds(lambda: export_tables(store, secret, place / "out"))
        records = list(sealed_records(store))
    cores = os.cpu_count() or 1
    raw = (secret.encryption, secret.signing)
    parts = [(raw, records[core::cores]) for core in range(cores)]
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_open, [(raw, records[:10])] * cores))  # the processes are there
        floor = _milliseconds(lambda: list(pool.map(_open, parts)))
    what = f"open and export {OPENED:,} sealed records"
    return beside(what, Series("export", (took,)), Series(f"bare opens, {cores} cores", (floor,)), 1.5)


def _open(part: tuple[tuple[bytes, bytes], Sequence[SealedRecord]]) -> int:
    raw, records = part
    secret = SecretKey(*raw)
    return sum(len(unseal(secret, record.clear, record.sealed)) for record in records)


def fill(store: Store, count: int) -> None:
    """Records as a tablet would have them; what is sealed in them is chance, for nobody opens it here."""
    rows = []
    for _ in range(count):
        record = SealedRecord(
            *(str(uuid.uuid4()), "0" * 32, "fair2027", "park", "1.0", DAY.isoformat(), 1, 0),
            *(secrets.token_hex(32), secrets.token_bytes(SEALED)),
        )
        rows.append((*(getattr(record, name) for name in record.__dataclass_fields__), hash_of(record)))
    with store.write() as db:
        db.conn.executemany(ROWS, rows)


MERGE = """
import resource, sys, time
from pathlib import Path
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.sync.merge import merge
with open_store(DataFolder(Path(sys.argv[1]))) as office:
    start = time.perf_counter()
    merge(office, [Path(sys.argv[2])], practice=True)
    print(1000 * (time.perf_counter() - start), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def _merged(office: Path, stick: Path) -> tuple[float, float]:
    """Milliseconds and MB of a merge in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", MERGE, office, stick], capture_output=True, text=True, check=True
    )
    took, memory = ran.stdout.split()
    return float(took), float(memory)


def _run(command: Sequence[str], given: str = "", stdout: Path | None = None) -> None:
    with (stdout or Path(os.devnull)).open("w") as out:
        subprocess.run(command, input=given, stdout=out, text=True, check=True)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    for row in keeping():
        sys.stdout.write(f"{row}\n")
