"""A visit that nobody ends, at an event that keeps what is not finished: said first, kept, or cleared."""

from dataclasses import replace

import pytest

from kiosk.storage.records import UNFINISHED

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
