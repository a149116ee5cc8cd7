"""Visits to forms that were not written for this kiosk, alone, as staff would try them."""

import pytest

from kiosk.forms.kinds import Kind
from kiosk.visit.visit import Step
from ui.viewmodels.question.moments import MOMENTS, joined

FORMS = (
    "all-question-types-v2024091201-3.xlsx",
    "choice_filter_test.xlsx",
    "field-list.xlsx",
    "or_other.xlsx",
    "specify_other.xlsx",
    "tutorial.xls",
    "xlsform_spec_test.xlsx",
)
WRITTEN = {Kind.INTEGER: "30", Kind.DECIMAL: "2.5", Kind.TEXT: "Words"}
MOMENT = {"day": "4", "month": "11", "year": "2027", "hour": "9", "minute": "30"}
MOST_PAGES = 120


def answer(stall, given):
    """Put something in that the page takes, by its names; remember it."""
    visit, model = stall.model.at.visit, stall.model.question
    question = visit.question
    if question.readonly or question.kind is Kind.NOTE:
        return
    if model.choices:
        stall.press(model.choices[0]["label"])
        given[question.path] = model.choices[0]["name"]
    elif question.kind is Kind.RANGE:
        stall.press("More of it")
        given[question.path] = visit.question.value
    elif question.kind in MOMENTS:
        for field in model.fields:
            stall.write(field["label"], MOMENT[field["id"]])
        given[question.path] = joined(question, MOMENT)
    elif question.kind in WRITTEN:
        stall.write(model.label, WRITTEN[question.kind])
        given[question.path] = WRITTEN[question.kind]


def back_to_the_top(stall):
    if stall.screen.find("Question"):
        stall.press("Question")


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMS)
def test_a_whole_visit_to_a_real_form_saves_what_was_put_in(make_stall, real_form, name):
    pack = real_form(name)
    stall = make_stall(pack)
    stall.press(stall.model.welcome.cards[0]["spoken"])
    given = {}
    for _ in range(MOST_PAGES):
        visit = stall.model.at.visit
        if visit is None or stall.page == "check":
            break
        if visit.step is Step.QUESTION:
            answer(stall, given)
        if stall.model.at.visit is visit and stall.page != "check":
            stall.press("No" if visit.step is Step.ANOTHER else "Continue")
    assert stall.page == "check", " | ".join(stall.texts)
    stall.press("Save")
    assert stall.page == "thanks", stall.texts
    (kept,) = stall.saved()
    assert {path: kept.answers.get(path) for path in given} == given
    stall.press("Finish and clear")
    assert stall.page == "welcome"


def test_what_is_left_out_is_listed_by_name_before_it_begins(make_stall, real_form):
    pack = real_form(FORMS[0])
    stall = make_stall(pack)
    stall.press(stall.model.welcome.cards[0]["spoken"])
    assert stall.heading == "Some questions are left out"
    listed = " ".join(stall.everywhere())
    for left in next(iter(pack.forms.values())).left_out:
        assert (left.label.say("en") or left.path) in listed
