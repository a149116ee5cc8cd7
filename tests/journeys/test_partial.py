"""A visit that nobody ends, at an event that keeps what is not finished: said first, kept, or cleared."""

from dataclasses import replace

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import UNFINISHED, sealed_records
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

IDLE = 150


@pytest.fixture
def stall(make_stall, pack):
    return make_stall(replace(pack, event=replace(pack.event, keep_partial=True)))


def to_an_answer(stall):
    stall.press("Help design the park")
    assert stall.page == "text"
    assert "If you stop before the end, we keep what you have said so far." in " ".join(stall.texts)
    stall.kiosk.keeping._lookups.result()
    stall.press("Continue", "Start")
    assert stall.page == "question"
    stall.press("Continue")
    stall.press("Most days", "Continue")


def test_somebody_walks_away(stall):
    to_an_answer(stall)
    for _ in range(2):
        stall.wait(10 * IDLE)
    assert stall.page == "welcome"
    (record,) = stall.saved()
    assert record.notes == {UNFINISHED: True}
    assert any(record.answers.values())


def test_start_again_clears_what_was_kept(stall):
    to_an_answer(stall)
    assert len(stall.saved()) == 1
    stall.press("Start again", "Yes, clear it")
    assert stall.saved() == []


def test_so_does_clear_it_now_when_nobody_seems_there(stall):
    to_an_answer(stall)
    stall.wait(IDLE + 1)
    stall.press("Clear it now")
    assert stall.page == "welcome"
    assert stall.saved() == []


def test_an_answer_that_is_taken_back_is_not_kept_after_leaving(stall):
    to_an_answer(stall)
    assert len(stall.saved()) == 1
    stall.press("Back", "Most days")
    while stall.page != "welcome":
        stall.press("Back")
    assert stall.saved() == []


def test_an_answer_that_is_taken_back_is_not_kept_as_it_goes_on(stall):
    to_an_answer(stall)
    stall.press("Back", "Most days", "Skip")
    for _ in range(2):
        stall.wait(10 * IDLE)
    assert stall.page == "welcome"
    (record,) = stall.saved()
    assert "/data/often" not in record.answers


def test_start_again_clears_what_the_team_has_carried_since(stall, tmp_path):
    """Somebody of the team wrote a stick in the middle of the visit."""
    to_an_answer(stall)
    store = stall.kiosk.keeping.store
    first = write_transfer(store, tmp_path / "stick").path
    (sealed,) = [record.sealed for record in sealed_records(store)]
    stall.press("Start again", "Yes, clear it")
    for path in stall.kiosk.data.root.rglob("*"):
        assert path.is_dir() or sealed not in path.read_bytes()
    with open_store(DataFolder(tmp_path / "office")) as office:
        for pack in (first, write_transfer(store, tmp_path / "stick").path):
            merge(office, [pack], practice=True)
        assert list(sealed_records(office)) == []
