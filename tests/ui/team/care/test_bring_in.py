"""Bring in: sticks, folders, files and drops; what is told of each; and nothing is ever half done."""

import shutil
import threading
import time

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.held import held
from kiosk.sync.ledger import device_signer
from kiosk.sync.merging.reading import FolderSource
from kiosk.sync.merging.signers import strike
from ui.viewmodels.office.care import bring_in


def records(stall):
    return held(stall.model.team.room.store.db).records


def model(stall):
    return stall.model.team.made["bring-in"].model


def test_the_stall_is_closed_first(office_desk):
    office_desk.press("Bring in")
    assert office_desk.sees("The stall is open here.")
    office_desk.press("Close the stall")
    assert office_desk.sees("Put in a stick, and press its name.")


def test_nothing_is_merged_while_the_stall_is_open(office_desk, with_drives, drives, tablet):
    tablet("A").keep().carry(drives.plug("BLUE"))
    with_drives(office_desk).press("Bring in", "BLUE")
    assert office_desk.sees("The stall is open. Nothing was changed.")
    assert not office_desk.model.team.room.jobs.busy


def test_a_stick_appears_and_goes_by_itself(caring, drives):
    assert caring.sees("No stick is in yet.")
    drives.plug("BLUE")
    caring.wait(1)
    assert caring.control("BLUE").name == "BLUE, 7 GB free of 8 GB"
    drives.pull("BLUE")
    caring.wait(1)
    assert caring.sees("No stick is in yet.")


def test_an_unknown_tablet_is_asked_about_and_then_its_records_are_in(caring, tablet, drives, finished):
    found = tablet("A").keep(3)
    found.carry(drives.plug("BLUE", root=None))
    caring.wait(1)
    caring.press("BLUE")
    finished(caring)
    assert drives.calls == [("mount", "BLUE")], "it stays mounted, as it may be read again"
    assert caring.heading == "Nothing new came"
    caring.press("Tablet A")
    assert caring.heading == "Do you know this tablet?"
    signer = device_signer(found.store.db)
    assert caring.sees(" ".join(signer[at : at + 4] for at in range(0, 32, 4)))
    assert records(caring) == 0
    caring.press("Yes, it is ours")
    finished(caring)
    assert caring.heading == "3 new records"
    assert caring.sees("It is safe to take out.")
    assert records(caring) == 3


def test_a_tablet_nobody_knows_is_left_out(caring, tablet, drives, finished):
    tablet("A").keep(3).carry(drives.plug("BLUE"))
    caring.wait(1)
    caring.press("BLUE")
    finished(caring)
    caring.press("Tablet A", "No, leave it out")
    finished(caring)
    assert caring.heading == "Nothing new came"
    assert caring.screen.find("Tablet A, It is not known here. Press to look.") is None
    assert drives.calls[-1] == ("let go", "BLUE")
    assert records(caring) == 0


def test_the_report_counts_what_is_new_and_what_was_here(brought, drives, finished):
    caring, found = brought
    assert caring.sees("1 of 4")
    assert caring.sees("B, C, D")
    found.keep(2).carry(drives.here[0].root)
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.heading == "2 new records"
    assert caring.sees("Packs that were here already")
    assert records(caring) == 5


def test_a_struck_off_tablet_is_said(brought, drives, finished):
    caring, found = brought
    strike(caring.model.team.room.store, device_signer(found.store.db), caring.clock)
    found.keep().carry(drives.here[0].root)
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.sees("It was struck off, so nothing came from it.")
    assert records(caring) == 3


def test_what_is_set_aside_is_said_with_its_reason_and_never_its_words(brought, drives, finished):
    caring, found = brought
    pack = found.keep().carry(drives.here[0].root)
    (pack / "records.csv").write_bytes(b"no such thing")
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.sees("The rest is safe. Ask for a fresh copy of what was set aside.")
    caring.press("See what was set aside")
    assert caring.sees("It was damaged on the way.")
    assert not caring.sees("no such thing")


def test_a_folder_and_a_file_are_found_by_pressing(caring, tablet, tmp_path, finished):
    tablet("A").keep(2).carry(tmp_path / "mail" / "in", zipped=True)
    caring.press("A folder or a file")
    model(caring).browser.at = tmp_path / "mail"
    model(caring).turn()
    caring.screen.settle()
    caring.press("in", next((tmp_path / "mail" / "in").iterdir()).name)
    finished(caring)
    assert caring.sees("A tablet is not known here")


