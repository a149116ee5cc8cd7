"""The event editor: a draft comes, is looked through, carried and used; the stall's pack stays apart."""

import zipfile
from pathlib import Path

import pytest

from kiosk.pack.editing.event import key
from kiosk.pack.library import open_pack
from kiosk.pack.staff.sources import read_source
from kiosk.resources import practice_pack
from kiosk.storage.sealed.keys import practice_key
from kiosk.team import setting_up
from kiosk.team.stall import State
from kiosk.team.stall import stall as stall_of
from ui.app import REOPEN


def shown(stall):
    return stall.model.team.leaf.model


def test_with_nothing_open_the_ways_to_an_event_are_offered(editor):
    assert editor.heading == "Which event?"
    assert editor.sees("A new event")


def test_a_copy_of_the_event_in_use_is_looked_through(with_draft):
    assert with_draft.heading == "Event mine"
    assert with_draft.sees("No mistakes: it is ready.")
    draft = shown(with_draft).draft
    assert draft.folder.is_relative_to(shown(with_draft).drafts.root)
    assert read_source(draft.folder).digest == read_source(practice_pack()).digest


def test_a_draft_without_a_name_is_asked_for_one(editor):
    editor.press("A new event", "Continue")
    assert editor.sees("Please give it a name.")


def test_what_check_finds_is_shown_with_its_place(with_draft, finished):
    (shown(with_draft).draft.folder / "forms" / "extra.xlsx").write_bytes(b"no workbook")
    with_draft.wait(1)
    finished(with_draft)
    found = with_draft.everywhere()
    assert any("forms/extra.xlsx" in text for text in found)
    assert any("it is not an Excel workbook" in text for text in found)


def test_it_is_open_again_when_staff_come_back(with_draft, finished):
    with_draft.press("Overview", "The event")
    finished(with_draft)
    assert with_draft.heading == "Event mine"


def test_it_is_carried_on_a_stick(with_draft, with_drives, drives, finished):
    root = drives.plug("BLUE")
    with_drives(with_draft)
    with_draft.press("Save as a pack to carry", "BLUE")
    finished(with_draft)
    assert with_draft.sees("mine.zip is on BLUE.")
    assert zipfile.is_zipfile(root / "mine.zip")


def test_a_draft_of_another_event_without_a_key_is_not_used(with_draft, finished):
    shown(with_draft).home()
    with_draft.press("Use it on this tablet")
    finished(with_draft)
    assert with_draft.sees("It has no office key")
    assert not with_draft.sees("Yes, use it")


@pytest.fixture
def with_key(with_draft, finished):
    """The same, with an office key in the draft."""
    from kiosk.team.setting_up import put_office_key  # noqa: PLC0415 - openpyxl, for this alone

    editor = shown(with_draft)
    put_office_key(editor.draft.event_file, editor.room.pack.event.office_key)
    with_draft.wait(1)
    finished(with_draft)
    return with_draft


def test_an_open_stall_is_not_changed_under_its_residents(with_key, finished):
    room = shown(with_key).room
    room.set_stall(State.OPEN)
    with_key.press("Use it on this tablet", "Yes, use it")
    finished(with_key)
    assert with_key.sees("The stall is open. Nothing was changed.")
    assert not room.home.last_pack.exists()


def test_used_the_window_opens_again_with_it(with_key, finished, monkeypatch):
    room, again = shown(with_key).room, []
    monkeypatch.setattr(room, "reopen", lambda: again.append(REOPEN))
    room.set_stall(State.CLOSED)
    with_key.press("Use it on this tablet", "Yes, use it")
    finished(with_key)
    assert again == [REOPEN]
    used = Path(room.home.last_pack.read_text("utf-8"))
    assert used != shown(with_key).draft.folder
    assert read_source(used).digest == read_source(shown(with_key).draft.folder).digest


def told(room):
    return [row[0] for row in room.store.db.execute("SELECT act FROM audit ORDER BY n")]


def test_used_it_is_in_the_audit_and_another_event_begins_closed(with_key, finished, monkeypatch):
    room = shown(with_key).room
    monkeypatch.setattr(room, "reopen", lambda: None)
    room.set_stall(State.CLOSED)
    with_key.press("Use it on this tablet", "Yes, use it")
    finished(with_key)
    assert told(room)[-1] == "pack-used"
    assert stall_of(room.store.db, shown(with_key).seen.event_id).state is State.CLOSED


def test_a_draft_of_this_event_is_given_its_key(with_draft, finished, monkeypatch):
    model, room = shown(with_draft), shown(with_draft).room
    monkeypatch.setattr(room, "reopen", lambda: None)
    room.set_stall(State.CLOSED)
    model.change(lambda book: key("event_id").put(book, room.pack.event.id), then=model.home)
    finished(with_draft)
    with_draft.press("Use it on this tablet", "Yes, use it")
    finished(with_draft)
    used = open_pack(Path(room.home.last_pack.read_text("utf-8")), None)
    assert used.event.office_key == room.pack.event.office_key
    assert not used.practice


def test_in_practice_it_leads_on_to_setting_the_tablet_up(make_stall, finished):
    stall = make_stall()
    team = stall.model.team
    team.knock()
    team.room.doors.open_for(practice_key())
    team.enter("event")
    model = team.made["event"].model
    model.take(model.drafts.new("Fair"))
    finished(stall)
    stall.press("Use it on this tablet", "Yes, use it")
    finished(stall)
    assert stall.page == "team-set-up"
    kept = Path(setting_up.load(team.room.home).pack)
    assert kept.is_dir()
    assert kept != model.draft.folder
    assert not team.room.home.last_pack.exists()
