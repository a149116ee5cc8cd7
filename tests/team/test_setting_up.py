"""Setting up: what is kept, the pack's copy, the key in it, and the end."""

import zipfile

import openpyxl
import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.library import open_pack
from kiosk.pack.starter import write_starter
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import keys_here, open_key
from kiosk.team import setting_up
from kiosk.team.pin import Pin
from kiosk.team.setting_up import SetUp
from kiosk.team.stall import State, stall


@pytest.fixture
def data(tmp_path):
    return DataFolder(tmp_path / "data").made()


@pytest.fixture
def starter(tmp_path):
    write_starter(tmp_path / "stick" / "fair")
    return tmp_path / "stick" / "fair"


def test_what_was_chosen_is_taken_up_again(data, starter):
    assert setting_up.load(data) == SetUp()
    now = SetUp("office", str(starter), "K", ("sound",))
    setting_up.keep(data, now)
    assert setting_up.load(data) == now


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"where": "here"}'])
def test_what_cannot_be_read_begins_anew(data, kept):
    (data.root / setting_up.FILE).write_text(kept)
    assert setting_up.load(data) == SetUp()


def test_a_pack_that_is_gone_is_asked_for_again(data, tmp_path):
    setting_up.keep(data, SetUp("here", str(tmp_path / "gone"), "K"))
    assert setting_up.load(data) == SetUp("here")


def test_the_copy_is_a_pack_of_its_own(data, starter):
    before = open_pack(starter, None)
    copy = setting_up.adopt(data, starter)
    assert copy.is_relative_to(data.root)
    assert open_pack(copy, None).event == before.event
    assert set(open_pack(copy, None).forms) == set(before.forms)


def test_a_zip_is_taken_too_and_the_next_pack_takes_its_place(data, starter, tmp_path):
    zipped = tmp_path / "fair.zip"
    with zipfile.ZipFile(zipped, "w") as file:
        for path in starter.rglob("*"):
            file.write(path, path.relative_to(starter))
    first = setting_up.adopt(data, zipped)
    (first / "left-over").touch()
    second = setting_up.adopt(data, starter)
    assert first == second
    assert not (second / "left-over").exists()


def test_an_xlsform_alone_is_taken(data, starter):
    form = next((starter / "forms").glob("*.xlsx"))
    copy = setting_up.adopt(data, form)
    assert open_pack(copy, None).forms


def test_what_is_no_pack_is_refused_and_the_old_copy_stays(data, starter, tmp_path):
    copy = setting_up.adopt(data, starter)
    (tmp_path / "empty").mkdir()
    with pytest.raises(KioskError):
        setting_up.adopt(data, tmp_path / "empty")
    assert open_pack(copy, None).forms


def test_a_key_made_here_is_in_the_copy_and_opens_with_its_passphrase(data, starter):
    copy = setting_up.adopt(data, starter)
    made = setting_up.make_office_key(data, copy, "river lamp garden", FakeClock())
    pack = open_pack(copy, None)
    assert pack.event.office_key == made.public.text
    assert not pack.practice
    assert [path.stem for path in keys_here(data)] == [made.fingerprint]
    assert open_key(data, made.fingerprint, "river lamp garden") == made
    before = check_pack(starter)
    new = [one for one in check_pack(copy) if one not in before and "template" not in one.wrong]
    assert new == [], "it is read as before, but for what a real event may not leave as it was"


def test_a_short_passphrase_makes_no_key(data, starter):
    copy = setting_up.adopt(data, starter)
    with pytest.raises(KioskError) as told:
        setting_up.make_office_key(data, copy, "short", FakeClock())
    assert told.value.code is ErrorCode.PASSPHRASE_SHORT
    assert keys_here(data) == ()
    assert open_pack(copy, None).practice


def test_a_sheet_without_the_row_gets_one(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Event"
    book.active.append(["key", "value"])
    book.active.append(["event_id", "fair"])
    book.save(tmp_path / "event.xlsx")
    setting_up.put_office_key(tmp_path / "event.xlsx", "kiosk1-x")
    sheet = openpyxl.load_workbook(tmp_path / "event.xlsx")["Event"]
    assert [tuple(row) for row in sheet.iter_rows(values_only=True)][-1] == ("office_key", "kiosk1-x")


def test_the_end_leaves_a_closed_stall_a_name_and_a_pin(data, starter):
    copy = setting_up.adopt(data, starter)
    now = SetUp("office", str(copy), "K")
    setting_up.keep(data, now)
    setting_up.finish(data, now, "fair", "7193", FakeClock())
    with open_store(data) as store:
        assert settings.get(store.db, settings.TABLET_NAME) == "K"
        assert Pin(store, FakeClock()).try_pin("7193").opened
        assert stall(store.db, "fair").state is State.CLOSED
    assert data.last_pack.read_text("utf-8") == str(copy)
    assert setting_up.load(data) == SetUp(), "nothing is left to take up again"
    assert setting_up.has_pin(data, FakeClock())


def test_no_pin_and_no_passphrase_is_in_any_file_of_the_wizard(data, starter):
    copy = setting_up.adopt(data, starter)
    setting_up.make_office_key(data, copy, "river lamp garden", FakeClock())
    setting_up.keep(data, SetUp("here", str(copy), "K", ("sound",)))
    setting_up.finish(data, SetUp("here", str(copy), "K"), "fair", "7193846", FakeClock())
    for path in data.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"7193846" not in content, path
            assert b"river lamp" not in content, path
