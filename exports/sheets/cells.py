"""Cells that no spreadsheet takes for a formula, and that read back as exactly what was written."""

import csv
from pathlib import Path

from openpyxl import load_workbook

# What makes a spreadsheet run a cell instead of showing it; an apostrophe too, so that ours is told apart.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
GUARD = "'"


def guarded(cell: str) -> str:
    """`cell` with a leading apostrophe when it begins with = + - @ tab, a line break or an apostrophe."""
    return GUARD + cell if cell.startswith(RISKY) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell.removeprefix(GUARD)


def read_back(path: Path) -> list[dict[str, str]]:
    """The rows of a table that was exported, CSV or the first sheet of XLSX, every cell as it was given."""
    if path.suffix == ".xlsx":
        sheet = load_workbook(path, read_only=True).worksheets[0]
        header, *rows = [
            ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = [[unguarded(cell) for cell in row] for row in csv.reader(file)]
    return [dict(zip(header, row, strict=True)) for row in rows]
