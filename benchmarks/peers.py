"""What people would use instead, on the same files: the sqlite3 command, csv, sqlite-utils, DuckDB."""

import csv
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from sqlite_utils import Database

from kiosk.storage.kept.records import SELECT

COLUMNS = SELECT.replace("sealed FROM", "hex(sealed) FROM") + " ORDER BY id"


def sqlite_cli() -> str:
    """The floor of merging and carrying."""
    found = shutil.which("sqlite3")
    if found is None:
        raise SystemExit("sqlite3, the floor, is not installed: apt-get install sqlite3")
    return found


def cli_dump(database: Path, to: Path) -> None:
    """The sqlite3 command line's CSV mode."""
    with to.open("w") as out:
        subprocess.run([sqlite_cli(), "-csv", "-header", database, COLUMNS], stdout=out, check=True)


def csv_dump(database: Path, to: Path) -> None:
    """Python's csv module."""
    with sqlite3.connect(database) as db, to.open("w", newline="") as out:
        csv.writer(out).writerows(db.execute(COLUMNS))


def cli_import(packs: Sequence[Path], database: Path) -> None:
    """`.import` of every pack, in one transaction, into a table with a primary key."""
    lines = ["PRAGMA journal_mode=WAL;", "CREATE TABLE r(a,b,c,d,e,f,g,h,i,j, PRIMARY KEY(a)) WITHOUT ROWID;"]
    lines += ["BEGIN;", *(f'.import --csv --skip 1 "{path}" r' for path in packs), "COMMIT;"]
    subprocess.run(
        [sqlite_cli(), database], input="\n".join(lines), text=True, check=True, stdout=subprocess.DEVNULL
    )


def insert_all(packs: Sequence[Path], database: Path) -> None:
    """sqlite-utils, as its documentation has it: rows of dictionaries, upserted by their id."""
    db = Database(database)
    for path in packs:
        with path.open(encoding="utf-8", newline="") as file:
            db["records"].insert_all(csv.DictReader(file), pk="id", replace=True)  # type: ignore[union-attr]
    db.close()


def duckdb_here() -> bool:
    return find_spec("duckdb") is not None


def duckdb_load(packs: Sequence[Path], database: Path) -> None:
    """DuckDB, all packs at once, with one row an id."""
    import duckdb  # noqa: PLC0415 - only where it is installed

    with duckdb.connect(str(database)) as db:
        paths = [list(map(str, packs))]
        db.execute("CREATE TABLE records AS SELECT * FROM read_csv(?, all_varchar = true)", paths)
        db.execute("CREATE UNIQUE INDEX by_id ON records (id)")
