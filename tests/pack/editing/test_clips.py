"""Spoken clips: which texts want one, in which file, and what is written where it is kept."""

from dataclasses import replace

import openpyxl
import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.editing.clips.heard import HEARD
from kiosk.pack.editing.clips.keep import keep
from kiosk.pack.editing.clips.lines import State, by_need, lines, progress
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.questions.edit import added, with_option
from kiosk.pack.editing.questions.files import begin_form, new_form, open_form, save_form
from kiosk.pack.editing.questions.model import Kind, Question
from kiosk.pack.findings import Severity
from kiosk.pack.library import open_pack
from kiosk.pack.model import Text
from kiosk.words import program_texts

EVENT = """
# event
key | value | value::Punjabi (pa)
event_id | fair-1 |
title | Our fair | ਸਾਡਾ ਮੇਲਾ
organiser | The library |
urgent_help | In danger, call 999. |
languages | en, pa |
# activities
id | form | kind | title | title::Punjabi (pa)
park | park.xlsx | quick | Help shape the park | ਪਾਰਕ
ours | ours.xlsx | quick | Help shape the park | ਪਾਰਕ
# texts
key | text
Continue | Carry on
"""
EXCELS = """
# survey
type | name | label::English (en) | label::Punjabi (pa) | audio::English (en)
select_one yn | here | Do you live here? | ਕੀ ਤੁਸੀਂ ਇੱਥੇ ਰਹਿੰਦੇ ਹੋ? | here.wav
# choices
list_name | name | label::English (en) | label::Punjabi (pa)
yn | yes | Yes | ਹਾਂ
# settings
form_id | default_language
park | English (en)
"""


@pytest.fixture
def draft(pack_folder):
    """Excel's form and one of ours, both with the choice "Yes"."""
    folder = pack_folder(EVENT, {"park.xlsx": EXCELS}, files={"media/here.wav": b"RIFF"})
    made = Draft(folder)
    form = begin_form(made, "ours", ("en", "pa"))
    asked = Question("", Kind.ONE, Text({"en": "Is it good?", "pa": "ਕੀ ਇਹ ਚੰਗਾ ਹੈ?"}))
    asked = with_option(asked, "en", "Yes")
    asked = replace(asked, options=(replace(asked.options[0], label=Text({"en": "Yes", "pa": "ਹਾਂ"})),))
    new_form(made, added(form, asked))
    return made


def of(draft, words, language="pa"):
    return next(line for line in lines(draft, language) if line.words == words)


def kept(draft, words, language="pa"):
    line = of(draft, words, language)
    keep(draft, line, b"ID3", "en")
    return line


def test_the_words_that_are_heard_most_are_words_of_the_program():
    assert [text for text in HEARD if text not in program_texts()] == []


def test_the_same_words_are_one_text_however_often_they_stand(draft):
    assert [place.file for place in of(draft, "ਹਾਂ").places] == [
        "event.xlsx",
        "forms/ours.xlsx",
        "forms/park.xlsx",
    ]
    assert [place.key for place in of(draft, "ਪਾਰਕ").places] == ["Help shape the park"] * 2


def test_what_is_recorded_already_counts_whoever_named_it(draft):
    assert of(draft, "Do you live here?", "en").state is State.DONE
    assert of(draft, "ਕੀ ਤੁਸੀਂ ਇੱਥੇ ਰਹਿੰਦੇ ਹੋ?").state is State.NONE
    done, all_of_them = progress(lines(draft, "en"))
    assert (done, all_of_them) == (1, len(lines(draft, "en")))


def test_the_events_own_wording_is_what_is_said(draft):
    assert of(draft, "Carry on", "en").places[0].key == "Continue"
    assert not [line for line in lines(draft, "en") if line.words == "Continue"]


def test_a_text_without_words_in_a_language_is_not_asked_for(draft):
    assert not [line for line in lines(draft, "pa") if line.words == "In danger, call 999."]


def test_a_clip_of_our_question_is_named_in_its_form_and_asked_with_it(draft):
    line = kept(draft, "ਕੀ ਇਹ ਚੰਗਾ ਹੈ?")
    asked = open_form(draft.folder / "forms/ours.xlsx").form.questions[0]
    assert asked.recordings.words == {"pa": line.file}
    assert (draft.media / line.file).read_bytes() == b"ID3"
    assert of(draft, "ਕੀ ਇਹ ਚੰਗਾ ਹੈ?").state is State.DONE
    assert line.file in open_pack(draft.folder, None).forms["ours"].xml


