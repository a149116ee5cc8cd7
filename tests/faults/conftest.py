"""What the fault tests counted, and the tables that `make faults` writes of it."""

import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPORT = os.environ.get("KIOSK_FAULTS_REPORT")
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ROWS: dict[str, list[int]] = {}
LOOKED: dict[str, list[int]] = {}
SKIPPED: dict[str, str] = {}
HEAD = f"""# Reliability

What was done to the storage on purpose, and what was found afterwards. `make faults` writes this page.
Here: {platform.system()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}.

*Acknowledged* is what somebody was told is saved, *lost* what of it was not there again, whole, in the end.
The weak settings are controls: with them the same fault must lose something, or it could not have noticed.

| fault | tries | acknowledged | lost |
|---|---:|---:|---:|
"""
LOOK = """
What somebody typed must be nowhere in the clear. *Looked at* are files, pages or places; the controls must
find what was put there for them.

| where | looked at | found |
|---|---:|---:|
"""


@pytest.fixture
def counted() -> Callable[[str, int, int, int], None]:
    """Keeps a line of the table: "1. fault", tries, acknowledged, lost; the same fault again adds to it."""

    def keep(fault: str, tries: int, acknowledged: int, lost: int) -> None:
        _add(ROWS, fault, tries, acknowledged, lost)

    return keep


@pytest.fixture
def looked() -> Callable[[str, int, int], None]:
    """Keeps a line of the second table: "11. where", how many were looked at, how many had it."""

    def keep(where: str, count: int, found: int) -> None:
        _add(LOOKED, where, count, found)

    return keep


@pytest.fixture
def started() -> Callable[..., "subprocess.Popen[str]"]:
    """Starts a script of this folder in a process of its own."""

    def start(script: str, *arguments: object, **more: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, HERE / script, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **more},
        )

    return start


def _add(table: dict[str, list[int]], name: str, *numbers: int) -> None:
    line = table.setdefault(name, [0] * len(numbers))
    line[:] = (sum(both) for both in zip(line, numbers, strict=True))


def _lines(table: dict[str, list[int]]) -> list[str]:
    def order(name: str) -> tuple[int, str]:
        return int(name.partition(".")[0]), name

    return [
        f"| {name} | {' | '.join(f'{n:,}' for n in table[name])} |\n" for name in sorted(table, key=order)
    ]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and isinstance(report.longrepr, tuple):
        SKIPPED[report.nodeid.rpartition("::")[2]] = report.longrepr[2]


def pytest_sessionfinish() -> None:
    if REPORT and ROWS:
        skipped = [f"- {test}: {why.removeprefix('Skipped: ')}\n" for test, why in sorted(SKIPPED.items())]
        left_out = ["\nNot run on this machine:\n\n", *skipped] if skipped else []
        Path(REPORT).write_text("".join([HEAD, *_lines(ROWS), LOOK, *_lines(LOOKED), *left_out]), "utf-8")
