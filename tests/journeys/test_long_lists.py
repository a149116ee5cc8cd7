"""A long list of choices: a few letters find yours, by touch, by keys and by ear."""

import time

import pytest

MANY = 1000
TOWNS = {3: "Łódź Street", 500: "Great Bridge", 501: "Tipton Great Park", 999: "Zetland"}
ASKED = {"type": "select_one towns", "name": "town", "label": "Where do you live?"}
FIND = "Find in the list"


def choices(count):
    return [
        {"list_name": "towns", "name": f"t{number}", "label": TOWNS.get(number, f"Place {number}")}
        for number in range(count)
    ]


@pytest.fixture
def towns(begun, form_alone):
    return begun(form_alone(ASKED, choices=choices(MANY)))


def labels(stall):
    return [choice["label"] for choice in stall.model.question.choices]


def test_a_few_letters_find_a_choice_by_touch(towns, kept):
    assert towns.sees("1000 choices. Write a few letters to find yours.")
    towns.press(FIND, "capital G", "r", "e", "Done")
    assert towns.sees("Found: 2")
    assert labels(towns) == ["Great Bridge", "Tipton Great Park"]
    towns.press("Great Bridge", "Continue")
    assert towns.sees("Great Bridge")
    assert kept(towns) == {"town": "t500"}


def test_a_few_letters_find_a_choice_by_keys(towns, kept, keyed, tabbed):
    tabbed(towns, FIND)
    towns.screen.write("zet")
    assert labels(towns) == ["Zetland"]
    keyed(towns, "Zetland", "Continue")
    assert kept(towns) == {"town": "t999"}


def test_what_was_found_is_said(towns):
    towns.press("Listen", FIND, "capital Z", "e", "t", "Done")
    assert "Found: 1" in towns.spoken[-1]
    towns.press("Zetland")
    assert towns.spoken[-1] == "Zetland, chosen"


def test_accents_need_not_be_written(towns):
    towns.write(FIND, "lodz")
    assert labels(towns) == ["Łódź Street"]


def test_what_was_chosen_stays_in_sight(towns):
    towns.write(FIND, "zet")
    towns.press("Zetland")
    towns.write(FIND, "great")
    assert labels(towns) == ["Zetland", "Great Bridge", "Tipton Great Park"]
    assert towns.control("Zetland").checked


def test_nothing_found_is_said_and_can_be_mended(towns):
    towns.write(FIND, "qqq")
    assert towns.sees("Nothing found. Try fewer letters.")
    assert labels(towns) == []
    towns.write(FIND, "")
    assert labels(towns)[:2] == ["Place 0", "Place 1"]


def test_what_was_sought_is_forgotten_with_the_question(begun, form_alone):
    stall = begun(
        form_alone(ASKED, {**ASKED, "name": "work", "label": "Where do you work?"}, choices=choices(20))
    )
    stall.write(FIND, "place")
    stall.press("Continue")
    assert stall.model.question.fields[0]["text"] == ""
    stall.write(FIND, "place")
    stall.press("Start again", "Yes, clear it")
    assert stall.model.question.fields == []
    assert stall.model.question.written("find") == ""


def test_twelve_choices_need_no_field_unless_it_is_asked_for(begun, form_alone):
    stall = begun(
        form_alone(ASKED, {**ASKED, "name": "b", "appearance": "autocomplete"}, choices=choices(12))
    )
    assert stall.screen.find(FIND) is None
    stall.press("Continue")
    assert stall.screen.find(FIND)


def test_several_may_be_found_one_after_another(begun, form_alone, kept):
    stall = begun(form_alone({**ASKED, "type": "select_multiple towns"}, choices=choices(MANY)))
    for sought, wanted in (("zet", "Zetland"), ("lodz", "Łódź Street")):
        stall.write(FIND, sought)
        stall.press(wanted)
    stall.press("Continue")
    assert kept(stall) == {"town": "t3 t999"}


def test_a_thousand_choices_stay_quick(towns):
    towns.write(FIND, "place 7")
    begun_at = time.perf_counter()
    for text in ("p", "pl", "pla", "place", "place 9", "place 99"):
        towns.model.question.write("find", text)
        towns.screen.settle()
    assert (time.perf_counter() - begun_at) / 6 < 0.5
