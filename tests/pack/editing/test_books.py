"""Workbooks that staff's pages write: whole, atomic, nothing lost, nothing of somebody else's overwritten."""

import shutil
import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import read_book, save_book
from kiosk.pack.editing.table import table_of
from kiosk.pack.starter import write_starter
from tests.pack.editing.conftest import cells


@pytest.fixture
def event(tmp_path):
    write_starter(tmp_path / "pack")
    return tmp_path / "pack" / "event.xlsx"


def put(path, sheet, row, column, value):
    opened = read_book(path)
    table_of(opened, sheet).put(row, column, value)
    return opened


def test_one_cell_is_written_and_all_others_are_as_they_were(event):
    before = cells(event)
    save_book(put(event, "event", 3, "value", "Summer fair"))
    after = cells(event)
    changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert changed == {("event", "B3")}
    assert after["event", "B3"][:2] == ("Summer fair", "s")


def test_drop_downs_and_widths_stay(event):
    before = openpyxl.load_workbook(event)["activities"]
    save_book(put(event, "event", 3, "value", "Summer fair"))
    after = openpyxl.load_workbook(event)["activities"]
    offered = [(str(one.sqref), one.formula1) for one in before.data_validations.dataValidation]
    assert offered
    assert [(str(one.sqref), one.formula1) for one in after.data_validations.dataValidation] == offered
    assert after.column_dimensions["D"].width == before.column_dimensions["D"].width


def test_a_text_that_begins_like_a_formula_is_a_text(event):
    save_book(put(event, "event", 3, "value", "=1+1"))
    assert cells(event)["event", "B3"][:2] == ("=1+1", "s")
    assert read_book(event).losses == ()


@pytest.mark.parametrize("mark", ["~$event.xlsx", ".~lock.event.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_left_alone(event, mark):
    before = event.read_bytes()
    opened = put(event, "event", 3, "value", "Summer fair")
    event.with_name(mark).touch()
    with pytest.raises(KioskError) as told:
        save_book(opened)
    assert told.value.code is ErrorCode.WORKBOOK_OPEN
    assert event.read_bytes() == before


def test_a_workbook_that_changed_meanwhile_is_not_overwritten(event):
    opened = put(event, "event", 3, "value", "Summer fair")
    save_book(put(event, "event", 3, "value", "Autumn fair"))
    before = event.read_bytes()
    with pytest.raises(KioskError) as told:
        save_book(opened)
    assert told.value.code is ErrorCode.WORKBOOK_CHANGED
    assert event.read_bytes() == before


def test_what_was_saved_can_be_changed_again(event):
    opened = put(event, "event", 3, "value", "Summer fair")
    save_book(opened)
    table_of(opened, "event").put(3, "value", "Autumn fair")
    save_book(opened)
    assert cells(event)["event", "B3"][0] == "Autumn fair"


def test_a_full_disk_leaves_the_workbook_as_it_was(event, monkeypatch):
    before = event.read_bytes()
    opened = put(event, "event", 3, "value", "Summer fair")

    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.pack.editing.book.os.fsync", full)
    with pytest.raises(KioskError) as told:
        save_book(opened)
    assert told.value.code is ErrorCode.DISK_FULL
    assert event.read_bytes() == before
    assert [path.name for path in event.parent.glob(".*")] == []


def with_part(path, name, content=b"<x/>"):
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)


def with_chart(path):
    book = openpyxl.load_workbook(path)
    chart = BarChart()
    chart.add_data(Reference(book["profile"], min_col=4, min_row=2, max_row=4))
    book["profile"].add_chart(chart, "F2")
    book.save(path)


def with_picture(path):
    from PIL import Image as Drawn  # noqa: PLC0415 - one picture

    content = BytesIO()
    Drawn.new("RGB", (2, 2)).save(content, "PNG")
    book = openpyxl.load_workbook(path)
    book["event"].add_image(Image(content), "E2")
    book.save(path)


def with_formula(path):
    book = openpyxl.load_workbook(path)
    book["event"]["B3"] = '="Our " & "fair"'
    book.save(path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (with_chart, "pictures, drawings or charts"),
        (with_formula, "formulas (event, B3)"),
        (lambda path: with_part(path, "xl/threadedComments/threadedComment1.xml"), "comments with answers"),
        (lambda path: with_part(path, "docMetadata/LabelInfo.xml"), "a label or signature"),
        (lambda path: with_part(path, "xl/novelty.xml"), "xl/novelty.xml"),
    ],
)
def test_what_would_lose_something_stays_excels(event, spoil, said):
    spoil(event)
    before = event.read_bytes()
    opened = put(event, "event", 4, "value", "The library")
    assert said in ", ".join(opened.losses)
    with pytest.raises(KioskError) as told:
        save_book(opened)
    assert told.value.code is ErrorCode.WORKBOOK_KEPT
    assert event.read_bytes() == before


def test_a_workbook_with_a_picture_stays_excels(event):
    pytest.importorskip("PIL")
    with_picture(event)
    assert read_book(event).losses == ("pictures, drawings or charts",)


def test_an_old_excel_file_stays_excels(tmp_path):
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    opened = read_book(path)
    assert opened.losses and opened.book is None
    assert table_of(opened, "event") is None


def test_words_in_two_colours_and_notes_stay(event):
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415 - one cell
    from openpyxl.cell.text import InlineFont  # noqa: PLC0415

    book = openpyxl.load_workbook(event)
    book["event"]["D4"] = CellRichText("Ask ", TextBlock(InlineFont(b=True), "Kate"), " first")
    book["event"]["D4"].comment = Comment("mine", "Kate")
    book.save(event)
    before = cells(event)
    save_book(put(event, "event", 3, "value", "Summer fair"))
    after = cells(event)
    assert str(after["event", "D4"][0]) == "Ask Kate first"
    assert isinstance(after["event", "D4"][0], CellRichText)
    assert after["event", "D4"] == before["event", "D4"]


def test_a_damaged_workbook_is_told(event):
    event.write_bytes(event.read_bytes()[:900])
    with pytest.raises(KioskError) as told:
        read_book(event)
    assert told.value.code is ErrorCode.PACK_UNREADABLE


def test_a_workbook_that_went_away_is_told(event):
    opened = put(event, "event", 3, "value", "Summer fair")
    shutil.rmtree(event.parent)
    with pytest.raises(KioskError) as told:
        save_book(opened)
    assert told.value.code is ErrorCode.PACK_NOT_FOUND
