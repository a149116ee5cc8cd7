"""What the office's commands share: the key that its records are sealed to."""

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import Store
from kiosk.storage.sealed.keyfile import keys_here, open_key, public_of
from kiosk.storage.sealed.keys import SecretKey


def office_secret(store: Store, data: DataFolder, words: str) -> SecretKey:
    """The key that records here are sealed to and the passphrase `words` opens: of several, that of the most.
    Without a record, the only key here.

    KioskError: NOTHING_TO_EXPORT, KEY_WHICH, KEY_MISSING, KEY_UNREADABLE, PASSPHRASE_WRONG.
    """
    faults = []
    for (key,) in store.db.execute("SELECT key FROM record GROUP BY key ORDER BY count(*) DESC, key"):
        try:
            return open_key(data, key, words)
        except KioskError as fault:  # another event's key, or one that was destroyed
            faults.append(fault)
    if faults:
        raise next((fault for fault in faults if fault.code is not ErrorCode.KEY_MISSING), faults[0])
    found = keys_here(data)
    if not found:
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    if len(found) > 1:
        raise KioskError(ErrorCode.KEY_WHICH)
    return open_key(data, public_of(found[0].read_bytes(), found[0]).fingerprint, words)