def test_a_clip_of_excels_question_leaves_the_form_and_says_which_cell(draft):
    path = draft.folder / "forms/park.xlsx"
    before = path.read_bytes()
    line = kept(draft, "ਕੀ ਤੁਸੀਂ ਇੱਥੇ ਰਹਿੰਦੇ ਹੋ?")
    assert path.read_bytes() == before
    after = of(draft, line.words)
    assert after.state is State.WAITING
    assert [(one.file, one.sheet, one.row, one.column) for one in after.by_hand] == [
        ("forms/park.xlsx", "survey", 2, "audio::Punjabi (pa)")
    ]
    book = openpyxl.load_workbook(path)
    book["survey"]["F1"], book["survey"]["F2"] = "audio::Punjabi (pa)", line.file
    book.save(path)
    assert of(draft, line.words).state is State.DONE


def test_a_clip_of_the_events_words_is_named_in_the_sheet_texts_and_check_is_content(draft):
    line = kept(draft, "ਪਾਰਕ")
    pack = open_pack(draft.folder, None)
    assert pack.text_recordings["Help shape the park"].words == {"pa": line.file}
    kept(draft, "ਹਾਂ")
    said = [str(one) for one in check_pack(draft.folder) if "texts" in str(one)]
    assert said == []
    assert open_pack(draft.folder, None).text_recordings["Yes"].has("pa")


def test_an_events_text_that_is_another_now_is_advice_and_stops_nobody(draft):
    kept(draft, "ਪਾਰਕ")
    book = openpyxl.load_workbook(draft.event_file)
    book["activities"]["D2"] = book["activities"]["D3"] = "Build the park"
    book.save(draft.event_file)
    (found,) = [one for one in check_pack(draft.folder) if one.sheet == "texts"]
    assert found.severity is Severity.ADVICE
    assert "any more" in found.wrong


def test_a_clip_whose_words_changed_is_asked_for_again(draft):
    kept(draft, "ਪਾਰਕ")
    book = openpyxl.load_workbook(draft.event_file)
    book["activities"]["E2"] = book["activities"]["E3"] = "ਬਾਗ਼"
    book.save(draft.event_file)
    assert of(draft, "ਬਾਗ਼").state is State.CHANGED
    assert by_need(lines(draft, "pa"))[-1].state is State.CHANGED


def test_new_words_of_our_question_take_its_clip_away(draft):
    from kiosk.pack.editing.questions.edit import changed, said, worded  # noqa: PLC0415 - this test's alone

    kept(draft, "ਕੀ ਇਹ ਚੰਗਾ ਹੈ?")
    file = open_form(draft.folder / "forms/ours.xlsx")
    asked = file.form.questions[0]
    file = save_form(file, changed(file.form, worded(asked, said(asked.label, "pa", "ਕੀ ਚੰਗਾ?"))))
    assert file.form.questions[0].recordings == Text()
    assert of(draft, "ਕੀ ਚੰਗਾ?").state is State.NONE


def test_with_excel_open_nothing_is_kept(draft):
    (draft.folder / "~$event.xlsx").write_bytes(b"")
    with pytest.raises(KioskError) as fault:
        kept(draft, "ਪਾਰਕ")
    assert fault.value.code is ErrorCode.WORKBOOK_OPEN
    assert list(draft.media.glob("*.mp3")) == []


def test_a_blank_in_a_language_that_the_event_dropped_is_nobodys_loss(draft):
    book = openpyxl.load_workbook(draft.folder / "forms/park.xlsx")
    book["survey"]["D2"] = None
    book["survey"]["A3"], book["survey"]["B3"], book["survey"]["C3"] = "text", "why", "Why is that?"
    book["survey"]["D3"] = "ਕਿਉਂ?"
    book.save(draft.folder / "forms/park.xlsx")
    assert any("words in pa are blank" in str(one) for one in check_pack(draft.folder))
    book = openpyxl.load_workbook(draft.event_file)
    book["event"]["B6"] = "en"
    book.save(draft.event_file)
    assert not any("words in pa are blank" in str(one) for one in check_pack(draft.folder))
