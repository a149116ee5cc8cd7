"""A date, a time, or both: a field for each part, by touch and by keys."""

import pytest

TIME = {"type": "time", "name": "when", "label": "When does it open?"}
BOTH = {"type": "dateTime", "name": "meet", "label": "When shall we meet?", "required": "yes"}
HOUR, MINUTES = "Hour, 0 to 23", "Minutes"


def write(stall, *parts):
    for field, text in parts:
        stall.write(field, text)


def test_a_time_by_touch(begun, form_alone, kept):
    stall = begun(form_alone(TIME))
    write(stall, (HOUR, "9"), (MINUTES, "05"))
    stall.press("Continue")
    assert stall.sees("9:05")
    assert kept(stall) == {"when": "09:05:00"}


def test_a_time_by_keys(begun, form_alone, kept, keyed, tabbed):
    stall = begun(form_alone(TIME))
    for field, text in ((HOUR, "14"), (MINUTES, "30")):
        tabbed(stall, field)
        stall.screen.write(text)
    keyed(stall, "Continue")
    assert kept(stall) == {"when": "14:30:00"}


def test_an_hour_alone_is_that_hour(begun, form_alone, kept):
    stall = begun(form_alone(TIME))
    stall.write(HOUR, "0")
    stall.press("Continue")
    assert kept(stall) == {"when": "00:00:00"}


@pytest.mark.parametrize("parts", [((HOUR, "25"), (MINUTES, "00")), ((MINUTES, "30"),)])
def test_what_no_clock_shows_is_told_and_kept(begun, form_alone, parts):
    stall = begun(form_alone(TIME))
    write(stall, *parts)
    stall.press("Continue")
    assert stall.sees("This is not a time.")
    assert [field["text"] for field in stall.model.question.fields if field["text"]] == [t for _, t in parts]


def test_a_date_with_a_time(begun, form_alone, kept):
    stall = begun(form_alone(BOTH))
    stall.press("Continue")
    assert stall.sees("Please fill this in to go on.")
    write(stall, ("Day", "14"), ("Month", "6"), ("Year", "2027"))
    stall.press("Continue")
    assert stall.sees("This is not a date and a time.")
    write(stall, (HOUR, "14"), (MINUTES, "30"))
    stall.press("Continue")
    assert stall.sees("14 June 2027, 14:30")
    stall.press("Change: When shall we meet?")
    assert [field["text"] for field in stall.model.question.fields] == ["14", "6", "2027", "14", "30"]
    stall.press("Continue")
    assert kept(stall) == {"meet": "2027-06-14T14:30:00"}


@pytest.mark.parametrize(
    ("appearance", "parts", "value", "shown"),
    [
        ("month-year", (("Month", "6"), ("Year", "1985")), "1985-06-01", "6/1985"),
        ("year", (("Year", "1985"),), "1985-01-01", "1985"),
    ],
)
def test_a_date_may_be_a_month_or_a_year(begun, form_alone, kept, appearance, parts, value, shown):
    stall = begun(form_alone({"type": "date", "name": "born", "label": "Born?", "appearance": appearance}))
    assert [field["label"] for field in stall.model.question.fields] == [field for field, _ in parts]
    write(stall, *parts)
    stall.press("Continue")
    assert shown in stall.texts
    assert kept(stall) == {"born": value}


def test_the_parts_of_one_time_are_not_those_of_the_next(begun, form_alone):
    stall = begun(form_alone(TIME, {**TIME, "name": "shuts", "label": "When does it shut?"}))
    write(stall, (HOUR, "9"), (MINUTES, "30"))
    stall.press("Continue")
    assert [field["text"] for field in stall.model.question.fields] == ["", ""]
    stall.press("Back")
    assert [field["text"] for field in stall.model.question.fields] == ["9", "30"]
