"""Carry to the office: sticks that come and go, written and checked, and what is told when they do not."""

import errno
from random import Random

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.sync.merging.merge import merge
from kiosk.sync.returning import write_return
from kiosk.sync.stick import FolderSink
from ui.residents.resident import Resident


@pytest.fixture
def carrying(stall, knock, with_drives):
    """A desk with one visit, two records, to carry, at its carrying page."""
    card = stall.model.welcome.cards[0]["spoken"]
    Resident(stall.screen, stall.model, Random(1), number=1).visit(card)
    stall.model.wipe()
    stall.screen.settle()
    with_drives(knock(stall)).press("To the office")
    return stall


def test_a_stick_appears_and_goes_by_itself(carrying, drives):
    assert carrying.sees("No stick is in yet.")
    drives.plug("BLUE")
    carrying.wait(1)
    assert carrying.control("BLUE").name == "BLUE, 7 GB free of 8 GB"
    drives.pull("BLUE")
    carrying.wait(1)
    assert carrying.sees("No stick is in yet.")


def test_it_is_written_checked_and_safe_to_take_out(carrying, drives, finished, tmp_path, office):
    root = drives.plug("BLUE")
    carrying.wait(1)
    carrying.press("BLUE")
    assert carrying.sees("Records to carry")
    carrying.press("Write it")
    finished(carrying)
    assert carrying.heading == "2 records are on BLUE"
    assert carrying.sees("It was written, read back, and is the same.")
    assert carrying.sees("It is safe to take out.")
    assert drives.calls == [("mount", "BLUE"), ("let go", "BLUE")]
    with open_store(DataFolder(tmp_path / "office")) as store:
        assert merge(store, [root], practice=True).new == 2


def test_a_stick_that_stays_mounted_is_told_of_honestly(carrying, drives, finished):
    drives.stuck = True
    drives.plug("BLUE")
    carrying.wait(1)
    carrying.press("BLUE", "Write it")
    finished(carrying)
    assert carrying.sees("safe to take out once its light is still")


def test_what_is_not_mounted_is_mounted(carrying, drives, finished):
    drives.plug("BLUE", root=None)
    carrying.wait(1)
    assert carrying.control("BLUE").name == "BLUE, 8 GB in all"
    carrying.press("BLUE", "Write it")
    finished(carrying)
    assert drives.calls[0] == ("mount", "BLUE")
    assert carrying.heading == "2 records are on BLUE"


def test_a_locked_stick_is_told_before_anything_is_tried(carrying, drives):
    drives.plug("BLUE", read_only=True)
    carrying.wait(1)
    carrying.press("BLUE")
    assert carrying.sees("BLUE is locked. Slide the lock on its side, or use another stick.")
    assert drives.calls == []


def test_a_stick_that_is_out_again_is_told(carrying, drives):
    drives.plug("BLUE")
    carrying.wait(1)
    drives.pull("BLUE")
    carrying.model.team.made["carry"].model.sticks.here = ()
    carrying.press("BLUE")
    assert carrying.sees("That stick is out again.")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.ENOSPC, "full"), "There is no room left"),
        (OSError(errno.EROFS, "read-only"), "cannot be written to. Nothing is lost."),
        (OSError(errno.EIO, "pulled"), "cannot be written to. Nothing is lost."),
    ],
)
def test_full_read_only_or_pulled_out_is_said_with_a_way_on(
    carrying, drives, finished, monkeypatch, fault, told
):
    def broken(*_):
        raise fault

    monkeypatch.setattr(FolderSink, "create", broken)
    drives.plug("BLUE")
    carrying.wait(1)
    carrying.press("BLUE", "Write it")
    finished(carrying)
    assert carrying.sees(told)
    assert carrying.heading == "Carry to the office"
    monkeypatch.undo()
    carrying.press("BLUE", "Write it")
    finished(carrying)
    assert carrying.heading == "2 records are on BLUE", "the way on works"


def test_a_drive_that_cannot_be_reached_is_told(carrying, drives, finished, monkeypatch):
    def stuck(drive):
        raise KioskError(ErrorCode.DRIVE_STUCK, name=drive.name)

    monkeypatch.setattr(drives, "mount", stuck)
    drives.plug("BLUE", root=None)
    carrying.wait(1)
    carrying.press("BLUE", "Write it")
    finished(carrying)
    assert carrying.sees("BLUE cannot be reached")


def test_stop_leaves_nothing_on_the_stick(carrying, drives, finished, monkeypatch):
    root = drives.plug("BLUE")
    carrying.wait(1)
    carrying.press("BLUE")
    jobs = carrying.model.team.room.jobs
    run = jobs.run
    monkeypatch.setattr(jobs, "run", lambda work: stopped(run(work)))
    carrying.press("Write it")
    finished(carrying)
    assert carrying.sees("Stopped. Nothing was lost.")
    assert list(root.iterdir()) == []


def stopped(job):
    job.stop()
    return job


def test_one_file_to_email_goes_into_a_folder(carrying, finished, tmp_path):
    carrying.press("One file to e-mail")
    model = carrying.model.team.made["carry"].model
    model._browser.at = tmp_path / "mail"
    model._browser.at.mkdir()
    model.turn()
    carrying.screen.settle()
    carrying.press("Use this folder", "Write it")
    finished(carrying)
    assert [path.suffix for path in model._browser.at.iterdir()] == [".zip"]


def test_a_folder_is_found_by_pressing(carrying, tmp_path):
    (tmp_path / "shared" / "Stall").mkdir(parents=True)
    carrying.press("Another folder")
    model = carrying.model.team.made["carry"].model
    model._browser.at = tmp_path / "shared"
    model.turn()
    carrying.screen.settle()
    carrying.press("Stall")
    assert model._browser.at == tmp_path / "shared" / "Stall"
    carrying.press("One folder up")
    assert model._browser.at == tmp_path / "shared"


def test_nothing_to_carry_is_said(desk, with_drives, drives, finished):
    with_drives(desk).press("To the office")
    drives.plug("BLUE")
    desk.wait(1)
    desk.press("BLUE", "Write it")
    finished(desk)
    assert desk.sees("There is nothing to carry to the office yet.")


# --- from the office


def test_nothing_is_taken_in_while_the_stall_is_open(carrying):
    carrying.press("Take in what the office sends")
    assert carrying.sees("The stall is open. Nothing was changed.")


def test_what_the_office_sends_is_taken_in(carrying, drives, finished, tmp_path, office):
    root = drives.plug("BLUE")
    carrying.wait(1)
    carrying.press("BLUE", "Write it")
    finished(carrying)
    with open_store(DataFolder(tmp_path / "office")) as store:
        merge(store, [root], practice=True)
        write_return(store, office, drives.plug("GREEN"), clock=FakeClock())
    carrying.press("Today", "Pause", "To the office", "Take in what the office sends", "GREEN")
    finished(carrying)
    assert carrying.heading == "The office's news is in"


def test_a_stick_without_anything_from_the_office_says_so(carrying, drives, finished):
    drives.plug("BLUE")
    carrying.press("Today", "Pause", "To the office", "Take in what the office sends", "BLUE")
    finished(carrying)
    assert carrying.sees("There is nothing from the office")
