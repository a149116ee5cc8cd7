"""`python -m benchmarks [--rounds N] [--only NAME]`: every measurement, beside its floor and its goal."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable

from benchmarks.expressions import expressions
from benchmarks.forms import answering, packing
from benchmarks.growth import growth
from benchmarks.keeping import keeping
from benchmarks.measure import Row
from benchmarks.memory import memory
from benchmarks.pages import page_changes
from benchmarks.report import reporting
from benchmarks.speech import speech
from benchmarks.start import ROUNDS, start
from benchmarks.written import fixed_task, noise, write

LEAST_ROUNDS = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each start (at least 5)")
    parser.add_argument("--only", help="one group, printed and not written: " + ", ".join(GROUPS))
    chosen = parser.parse_args()
    # Like with like on any machine; QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND= measures on a real screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    groups = {chosen.only: GROUPS[chosen.only]} if chosen.only else GROUPS
    before, rows = fixed_task(), []
    for measured in groups.values():
        for row in measured(max(LEAST_ROUNDS, chosen.rounds)):
            rows.append(row)
            print(row, flush=True)
    if chosen.only:
        return 0
    curves = []
    for curve in growth():
        curves.append(curve)
        print(f"{curve.what} by {curve.of}: exponent {curve.exponent:.2f}", flush=True)
    write(rows, curves, noise(before, fixed_task()))
    print("docs/performance.md and benchmarks/results.json are written.")
    return 0


GROUPS: dict[str, Callable[[int], Iterable[Row]]] = {
    "start": start,
    "pages": lambda _rounds: page_changes(),
    "memory": lambda _rounds: memory(),
    "answers": lambda _rounds: answering(),
    "expressions": expressions,
    "packs": lambda _rounds: packing(),
    "keeping": lambda rounds: keeping(min(rounds, LEAST_ROUNDS)),
    "report": lambda _rounds: reporting(),
    "speech": speech,
}

if __name__ == "__main__":
    sys.exit(main())
