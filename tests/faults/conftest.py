"""What the fault tests counted, and the table that `make faults` writes of it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

REPORT = os.environ.get("KIOSK_FAULTS_REPORT")
ROWS: dict[str, list[int]] = {}
HEAD = """# Reliability

What was done to the storage on purpose, and what was found afterwards. `make faults` writes this page.
*Acknowledged* is what a resident was told is saved, *lost* what of it was not there again. The weak settings
are controls: with them the same replay must lose something, or it could not have noticed.

| fault | tries | acknowledged | lost |
|---|---:|---:|---:|
"""


@pytest.fixture
def counted() -> Callable[[str, int, int, int], None]:
    """Keeps a line of the table: fault, tries, acknowledged, lost; the same fault again adds to it."""

    def keep(fault: str, tries: int, acknowledged: int, lost: int) -> None:
        line = ROWS.setdefault(fault, [0, 0, 0])
        line[:] = (sum(both) for both in zip(line, (tries, acknowledged, lost), strict=True))

    return keep


def pytest_sessionfinish() -> None:
    if REPORT and ROWS:
        lines = [
            f"| {fault} | {' | '.join(f'{number:,}' for number in numbers)} |\n"
            for fault, numbers in sorted(ROWS.items())
        ]
        Path(REPORT).write_text(HEAD + "".join(lines), "utf-8")
