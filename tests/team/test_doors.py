"""The doors: who is in, and what shuts them."""

from datetime import timedelta

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.audit import Role
from kiosk.storage.sealed.keyfile import Cost, keep_key, wrap
from kiosk.storage.sealed.keys import make_key
from kiosk.team.doors import IDLE_SECONDS, PRACTICE_PIN, Doors

PIN = "7193"


class Sleeper(FakeClock):
    """A clock whose wall hand can go on alone, as while a machine sleeps."""

    def sleep(self, seconds):
        self._now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Sleeper()


@pytest.fixture
def doors(tablet, clock):
    made = Doors(tablet, clock, practice=False)
    made.set_pin(PIN)
    made.lock()
    return made


def test_nobody_is_in_at_first(doors):
    assert doors.role is None
    assert not doors.admits(Role.VOLUNTEER)
    with pytest.raises(KioskError) as told:
        doors.require(Role.VOLUNTEER)
    assert told.value.code is ErrorCode.DOOR_CLOSED


def test_the_pin_lets_a_volunteer_in_and_no_further(doors):
    assert not doors.try_pin("7194").opened
    assert doors.role is None
    assert doors.try_pin(PIN).opened
    assert doors.admits(Role.VOLUNTEER)
    assert not doors.admits(Role.STAFF)


def test_staff_may_what_a_volunteer_may_and_their_key_goes_with_them(doors):
    secret = make_key()
    doors.open_for(secret)
    assert doors.admits(Role.STAFF)
    assert doors.admits(Role.VOLUNTEER)
    doors.lock()
    assert doors.secret is None
    assert not doors.admits(Role.VOLUNTEER)


def test_there_is_a_staff_door_only_where_a_key_lies(doors, tablet):
    assert not doors.staff_door
    assert doors.fingerprints() == ()
    secret = make_key()
    keep_key(tablet.folder, wrap(secret, "a long passphrase", Cost(64, 1, 1)))
    assert doors.staff_door
    assert doors.fingerprints() == (secret.fingerprint,)


def test_two_idle_minutes_lock(doors, clock):
    doors.try_pin(PIN)
    clock.advance(IDLE_SECONDS - 1)
    assert not doors.look()
    doors.touch()
    clock.advance(IDLE_SECONDS - 1)
    assert not doors.look(), "a touch begins the wait anew"
    clock.advance(1)
    assert doors.look()
    assert doors.role is None
    assert not doors.look(), "it locks once"


def test_a_touch_after_the_wait_opens_nothing(doors, clock):
    doors.try_pin(PIN)
    clock.advance(IDLE_SECONDS)
    doors.touch()
    assert doors.role is None


@pytest.mark.parametrize("seconds", [31, 8 * 3600, -3600])
def test_a_sleep_or_a_jump_of_the_clock_locks(doors, clock, seconds):
    doors.try_pin(PIN)
    clock.sleep(seconds)
    assert doors.look()
    assert doors.role is None


def test_a_clock_that_is_put_right_by_seconds_does_not_lock(doors, clock):
    doors.try_pin(PIN)
    clock.sleep(5)
    assert not doors.look()


def test_practice_has_a_pin_that_is_known_and_its_own_staff_door(tablet, clock):
    doors = Doors(tablet, clock, practice=True)
    assert doors.staff_door
    assert doors.try_pin(PRACTICE_PIN).opened


def test_setting_up_needs_no_pin_in_practice_alone(tablet, doors, clock):
    doors.enter_practice()
    assert doors.role is None
    practice = Doors(tablet, clock, practice=True)
    practice.enter_practice()
    assert practice.role is Role.VOLUNTEER
