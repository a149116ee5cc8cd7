"""A wet screen locks touch and says so; on dry glass one touch calls the team, whose PIN opens it again."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.team.doors import PRACTICE_PIN
from kiosk.visit.storm import CALM, MOST, WINDOW, Storm
from ui.session.storm import StormWatch

LOCKED = "The screen is locked for now"


@pytest.fixture
def rain(stall, touch_screen):
    """Drops down the edge of the glass, where there is nothing to press, within a second."""
    watch = StormWatch(stall.kiosk.window, stall.model, stall.clock)

    def fall(drops=MOST + 1):
        for drop in range(drops):
            touched(stall, touch_screen, QPoint(3, 300 + drop * 3))
            stall.clock.advance(1 / drops)

    yield fall
    stall.kiosk.window.removeEventFilter(watch)


def touched(stall, touch_screen, at):
    window = stall.kiosk.window
    QTest.touchEvent(window, touch_screen).press(0, at, window).commit()
    QTest.touchEvent(window, touch_screen).release(0, at, window).commit()
    stall.screen.settle()


def test_rain_locks_touch_and_says_so(stall, rain):
    rain()
    assert stall.heading == LOCKED
    stall.screen.press("Help")
    assert stall.heading == LOCKED


def test_two_quick_hands_are_no_storm(stall, rain):
    rain(MOST)
    assert stall.page == "welcome"


def test_what_somebody_had_answered_is_still_there_after_the_pin(stall, rain, touch_screen):
    stall.press("Help design the park", "Start")
    page = stall.heading
    rain()
    stall.clock.advance(1)
    touched(stall, touch_screen, QPoint(600, 400))
    assert stall.heading == LOCKED, "not calm yet"
    stall.clock.advance(CALM)
    touched(stall, touch_screen, QPoint(600, 400))
    assert stall.model.team.here
    stall.write("PIN", PRACTICE_PIN)
    stall.press("Open")
    assert stall.model.team.open
    stall.press("Back to residents")
    assert stall.heading == page


def test_it_says_so_again_after_the_screen_was_cleared(stall, rain, touch_screen):
    """Nobody came for so long that the screen cleared itself: touch is locked still."""
    stall.press("Help design the park", "Start")
    rain()
    for _ in range(2):
        stall.wait(stall.kiosk.watch.idle_seconds + 1)
    assert stall.page == "welcome"
    touched(stall, touch_screen, QPoint(600, 400))
    assert stall.heading == LOCKED
    stall.clock.advance(CALM)
    touched(stall, touch_screen, QPoint(600, 400))
    assert stall.model.team.here


def test_a_storm_is_counted_in_its_window():
    storm = Storm()
    assert not any(storm.touch(second * WINDOW / (MOST - 1)) for second in range(200))
    assert storm.touch(100.0, fingers=MOST + 1)
    assert not storm.calm(100.0 + CALM - 1)
    assert storm.calm(100.0 + CALM)
