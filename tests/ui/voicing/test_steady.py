"""Hands that shake: held keys, second taps, and presses that slip (ACCESSIBILITY.md row 29)."""

import pytest
from PySide6.QtCore import QPoint, Qt

QUESTION = ("Help design the park", "Start", "Continue")
MM = 5.884  # px, on the panel of the tests


@pytest.fixture
def asked(stall):
    stall.press(*QUESTION)
    return stall


@pytest.fixture
def steady(asked):
    asked.kiosk.look.setSteady()
    return asked


def test_a_second_tap_within_half_a_second_is_the_first(asked, hand):
    at = asked.control("Never").rect.center()
    hand.press(at)
    hand.after(400).press(at + QPoint(12, 5))
    assert asked.control("Never").checked
    hand.after(600).press(at)
    assert not asked.control("Never").checked


def test_a_second_tap_does_not_go_on_twice(asked, hand):
    at = asked.control("Continue").rect.center()
    hand.press(at)
    hand.after(200).press(at)
    assert asked.model.at.visit.position[0] == 3


def test_a_tap_elsewhere_counts_at_once(asked, hand):
    hand.press(asked.control("Never").rect.center())
    hand.after(100).press(asked.control("Most days").rect.center())
    assert asked.control("Most days").checked


def test_letters_may_be_written_twice_and_a_trembling_key_once(asked, hand):
    asked.press("Skip", "Skip", "How many minutes would you walk to a park?")
    at = asked.control("1").rect.center()
    hand.press(at)
    hand.after(60).press(at)
    assert asked.model.typing.text == "1"
    hand.after(200).press(at)
    assert asked.model.typing.text == "11"


def test_steady_touch_waits_a_second(steady, hand):
    at = steady.control("Never").rect.center()
    hand.press(at)
    hand.after(900).press(at)
    assert steady.control("Never").checked
    hand.after(1100).press(at)
    assert not steady.control("Never").checked


def off(control, mm):
    """From just inside the foot of a control to so far under it."""
    inside = QPoint(control.rect.center().x(), control.rect.bottom() - 4)
    return inside, inside + QPoint(0, round(mm * MM))


def test_steady_touch_lets_a_press_slip_eight_millimetres(steady, hand):
    start, end = off(steady.control("Never"), 7.5)
    hand.press(start, lift=end)
    assert steady.control("Never").checked


def test_further_is_a_change_of_mind(steady, hand):
    start, end = off(steady.control("Never"), 9)
    hand.press(start, lift=end)
    assert not steady.control("Never").checked


def test_without_steady_touch_a_press_that_slips_off_is_none(asked, hand):
    start, end = off(asked.control("Never"), 7.5)
    hand.press(start, lift=end)
    assert not asked.control("Never").checked


def test_a_finger_may_slip_too(steady, finger):
    start, end = off(steady.control("Never"), 7.5)
    finger.slide(start, end)
    assert steady.control("Never").checked


def test_a_letter_that_is_held_is_written_once(asked):
    asked.press("Skip", "Skip", "How many minutes would you walk to a park?")
    asked.key(Qt.Key.Key_1, "1", repeats=6)
    assert asked.model.typing.text == "1"


def test_steady_touch_is_a_choice_of_look_and_gone_after_the_visit(stall):
    stall.press("Look", "Steady touch")
    assert stall.kiosk.look.manner.steady
    assert stall.control("Steady touch").checked
    stall.model.wipe()
    assert not stall.kiosk.look.manner.steady
