"""What the office's commands share: the key that its records are sealed to."""

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import Store
from kiosk.storage.keyfile import keys_here, open_key, public_of
from kiosk.storage.keys import SecretKey


def office_secret(store: Store, data: DataFolder, words: str) -> SecretKey:
    """The key that most records here are sealed to, or the only one here, opened by the passphrase `words`.

    KioskError: NOTHING_TO_EXPORT, KEY_WHICH, KEY_MISSING, KEY_UNREADABLE, PASSPHRASE_WRONG.
    """
    row = store.db.execute(
        "SELECT key FROM record GROUP BY key ORDER BY count(*) DESC, key LIMIT 1"
    ).fetchone()
    if row:
        return open_key(data, row[0], words)
    found = keys_here(data)
    if not found:
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    if len(found) > 1:
        raise KioskError(ErrorCode.KEY_WHICH)
    return open_key(data, public_of(found[0].read_bytes(), found[0]).fingerprint, words)
