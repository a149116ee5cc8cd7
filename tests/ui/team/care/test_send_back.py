"""Send back: what it carries and for whom, written and read back, and taken in at the tablet."""

import errno

import pytest

from kiosk.storage import settings
from kiosk.sync.merging.merge import merge
from kiosk.sync.receipts import outstanding
from kiosk.sync.stick import FolderSink


@pytest.fixture
def sending(brought, drives):
    caring, found = brought
    drives.plug("GREEN")
    caring.press("Send back")
    caring.wait(1)
    return caring, found


def test_what_it_carries_and_for_whom_is_said_first(sending):
    sending[0].press("GREEN")
    caring = sending[0]
    assert caring.heading == "Ready to write"
    assert {"For these tablets", "A", "Receipts for records", "3"} <= (seen := set(caring.everywhere()))
    assert "B, C, D" in seen


def test_it_is_written_checked_and_the_tablet_then_knows_what_is_safe(sending, drives, finished, office):
    caring, found = sending
    settings.put(found.store.db, settings.OFFICE_KEYS, [found.secret.fingerprint])
    caring.press("GREEN", "Write it")
    finished(caring)
    assert caring.heading == "It is on GREEN"
    assert caring.sees("It was written, read back, and is the same.")
    assert caring.sees("It is safe to take out.")
    before = outstanding(found.store.db).records
    merge(found.store, list(drives.here[1].root.iterdir()), practice=False, clock=caring.clock)
    assert (before, outstanding(found.store.db).records) == (3, 0)


def test_a_forgotten_pin_is_ended_with_the_same_pack(sending, finished):
    caring, _ = sending
    caring.press("GREEN", "A PIN was forgotten", "A", "Back")
    assert "A new PIN is chosen at" in caring.everywhere()
    caring.press("Write it")
    finished(caring)
    db = caring.model.team.room.store.db
    assert list(settings.by_office(db, "pin_reset")) == ["A"]
    assert caring.model.team.room.doors.pin.is_set, "this machine keeps its own"


def test_one_file_to_email(sending, finished, tmp_path):
    caring, _ = sending
    model = caring.model.team.made["send-back"].model
    caring.press("One file to e-mail")
    (tmp_path / "mail").mkdir()
    model.browser.at = tmp_path / "mail"
    model.turn()
    caring.screen.settle()
    caring.press("Use this folder", "Write it")
    finished(caring)
    assert [path.suffix for path in (tmp_path / "mail").iterdir()] == [".zip"]


def test_a_locked_stick_is_told_before_anything_is_tried(sending, drives):
    drives.plug("RED", read_only=True)
    sending[0].wait(1)
    sending[0].press("RED")
    assert sending[0].sees("RED is locked.")


@pytest.mark.parametrize(
    ("fault", "told"),
    [(errno.ENOSPC, "There is no room left"), (errno.EIO, "cannot be written to. Nothing is lost.")],
)
def test_full_or_pulled_out_is_said_and_leaves_nothing(sending, finished, monkeypatch, drives, fault, told):
    def broken(*_):
        raise OSError(fault, "no")

    monkeypatch.setattr(FolderSink, "create", broken)
    sending[0].press("GREEN", "Write it")
    finished(sending[0])
    assert sending[0].sees(told)
    assert sending[0].heading == "Send back"
    assert list(drives.here[1].root.iterdir()) == []


def test_nothing_to_send_is_said(caring, drives, finished):
    drives.plug("GREEN")
    caring.press("Send back")
    caring.wait(1)
    caring.press("GREEN", "Write it")
    finished(caring)
    assert caring.sees("There is nothing here yet that tablets could be told.")