def test_a_path_is_typed(caring, tablet, tmp_path, finished):
    path = tablet("A").keep(2).carry(tmp_path / "share")
    caring.press("Type its path")
    model(caring).write("path", str(path.parent))
    caring.press("Continue")
    finished(caring)
    assert caring.sees("A tablet is not known here")


@pytest.mark.parametrize("there", [True, False])
def test_a_place_without_packs_says_so(caring, tmp_path, finished, there):
    if there:
        (tmp_path / "empty").mkdir()
    caring.press("Type its path")
    model(caring).write("path", str(tmp_path / "empty"))
    caring.press("Continue")
    finished(caring)
    assert caring.sees(f"There is no pack in {tmp_path / 'empty'}. Nothing was changed.")
    assert caring.heading == "Bring in"


def test_a_stick_pulled_out_half_way_changes_nothing(brought, tablet, drives, finished, monkeypatch):
    caring, found = brought
    root = drives.here[0].root
    for _ in range(3):
        found.keep(2).carry(root)
    usual, seen = FolderSource.open, []

    def pulled(source, name, most):
        if name == "records.csv":
            seen.append(name)
        if len(seen) == 3 and root.exists():
            shutil.rmtree(root)
        return usual(source, name, most)

    monkeypatch.setattr(FolderSource, "open", pulled)
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.sees("BLUE cannot be read any more")
    assert records(caring) == 3, "not even the pack before"


def test_a_full_disk_is_said_and_changes_nothing(brought, drives, finished, monkeypatch):
    caring, found = brought
    found.keep(2).carry(drives.here[0].root)

    def full(*_, **__):
        raise KioskError(ErrorCode.DISK_FULL, path="this machine")

    monkeypatch.setattr(bring_in, "merge", full)
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.sees("There is no room left on the disk of this machine.")
    assert caring.heading == "Bring in"
    monkeypatch.undo()
    caring.press("BLUE")
    finished(caring)
    assert caring.heading == "2 new records", "the way on works"


def test_stop_changes_nothing(brought, drives, finished, monkeypatch):
    caring, found = brought
    found.keep(600).carry(drives.here[0].root)
    jobs = caring.model.team.room.jobs
    run = jobs.run

    def stopped(work):
        job = run(work)
        job.stop()
        return job

    monkeypatch.setattr(jobs, "run", stopped)
    caring.press("Bring in more", "BLUE")
    finished(caring)
    assert caring.sees("Stopped. Nothing was changed.")
    assert records(caring) == 3


def test_a_desk_that_locks_meanwhile_shows_the_report_afterwards(
    caring, tablet, drives, finished, monkeypatch
):
    tablet("A").keep(2).carry(drives.plug("BLUE"))
    caring.wait(1)
    go_on = threading.Event()
    hold = caring.model.team.made["bring-in"].model
    monkeypatch.setattr(hold, "opener", lambda: lambda: go_on.wait() and drives.here[0].root)
    caring.press("BLUE")
    caring.model.team.lock()
    caring.screen.settle()
    assert caring.screen.find("Passphrase") is None, "nothing is opened while it runs"
    go_on.set()
    finished(caring)
    assert not caring.sees("A tablet is not known here")
    assert caring.control("Passphrase")
    gate = caring.model.team.leaf.model
    gate.write("passphrase", "river lamp garden copper")
    gate.forward()
    finished(caring)
    assert caring.sees("A tablet is not known here")


def test_the_stall_is_not_opened_while_packs_are_taken_in(caring, tablet, drives, finished, monkeypatch):
    tablet("A").keep(2).carry(drives.plug("BLUE"))
    room, usual = caring.model.team.room, bring_in.merge
    inside, go_on = threading.Event(), threading.Event()

    def slow(store, paths, **facts):
        def tell(done, of):
            inside.set()
            go_on.wait()

        return usual(store, paths, **{**facts, "practice": True, "progress": tell})

    monkeypatch.setattr(bring_in, "merge", slow)
    caring.wait(1)
    caring.press("BLUE")
    inside.wait()
    caring.press("Team desk", "Open", "Yes, open the stall")
    assert caring.sees("Something else is still at work.")
    assert room.stall.state == "closed"
    today, since = caring.model.team.made["today"].model, time.monotonic()
    today.act("read")
    waited = time.monotonic() - since
    go_on.set()
    finished(caring)
    assert "Something else is still at work." in today.said
    assert waited < 2, "the window does not stand still for the 5 s that a write usually waits"
    caring.press("Office", "Bring in")
    assert caring.heading == "2 new records", "what came of it was kept until somebody looked"
