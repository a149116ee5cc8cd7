"""Explore by touch, and the voice called by a finger or a key (ACCESSIBILITY.md rows 6 and 11)."""

import pytest
from PySide6.QtCore import QPoint, Qt

from ui.voicing import touch

QUESTION = ("Help design the park", "Start", "Continue")
CHOICES = ("Most days", "Most weeks", "A few times a year", "Never")


def chosen(stall):
    return [name for name in CHOICES if stall.control(name).checked]


def test_sliding_names_everything_and_presses_nothing(asked, finger):
    targets = [control for control in asked.screen.controls() if control.pressable]
    before = len(asked.spoken)
    finger.slide(*(target.rect.center() for target in targets))
    said = " ".join(asked.spoken[before:])
    assert [target.name for target in targets if target.name not in said] == []
    assert chosen(asked) == []
    assert asked.page == "question"


@pytest.mark.parametrize("where", [QPoint(640, 600), QPoint(5, 795), QPoint(300, 230)])
def test_one_later_tap_anywhere_presses_what_was_named_last(asked, finger, where):
    targets = [asked.control(name).rect.center() for name in CHOICES]
    finger.slide(*targets)
    asked.clock.advance(3600)
    finger.tap(where)
    assert chosen(asked) == ["Never"]
    assert asked.spoken[-1] == "Never, chosen"


def test_a_tap_that_comes_too_soon_presses_nothing(asked, finger):
    at = finger.name("Never")
    asked.clock.advance(0.4)
    finger.tap(at)
    assert chosen(asked) == []
    asked.clock.advance(0.1)
    finger.tap(at - QPoint(100, 0))
    assert chosen(asked) == ["Never"]


def test_a_tap_on_what_was_not_heard_names_it_and_a_second_one_presses(asked, finger):
    at = asked.control("Most weeks").rect.center()
    finger.tap(at)
    assert asked.spoken[-1] == "Most weeks, choice, not chosen"
    assert chosen(asked) == []
    asked.clock.advance(1)
    finger.tap(at - QPoint(100, 0))
    assert chosen(asked) == ["Most weeks"]


def test_nothing_of_the_last_page_can_be_pressed(asked, finger):
    finger.name("Continue")
    asked.clock.advance(1)
    finger.tap(QPoint(640, 600))
    heading = asked.heading
    assert heading != "How often do you go to a park now?"
    asked.clock.advance(1)
    finger.tap(QPoint(640, 640))
    assert asked.heading == heading


def test_words_are_read_and_what_was_named_before_is_let_go(asked, finger):
    finger.name("Never")
    words = next(c for c in asked.screen.controls() if c.name == "How often do you go to a park now?")
    finger.slide(words.rect.center() - QPoint(60, 0), words.rect.center())
    assert asked.spoken[-1] == "How often do you go to a park now?"
    asked.clock.advance(1)
    finger.tap(QPoint(640, 600))
    assert chosen(asked) == []


def test_a_finger_that_stays_hears_what_it_is_on(asked, finger):
    at = asked.control("Never").rect.center()
    finger.down(at)
    assert asked.kiosk.senses.explorer.hold.interval() == touch.HOLD_MS
    asked.kiosk.senses.explorer.hold.timeout.emit()
    finger.up(at)
    assert asked.spoken[-1] == "Never, choice, not chosen"
    assert chosen(asked) == []


def test_press_at_once_is_for_somebody_who_sees(asked, finger):
    asked.press("Listen", "Press at once", "Done")
    finger.tap(asked.control("Never").rect.center())
    assert chosen(asked) == ["Never"]


def test_without_the_voice_a_tap_presses_what_it_meets(stall, finger):
    stall.press(*QUESTION)
    finger.tap(stall.control("Never").rect.center())
    assert chosen(stall) == ["Never"]


@pytest.mark.parametrize("at", [QPoint(640, 400), QPoint(200, 300), QPoint(1270, 790)])
def test_a_finger_that_rests_on_welcome_asks_for_the_voice(stall, finger, at):
    rest = stall.kiosk.senses.explorer.rest
    assert rest.interval() == 2000
    rest.setInterval(0)
    finger.down(at)
    assert stall.kiosk.look.manner.listening
    assert stall.spoken[-1].startswith("Reading aloud is on.")
    assert "What would you like to do?" in stall.spoken[-1]
    assert stall.voice.log[-1].time == stall.clock.monotonic(), "within a second"
    finger.up(at)
    assert stall.page == "welcome"


def test_a_finger_that_moves_on_asks_for_nothing(stall, finger):
    finger.down(QPoint(640, 400))
    finger.move(QPoint(700, 400))
    assert not stall.kiosk.senses.explorer.rest.isActive()


def test_a_resting_finger_asks_for_nothing_further_on(stall, finger):
    stall.press(*QUESTION)
    finger.down(QPoint(640, 600))
    assert not stall.kiosk.senses.explorer.rest.isActive()
    finger.up(QPoint(640, 600))


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Q])
def test_any_key_on_welcome_asks_for_the_voice(stall, key):
    stall.key(key)
    assert stall.spoken[-1].startswith("Reading aloud is on.")
    assert stall.page == "welcome"


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_CapsLock])
def test_a_key_that_is_only_ever_held_does_not(stall, key):
    stall.key(key)
    assert stall.spoken == []


def test_the_corner_of_the_screen_is_listen(stall, finger):
    finger.tap(QPoint(1279, 0))
    assert stall.kiosk.look.manner.listening


DRAWN = {"type": "image", "appearance": "draw", "name": "sketch", "label": "Draw your park"}


def test_a_place_to_draw_takes_the_finger_once_it_is_pressed(make_stall, form_alone, finger_on):
    stall = make_stall(form_alone(DRAWN))
    finger = finger_on(stall)
    stall.press(stall.model.welcome.cards[0]["spoken"], "Listen")
    place = next(c for c in stall.screen.controls() if c.name == "A place to draw").rect.center()
    finger.slide(place, place + QPoint(50, 50))
    assert stall.model.question.value == "", "heard, not drawn on"
    assert stall.spoken[-1].startswith("A place to draw, Tap, then draw with a finger.")
    stall.clock.advance(1)
    finger.tap(QPoint(5, 795))
    finger.slide(place, place + QPoint(50, 50), place + QPoint(90, 20))
    drawn = stall.model.question.value
    assert drawn.startswith("M")
    finger.slide(QPoint(1275, 400), QPoint(1275, 460))  # outside: the finger hears again
    finger.slide(place, place + QPoint(50, 50))
    assert stall.model.question.value == drawn
