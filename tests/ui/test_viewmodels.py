"""The view-models by themselves: what a page is given, without a window."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.forms.questions import Problem, ProblemKind
from kiosk.visit.manner import Manner, Size
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.question.offered import range_steps
from ui.viewmodels.question.refusals import words_for

CHOICES = tuple(
    {"list_name": "fruit", "name": name, "label": name.title(), "kind": kind}
    for name, kind in (("apple", "tree"), ("pear", "tree"), ("plum", "tree"), ("leek", "bed"))
)


def question(name, kind="text", **more):
    return {"type": kind, "name": name, "label": name.title(), **more}


@pytest.fixture
def ask(make_stall, form_alone):
    """Opens a form of these rows at its first question."""

    def at_first(*rows, choices=()):
        stall = make_stall(form_alone(*rows, choices=choices))
        stall.model.begin(stall.pack.activities[0].id)
        stall.screen.settle()
        return stall

    return at_first


@pytest.mark.parametrize(
    ("kind", "of", "told"),
    [
        (ProblemKind.REQUIRED, "integer", "Please fill this in"),
        (ProblemKind.REQUIRED, "select_one fruit", "Please choose one"),
        (ProblemKind.TYPE, "integer", "Please write a whole number"),
        (ProblemKind.TYPE, "decimal", "Please write a number"),
        (ProblemKind.TYPE, "date", "This is not a date"),
        (ProblemKind.CONSTRAINT, "integer", "This answer does not fit"),
        (ProblemKind.CONSTRAINT, "date", "This answer does not fit"),
    ],
)
def test_every_problem_has_words_that_fit_it(ask, kind, of, told):
    stall = ask(question("one", of), choices=CHOICES)
    asked = stall.model.at.visit.question
    words = stall.model.words()
    assert words_for(Problem(asked.path, kind, ""), asked, words).startswith(told)
    assert words_for(Problem(asked.path, kind, "As the form says."), asked, words) == "As the form says."


def test_a_choice_that_is_no_longer_offered_is_dropped_and_breaks_nothing(ask):
    stall = ask(
        question("kind", "select_one kinds"),
        question("likes", "select_multiple fruit", choice_filter="kind = ${kind}"),
        choices=(
            *CHOICES,
            {"list_name": "kinds", "name": "tree", "label": "Tree", "kind": ""},
            {"list_name": "kinds", "name": "bed", "label": "Bed", "kind": ""},
        ),
    )
    stall.press("Tree", "Continue", "Apple", "Pear", "Back", "Bed", "Continue", "Leek")
    assert stall.model.question.chosen == ["leek"]


def test_several_are_kept_in_the_forms_order(ask):
    stall = ask(question("likes", "select_multiple fruit"), choices=CHOICES)
    stall.press("Plum", "Apple")
    assert stall.model.question.value == "apple plum"
    stall.press("Plum")
    assert stall.model.question.value == "apple"


def test_one_of_several_gives_way_to_another_and_can_be_taken_back(ask):
    stall = ask(question("likes", "select_one fruit"), choices=CHOICES)
    stall.press("Plum", "Apple")
    assert stall.model.question.value == "apple"
    stall.press("Apple")
    assert stall.model.question.value == ""


def test_a_long_range_has_less_and_more_within_its_ends(ask):
    stall = ask(question("percent", "range", parameters="start=0 end=100 step=25"), question("end"))
    assert [choice["name"] for choice in stall.model.question.choices] == ["0", "25", "50", "75", "100"]
    stall = ask(question("percent", "range", parameters="start=0 end=100 step=5"), question("end"))
    stall.press("More of it")
    assert stall.model.question.value == "0"
    stall.press("More of it", "More of it", "Less")
    assert stall.model.question.value == "5"
    for _ in range(30):
        stall.model.question.step(1)
    assert stall.model.question.value == "100"


def test_a_range_of_parts_is_written_as_numbers_are(ask):
    stall = ask(question("rain", "range", parameters="start=0 end=1 step=0.25"))
    assert range_steps(stall.model.at.visit.question) == ["0", "0.25", "0.5", "0.75", "1"]


def test_skip_is_offered_only_where_nothing_is_needed_and_nothing_was_said(ask):
    stall = ask(question("one"), question("two", required="yes"))
    assert stall.screen.find("Skip")
    stall.write("One", "Words")
    assert stall.screen.find("Skip") is None
    stall.press("Continue")
    assert stall.heading == "Two"
    assert stall.screen.find("Skip") is None


def test_free_words_say_who_reads_them_and_whom_to_call(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")
    assert stall.sees("Please write no names.")
    assert stall.sees("In danger, call 999")


def test_a_look_that_does_not_change_tells_nobody(qapp):
    look, told = LookModel(Manner(), ("en", "ur")), []
    look.changed.connect(lambda: told.append("changed"))
    look.languageTurned.connect(told.append)
    look.setSize("standard")
    assert told == []
    look.setSize("large")
    look.speak("ur")
    assert told == ["changed", "ur", "changed"]
    assert (look.mirrored, look.script, look.manner.size) == (True, "Arab", Size.LARGE)
    look.reset()
    assert look.pristine


# --- a warning of QML must fail the test that it comes in


@pytest.mark.qt_log_ignore("Binding loop")
def test_a_binding_loop_is_a_warning(qapp, qtlog, pytestconfig):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    source = b"import QtQuick\nItem { width: height + 1; height: width + 1 }"
    component.setData(source, QUrl.fromLocalFile("/loop.qml"))
    made = component.create()
    assert [record.type_name for record in qtlog.records if "Binding loop" in record.message]
    assert all(record.matches_level("WARNING") for record in qtlog.records)
    assert pytestconfig.getini("qt_log_level_fail") == "WARNING"
    made.deleteLater()


@pytest.mark.parametrize("typed", ["2,5", " 2.5", "2.5"])
def test_a_decimal_may_be_written_with_a_comma(ask, typed):
    stall = ask(question("far", "decimal"))
    stall.model.question.write("", typed)
    assert stall.model.at.visit.question.value == "2.5"
    assert stall.model.at.visit.forward() == ()
