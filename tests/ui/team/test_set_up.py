"""Setting up a real event, from the card of the first start to a closed stall: by presses alone."""

import shutil
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.pack.starter import write_starter
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage import settings
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import keys_here
from kiosk.storage.sealed.keys import public_key_for
from kiosk.team import setting_up
from kiosk.team.pin import Pin

PASSPHRASE = "river lamp garden copper"


@pytest.fixture
def wizard(make_stall, with_drives, tmp_path):
    """A tablet at its first start, at the first step; its practice lies inside the real data folder."""
    stall = make_stall()
    stall.model.welcome.offer_set_up()
    stall.screen.settle()
    stall.press("Set up a real event")
    with_drives(stall)
    room = stall.model.team.room
    model = stall.model.team.made["set-up"].model
    model.home = DataFolder(tmp_path / "home").made()
    room.reopened = []
    room.reopen = lambda: room.reopened.append(True)
    stall.wizard = model
    return stall


@pytest.fixture
def pack_on_stick(drives, pack, tmp_path):
    """The practice event's sources on a stick, and its words."""
    root = drives.plug("STAFF")
    shutil.copytree(practice_pack(), root / "fair")
    (root / "fair" / "pack.json").unlink(missing_ok=True)
    return root / "fair"


def choose_pack(stall, finished):
    stall.wait(1)
    stall.press("STAFF")
    finished(stall)
    stall.press("fair", "This folder is the pack")
    finished(stall)


def type_in(stall, **fields):
    for name, text in fields.items():
        stall.wizard.write(name, text)


def test_the_card_is_there_at_the_first_start_alone(stall):
    assert not stall.sees("Set up a real event")
    stall.model.welcome.offer_set_up()
    stall.screen.settle()
    assert "Set up a real event. For the team of a stall." in stall.everywhere()


def test_it_says_what_each_choice_costs(wizard):
    assert wizard.heading == "Where will answers be read?"
    assert "If it is stolen, nobody can." in wizard.control("In an office").name
    assert "Whoever has it and the passphrase can read all." in wizard.control("On this device").name


def test_from_the_first_page_to_a_closed_stall(wizard, pack_on_stick, finished):
    stall = wizard
    stall.press("On this device")
    choose_pack(stall, finished)
    assert stall.heading == "Choose a passphrase"
    type_in(stall, passphrase=PASSPHRASE, again=PASSPHRASE)
    stall.press("Make the key")
    finished(stall)
    assert stall.heading == "In case the passphrase is lost"
    assert any("Line 7" in text for text in stall.everywhere())
    stall.press("I have them")
    assert stall.heading == "Which tablet is this?"
    name = stall.wizard.real.tablets[0]
    stall.press(name)
    assert stall.heading == "Choose a PIN for the team"
    type_in(stall, pin="7193", again="7193")
    stall.press("Continue")
    while stall.heading == "How large is this screen?":
        stall.press("Continue")
    assert stall.heading == "Can you hear it?"
    stall.press("Urdu اردو", "I hear it well", "They look right")
    assert stall.voice.log[-1].language == "ur"
    assert stall.heading == "Ready"
    stall.press("Start the event")
    home = stall.wizard.home
    assert stall.model.team.room.reopened
    opened = open_pack(Path(home.last_pack.read_text("utf-8")), None)
    assert not opened.practice
    assert [path.stem for path in keys_here(home)] == [opened_fingerprint(opened)]
    with open_store(home) as store:
        assert settings.get(store.db, settings.TABLET_NAME) == name
        assert Pin(store, FakeClock()).try_pin("7193").opened


def opened_fingerprint(pack):
    return public_key_for(pack).fingerprint


def test_it_can_be_left_and_is_taken_up_where_it_was(wizard, pack_on_stick, finished):
    wizard.press("On this device")
    choose_pack(wizard, finished)
    wizard.press("Back to residents")
    kept = setting_up.load(wizard.wizard.home)
    assert kept.where == "here"
    assert kept.pack
    wizard.press("Set up a real event")
    assert wizard.heading == "Choose a passphrase"


def test_a_pack_with_mistakes_is_told_kindly_and_not_taken(wizard, drives, finished, tmp_path):
    write_starter(drives.plug("STAFF") / "fair")
    (drives.folder / "STAFF" / "fair" / "forms" / "broken.xlsx").write_bytes(b"no workbook")
    wizard.press("In an office")
    choose_pack(wizard, finished)
    assert "to put right first" in wizard.heading
    assert wizard.sees("Staff can mend this in Excel.")
    assert any("broken.xlsx" in text for text in wizard.everywhere())
    wizard.press("Choose another pack")
    assert wizard.heading == "Choose the event's pack"
    assert setting_up.load(wizard.wizard.home).pack == ""


def test_an_office_elsewhere_needs_its_key_in_the_pack(wizard, pack_on_stick, finished):
    wizard.press("In an office")
    choose_pack(wizard, finished)
    assert wizard.heading == "This pack has no office key"
    wizard.press("Back", "Back")
    assert wizard.heading == "Where will answers be read?"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("short", "short", "12"),
        ("passwordpassword", "passwordpassword", "That is easy to guess."),
        (PASSPHRASE, PASSPHRASE + "s", "The two were not the same."),
    ],
)
def test_a_passphrase_that_will_not_do_makes_no_key(wizard, pack_on_stick, finished, first, second, told):
    wizard.press("On this device")
    choose_pack(wizard, finished)
    type_in(wizard, passphrase=first, again=second)
    wizard.press("Make the key")
    finished(wizard)
    assert wizard.sees(told)
    assert keys_here(wizard.wizard.home) == ()
    assert wizard.wizard.typed == {}, "what was typed is gone"


def test_how_strong_it_is_shows_as_it_is_typed(wizard, pack_on_stick, finished):
    wizard.press("On this device")
    choose_pack(wizard, finished)
    wizard.press("Passphrase", *"river", "Done")
    assert wizard.sees("Too short: 12 letters or more")
    type_in(wizard, passphrase=PASSPHRASE)
    wizard.wizard.entered("passphrase")
    wizard.screen.settle()
    assert wizard.sees("Strong")


def test_the_letters_are_gone_when_the_desk_locks(wizard, pack_on_stick, finished):
    wizard.press("On this device")
    choose_pack(wizard, finished)
    type_in(wizard, passphrase=PASSPHRASE, again=PASSPHRASE)
    wizard.press("Make the key")
    finished(wizard)
    assert wizard.sees("Line 1")
    wizard.wait(120)
    assert not wizard.sees("Line 1")
    wizard.model.team.room.doors.enter_practice()
    wizard.model.team.enter("set-up")
    wizard.screen.settle()
    assert not any("Line 1" in text for text in wizard.everywhere())


def test_the_looks_are_there_at_a_real_stall_too(real_desk):
    real_desk.press("This tablet", "Try screen, sound and letters")
    assert real_desk.heading in ("How large is this screen?", "Can you hear it?")
    while real_desk.heading == "How large is this screen?":
        real_desk.press("Continue")
    real_desk.press("I hear nothing")
    assert real_desk.sees("plug in a loudspeaker or headphones")
    real_desk.press("I hear it well", "They look right")
    assert real_desk.heading == "This tablet"
