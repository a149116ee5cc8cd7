"""`python -m benchmarks.scale`: one office, and other databases on the same packs; writes docs/scale.md.

Other databases are measured where they are: DuckDB as a Python package, PostgreSQL where `$PSQL` (or psql)
reaches a scratch database. It makes its tables there and drops them again.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.apart import EXPORT, MERGE, apart
from benchmarks.keeping import DAY, answered, fill
from benchmarks.measure import milliseconds
from benchmarks.peers import duckdb_here
from benchmarks.scale.page import page
from benchmarks.written import fixed_task, machine, noise
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.tallies import Mark, raise_tallies
from kiosk.sync.transfer import write_transfer

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIGURES = Path(__file__).with_name("figures.json")
PACKS, ROWS = 10, 20_000
EXPORTS = (10_000, 40_000)
DROP = "DROP TABLE IF EXISTS record, tally"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page-only", action="store_true", help="docs/scale.md from the figures of before")
    if not parser.parse_args().page_only:
        with tempfile.TemporaryDirectory(prefix="kiosk-scale-") as name:
            before, found = fixed_task(), measured(Path(name))
            figures = {"machine": machine(), "noise": noise(before, fixed_task()).spread, **found}
        FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (DOCS / "scale.md").write_text(page(json.loads(FIGURES.read_text("utf-8"))), "utf-8")
    sys.stdout.write("docs/scale.md is written.\n")


def measured(place: Path) -> dict[str, object]:
    """Seconds, MB and bytes, all of them on the same packs."""
    place.chmod(0o755)  # PostgreSQL's own user reads the packs
    written = [_pack(place, number) for number in range(PACKS)]
    size = sum(path.stat().st_size for path in place.glob("packs/*/*"))
    merged, memory = apart(MERGE, place / "office", place / "packs")
    again, _ = apart(MERGE, place / "office", place / "packs")
    kept = (place / "office" / "kiosk.db").stat().st_size
    exports = [_exported(place / f"export{count}", count) for count in EXPORTS]
    return {
        "packs": PACKS,
        "rows": ROWS,
        "transfer_seconds": sorted(written)[PACKS // 2],
        "pack_bytes": size / PACKS,
        "merge_seconds": merged,
        "merge_mb": memory,
        "again_seconds": again,
        "office_bytes": kept,
        "exports": [[count, *facts] for count, facts in zip(EXPORTS, exports, strict=True)],
        "duckdb": _duckdb(place),
        "postgresql": _postgresql(place),
    }


def _pack(place: Path, number: int) -> float:
    """One tablet's transfer pack; how many seconds writing it took."""
    data = DataFolder(place / f"tablet{number}")
    with open_store(data) as store:
        fill(store, ROWS)
        _count(store)
        took = milliseconds(lambda: write_transfer(store, place / "packs")) / 1000
    shutil.rmtree(data.root)
    return took


def _exported(place: Path, count: int) -> tuple[float, float]:
    answered(place, count)
    return apart(EXPORT, place)


def _count(store: Store) -> None:
    with store.write() as db:
        raise_tallies(db, store.store_id, "fair2027", DAY, [Mark("visits", "park"), Mark("language", "en")])


def _duckdb(place: Path) -> Mapping[str, object] | None:
    if not duckdb_here():
        return None
    load = (
        "import sys, time, duckdb; began = time.perf_counter(); db = duckdb.connect('office.duckdb'); "
        "db.execute(open(sys.argv[1]).read()); db.close(); "
        "print(duckdb.__version__, time.perf_counter() - began)"
    )
    command = [sys.executable, "-c", load, str(DOCS / "scale" / "duckdb.sql")]
    ran = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    version, took = ran.stdout.splitlines()[-1].split()  # after a bar of its progress
    return {"version": version, "seconds": float(took), "bytes": (place / "office.duckdb").stat().st_size}


def _postgresql(place: Path) -> Mapping[str, object] | None:
    """A first load, and the same packs again."""
    psql = shlex.split(os.environ.get("PSQL", "psql"))
    ask = [*psql, "-qtAX", "-c"]
    try:
        version = _psql([*ask, "SHOW server_version"], place)
    except (OSError, subprocess.CalledProcessError):
        return None
    for name in ("postgresql-tables.sql", "postgresql-load.sql"):
        shutil.copy(DOCS / "scale" / name, place / name)
        (place / name).chmod(0o644)
    load = [*psql, "-qX", "-f", "postgresql-load.sql"]
    try:
        _psql([*psql, "-qX", "-f", "postgresql-tables.sql"], place)
        first = milliseconds(lambda: _psql(load, place)) / 1000
        again = milliseconds(lambda: _psql(load, place)) / 1000
        size = _psql([*ask, "SELECT pg_total_relation_size('record')"], place)
        rows = _psql([*ask, "SELECT count(*) FROM record"], place)
    finally:
        _psql([*psql, "-qX", "-c", DROP], place)
    assert int(rows) == PACKS * ROWS, "every row is there, once"
    return {"version": version.split()[0], "seconds": first, "again_seconds": again, "bytes": int(size)}


def _psql(command: list[str], place: Path) -> str:
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
