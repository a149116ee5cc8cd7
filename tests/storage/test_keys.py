"""Keys: one line in a cell, one file under a passphrase."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Event, Pack, Text
from kiosk.resources import asset
from kiosk.storage.sealed.keyfile import (
    Cost,
    checked_passphrase,
    destroy_key,
    keep_key,
    keys_here,
    open_key,
    public_of,
    replace_key,
    unwrap,
    wrap,
)
from kiosk.storage.sealed.keys import PublicKey, make_key, practice_key, public_key_for

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def code_of(fault: pytest.ExceptionInfo[KioskError]) -> ErrorCode:
    return fault.value.code


def test_the_public_key_is_one_line_that_reads_back(secret):
    text = secret.public.text
    assert len(text) < 120
    assert text.isascii()
    assert text[0].isalpha(), "a cell that begins otherwise may be taken for a formula"
    assert PublicKey.parse(f"  {text}\n") == secret.public
    assert PublicKey.parse(text).fingerprint == secret.fingerprint


@settings(deadline=None)
@given(st.data())
def test_a_key_copied_wrong_is_noticed(data):
    text = practice_key().text
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("abcXYZ019-_ ="))
    wrong = data.draw(st.sampled_from([text[:at] + letter + text[at + 1 :], text[:at], text[at + 1 :]]))
    try:
        assert PublicKey.parse(wrong) == practice_key()
    except KioskError as fault:
        assert fault.code is ErrorCode.KEY_UNREADABLE


def test_a_wrapped_key_opens_with_its_passphrase_only(secret):
    wrapped = wrap(secret, "the swings by the canal", CHEAP)
    assert unwrap(wrapped, "  the swings by the canal ") == secret
    with pytest.raises(KioskError) as fault:
        unwrap(wrapped, "the swings by the Canal")
    assert code_of(fault) is ErrorCode.PASSPHRASE_WRONG


def test_the_file_says_how_it_was_wrapped_and_holds_no_secret(secret):
    wrapped = wrap(secret, "the swings by the canal", CHEAP)
    facts = json.loads(wrapped)
    assert (facts["kdf"], facts["memory_kib"], facts["passes"]) == ("argon2id", 64, 1)
    assert facts["fingerprint"] == secret.fingerprint == public_of(wrapped).fingerprint
    assert (Cost().memory_kib, Cost().passes) == (256 * 1024, 3)


@pytest.mark.parametrize(
    "name", ["format", "public", "kdf", "memory_kib", "passes", "salt", "nonce", "wrapped"]
)
def test_a_changed_key_file_never_opens(secret, name):
    facts = json.loads(wrap(secret, "the swings by the canal", CHEAP))
    facts[name] = facts[name] * 2 if isinstance(facts[name], int) else facts[name][:-4] + "AAA="
    with pytest.raises(KioskError) as fault:
        unwrap(json.dumps(facts).encode(), "the swings by the canal")
    assert code_of(fault) in (ErrorCode.KEY_UNREADABLE, ErrorCode.PASSPHRASE_WRONG)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"wrapped": 3}'])
def test_what_is_no_key_file_is_told(content):
    with pytest.raises(KioskError) as fault:
        unwrap(content, "whatever it was")
    assert code_of(fault) is ErrorCode.KEY_UNREADABLE


def test_a_hostile_file_cannot_ask_for_all_memory(secret):
    facts = json.loads(wrap(secret, "the swings by the canal", CHEAP))
    with pytest.raises(KioskError) as fault:
        unwrap(json.dumps({**facts, "memory_kib": 2**31}).encode(), "the swings by the canal")
    assert code_of(fault) is ErrorCode.KEY_UNREADABLE


def test_a_short_passphrase_is_refused_for_a_real_event():
    assert checked_passphrase("long enough to do") == "long enough to do"
    with pytest.raises(KioskError) as fault:
        checked_passphrase("   short    ")
    assert code_of(fault) is ErrorCode.PASSPHRASE_SHORT


def test_a_key_is_kept_once_and_opened_by_its_fingerprint(folder, secret):
    wrapped = wrap(secret, "the swings by the canal", CHEAP)
    assert keys_here(folder) == ()
    path = keep_key(folder, wrapped)
    assert keys_here(folder) == (path,)
    assert open_key(folder, secret.fingerprint, "the swings by the canal") == secret
    with pytest.raises(KioskError) as fault:
        keep_key(folder, wrapped)
    assert code_of(fault) is ErrorCode.KEY_EXISTS
    with pytest.raises(KioskError) as fault:
        open_key(folder, make_key().fingerprint, "the swings by the canal")
    assert code_of(fault) is ErrorCode.KEY_MISSING


def test_any_data_folder_opens_practice_records(folder):
    assert open_key(folder, practice_key().fingerprint, "practice").public == practice_key()
    assert public_of(asset("practice", "practice.key").read_bytes()) == practice_key()


def test_a_pack_without_a_key_is_practice(secret):
    def pack(office_key: str, practice: bool = False) -> Pack:
        event = Event(id="fair2027", title=Text({"en": "Fair"}), office_key=office_key)
        return Pack(event=event, activities=(), forms={}, practice=practice)

    assert public_key_for(pack(secret.public.text)) == secret.public
    assert public_key_for(pack("")) == practice_key()
    assert public_key_for(pack(secret.public.text, practice=True)) == practice_key()


def test_a_secret_key_does_not_show_itself(secret):
    assert secret.encryption.hex() not in repr(secret)
    assert repr(secret.encryption) not in repr(secret)


def test_a_destroyed_key_is_not_in_a_change_of_passphrase_that_was_cut_off(folder, secret, monkeypatch):
    keep_key(folder, wrap(secret, "the swings by the canal", CHEAP))
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", lambda *_: 1 / 0)  # the power goes before the new file has its name
        with pytest.raises(ZeroDivisionError):
            replace_key(folder, wrap(secret, "another passphrase", CHEAP))
    destroy_key(folder, secret.fingerprint)
    assert list(folder.keys.iterdir()) == []
