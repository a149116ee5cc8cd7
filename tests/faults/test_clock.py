"""A clock at 2001, an hour back, or jumping: nothing is lost, and nothing is decided by it."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.paths import DataFolder
from kiosk.storage import audit, copies
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, opened, save, sealed_records
from kiosk.storage.sealed.keys import make_key
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

LIBRARIES = [
    *Path("/usr/lib").glob("*/faketime/libfaketime.so.1"),
    *Path("/usr/lib").glob("faketime/lib*.so.1"),
]
FAKED = {"at 2001": "@2001-01-01 00:00:00", "an hour back": "-1h", "running 5,000 times as fast": "+0 x5000"}
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
        counted(f"7. clock {name}", 1, 1, int(found != {"/data/a": "3"}))
        assert found == {"/data/a": "3"}
        assert audit.first_break(tablet.db) is None


def test_a_copy_made_by_a_clock_at_2001_is_there(tmp_path):
    with open_store(DataFolder(tmp_path / "K")) as tablet:
        for day in range(copies.KEPT):
            copies.daily_copy(tablet, date(2027, 6, 1 + day))
        assert copies.daily_copy(tablet, date(2001, 1, 1)).exists()
        assert len(list(tablet.folder.copies.glob("*.db"))) == copies.KEPT


@pytest.fixture
def faked():
    """The settings that give a process the wall clock `name`; the monotonic one stays true."""
    if not LIBRARIES:
        pytest.skip("libfaketime is not installed: apt-get install libfaketime")

    def settings_for(name):
        return {
            "LD_PRELOAD": str(LIBRARIES[0]),
            "FAKETIME": FAKED[name],
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_NO_CACHE": "1",
        }

    return settings_for


@pytest.mark.slow
@pytest.mark.parametrize("name", FAKED)
def test_a_whole_program_under_a_false_clock_loses_nothing(tmp_path, name, started, faked, counted):
    folder, office, acknowledged = DataFolder(tmp_path / "K"), DataFolder(tmp_path / "office"), set()
    for clock in (name, "an hour back", name):  # it jumps between runs too
        with started("saver.py", folder.root, 0, 10, **faked(clock)) as process:
            acknowledged |= {line.strip() for line in process.stdout} - {"ready"}
    assert len(acknowledged) == 30
    with open_store(folder) as tablet:
        carried = write_transfer(tablet, tmp_path / "stick").path
        assert audit.first_break(tablet.db) is None
    with started("merger.py", office.root, carried, **faked(name)) as process:
        assert "merged" in process.stdout.read()
    with open_store(office) as store:
        kept = {record.id for record in sealed_records(store)}
    counted(f"7. libfaketime, {name}", 4, len(acknowledged), len(acknowledged - kept))
    assert acknowledged <= kept


@pytest.mark.slow
@pytest.mark.parametrize("name", FAKED)
def test_no_wall_clock_shortens_the_wait_for_the_pin(tmp_path, name, started, faked):
    folder = DataFolder(tmp_path / "K")
    said = []
    for clock in ("an hour back", name):
        with started("clocked.py", folder.root, **faked(clock)) as process:
            said.append(process.stdout.read().split())
            assert process.wait() == 0, process.stderr.read()
    assert [(seconds, copied, broken) for seconds, _, copied, broken in said] == [("15", "True", "None")] * 2
    if name == "at 2001":
        assert said[1][1] == "2001", "the clock was false indeed"
