"""Whether somebody is still there, by a clock that the test turns (ACCESSIBILITY.md rows 24 and 25)."""

import pytest

from kiosk.clock import FakeClock
from kiosk.visit.idle import WARNING_SECONDS, IdleWatch, Presence


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def watch(clock):
    return IdleWatch(clock, 150)


def test_a_warning_comes_after_the_wait_and_not_before(clock, watch):
    clock.advance(149.9)
    assert watch.presence() is Presence.HERE
    clock.advance(0.1)
    assert watch.presence() is Presence.WARNED


def test_the_screen_is_cleared_forty_seconds_after_the_warning(clock, watch):
    clock.advance(150)
    watch.presence()
    clock.advance(WARNING_SECONDS - 0.1)
    assert watch.presence() is Presence.WARNED
    clock.advance(0.1)
    assert watch.presence() is Presence.GONE


def test_the_warning_counts_from_when_it_was_given(clock, watch):
    clock.advance(1000)  # the tablet slept: nobody could have answered
    assert watch.presence() is Presence.WARNED
    assert watch.seconds_left == WARNING_SECONDS == 40


def test_a_touch_begins_the_wait_again(clock, watch):
    for _ in range(5):
        clock.advance(149)
        watch.touch()
    assert watch.presence() is Presence.HERE


def test_a_touch_is_no_answer_to_the_warning(clock, watch):
    clock.advance(150)
    watch.presence()
    watch.touch()
    assert watch.presence() is Presence.WARNED


def test_more_time_any_number_of_times(clock, watch):
    for _ in range(20):
        clock.advance(150)
        assert watch.presence() is Presence.WARNED
        clock.advance(39)
        watch.stay()
        assert watch.presence() is Presence.HERE
        assert watch.seconds_left == WARNING_SECONDS


def test_the_seconds_left_are_whole_and_never_negative(clock, watch):
    clock.advance(150)
    watch.presence()
    clock.advance(12.3)
    assert watch.seconds_left == 28
    clock.advance(100)
    assert watch.seconds_left == 0


@pytest.mark.parametrize(("asked", "kept"), [(10, 120), (120, 120), (200, 200), (300, 300), (9999, 300)])
def test_an_event_may_wait_two_to_five_minutes(clock, asked, kept):
    watch = IdleWatch(clock, asked)
    clock.advance(kept - 1)
    assert watch.presence() is Presence.HERE
    clock.advance(1)
    assert watch.presence() is Presence.WARNED
