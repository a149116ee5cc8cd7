"""Replies written into workbooks: each in its place, all else as it was, and read back the same."""

import openpyxl
import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.editing.replies import new_book, put_replies
from kiosk.pack.library import open_pack
from kiosk.pack.model import Reply, Text
from kiosk.pack.starter import write_starter
from kiosk.storage.sealed.reference import new_reference


def reply(identity, **facts):
    usual = {"date": "2027-07-01", "status": "done", "theme": Text({"en": "Swings"})}
    texts = {
        "said": Text({"en": "More swings.", "pa": "ਹੋਰ ਝੂਲੇ।"}),
        "did": Text({"en": "Two."}),
        "because": Text(),
    }
    return Reply(identity, **{**usual, **texts, **facts})


@pytest.fixture
def event(tmp_path):
    write_starter(tmp_path / "pack")
    return tmp_path / "pack" / "event.xlsx"


@pytest.fixture
def event_id(event):
    return open_pack(event.parent, None).event.id


def cells(path, *, without=()):
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format, cell.font.b)
        for sheet in book.worksheets
        if sheet.title not in without
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def test_a_new_reply_is_read_back_as_it_was_and_all_else_is_as_before(event, event_id):
    others = cells(event, without=("replies",))
    pack = open_pack(event.parent, None)
    before, activity = pack.replies, pack.activities[0].id
    one = reply("swings", activity=activity, by_when="2027-12-09", references=(new_reference(),))
    assert put_replies(event, [one], event_id) == (1, 0)
    assert open_pack(event.parent, None).replies == (*before, one)
    assert cells(event, without=("replies",)) == others
    assert [found for found in check_pack(event.parent) if found.sheet == "replies" and found.row == 3] == []


def test_the_same_again_writes_nothing(event, event_id):
    put_replies(event, [reply("swings")], event_id)
    before = event.read_bytes()
    assert put_replies(event, [reply("swings")], event_id) == (0, 0)
    assert event.read_bytes() == before


def test_a_reply_that_is_there_is_changed_in_its_place(event, event_id):
    put_replies(event, [reply("swings"), reply("bins")], event_id)
    changed = reply("swings", status="doing", because=Text({"en": "They are late."}))
    assert put_replies(event, [changed], event_id) == (0, 1)
    found = open_pack(event.parent, None).replies
    assert [one.id for one in found][-2:] == ["swings", "bins"]
    assert found[-2] == changed


def test_a_translation_stays_while_what_it_translates_stays(event, event_id):
    put_replies(event, [reply("swings")], event_id)
    untranslated = reply("swings", said=Text({"en": "More swings."}))
    put_replies(event, [untranslated], event_id)
    assert open_pack(event.parent, None).replies[-1].said.words["pa"] == "ਹੋਰ ਝੂਲੇ।"
    put_replies(event, [reply("swings", said=Text({"en": "More slides."}))], event_id)
    assert open_pack(event.parent, None).replies[-1].said.words == {"en": "More slides."}


def test_references_that_are_there_stay_and_others_join_them(event, event_id):
    one, two = new_reference(), new_reference()
    put_replies(event, [reply("swings", references=(one,))], event_id)
    put_replies(event, [reply("swings", references=(two,))], event_id)
    assert open_pack(event.parent, None).replies[-1].references == (one, two)


def test_in_the_workbook_of_another_event_it_answers_no_promise_there(event):
    put_replies(event, [reply("swings", activity="park")], "another-event")
    assert open_pack(event.parent, None).replies[-1].activity == ""


def test_a_workbook_without_the_sheet_gets_one(event, event_id):
    book = openpyxl.load_workbook(event)
    del book["replies"]
    book.save(event)
    put_replies(event, [reply("swings")], event_id)
    assert [one.id for one in open_pack(event.parent, None).replies] == ["swings"]


def test_a_workbook_of_their_own_has_headers_with_notes_and_the_replies(tmp_path):
    new_book(tmp_path / "replies.xlsx", [reply("swings"), reply("bins")], "fair")
    sheet = openpyxl.load_workbook(tmp_path / "replies.xlsx")["replies"]
    assert [cell.value for cell in sheet["A"]] == ["id", "swings", "bins"]
    assert sheet["A1"].comment
    assert sheet.data_validations.dataValidation


def test_what_is_excels_alone_stays_as_it_is(event, event_id):
    book = openpyxl.load_workbook(event)
    book["event"]["B3"] = '="Our " & "fair"'
    book.save(event)
    before = event.read_bytes()
    with pytest.raises(KioskError) as told:
        put_replies(event, [reply("swings")], event_id)
    assert told.value.code is ErrorCode.WORKBOOK_KEPT
    assert event.read_bytes() == before


def test_an_old_excel_file_is_told_of(tmp_path):
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with pytest.raises(KioskError) as told:
        put_replies(tmp_path / "old.xls", [reply("swings")], "fair")
    assert told.value.code is ErrorCode.WORKBOOK_KEPT
