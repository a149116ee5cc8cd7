"""Whatever staff write into a cell, the pack's reader finds there; all other cells are as they were."""

import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import read_book, save_book
from kiosk.pack.editing.changing import change_event
from kiosk.pack.editing.draft import Draft, new_draft
from kiosk.pack.editing.event import EventBook, Place, findings_at, key
from kiosk.pack.editing.languages import offer
from kiosk.pack.editing.rows import rows_of
from kiosk.pack.editing.seen import look
from kiosk.pack.staff import sheets
from kiosk.pack.staff.excel import read_workbook
from tests.pack.editing.conftest import cells

# Any sign there is: letters of all scripts, emoji, controls, lines, what looks like a formula or a fault.
WRITTEN = st.one_of(
    st.text(st.characters(), max_size=120),
    st.sampled_from(
        ["=1+1", "=HYPERLINK(1)", "#REF!", "+44", "-1", "@x", "TRUE", "0012", "2027-06-12", "a\nb", ""]
    ),
)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The bytes of a workbook in three languages, with cells that the kiosk does not know."""
    folder = tmp_path_factory.mktemp("own")
    draft = new_draft(folder / "pack")
    change_event(look(draft), offer(["en", "pa", "ur"]))
    book = openpyxl.load_workbook(draft.event_file)
    book["activities"]["J1"], book["activities"]["J3"] = "note", "Ask Kate"
    book["promises"]["I1"] = "can_change::Punjabi (pa)"
    book.create_sheet("Our budget").append(["chairs", 40])
    book.save(draft.event_file)
    return draft.event_file.read_bytes()


@given(data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cell_written_is_read_back_and_no_other_changes(original, data):
    with tempfile.TemporaryDirectory() as folder:
        draft = Draft(Path(folder))
        draft.event_file.write_bytes(original)
        before = cells(draft.event_file)
        opened = read_book(draft.event_file)
        book = EventBook(opened)
        sheet = data.draw(st.sampled_from(["activities", "promises", "consents", "ideas", "profile"]))
        row = data.draw(st.sampled_from(rows_of(book, sheet)))
        ids = [column for column, _ in row.where]
        column = data.draw(st.sampled_from([one for one in sheets.SHEETS[sheet].names if one not in ids]))
        translated = column in sheets.SHEETS[sheet].translated
        language = data.draw(st.sampled_from(book.languages)) if translated else ""
        text = data.draw(WRITTEN)
        row.at(column).put(book, text, language)
        save_book(opened)
        after = cells(draft.event_file)
        found = read_workbook(draft.event_file.read_bytes(), "event.xlsx", sheets.SHEETS).sheet(sheet)
        line = next(one for one in found.rows if one.number == row.row)
        read = found.text(line, column).words.get(language, "") if translated else found.value(line, column)
        assert read == kept(text)
        changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
        assert {where for where, _ in changed} <= {sheet}
        assert len(changed) <= 2, "the cell, and where there was none a header"


def kept(text):
    """What of a text a workbook can hold, as the reader has it."""
    out = "".join(
        sign
        for sign in text
        if sign in "\t\n\r"
        or (ord(sign) >= 32 and not 0xD800 <= ord(sign) < 0xE000 and sign not in "\ufffe\uffff")
    )
    return out.strip().replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()


def test_a_key_that_is_not_there_is_added(seen, read):
    after = change_event(seen, lambda book: key("youth_worker").put(book, "Sam", "pl"))
    assert key("youth_worker").value(EventBook(after.event), "pl") == "Sam"
    sheet = read(seen.draft).sheet("event")
    assert sum(sheet.value(row, "key") == "youth_worker" for row in sheet.filled()) == 1


def test_a_language_that_has_no_column_is_given_one(seen, read):
    place = Place("activities", "title", (("id", "park"),))
    change_event(seen, lambda book: place.put(book, "Parkiga", "so"))
    sheet = read(seen.draft).sheet("activities")
    assert sheet.text(next(sheet.filled()), "title").words["so"] == "Parkiga"
    assert any(header.written == "title::so (so)" for header in sheet.headers)


def test_a_sheet_that_is_not_there_is_made(seen, read):
    book = openpyxl.load_workbook(seen.draft.event_file)
    del book["texts"]
    book.save(seen.draft.event_file)
    place = Place("texts", "text", (("key", "Help"),))
    after = change_event(look(seen.draft), lambda book: place.put(book, "Aid", "en"))
    assert after.mistakes == ()
    assert place.value(EventBook(after.event), "en") == "Aid"


def test_blank_words_are_found_beside_their_language_alone(seen):
    place = Place("promises", "can_change", (("activity", "park"),))
    after = change_event(seen, lambda book: place.put(book, "", "ur"))
    book = EventBook(after.event)
    found = {code: findings_at(after.findings, book, place, code) for code in book.languages}
    assert [code for code, said in found.items() if said] == ["ur"]
    assert findings_at(after.findings, book, place.at("who_decides"), "ur") == ()


def test_a_mistake_is_found_beside_its_cell(seen):
    after = change_event(seen, lambda book: key("date").put(book, "12 June"))
    book = EventBook(after.event)
    assert [one.wrong for one in findings_at(after.findings, book, key("date"))] == ['the date is "12 June"']
    assert findings_at(after.findings, book, key("retention_days")) == ()


def test_what_changed_meanwhile_is_not_overwritten(seen):
    change_event(seen, lambda book: key("date").put(book, "2027-06-13"))
    before = seen.draft.event_file.read_bytes()
    with pytest.raises(KioskError) as told:
        change_event(seen, lambda book: key("date").put(book, "2027-06-14"))
    assert told.value.code is ErrorCode.WORKBOOK_CHANGED
    assert seen.draft.event_file.read_bytes() == before


def test_a_stray_cell_far_away_costs_nothing(seen):
    book = openpyxl.load_workbook(seen.draft.event_file)
    book["activities"]["XFD1048576"] = "oops"
    book["activities"].cell(1048570, 1).value = "oops"
    book.save(seen.draft.event_file)
    again = look(seen.draft)
    assert len(rows_of(EventBook(again.event), "activities")) == 5
