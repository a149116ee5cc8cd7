"""Half-typed, locked, changed elsewhere, broken: it is said, nothing is lost, and no page falls over."""

import openpyxl
import pytest

from kiosk.pack.editing.event import key
from ui.viewmodels.office.editing.rooms import ROOMS

PASSPHRASE = "river lamp garden copper"


def type_title(model, press, words="Summer fair"):
    press("Title, place and date", "Title")
    model.write("en", words)


def test_back_asks_and_throwing_away_leaves_the_workbook(with_draft, model, press):
    before = model.draft.event_file.read_bytes()
    type_title(model, press)
    press("Back")
    assert with_draft.heading == "Keep what you typed?"
    press("Throw it away")
    assert with_draft.heading == "Title, place and date"
    assert model.draft.event_file.read_bytes() == before
    press("Title")
    assert model.written("en") == "Tipton Community Day"


def test_back_asks_and_keeping_saves(model, press, written):
    type_title(model, press)
    press("Back", "Save it")
    assert key("title").value(written(), "en") == "Summer fair"


def test_back_from_the_question_goes_on_typing(with_draft, model, press):
    type_title(model, press)
    press("Back", "Back")
    assert with_draft.heading == "Title"
    assert model.written("en") == "Summer fair"


def test_back_without_a_change_asks_nothing(with_draft, press):
    press("Title, place and date", "Title", "Back")
    assert with_draft.heading == "Title, place and date"


def test_what_was_half_typed_comes_again_after_the_lock(with_draft, model, press, finished):
    type_title(model, press)
    with_draft.wait(120)
    assert with_draft.page == "team-gate"
    assert not with_draft.sees("Summer fair")
    gate = with_draft.model.team.leaf.model
    gate.write("passphrase", PASSPHRASE)
    gate.forward()
    finished(with_draft)
    assert with_draft.heading == "Title"
    assert with_draft.sees("You had typed this. It is not saved yet.")
    assert model.written("en") == "Summer fair"


@pytest.mark.parametrize("mark", ["~$event.xlsx", ".~lock.event.xlsx#"])
def test_a_workbook_open_in_excel_is_not_written(with_draft, model, press, written, mark):
    type_title(model, press)
    lock = model.draft.event_file.with_name(mark)
    lock.touch()
    before = model.draft.event_file.read_bytes()
    press("Save")
    assert with_draft.sees("event.xlsx is open in another program. Nothing was changed.")
    assert model.draft.event_file.read_bytes() == before
    assert model.written("en") == "Summer fair", "what was typed is still there"
    lock.unlink()
    press("Save")
    assert key("title").value(written(), "en") == "Summer fair"


def change_elsewhere(draft, cell, value):
    book = openpyxl.load_workbook(draft.event_file)
    book["event"][cell] = value
    book.save(draft.event_file)


def test_a_workbook_changed_meanwhile_is_not_overwritten(with_draft, model, press, written):
    type_title(model, press)
    change_elsewhere(model.draft, "C3", "Autumn fair")
    press("Save")
    assert with_draft.sees("event.xlsx was changed elsewhere meanwhile. Nothing was overwritten.")
    assert key("title").value(written(), "en") == "Autumn fair"
    assert model.fields[0]["note"] == "It was changed elsewhere. It says now: Autumn fair"
    press("Save")
    assert key("title").value(written(), "en") == "Summer fair"


def test_another_cell_changed_meanwhile_is_kept(with_draft, model, press, written):
    press("Title, place and date", "Place")
    model.write("en", "The square")
    change_elsewhere(model.draft, "C3", "Autumn fair")
    press("Save", "Save")
    assert key("title").value(written(), "en") == "Autumn fair"
    assert key("venue").value(written(), "en") == "The square"


def test_a_workbook_with_formulas_is_shown_and_left_to_excel(with_draft, model, press, finished):
    change_elsewhere(model.draft, "C3", '="Our " & "fair"')
    with_draft.wait(1)
    finished(with_draft)
    press("Title, place and date")
    assert with_draft.sees("formulas (event, C3)")
    assert with_draft.heading == "Event mine"


def no_sheets(book):
    for name in book.sheetnames[1:]:
        del book[name]
    book.worksheets[0].title = "Sheet1"


def blank_headers(book):
    for sheet in book.worksheets:
        for cell in sheet[1]:
            cell.value = None


def strange(book):
    book["event"]["A1"], book["event"]["B1"] = 12, "::"
    book["activities"]["A2"], book["activities"]["A3"] = None, None
    book["activities"].append(["park"] * 9)
    book["promises"]["A2"], book["promises"]["B3"] = "nowhere", "most of all"
    book["consents"]["C2"], book["consents"]["D2"] = "because", 3.5
    book["profile"]["C2"] = "a third"
    book["texts"].append([None, "x", "y"])
    book["texts"].append(["Nobody says this"])
    book["ideas"]["A2"] = "#REF!"


def two_defaults(book):
    sheet = book["event"]
    sheet.append(["default_language", "xx"])
    sheet.append(["languages", ";;,,"])
    sheet.append(["title", None])
    sheet["A2"] = "title"


@pytest.mark.parametrize("spoil", [no_sheets, blank_headers, strange, two_defaults])
def test_no_page_falls_over_whatever_staff_wrote_elsewhere(with_draft, model, finished, spoil):
    book = openpyxl.load_workbook(model.draft.event_file)
    spoil(book)
    book.save(model.draft.event_file)
    with_draft.wait(1)
    finished(with_draft)
    for room in (room for room in ROOMS if room.page):
        for place in range(3):
            model.home()
            finished(with_draft)
            model.choose(room.id)
            if place < len(model.now.choices) and not model.now.choices[place].several:
                model.choose(model.now.choices[place].id)
                finished(with_draft)
            assert model.now is not None
            with_draft.screen.settle()
    assert model.seen is not None


def test_a_workbook_that_cannot_be_read_is_told(with_draft, model, press, finished):
    model.draft.event_file.write_bytes(b"PK\x03\x04 nothing")
    with_draft.wait(1)
    finished(with_draft)
    press("Title, place and date")
    assert with_draft.sees("event.xlsx cannot be read. Mend it in Excel first.")


def test_a_draft_that_went_away_leads_to_the_choice_of_another(with_draft, model, press):
    import shutil  # noqa: PLC0415 - for this alone

    shutil.rmtree(model.draft.folder)
    press("Overview", "The event")
    assert with_draft.heading == "Which event?"
