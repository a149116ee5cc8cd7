"""Keys made, wrapped anew, brought back and destroyed, each with its line in the audit."""

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office import keyring
from kiosk.storage.audit import first_break
from kiosk.storage.sealed.keyfile import keys_here, open_key
from kiosk.storage.sealed.recovery import read_letters

OLD, NEW = "river lamp garden copper", "orange bridge winter candle"


def acts(store):
    return [row[0] for row in store.db.execute("SELECT act FROM audit ORDER BY n")]


def test_a_key_from_its_making_to_its_end(office, clock):
    secret, path = keyring.make(office, OLD, clock)
    keyring.rewrap(office, secret.fingerprint, OLD, NEW, clock)
    letters = keyring.show_letters(office, secret.fingerprint, NEW, clock)
    copy = path.read_bytes()
    keyring.destroy(office, secret.fingerprint, clock)
    assert keys_here(office.folder) == ()
    assert keyring.restore_file(office, copy, NEW, "copy.key", clock) == secret
    keyring.destroy(office, secret.fingerprint, clock)
    keyring.restore(office, read_letters("\n".join(letters)), OLD, clock)
    assert open_key(office.folder, secret.fingerprint, OLD) == secret
    assert acts(office) == [
        *("key-made", "passphrase-changed", "recovery-shown", "key-destroyed", "key-restored"),
        *("key-destroyed", "key-restored"),
    ]
    assert first_break(office.db) is None


def test_what_is_refused_leaves_no_line(office, clock):
    with pytest.raises(KioskError) as told:
        keyring.make(office, "short", clock)
    assert told.value.code is ErrorCode.PASSPHRASE_SHORT
    secret, _ = keyring.make(office, OLD, clock)
    for refused in (
        lambda: keyring.rewrap(office, secret.fingerprint, NEW, NEW, clock),
        lambda: keyring.rewrap(office, secret.fingerprint, OLD, "short", clock),
        lambda: keyring.show_letters(office, secret.fingerprint, NEW, clock),
        lambda: keyring.destroy(office, "0" * 32, clock),
    ):
        with pytest.raises(KioskError):
            refused()
    assert acts(office) == ["key-made"]
    assert open_key(office.folder, secret.fingerprint, OLD) == secret
