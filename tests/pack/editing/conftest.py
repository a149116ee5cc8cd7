"""A draft of the practice event, with things in it that the kiosk does not know."""

import openpyxl
import pytest
from openpyxl.comments import Comment

from kiosk.pack.editing.draft import copy_draft
from kiosk.pack.editing.event import EventBook
from kiosk.pack.editing.seen import look
from kiosk.pack.staff import sheets
from kiosk.resources import practice_pack


def cells(path):
    """Every cell of every sheet that says something or is dressed: value, type, style and note."""
    book = openpyxl.load_workbook(path, rich_text=True)
    return {
        (sheet.title, cell.coordinate): (
            cell.value, cell.data_type, cell.number_format, cell.font.b, cell.fill.fgColor.rgb,
            cell.comment and cell.comment.text,
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None or cell.comment
    }  # fmt: skip


@pytest.fixture
def draft(tmp_path):
    made = copy_draft(practice_pack(), tmp_path / "mine")
    book = openpyxl.load_workbook(made.event_file)
    book["activities"]["Z1"], book["activities"]["Z3"] = "note", "Ask Kate"
    book["activities"]["Z3"].comment = Comment("mine", "Kate")
    book["promises"]["BA2"] = 12.5
    own = book.create_sheet("Our budget")
    own.append(["chairs", 40])
    book.save(made.event_file)
    return made


@pytest.fixture
def seen(draft):
    return look(draft)


@pytest.fixture
def book(seen):
    return EventBook(seen.event)


@pytest.fixture
def read():
    """What the pack's reader makes of a draft's event.xlsx, as rows of text."""
    from kiosk.pack.staff.excel import read_workbook  # noqa: PLC0415 - as the reader does

    def rows(draft):
        return read_workbook(draft.event_file.read_bytes(), "event.xlsx", sheets.SHEETS)

    return rows
