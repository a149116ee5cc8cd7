"""Drafts: how one comes, that the pack in use is never touched, and the ways out."""

import zipfile

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.drafts import Drafts, carry, in_use
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.seen import look
from kiosk.pack.library import open_pack
from kiosk.pack.staff.sources import read_source
from kiosk.pack.starter import write_starter
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack


@pytest.fixture
def data(tmp_path):
    return DataFolder(tmp_path / "data").made()


@pytest.fixture
def drafts(data):
    return Drafts(data, in_use(data))


def test_a_new_event_is_the_starter_pack_and_has_no_mistake(drafts):
    draft = drafts.new("Summer fair")
    assert draft.folder == drafts.root / "Summer-fair"
    assert look(draft).mistakes == ()
    assert [path.name for path in draft.form_files()] == [
        "about.xlsx", "questions.xlsx", "sign-up.xlsx", "today.xlsx",
    ]  # fmt: skip


def test_two_drafts_of_one_name_are_refused(drafts):
    drafts.new("Fair")
    with pytest.raises(KioskError) as told:
        drafts.new("Fair")
    assert told.value.code is ErrorCode.FOLDER_NOT_EMPTY


@pytest.mark.parametrize(
    ("name", "folder"), [("../../etc", "etc"), ("  ", "event"), ("ਮੇਲਾ 2027", "ਮੇਲਾ-2027"), ("a/b", "a-b")]
)
def test_a_name_is_a_folder_of_the_drafts_and_no_other(drafts, name, folder):
    assert drafts.place(name).parent == drafts.root
    assert drafts.place(name).name.isprintable()
    assert drafts.place(name).name.replace("-", "") == folder.replace("-", "") or folder == "ਮੇਲਾ-2027"


def test_a_copy_of_the_pack_in_use_is_the_same_pack(drafts):
    draft = drafts.copy(practice_pack(), "mine")
    assert read_source(draft.folder).digest == read_source(practice_pack()).digest


def test_a_zip_is_unpacked(drafts, tmp_path):
    original = drafts.new("one")
    zipped = carry(original, tmp_path)
    assert zipped == tmp_path / "one.zip"
    again = drafts.copy(zipped, "two")
    assert read_source(again.folder).digest == read_source(original.folder).digest


def test_one_questionnaire_is_given_an_event(drafts, tmp_path):
    write_starter(tmp_path / "starter")
    form = tmp_path / "starter" / "forms" / "questions.xlsx"
    draft = drafts.copy(form, "survey")
    seen = look(draft)
    assert draft.form_files()[0].read_bytes() == form.read_bytes()
    assert not [one for one in seen.mistakes if one.sheet in ("event", "activities")]
    assert any("the promise does not say who decides" in one.wrong for one in seen.mistakes)


def test_a_hostile_zip_leaves_nothing(drafts, tmp_path):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../outside.xlsx", b"x")
    with pytest.raises(KioskError) as told:
        drafts.copy(path, "bad")
    assert told.value.code is ErrorCode.PACK_UNSAFE
    assert drafts.here() == ()


def test_the_folder_of_the_stall_is_never_worked_on_as_it_is(data, tmp_path):
    write_starter(tmp_path / "running")
    data.last_pack.write_text(str(tmp_path / "running"), "utf-8")
    drafts = Drafts(data, in_use(data))
    assert not drafts.may_edit(tmp_path / "running")
    assert not drafts.may_edit(tmp_path)
    (tmp_path / "other").mkdir()
    assert drafts.may_edit(tmp_path / "other")


def test_the_draft_that_was_open_is_open_again(drafts):
    draft = drafts.new("Fair")
    drafts.remember(draft)
    assert drafts.current() == Draft(draft.folder.resolve())
    drafts.remember(None)
    assert drafts.current() is None


def test_a_draft_that_went_away_is_not_open(drafts):
    draft = drafts.new("Fair")
    drafts.remember(draft)
    draft.event_file.unlink()
    assert drafts.current() is None


def test_used_it_opens_at_the_next_start_and_the_draft_stays_apart(drafts, data):
    draft = drafts.new("Fair")
    folder = drafts.lay(draft)
    assert in_use(data) == practice_pack()
    drafts.switch(folder)
    assert in_use(data) == folder.resolve()
    assert open_pack(in_use(data), data.packs).source == read_source(draft.folder).digest
    assert not Drafts(data, in_use(data)).may_edit(folder)
    assert Drafts(data, in_use(data)).may_edit(draft.folder)


def test_copies_used_before_go_away_but_never_the_one_in_use(drafts, data):
    draft = drafts.new("Fair")
    first = drafts.lay(draft)
    drafts.switch(first)
    running = Drafts(data, in_use(data))
    (draft.folder / "media" / "new.png").write_bytes(b"x")
    second = running.lay(draft)
    running.switch(second)
    assert first.is_dir() and second.is_dir()
    after = Drafts(data, in_use(data))
    (draft.folder / "media" / "other.png").write_bytes(b"x")
    third = after.lay(draft)
    after.switch(third)
    assert (first.is_dir(), second.is_dir(), third.is_dir()) == (False, True, True)


def test_a_look_is_fresh_until_a_file_changes(drafts):
    draft = drafts.new("Fair")
    seen = look(draft)
    assert seen.fresh
    (draft.folder / "media" / "park.png").write_bytes(b"other")
    assert not seen.fresh


def test_a_workbook_that_cannot_be_read_is_a_finding(drafts):
    draft = drafts.new("Fair")
    draft.event_file.write_bytes(b"not a workbook")
    seen = look(draft)
    assert seen.event is None
    assert [one.file for one in seen.mistakes][:1] == ["event.xlsx"]
