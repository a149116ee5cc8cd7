"""What can be done to a questionnaire: names that stay, rules that never speak of what is gone."""

from dataclasses import replace

import pytest

from kiosk.pack.editing.questions import edit, names
from kiosk.pack.editing.questions.model import Kind, Question, Questionnaire, Sense, When, tidy
from kiosk.pack.model import Text


def plain(words, kind=Kind.WORDS, **facts):
    return Question("", kind, Text({"en": words}), **facts)


@pytest.fixture
def form():
    """Lights or seats; then why, of those who chose lights; then a date."""
    empty = Questionnaire("park", "Park", ("en", "pa"))
    asked = plain("What is best?", Kind.ONE, other=True)
    asked = edit.with_option(edit.with_option(asked, "en", "Lights"), "en", "Seats")
    made = edit.added(empty, asked)
    made = edit.added(made, plain("Why?", when=When("what_is_best", Sense.IS, ("lights", "seats"))))
    return edit.added(made, plain("When were you here?", Kind.DATE))


def test_names_come_from_the_words_and_no_two_are_the_same(form):
    assert [one.name for one in form.questions] == ["what_is_best", "why", "when_were_you_here"]
    assert edit.added(form, plain("Why?")).questions[-1].name == "why_2"
    assert edit.added(form, plain("What is best, other?")).questions[-1].name == "what_is_best_other_2"
    assert [one.name for one in form.questions[0].options] == ["lights", "seats"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Łódź, isn’t it?", "lodz_isnt_it"),
        ("3 wishes", "n_3_wishes"),
        ("ਤੁਸੀਂ ਕਿਵੇਂ ਹੋ?", "question"),
        ("How often do you come to this park in winter?", "how_often_do_you_come_to"),
        ("Data", "data_2"),
        ("a" * 60, "a" * 24),
    ],
)
def test_a_name_is_short_and_of_plain_letters(words, name):
    assert names.question_name(words, Questionnaire("a", "A", ("en",))) == name


def test_a_choice_is_never_called_other():
    assert names.choice_name("Other", ()) == "other_2"


def test_new_words_leave_the_name(form):
    why = form.question("why")
    form = edit.changed(form, replace(why, label=edit.said(why.label, "en", "Tell us more")))
    assert form.question("why").label.words == {"en": "Tell us more"}


def test_blank_words_are_none(form):
    text = edit.said(Text({"en": "Why?", "pa": "ਕਿਉਂ?"}), "pa", "  ")
    assert text == Text({"en": "Why?"})


def test_a_question_goes_up_and_down_but_not_past_what_it_waits_for(form):
    up = edit.moved(form, "when_were_you_here", -1)
    assert [one.name for one in up.questions] == ["what_is_best", "when_were_you_here", "why"]
    assert edit.in_the_way(form, "why", -1).name == "what_is_best"
    assert edit.in_the_way(form, "what_is_best", 1).name == "why"
    assert edit.moved(form, "why", -1) == edit.moved(form, "what_is_best", 1) == form
    assert edit.moved(form, "what_is_best", -1) == form
    assert edit.can_move(form, "why", 1)
    assert not edit.can_move(form, "what_is_best", -1)


def test_what_waited_for_a_question_that_is_gone_is_asked_of_everybody(form):
    left = edit.removed(form, "what_is_best")
    assert left.question("why").when is None
    assert len(left.questions) == 2


def test_what_waited_for_a_choice_that_is_gone_waits_for_the_others(form):
    asked = form.question("what_is_best")
    form = edit.changed(form, edit.without_option(asked, "lights"))
    assert form.question("why").when.choices == ("seats",)
    form = edit.changed(form, edit.without_option(form.question("what_is_best"), "seats"))
    assert form.question("why").when is None


def test_choices_change_places(form):
    asked = edit.option_moved(form.questions[0], "seats", -1)
    assert [one.name for one in asked.options] == ["seats", "lights"]
    assert edit.option_moved(asked, "seats", -1) == asked


def test_words_in_a_language_that_the_event_dropped_stay(form):
    why = form.question("why")
    form = edit.changed(form, replace(why, label=edit.said(why.label, "pa", "ਕਿਉਂ?")))
    assert edit.spoken_in(form, ("en", "ur")).languages == ("en", "ur", "pa")
    assert edit.spoken_in(form, ("en", "ur")).untranslated("ur") == 5


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("  Why?\u00a0 ", "Why?"),
        ("a\x00b\x0bc", "abc"),
        ("You said ${often}", "You said $ {often}"),
        ("_x0041_", "_ x0041_"),
        ("x" * 3000, "x" * 2000),
        ("\ud800", ""),
    ],
)
def test_words_are_kept_as_a_cell_can_hold_them(typed, held):
    assert tidy(typed) == held
