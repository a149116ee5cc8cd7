"""A workbook that staff open: headers in sight, filters, widths, text alone, and a sheet that explains."""

from openpyxl import load_workbook

from exports.readable.tables import export_tables
from kiosk.storage.kept.ideas import Idea, put_idea
from kiosk.storage.kept.records import save


def test_a_workbook_is_ready_to_be_read(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"name": "Gurpreet", "bring": "time skill", "yes": "yes"})])
    (path,) = export_tables(office, secret, tmp_path, "xlsx").files
    book = load_workbook(path)
    assert "consents" in book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert {cell.font.b for cell in sheet[1]} == {True}
        assert all(10 <= sheet.column_dimensions[cell.column_letter].width <= 60 for cell in sheet[1])
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
        assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}


def test_the_last_sheet_explains_every_column(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"name": "Gurpreet", "bring": "time skill", "yes": "yes"})])
    put_idea(office.db, Idea("i1", "fair2027", "idea", "A bench", "en", "approved"))
    (path,) = export_tables(office, secret, tmp_path, "xlsx").files
    book = load_workbook(path)
    rows = [[cell.value or "" for cell in row] for row in book["explained"].iter_rows(min_row=2)]
    explained = {(sheet, column): words for sheet, column, words, *_ in rows}
    for sheet in book:
        if sheet.title != "explained":
            assert [(sheet.title, cell.value) for cell in sheet[1]] == [
                one for one in explained if one[0] == sheet.title
            ]
    assert explained["join", "bring"] == "What could you bring?"
    assert explained["join", "bring/time"] == "1 where this was chosen, 0 where not: Time"
    assert [column for column, words in explained.items() if not words] == []
    assert any("pa: ਤੁਸੀਂ ਕੀ ਲਿਆ ਸਕਦੇ ਹੋ?" in row[3] for row in rows)
