"""The screen that clears itself: said at the start, warned of aloud, put off at will (rows 24, 25)."""

from dataclasses import replace

import pytest

from kiosk.visit.idle import WARNING_SECONDS
from kiosk.words import Words
from ui.app import Kiosk

WAIT = "we ask if you are still there"
LEAST_WARNING = 20  # seconds, row 24


@pytest.fixture
def listening(make_stall):
    stall = make_stall()
    stall.press("Listen")
    return stall


def test_how_long_the_screen_waits_is_seen_and_heard_at_the_start(listening):
    assert listening.page == "welcome"
    minutes = listening.pack.event.idle_seconds // 60
    told = Words("en")(
        "After {minutes} minutes with no touch, we ask if you are still there.", minutes=minutes
    )
    assert listening.sees(told)
    assert told in listening.spoken[-1]


def test_the_warning_is_seen_and_heard_with_its_seconds_and_waits_long_enough(listening):
    listening.press("Help design the park", "Start")
    listening.wait(listening.kiosk.watch.idle_seconds + 1)
    assert listening.heading == "Are you still there?"
    assert f"{WARNING_SECONDS} seconds" in listening.spoken[-1]
    assert listening.sees(str(WARNING_SECONDS))
    listening.wait(LEAST_WARNING)
    assert listening.heading == "Are you still there?"
    listening.press("I need more time")
    assert listening.page == "question"


def test_more_time_can_be_had_any_number_of_times(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    stall.press("Back")
    for _ in range(12):
        stall.wait(stall.kiosk.watch.idle_seconds + 1)
        assert stall.heading == "Are you still there?"
        stall.press("I need more time")
    assert dict(stall.model.at.visit.main.answers())["/data/often"] == "never"


def test_without_an_answer_the_screen_is_clean(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    stall.wait(stall.kiosk.watch.idle_seconds + 1)
    stall.wait(WARNING_SECONDS + 1)
    assert stall.page == "welcome"
    assert stall.model.at.visit is None


@pytest.mark.parametrize(("asked", "given"), [(30, 120), (120, 120), (200, 200), (300, 300), (1800, 300)])
def test_an_event_may_ask_for_two_to_five_minutes(make_stall, pack, asked, given):
    stall = make_stall(replace(pack, event=replace(pack.event, idle_seconds=asked)))
    assert isinstance(stall.kiosk, Kiosk)
    stall.press("Help design the park", "Start")
    stall.wait(given - 1)
    assert stall.heading != "Are you still there?"
    stall.wait(2)
    assert stall.heading == "Are you still there?"
