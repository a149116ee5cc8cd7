"""Small workbooks, written by the tests as tables of text."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Cells = Mapping[tuple[str, str], Any]

GOOD_FORM = """
# survey
type | name | label
text | why | Why is that?
# settings
form_title | form_id | version
Park | park | 3
"""
GOOD_EVENT = """
# event
key | value
event_id | fair-1
title | Our fair
organiser | The library
urgent_help | In danger, call 999.
# activities
id | form | kind | title
park | park.xlsx | questions | Help shape the park
# promises
activity | rung | can_change | cannot_change | who_decides | residents_decide | by_when | next_steps
park | consult | The paths. | The money. | The park team. | no | 30 September. | We read it all.
"""


def workbook_bytes(text: str, cells: Cells | None = None) -> bytes:
    """A workbook from text: "# sheet" begins a sheet, a line is a row, " | " parts its cells.

    `cells` puts typed values at (sheet, "B3").
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet = None
    for line in text.strip().splitlines():
        if line.startswith("# "):
            sheet = book.create_sheet(line[2:])
        else:
            assert sheet is not None
            sheet.append([part.strip().replace("¶", "\n") or None for part in line.split("|")])
    for (name, place), value in (cells or {}).items():
        book[name][place] = value
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.fixture
def book() -> Callable[..., bytes]:
    return workbook_bytes


@pytest.fixture
def form_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes one XLSForm and says where."""

    def write(text: str = GOOD_FORM, cells: Cells | None = None, name: str = "park.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(workbook_bytes(text, cells))
        return path

    return write


@pytest.fixture
def pack_folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack: event.xlsx, forms by name, other files by place."""

    def write(
        event: str = GOOD_EVENT,
        forms: Mapping[str, str] | None = None,
        files: Mapping[str, bytes] | None = None,
        cells: Cells | None = None,
    ) -> Path:
        folder = tmp_path / "fair"
        for inner in ("forms", "media", "data"):
            (folder / inner).mkdir(parents=True, exist_ok=True)
        (folder / "event.xlsx").write_bytes(workbook_bytes(event, cells))
        for name, text in (forms or {"park.xlsx": GOOD_FORM}).items():
            (folder / "forms" / name).write_bytes(workbook_bytes(text))
        for place, data in (files or {}).items():
            (folder / place).write_bytes(data)
        return folder

    return write


@pytest.fixture
def good_event() -> str:
    return GOOD_EVENT


@pytest.fixture
def good_form() -> str:
    return GOOD_FORM


@pytest.fixture
def real_forms() -> Path:
    """Real XLSForms, not part of the project: tried where they stand beside the checkout."""
    folder = Path(__file__).parents[3] / "shared" / "real-forms"
    if not folder.is_dir():
        pytest.skip("the real forms are not beside this checkout")
    return folder
