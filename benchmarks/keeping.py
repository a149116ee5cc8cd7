"""What storage, merging and export take, each beside its floor: DATA.md's table of numbers."""

import os
import secrets
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.apart import EXPORT, MERGE, apart
from benchmarks.measure import Row, Series, beside, in_turn, milliseconds
from benchmarks.peers import cli_dump, cli_import, csv_dump, duckdb_here, duckdb_load, insert_all
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import AnswerSet, SealedRecord, hash_of, save, sealed_records
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.schema import ROWS
from kiosk.storage.sealed.keys import SecretKey, make_key
from kiosk.storage.sealed.sealing import unseal
from kiosk.sync.transfer import write_transfer

# A tenth of DATA.md's numbers (a million rows merged and carried, 100,000 opened): all by KIOSK_BENCH_FULL
FULL = bool(os.environ.get("KIOSK_BENCH_FULL"))
PACKS, ROWS_A_PACK = (200, 5_000) if FULL else (20, 5_000)
OPENED = 100_000 if FULL else 10_000
SAVES, WARM = 200, 20
DAY = date(2027, 6, 12)
SEALED = 560  # bytes of a short answer set


def keeping(rounds: int = 5) -> Iterator[Row]:
    """Every row, on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        place = Path(name)
        yield saving(place / "save")
        yield from carrying(place / "carry", rounds)
        yield from merging(place / "merge", rounds)
        yield from reading(place / "read", rounds)


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
            took.append(milliseconds(lambda given=given: save(store, key, given, marks)))
            floor.append(milliseconds(overwrite))
        os.close(handle)
    named = f"overwrite and fdatasync of {written} bytes"
    return beside("save a visit, sealed and durable", Series("save", (*took,)), Series(named, (*floor,)), 2)


def carrying(place: Path, rounds: int) -> Iterator[Row]:
    """One large pack written and read back, beside what else writes the same rows as CSV."""
    count, database, out = PACKS * ROWS_A_PACK, place / "large" / "kiosk.db", place / "out"
    with open_store(DataFolder(place / "large")) as store:
        fill(store, count)
        found = in_turn(
            {
                "transfer": lambda _: write_transfer(store, out),
                "sqlite3 -csv": lambda _: cli_dump(database, place / "cli.csv"),
                "Python's csv": lambda _: csv_dump(database, place / "csv.csv"),
            },
            rounds,
            every=lambda _: shutil.rmtree(out),
        )
    shutil.rmtree(place)
    what = f"transfer of {count:,} records"
    yield beside(what, found["transfer"], found["sqlite3 -csv"], 3)
    yield beside(f"{what}, beside Python's csv", found["transfer"], found["Python's csv"])


def merging(place: Path, rounds: int) -> Iterator[Row]:
    """Packs merged and merged again, beside what else takes in the same files."""
    stick, memory, again = place / "stick", list[float](), list[float]()
    for tablet in range(PACKS):
        with open_store(DataFolder(place / f"tablet{tablet}")) as store:
            fill(store, ROWS_A_PACK)
            write_transfer(store, stick)
        shutil.rmtree(place / f"tablet{tablet}")
    packs = sorted(stick.glob("*/records.csv"))
    peers = {"sqlite3 .import": cli_import, "sqlite-utils insert_all": insert_all}
    peers |= {"DuckDB": duckdb_load} if duckdb_here() else {}
    took: dict[str, list[float]] = {name: [] for name in ("merge", *peers)}
    for number in range(rounds):
        office = place / f"office{number}"
        merged, most = merged_apart(office, stick)
        took["merge"].append(merged)
        memory.append(most)
        again.append(merged_apart(office, stick)[0])
        for name, load in peers.items():
            database = place / "peer.db"
            took[name].append(milliseconds(partial(load, packs, database)))
            for left in place.glob("peer.db*"):
                left.unlink()
        shutil.rmtree(office)
    series = {name: Series(name, tuple(values)) for name, values in took.items()}
    rows = f"{PACKS} packs × {ROWS_A_PACK:,} rows"
    yield beside(f"merge {rows}", series["merge"], series["sqlite3 .import"], 1.5)
    for name in [name for name in peers if name != "sqlite3 .import"]:
        yield beside(f"the same merge, beside {name}", series["merge"], series[name])
    anew = Series("again", tuple(again))
    yield Row("merge them again", anew.median / 1000, 0.5, "s", f"{rows}: {anew}")
    yield Row("memory while merging", max(memory), 256, "MB", f"most of the whole process, {rows}")


def answered(place: Path, count: int) -> SecretKey:
    """A data folder with as many answer sets, and their key beside them as EXPORT reads it."""
    secret = make_key()
    with open_store(DataFolder(place).made()) as store:
        for start in range(0, count, 1000):
            save(store, secret.public, [answers(start + number) for number in range(1000)])
    (place / "bench.key").write_bytes(secret.encryption + secret.signing)
    return secret


def reading(place: Path, rounds: int) -> Iterator[Row]:
    """Every sealed record opened and exported, beside the bare openings over all cores."""
    secret, cores = answered(place, OPENED), os.cpu_count() or 1
    raw = (secret.encryption, secret.signing)
    with open_store(DataFolder(place)) as store:
        records = list(sealed_records(store))
    parts = [(raw, records[core::cores]) for core in range(cores)]
    took, bare, most = list[float](), list[float](), list[float]()
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_open, [(raw, records[:10])] * cores))  # the processes are there
        for _ in range(rounds):
            seconds, memory = apart(EXPORT, place)
            took.append(seconds * 1000)
            most.append(memory)
            bare.append(milliseconds(lambda: list(pool.map(_open, parts))))
    what = f"open and export {OPENED:,} sealed records"
    floor = Series(f"bare opens, {cores} cores", tuple(bare))
    yield beside(what, Series("export", tuple(took)), floor, 1.5)
    yield Row("memory of that export", max(most), None, "MB", f"most of the main process, {OPENED:,} records")


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


def merged_apart(office: Path, stick: Path) -> tuple[float, float]:
    """Milliseconds and MB of a merge in a process of its own."""
    took, memory = apart(MERGE, office, stick)
    return took * 1000, memory


if __name__ == "__main__":
    for row in keeping():
        sys.stdout.write(f"{row}\n")
