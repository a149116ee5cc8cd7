"""A clock at 2001, an hour back, or jumping: nothing is lost, and nothing is decided by it."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.clock import FakeClock
from kiosk.paths import DataFolder
from kiosk.storage import audit, copies
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.keys import make_key
from kiosk.storage.records import AnswerSet, opened, save, sealed_records
from kiosk.sync.merge import merge
from kiosk.sync.transfer import write_transfer

NOW = datetime(2027, 6, 12, 11, tzinfo=UTC)
CLOCKS = {
    "at 2001": [datetime(2001, 1, 1, tzinfo=UTC)] * 3,
    "an hour back": [NOW, NOW - timedelta(hours=1), NOW],
    "jumping": [NOW, datetime(2001, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, tzinfo=UTC)],
}


@pytest.mark.parametrize("name", CLOCKS)
def test_the_later_revision_wins_whatever_the_clock_says(tmp_path, name, counted):
    secret, identity, look = make_key(), str(uuid.uuid4()), "a" * 64
    with (
        open_store(DataFolder(tmp_path / "K")) as tablet,
        open_store(DataFolder(tmp_path / "office")) as office,
    ):
        packs = []
        for revision, moment in enumerate(CLOCKS[name], start=1):
            day, words = moment.date(), {"/data/a": str(revision)}
            given = AnswerSet(identity, look, "fair2027", "park", "1.0", day, words, "en")
            save(tablet, secret.public, [replace(given, revision=revision)])
            clock = FakeClock(moment)
            audit.note(tablet.db, clock, Role.VOLUNTEER, Act.STALL_OPENED)
            packs.append(write_transfer(tablet, tmp_path / "stick", clock=clock).path)
        merge(office, packs[::-1], practice=True, clock=FakeClock(CLOCKS[name][0]))
        (record,) = sealed_records(office)
        found = opened(secret, record).answers
        counted(f"clock {name}", 1, 1, int(found != {"/data/a": "3"}))
        assert found == {"/data/a": "3"}
        assert audit.first_break(tablet.db) is None


def test_a_copy_made_by_a_clock_at_2001_is_there(tmp_path):
    with open_store(DataFolder(tmp_path / "K")) as tablet:
        for day in range(copies.KEPT):
            copies.daily_copy(tablet, date(2027, 6, 1 + day))
        assert copies.daily_copy(tablet, date(2001, 1, 1)).exists()
        assert len(list(tablet.folder.copies.glob("*.db"))) == copies.KEPT
