"""`python -m benchmarks [--rounds N] [--json FILE]`: every measurement, beside its floor and its goal."""

import argparse
import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.forms import answering, packing
from benchmarks.keeping import keeping
from benchmarks.measure import Row, table
from benchmarks.pages import page_changes
from benchmarks.start import ROUNDS, start


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each start (at least 5)")
    parser.add_argument("--json", type=Path, help="a file for the rows, for a later run to stand beside")
    chosen = parser.parse_args()
    # Like with like on any machine; QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND= measures on a real screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    rows: list[Row] = [*start(max(5, chosen.rounds)), *page_changes(), *answering(), *packing()]
    rows += keeping()
    print(f"Python {platform.python_version()}, {platform.machine()}; medians, with least and most")
    print(table(rows))
    if chosen.json:
        kept = [{**asdict(row), "met": row.met} for row in rows]
        chosen.json.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
