"""The audit trail: whole or broken, by day and by kind of act, the newest first."""

import pytest

from kiosk.clock import FakeClock
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from ui.viewmodels.office.care.said import ACTS


@pytest.fixture
def noted(office_desk):
    room = office_desk.model.team.room
    for _ in range(40):
        audit.note(room.store.db, office_desk.clock, Role.VOLUNTEER, Act.IDEA_HIDDEN, subject="abcd")
    next_day = FakeClock(office_desk.clock.now().replace(day=13))
    audit.note(room.store.db, next_day, Role.STAFF, Act.EXPORTED, count=7)
    return office_desk


def test_a_whole_chain_is_said(noted):
    noted.press("Audit trail")
    assert noted.sees("Whole: nothing was changed or left out")


def test_a_changed_line_is_said_by_its_number(noted):
    db = noted.model.team.room.store.db
    db.execute("UPDATE audit SET count = 9 WHERE n = 20")
    noted.press("Audit trail")
    assert noted.sees("Broken at line 20.")


def test_a_long_chain_is_checked_when_asked(noted, finished, monkeypatch):
    monkeypatch.setattr("ui.viewmodels.office.care.trail.AT_ONCE", 3)
    noted.press("Audit trail")
    assert noted.sees("Not checked yet")
    noted.press("Check the chain")
    finished(noted)
    assert noted.sees("Whole: nothing was changed or left out")


def test_the_newest_first_and_older_ones_behind(noted):
    noted.press("Audit trail", "The newest acts")
    lines = [text for text in noted.everywhere() if " · " in text]
    assert lines[0].startswith("Tables exported · Staff · 7")
    noted.press("Older ones")
    assert any("PIN set" in text for text in noted.everywhere()), "the first act of all"
    noted.press("Newer ones")
    assert "Tables exported · Staff · 7" in noted.texts


def test_by_day_and_by_kind(noted):
    noted.press("Audit trail", "By day")
    assert noted.control("13 June 2027").name == "13 June 2027, 1 act"
    noted.press("13 June 2027")
    assert noted.sees("Tables exported · Staff · 7")
    assert not noted.sees("Idea hidden")
    noted.press("Back", "Back", "By kind of act", "Idea hidden")
    assert noted.sees("Idea hidden · Volunteer · abcd")
    assert not noted.sees("Tables exported")


def test_every_act_has_words():
    assert set(ACTS) == set(Act)
