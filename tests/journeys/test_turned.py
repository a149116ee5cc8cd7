"""The screen is turned in the middle of a visit: the same page stays, whole, with what was answered."""

import pytest
from PySide6.QtCore import QRect

from kiosk.visit.manner import Manner, Size

SIDEWAYS, UPRIGHT = (1280, 800), (800, 1280)
# From Welcome into the park's questions, to the field of "Something else".
TO_A_FIELD = ("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")


def turn(stall, to):
    stall.kiosk.window.resize(*to)
    stall.screen.settle()


def all_is_in_the_window(stall):
    window = stall.kiosk.window
    room = QRect(0, 0, window.width(), window.height())
    pressable = [one for one in stall.screen.controls() if one.pressable]
    assert len(pressable) > 3
    return all(room.contains(one.rect) for one in pressable)


@pytest.mark.parametrize("size", Size)
def test_a_question_stays_with_its_answer(make_stall, size):
    stall = make_stall(manner=Manner("en", size))
    stall.press("Help design the park", "Start", "Continue")
    heading = stall.model.question.label
    first = stall.model.question.choices[0]["label"]
    stall.press(first)
    answered = stall.model.question.value
    assert answered
    for to in (UPRIGHT, SIDEWAYS, UPRIGHT):
        turn(stall, to)
        assert stall.page == "question"
        assert (stall.model.question.label, stall.model.question.value) == (heading, answered)
        assert all_is_in_the_window(stall)
    stall.press("Continue")
    assert stall.model.question.label != heading


def test_what_is_being_typed_stays_and_its_keys_fit(stall):
    stall.press(*TO_A_FIELD, "What else? Please say.")
    stall.press("capital A", "b")
    typed = stall.model.typing.text
    turn(stall, UPRIGHT)
    assert (stall.page, stall.model.typing.text) == ("typing", typed)
    assert all_is_in_the_window(stall)
    stall.press("c", "Done")
    assert stall.model.question.value == typed + "c"


def test_a_visit_that_began_sideways_is_saved_upright(stall):
    stall.press("How was today?", "Start")
    turn(stall, UPRIGHT)
    stall.press(stall.model.question.choices[0]["label"])
    assert stall.page == "thanks"
    assert all_is_in_the_window(stall)
    turn(stall, SIDEWAYS)
    stall.press("Finish and clear")
    assert stall.page == "welcome"
    assert len(stall.saved()) == 1
