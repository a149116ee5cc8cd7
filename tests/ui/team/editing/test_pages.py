"""The pages of event.xlsx: what is typed, picked or moved there is in the workbook, and no more changed."""

import pytest

from kiosk.pack.editing.event import Place, key
from kiosk.pack.editing.rows import rows_of
from kiosk.pack.library import open_pack
from tests.pack.editing.conftest import cells

PARK = (("id", "park"),)


def rows(model):
    return [f"{row['label']} {row['value']}" for row in model.rows]


def test_a_title_is_written_in_each_language_beside_the_english(with_draft, model, press, written):
    press("Title, place and date", "Title")
    fields = {field["id"]: field for field in model.fields}
    assert list(fields)[:3] == ["en", "pa", "ur"]
    assert fields["pa"]["beside"] == "Tipton Community Day"
    assert fields["en"]["beside"] == ""
    assert fields["pa"]["note"] == "Not checked yet"
    before = cells(model.draft.event_file)
    model.write("pl", "Dzień Tipton")
    press("Save")
    assert with_draft.heading == "Title, place and date"
    assert with_draft.sees("Saved.")
    assert key("title").value(written(), "pl") == "Dzień Tipton"
    after = cells(model.draft.event_file)
    assert len({place for place in before | after if before.get(place) != after.get(place)}) == 1


def test_the_keys_are_those_of_the_language(with_draft, model, press):
    press("Title, place and date", "Title")
    model.edit("ur")
    with_draft.screen.settle()
    assert any("ا" in name for name in with_draft.texts)
    with_draft.model.typing.done()
    with_draft.screen.settle()
    assert with_draft.heading == "Title"


def test_a_wrong_date_is_saved_and_its_mistake_stands_beside_it(with_draft, model, press, written):
    press("Title, place and date", "Date of the event")
    model.write("value", "12 June")
    press("Save")
    assert with_draft.heading == "Date of the event"
    assert model.fields[0]["wrong"] == 'the date is "12 June": write it as 2027-06-12'
    assert with_draft.sees("Please look at what is marked.")
    assert key("date").value(written()) == "12 June"
    model.write("value", "2027-06-13")
    press("Save")
    assert with_draft.heading == "Title, place and date"


def test_a_promise_says_which_of_its_parts_are_missing(with_draft, model, press):
    press("Promises", "Help design the park", "Who decides")
    for code in model.book.languages:
        model.write(code, "")
    press("Save")
    assert model.fields[0]["wrong"].startswith("the promise does not say who decides")
    press("Back", "Back")
    assert with_draft.sees("missing: Who decides")


def test_the_rung_is_picked_by_its_plain_name(with_draft, press, written):
    press("Promises", "Help design the park", "How much people can change", "Have your say")
    place = Place("promises", "rung", (("activity", "park"),))
    assert place.value(written()) == "consult"
    assert with_draft.sees("Have your say")


def test_an_activity_is_switched_off_and_moved(with_draft, model, press, written):
    press("Activities", "Join in, share a skill", "Shown to residents", "No", "One place up")
    names = [place.value(written()) for place in rows_of(written(), "activities")]
    assert names[:2] == ["join", "park"]
    opened = open_pack(model.draft.folder, None)
    assert [one.on for one in opened.activities][:2] == [False, True]
    assert with_draft.sees("Number 1 of 5")


def test_a_new_activity_is_off_until_somebody_switches_it_on(with_draft, press, written):
    press("Activities", "One more activity", "park, In use already")
    assert with_draft.heading == "park"
    place = rows_of(written(), "activities")[-1]
    assert (place.value(written()), place.at("on").value(written())) == ("park_2", "no")


def test_a_language_is_taken_out_and_comes_back_with_its_words(model, press, written):
    press("Languages", "Arabic العربية, Not checked yet")
    assert "ar" not in written().languages
    press("Arabic العربية")
    assert "ar" in written().languages
    assert key("title").value(written(), "ar")


def test_the_language_it_starts_in_stays(with_draft, press, written):
    press("Languages", "English, It starts in this one")
    assert with_draft.sees("Choose another one first.")
    assert written().default_language == "en"


def test_who_checked_a_language_is_named(with_draft, model, press):
    press("Languages", "Who checked the words", "Punjabi ਪੰਜਾਬੀ, Not checked yet")
    model.write("who", "Harjit")
    model.write("when", "2027-05-01")
    press("Save", "Back")
    assert any("Checked by Harjit." in text for text in with_draft.everywhere())


def test_what_is_still_to_translate_leads_to_the_text(with_draft, model, press):
    press("Activities", "Help design the park", "Title")
    model.write("ur", "")
    press("Save", "Back", "Back", "Back", "Languages", "What is still to translate")
    assert with_draft.sees("not in Urdu yet")
    press("Help design the park")
    assert with_draft.heading == "Title"


def test_a_purpose_is_added_and_taken_out(with_draft, model, press, written):
    before = cells(model.draft.event_file)
    press("Privacy", "One more purpose", "Post")
    assert with_draft.heading == "One purpose"
    assert rows_of(written(), "consents")[-1].value(written()) == "purpose_post"
    press("Take it out", "Yes, take it out")
    assert with_draft.sees("It is taken out.")
    assert cells(model.draft.event_file) == before


def test_the_shares_of_a_question_are_added_up(with_draft, model, press):
    press("Who lives here", "age: Under 25", "Share")
    model.write("value", "0.5")
    press("Save", "Back")
    assert "age 116 % in all" in rows(model)


def test_a_switch_and_the_live_question_are_picked(press, written):
    press("Working together", "Residents propose the next question?, Yes", "No")
    press("The live question", "How often do you go to a park now?, park/often")
    assert key("resident_questions").value(written()) == "no"
    assert key("live_question").value(written()) == "park/often"


def test_the_live_question_is_never_one_of_somebodys_details(model, press):
    press("Working together", "The live question")
    assert {choice.id.partition("/")[0] for choice in model.now.choices} == {"park", "today", "-"}


def test_a_text_of_the_program_is_said_otherwise_and_taken_back(with_draft, model, press, written):
    press("Words of the program")
    model.write("search", "start again")
    press("Find it", "Start again")
    assert next(field for field in model.fields if field["id"] == "pl")["beside"] == "Od nowa"
    model.write("en", "Begin anew")
    press("Save")
    assert Place("texts", "text", (("key", "Start again"),)).value(written(), "en") == "Begin anew"
    press("Start again")
    model.write("en", "")
    press("Save")
    assert rows_of(written(), "texts") == []
    assert not [one for one in model.findings if one.sheet == "texts"]


@pytest.mark.parametrize("looked", ["q", "zzzzzz"])
def test_a_search_that_finds_nothing_says_so(with_draft, model, press, looked):
    press("Words of the program")
    model.write("search", looked)
    press("Find it")
    assert with_draft.sees("Write two letters or more.") or with_draft.sees(
        "No text of the program has this."
    )


def test_the_page_of_the_pin_leads_to_changing_it(with_draft, press):
    press("The PIN", "Change the PIN")
    assert (with_draft.page, with_draft.heading) == ("team-tablet", "Change the PIN")
