"""Tablets and packs: numbers that came and that did not, and what was set aside, row by row."""

import shutil

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.quarantine import let_go, set_aside


def merged(caring, drives, finished):
    caring.press("Bring in", "BLUE")
    finished(caring)


def test_nobody_has_come_yet(caring):
    caring.press("Tablets and packs")
    assert caring.sees("No tablet has brought anything yet.")
    assert caring.sees("A, B, C, D")


def test_a_tablet_its_packs_a_gap_and_the_last_one(brought, drives, finished):
    caring, found = brought
    root = drives.here[0].root
    shutil.rmtree(found.keep().carry(root))
    found.keep().carry(root, last=True)
    merged(caring, drives, finished)
    caring.press("Tablets and packs")
    assert caring.control("Tablet A").name == "Tablet A, 2 packs, 1 number is missing, its last pack is here"
    caring.press("Tablet A")
    assert caring.sees("Numbers that never came")
    assert {"Pack 1", "Pack 3"} <= set(caring.texts)
    assert "Pack 2" not in caring.texts
    caring.press("Back")
    assert caring.heading == "Tablets and packs"


def test_a_last_pack_that_is_still_to_come_is_said(brought):
    caring, _ = brought
    caring.press("Tablets and packs", "Tablet A")
    assert "Last pack of the event" in caring.texts
    assert "Still to come" in caring.texts


@pytest.fixture
def damaged(brought, drives, finished):
    """A row that is no row, and then a pack that was changed on its way."""
    caring, found = brought
    pack = found.keep().carry(drives.here[0].root)
    whole = (pack / "records.csv").read_bytes()
    (pack / "records.csv").write_bytes(whole[:-9])
    merged(caring, drives, finished)
    (pack / "records.csv").write_bytes(whole)
    return caring, found


def test_what_was_set_aside_says_why_and_stays_while_it_may_be_the_only_copy(damaged):
    caring, _ = damaged
    caring.press("Tablets and packs", "See what was set aside")
    (one,) = set_aside(caring.model.team.room.store.db)
    caring.press(f"Tablet {one.store_id[:8]}, Pack 2")
    assert caring.sees("It was damaged on the way.")
    assert caring.sees("This may be the only copy")
    assert caring.screen.find("Take it out of here") is None
    with pytest.raises(KioskError) as told:
        let_go(caring.model.team.room.store, one.digest, caring.clock)
    assert told.value.code is ErrorCode.ASIDE_NEEDED


def test_it_may_go_once_a_good_copy_is_here(damaged, drives, finished):
    caring, _ = damaged
    merged(caring, drives, finished)
    caring.press("Tablets and packs", "See what was set aside", "Tablet A, Pack 2", "Take it out of here")
    assert caring.sees("Nothing is set aside.")
    acts = caring.model.team.room.store.db.execute("SELECT act FROM audit ORDER BY n DESC LIMIT 1")
    assert acts.fetchone()[0] == "erased"
