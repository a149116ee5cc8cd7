"""The stall: kept over restarts, in the audit, and nothing merged while it is open."""

from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.team.stall import Stall, State, must_rest, set_stall, stall

DAY = date(2027, 6, 12)


def test_it_is_open_until_somebody_says_otherwise(tablet):
    assert stall(tablet.db, "fair") == Stall(State.OPEN, None)


@pytest.mark.parametrize("state", State)
def test_it_is_as_it_was_left(tmp_path, state):
    folder = DataFolder(tmp_path / "t")
    with open_store(folder) as store:
        set_stall(store, FakeClock(), "fair", state)
    with open_store(folder) as store:
        assert stall(store.db, "fair") == Stall(state, DAY)
        assert stall(store.db, "another event").state is State.OPEN


def test_each_turn_is_in_the_audit(tablet):
    for state in (State.OPEN, State.PAUSED, State.CLOSED):
        set_stall(tablet, FakeClock(), "fair", state)
    acts = [row[0] for row in tablet.db.execute("SELECT act FROM audit ORDER BY n")]
    assert acts == ["stall-opened", "stall-paused", "stall-closed"]


def test_nothing_is_merged_while_it_is_open(tablet):
    with pytest.raises(KioskError) as told:
        must_rest(tablet.db, "fair")
    assert told.value.code is ErrorCode.STALL_OPEN
    for state in (State.PAUSED, State.CLOSED):
        set_stall(tablet, FakeClock(), "fair", state)
        must_rest(tablet.db, "fair")
