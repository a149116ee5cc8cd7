"""The PIN: set, tried, waited for over restarts and clock changes, changed, and reset by the office."""

from datetime import timedelta

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import audit, settings
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keys import make_key
from kiosk.sync.merging.merge import merge
from kiosk.sync.returning import write_return
from kiosk.sync.wiping import wipe
from kiosk.team.pin import Outcome, Pin, ask_reset

RIGHT, WRONG = "2580", "2581"


@pytest.fixture
def pin(tablet, clock):
    made = Pin(tablet, clock)
    made.set(RIGHT)
    return made


def test_no_pin_opens_nothing(tablet, clock):
    pin = Pin(tablet, clock)
    assert not pin.is_set
    assert pin.try_pin("") == pin.try_pin(RIGHT) == Outcome()


def test_the_right_one_opens_and_a_wrong_one_does_not(pin):
    assert pin.try_pin(RIGHT) == Outcome(opened=True)
    for other in (WRONG, "", RIGHT + "0", RIGHT[:-1], "٢٥٨٠", "\ud800"):
        assert pin.try_pin(other).wrong
        assert pin.try_pin(RIGHT).opened, "a right one ends the counting"


def test_three_wrong_ones_wait_15_30_then_60_seconds(pin, clock):
    assert [pin.try_pin(WRONG).seconds for _ in range(3)] == [0, 0, 15]
    for seconds, following in ((15, 30), (30, 60), (60, 60), (60, 60)):
        clock.advance(seconds - 0.5)
        assert pin.try_pin(RIGHT) == Outcome(seconds=1), "not even the right one"
        clock.advance(0.5)
        assert pin.waiting_seconds() == 0
        assert pin.try_pin(WRONG) == Outcome(wrong=True, seconds=following)
    clock.advance(60)
    assert pin.try_pin(RIGHT).opened
    assert [pin.try_pin(WRONG).seconds for _ in range(3)] == [0, 0, 15]


def test_the_wall_clock_shortens_no_wait(tablet):
    class Jumping(FakeClock):
        def now(self):
            return super().now() + timedelta(days=self.days)

        days = 0

    clock = Jumping()
    pin = Pin(tablet, clock)
    pin.set(RIGHT)
    for _ in range(3):
        pin.try_pin(WRONG)
    for clock.days in (-9000, 1, 9000):
        assert pin.waiting_seconds() == 15


def test_the_wait_begins_again_after_a_restart(tmp_path):
    folder = DataFolder(tmp_path / "tablet")
    with open_store(folder) as store:
        pin = Pin(store, FakeClock())
        pin.set(RIGHT)
        for _ in range(3):
            pin.try_pin(WRONG)
    for _ in range(2):  # a restart is no try
        with open_store(folder) as store:
            pin = Pin(store, FakeClock())
            assert pin.waiting_seconds() == 15
            assert pin.try_pin(RIGHT) == Outcome(seconds=15)


def test_a_try_is_counted_before_it_is_looked_at(tablet, pin, clock, monkeypatch):
    def pulled(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Pin, "_fits", pulled)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            pin.try_pin(WRONG)
    assert Pin(tablet, clock).waiting_seconds() == 15


def test_a_full_disk_does_not_shut_the_team_out(tablet, pin, clock):
    tablet.db.execute("PRAGMA query_only = ON")
    assert [pin.try_pin(WRONG).seconds for _ in range(3)] == [0, 0, 15]
    clock.advance(15)
    assert pin.try_pin(RIGHT).opened


@pytest.mark.parametrize("digits", ["", "123", "12a4", "1" * 13, "٢٥٨٠", " 2580"])
def test_a_pin_is_4_to_12_digits(tablet, clock, digits):
    with pytest.raises(KioskError) as told:
        Pin(tablet, clock).set(digits)
    assert told.value.code is ErrorCode.PIN_DIGITS


@pytest.mark.parametrize("digits", ["0000", "1234", "6789", "9876", "43210"])
def test_what_anybody_would_try_first_is_no_pin(tablet, clock, digits):
    with pytest.raises(KioskError) as told:
        Pin(tablet, clock).set(digits)
    assert told.value.code is ErrorCode.PIN_SIMPLE


def test_it_is_changed_by_whoever_knows_it(pin):
    assert pin.change(WRONG, "7193").wrong
    with pytest.raises(KioskError):
        pin.change(RIGHT, "1111")
    with pytest.raises(ValueError, match="is set"):
        pin.set("7193")
    assert pin.change(RIGHT, "7193").opened
    assert pin.try_pin("7193").opened
    assert pin.try_pin(RIGHT).wrong


@pytest.mark.parametrize(("named", "done"), [("", True), ("K", True), ("M", False)])
def test_the_office_resets_it_by_a_return_pack(tablet, office, pin, clock, tmp_path, named, done):
    settings.put(tablet.db, settings.TABLET_NAME, "K")
    for _ in range(5):
        pin.try_pin(WRONG)
    ask_reset(office, clock, named)
    back = write_return(office, make_key(), tmp_path / "back").path
    merge(tablet, [back], practice=True)
    assert pin.is_set != done
    if done:
        assert pin.waiting_seconds() == 0
        assert not pin.try_pin(RIGHT).opened
        pin.set("7193")
        merge(tablet, [back], practice=True)
        assert pin.try_pin("7193").opened, "one reset is done once"


def test_it_stays_when_the_tablet_is_wiped(tablet, pin, clock):
    wipe(tablet, clock)
    assert pin.try_pin(RIGHT).opened


def test_audit_and_database_know_the_act_only(tablet, pin, clock):
    for _ in range(3):
        pin.try_pin(WRONG)
    clock.advance(15)
    pin.change(RIGHT, "7193")
    lines = tablet.db.execute("SELECT role, act, count, subject FROM audit ORDER BY n").fetchall()
    assert lines == [
        ("volunteer", "pin-set", 0, ""),
        ("program", "pin-refused", 0, ""),
        ("volunteer", "pin-changed", 0, ""),
    ]
    assert audit.first_break(tablet.db) is None
    kept = settings.get(tablet.db, settings.PIN)
    assert not {RIGHT, WRONG, "7193"} & {str(value) for value in kept.values()}
