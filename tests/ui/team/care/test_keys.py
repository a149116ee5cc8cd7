"""The page of the keys: shown, wrapped anew, written down, brought back, struck off and destroyed."""

import pytest

from kiosk.errors import KioskError
from kiosk.storage.sealed.keyfile import keys_here, open_key
from kiosk.storage.sealed.keys import practice_key
from kiosk.storage.sealed.recovery import letters
from kiosk.sync.ledger import device_signer

OLD, NEW = "river lamp garden copper", "orange bridge winter candle"


@pytest.fixture
def keys(office_desk, with_drives):
    with_drives(office_desk).press("Keys")
    return office_desk


def named(stall):
    return f"Key {stall.secret.fingerprint[:8]}"


def fill(stall, **fields):
    """Write into the fields of the page as the keys of the screen would."""
    model = stall.model.team.made["keys"].model
    for name, text in fields.items():
        model.write(name, text)


def acts(stall):
    rows = stall.model.team.room.store.db.execute("SELECT act FROM audit ORDER BY n DESC")
    return [row[0] for row in rows]


def test_a_key_shows_its_fingerprint_and_its_public_text(keys):
    assert "it opened this office" in keys.control(named(keys)).name
    keys.press(named(keys))
    text = keys.secret.public.text
    assert {text[at : at + 25] for at in range(0, len(text), 25)} <= set(keys.everywhere())


def test_another_passphrase_with_how_strong_it_is(keys, finished):
    keys.press(named(keys), "Change the passphrase")
    model = keys.model.team.made["keys"].model
    fill(keys, old=OLD, chosen="password1234", again="password1234")
    model.entered("chosen")
    keys.screen.settle()
    assert "Easy to guess: add a word or two" in keys.everywhere()
    keys.press("Change it")
    assert keys.sees("That is easy to guess.")
    fill(keys, old="wrong wrong wrong", chosen=NEW, again=NEW)
    keys.press("Change it")
    finished(keys)
    assert keys.sees("That passphrase does not open this key.")
    fill(keys, old=OLD, chosen=NEW, again=NEW)
    keys.press("Change it")
    finished(keys)
    assert keys.sees("The passphrase is changed.")
    assert open_key(keys.data, keys.secret.fingerprint, NEW) == keys.secret
    with pytest.raises(KioskError):
        open_key(keys.data, keys.secret.fingerprint, OLD)
    assert acts(keys)[0] == "passphrase-changed"


def test_the_recovery_sheet_asks_for_the_passphrase_and_goes_as_the_desk_locks(keys, finished):
    keys.press(named(keys), "Recovery sheet")
    fill(keys, asked="wrong wrong wrong")
    keys.press("Show the letters")
    finished(keys)
    lines = letters(keys.secret)
    assert not keys.sees(lines[0])
    fill(keys, asked=OLD)
    keys.press("Show the letters")
    finished(keys)
    assert set(lines) <= set(keys.everywhere())
    keys.model.team.lock()
    keys.screen.settle()
    model = keys.model.team.made["keys"].model
    assert not any(getattr(part, "_letters", ()) for part in model.parts)
    assert acts(keys)[0] == "recovery-shown"


def test_the_sheet_is_written_to_a_stick(keys, drives, finished):
    root = drives.plug("BLUE")
    keys.press(named(keys), "Recovery sheet")
    fill(keys, asked=OLD)
    keys.press("Show the letters")
    finished(keys)
    keys.press("Print them", "BLUE")
    finished(keys)
    (file,) = root.iterdir()
    assert file.read_bytes().startswith(b"%PDF")
    assert keys.sees("Print it, then delete the file.")
    assert drives.calls[-1] == ("let go", "BLUE")


def test_a_key_is_brought_back_line_by_line(keys, finished):
    lines = letters(keys.secret)
    keys_here(keys.data)[0].unlink()
    keys.press("Bring a key back", "Type the letters of the sheet")
    fill(keys, typed=lines[0][:-1])
    keys.press("Continue")
    assert keys.sees("Line 1 of the recovery letters is not right.")
    for number, line in enumerate(lines, start=1):
        assert keys.heading == f"Line {number} of 7"
        fill(keys, typed=line.lower())
        keys.press("Continue")
    fill(keys, chosen=NEW, again=NEW)
    keys.press("Bring it back")
    finished(keys)
    assert keys.sees("The key is here, and opens with its passphrase.")
    assert open_key(keys.data, keys.secret.fingerprint, NEW) == keys.secret
    assert acts(keys)[0] == "key-restored"


def test_a_key_is_brought_back_from_its_file(keys, drives, finished, tmp_path):
    (path,) = keys_here(keys.data)
    path.rename(drives.plug("BLUE") / path.name)
    keys.press("Bring a key back", "From a file", "BLUE")
    finished(keys)
    keys.press(path.name)
    fill(keys, asked=OLD)
    keys.press("Bring it back")
    finished(keys)
    assert open_key(keys.data, keys.secret.fingerprint, OLD) == keys.secret


def test_a_new_key_is_made_here(keys, finished):
    keys.press("Make a new key")
    fill(keys, chosen=NEW, again=NEW)
    keys.press("Make the key")
    finished(keys)
    assert keys.sees("The key is here. Copy its recovery sheet next.")
    assert len(keys_here(keys.data)) == 2


def test_a_lost_tablet_is_struck_off(brought):
    caring, found = brought
    caring.press("Keys", "Tablets known here", "Tablet A")
    assert caring.sees("accepted")
    caring.press("Strike it off")
    assert caring.sees("The tablet is struck off.")
    assert "struck off" in caring.control("Tablet A").name
    assert acts(caring)[0] == "signer-struck"
    caring.press("One that is not in this list")
    fill(caring, typed="no fingerprint")
    caring.press("Strike it off")
    assert caring.sees("This key cannot be read")
    fill(caring, typed=device_signer(found.store.db))
    caring.press("Strike it off")
    assert caring.sees("The tablet is struck off.")


def test_what_destroying_means_is_said_then_typed_and_then_the_office_closes(brought, finished):
    caring, _ = brought
    caring.press("Keys", named(caring), "Destroy this key")
    assert caring.sees("No answer sealed to it opens again")
    assert "3" in caring.texts
    assert caring.sees("to be kept until")
    caring.press("I understand, go on")
    fill(caring, typed="00000000")
    caring.press("Destroy it")
    assert caring.sees("Nothing was destroyed.")
    assert keys_here(caring.data)
    fill(caring, typed=caring.secret.fingerprint[:8])
    caring.press("Destroy it")
    finished(caring)
    assert caring.heading == "The key is destroyed here"
    assert keys_here(caring.data) == ()
    assert acts(caring)[0] == "key-destroyed"
    caring.press("Overview")
    assert caring.page == "team-gate"
    assert caring.model.team.room.doors.secret is None


def test_the_practice_key_cannot_be_changed_or_destroyed(stall, knock):
    knock(stall)
    stall.model.team.room.doors.open_for(practice_key())
    stall.model.team.enter("keys")
    stall.screen.settle()
    stall.press(f"Key {practice_key().fingerprint[:8]}")
    assert any("The practice key ships with the program." in text for text in stall.everywhere())
    assert stall.screen.find("Destroy this key") is None
    assert stall.screen.find("Change the passphrase") is None
