"""docs/performance.md and benchmarks/results.json, written by a run: no figure is typed in by hand."""

import json
import os
import platform
import re
import sqlite3
import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Row
from benchmarks.missed import WHY
from benchmarks.plot import Growth, svg
from kiosk.storage.database import CHECKED_BYTES

DOCS = Path(__file__).resolve().parents[1] / "docs"
RESULTS = Path(__file__).with_name("results.json")
PACKAGES = ("PySide6-Essentials", "cryptography", "sqlite-utils", "pyxform")
TOO_NOISY = 1.6  # the slowest tenth over the fastest tenth of one fixed task: above it, nothing is judged


@dataclass(frozen=True)
class Noise:
    """How unlike itself one fixed task of some 20 ms was before and after the measurements."""

    spread: float

    @property
    def judged(self) -> bool:
        return self.spread <= TOO_NOISY


def fixed_task(times: int = 25) -> list[float]:
    """Milliseconds of the same sum, over and over."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        sum(number * number for number in range(200_000))
        took.append((time.perf_counter() - began) * 1000)
    return took


def noise(before: Sequence[float], after: Sequence[float]) -> Noise:
    cuts = statistics.quantiles([*before, *after], n=10)
    return Noise(cuts[-1] / cuts[0])


def machine() -> dict[str, str]:
    """What it ran on. Names of parts and versions, never of the machine."""
    facts = {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }
    return facts | {package: version(package) for package in PACKAGES}


def write(rows: Sequence[Row], curves: Sequence[Growth], heard: Noise) -> None:
    """Both files, and a plot for each curve beside the page."""
    kept = {
        "machine": machine(),
        "noise": heard.spread,
        "rows": [{**asdict(row), "met": row.met} for row in rows],
        "growth": [{**asdict(curve), "exponent": curve.exponent} for curve in curves],
    }
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    plots = DOCS / "growth"
    plots.mkdir(parents=True, exist_ok=True)
    for curve in curves:
        (plots / _plot(curve)).write_text(svg(curve), "utf-8")
    (DOCS / "performance.md").write_text(page(rows, curves, heard), "utf-8")


def page(rows: Sequence[Row], curves: Sequence[Growth], heard: Noise) -> str:
    """docs/performance.md."""
    facts = "\n".join(f"| {name} | {fact} |" for name, fact in machine().items())
    found = f"One fixed task took {heard.spread:.2f} times as long in its slowest tenth as in its fastest"
    judged = (
        f"{found}: quiet enough to judge."
        if heard.judged
        else f"**Too noisy to judge.** {found}. The figures stand; what they say of the goals does not."
    )
    table = "\n".join(_line(row, heard) for row in rows)
    missed = "\n".join(f"- **{row.what}**: {_why(row)}" for row in rows if not row.met)
    drawn = "\n".join(f"![{curve.what}, by {curve.of}](growth/{_plot(curve)})" for curve in curves)
    grown = "\n".join(
        f"| {curve.what} | {curve.of} | {_short(curve)} | {curve.exponent:.2f} |" for curve in curves
    )
    return f"""# How fast it is

`make bench` wrote this page; nothing in it is typed in by hand. Each figure stands beside its floor, or what
people would use instead, measured in the same run, turn about. Medians, with the least and the most.

{judged}

| | |
|---|---|
{facts}

## Goals

| What | Reached | Goal | Holds | Measured |
|---|---|---|---|---|
{table}

{"## Where a goal is missed, and why" if missed else "Every goal is met."}

{missed}

## How cost grows

An exponent of 0 is flat, of 1 linear. Saving, and opening a page, must be flat, all else linear at most.
The data folder is looked through for damage as it is opened, up to {CHECKED_BYTES // 2**20} MB: past that,
only after a fault.

| What | By | Cost | Exponent |
|---|---|---|---|
{grown}

{drawn}
""".replace("\n\n\n", "\n\n")


def _line(row: Row, heard: Noise) -> str:
    if row.limit is None:
        return f"| {row.what} | {row.reached:.3g} {row.unit} | | | {row.detail.replace('|', '/')} |"
    holds = ("yes" if row.met else "**no**") if heard.judged or row.met else "not judged"
    detail = row.detail.replace("|", "/")
    return f"| {row.what} | {row.reached:.3g} {row.unit} | ≤ {row.limit:g} {row.unit} | {holds} | {detail} |"


def _why(row: Row) -> str:
    return next((why for start, why in WHY.items() if row.what.startswith(start)), "not looked into yet.")


def _short(curve: Growth) -> str:
    costs = zip(curve.sizes, curve.costs, strict=True)
    return ", ".join(f"{size:,}: {cost:.3g} {curve.unit}" for size, cost in costs)


def _plot(curve: Growth) -> str:
    return re.sub(r"[^a-z]+", "-", curve.what.lower()).strip("-") + ".svg"


def _processor() -> str:
    try:
        facts = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    found = re.search(r"model name\s*:\s*(.+)", facts)
    return found[1].strip() if found else platform.machine()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (ValueError, OSError, AttributeError):
        return "unknown"
