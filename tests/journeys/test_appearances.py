"""How an author may have choices look: a row of faces, columns, without rings, tables as questions."""

import pytest

RATED = {"type": "range", "name": "day", "label": "How was it?", "parameters": "start=1 end=5 step=1"}
LEVELS = [
    {"list_name": "levels", "name": str(level), "label": label}
    for level, label in enumerate(("No", "Maybe", "Yes", "Sure"), 1)
]
ONE = {"type": "select_one levels", "name": "would", "label": "Would you come?"}


def tops(stall, *names):
    return {stall.control(name).rect.y() for name in names}


@pytest.mark.parametrize("appearance", ["smileys", "kiosk-smileys"])
def test_faces_for_a_range_by_touch(begun, form_alone, kept, appearance):
    stall = begun(form_alone({**RATED, "appearance": appearance}))
    assert len(tops(stall, "Very unhappy", "Unhappy", "In between", "Happy", "Very happy")) == 1
    stall.press("Happy", "Continue")
    assert stall.sees("Happy")
    assert kept(stall) == {"day": "4"}


def test_faces_for_a_range_by_keys(begun, form_alone, kept, keyed):
    stall = begun(form_alone({**RATED, "appearance": "kiosk-smileys"}))
    keyed(stall, "Very unhappy", "Continue")
    assert kept(stall) == {"day": "1"}


def test_too_many_steps_for_faces_stay_numbers(begun, form_alone, kept):
    parameters = "start=0 end=10 step=1"
    stall = begun(form_alone({**RATED, "appearance": "kiosk-smileys", "parameters": parameters}))
    stall.press("7", "Continue")
    assert kept(stall) == {"day": "7"}


def test_faces_for_choices_keep_the_authors_words(begun, form_alone, kept):
    stall = begun(form_alone({**ONE, "appearance": "kiosk-smileys"}, choices=LEVELS))
    pictures = [choice["picture"] for choice in stall.model.question.choices]
    assert [picture.split("/")[3] for picture in pictures] == ["face-1", "face-2", "face-4", "face-5"]
    stall.press("Sure", "Continue")
    assert stall.sees("Sure")
    assert kept(stall) == {"would": "4"}


AGREEMENT = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def test_likert_is_one_row(begun, form_alone, kept):
    levels = [{"list_name": "levels", "name": str(at), "label": said} for at, said in enumerate(AGREEMENT)]
    stall = begun(form_alone({**ONE, "appearance": "likert"}, choices=levels))
    assert len(tops(stall, *AGREEMENT)) == 1
    stall.press("Agree", "Continue")
    assert kept(stall) == {"would": "3"}


@pytest.mark.parametrize(("appearance", "rows"), [("columns-1", 4), ("columns-2", 2), ("columns-4", 1)])
def test_as_many_columns_as_are_asked_for(begun, form_alone, appearance, rows):
    stall = begun(form_alone({**ONE, "appearance": appearance}, choices=LEVELS))
    assert len(tops(stall, "No", "Maybe", "Yes", "Sure")) == rows


def test_without_rings_what_is_chosen_is_still_ticked(begun, form_alone, kept, keyed):
    stall = begun(form_alone({**ONE, "appearance": "no-buttons"}, choices=LEVELS))
    assert stall.model.question.bare
    keyed(stall, "Yes")
    assert stall.control("Yes").checked
    keyed(stall, "Continue")
    assert kept(stall) == {"would": "3"}


def test_a_table_is_asked_row_by_row(begun, form_alone, kept):
    table = (
        {**ONE, "name": "head", "label": "Would you come to", "appearance": "label"},
        {**ONE, "name": "dance", "label": "a dance?", "appearance": "list-nolabel"},
        {**ONE, "name": "walk", "label": "a walk?", "appearance": "list-nolabel"},
    )
    stall = begun(form_alone(*table, choices=LEVELS))
    assert stall.heading == "a dance?"
    stall.press("Yes", "Continue")
    assert stall.heading == "a walk?"
    stall.press("No", "Continue")
    assert kept(stall) == {"dance": "3", "walk": "1"}
