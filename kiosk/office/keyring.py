"""The office's keys: made, wrapped anew, brought back and destroyed, each with its line in the audit."""

from pathlib import Path

from kiosk.clock import Clock
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.sealed.keyfile import (
    checked_passphrase,
    destroy_key,
    keep_key,
    open_key,
    replace_key,
    unwrap,
    wrap,
)
from kiosk.storage.sealed.keys import SecretKey, make_key
from kiosk.storage.sealed.recovery import letters


def make(store: Store, passphrase: str, clock: Clock) -> tuple[SecretKey, Path]:
    """A new key and the file that it is kept in. KioskError(PASSPHRASE_SHORT)."""
    secret = make_key()
    path = keep_key(store.folder, wrap(secret, checked_passphrase(passphrase)))
    _note(store, clock, Act.KEY_MADE, secret.fingerprint)
    return secret, path


def rewrap(store: Store, fingerprint: str, old: str, new: str, clock: Clock) -> Path:
    """Open the key by the new passphrase alone. KEY_MISSING, PASSPHRASE_WRONG, PASSPHRASE_SHORT."""
    secret = open_key(store.folder, fingerprint, old)
    path = replace_key(store.folder, wrap(secret, checked_passphrase(new)))
    _note(store, clock, Act.PASSPHRASE_CHANGED, fingerprint)
    return path


def show_letters(store: Store, fingerprint: str, passphrase: str, clock: Clock) -> tuple[str, ...]:
    """The lines of the recovery sheet. KEY_MISSING, PASSPHRASE_WRONG."""
    found = letters(open_key(store.folder, fingerprint, passphrase))
    _note(store, clock, Act.RECOVERY_SHOWN, fingerprint)
    return found


def restore_file(store: Store, content: bytes, passphrase: str, name: str, clock: Clock) -> SecretKey:
    """Bring back a key from its own file. KEY_UNREADABLE, PASSPHRASE_WRONG, KEY_EXISTS."""
    secret = unwrap(content, passphrase, name)
    keep_key(store.folder, content)
    _note(store, clock, Act.KEY_RESTORED, secret.fingerprint)
    return secret


def restore(store: Store, secret: SecretKey, passphrase: str, clock: Clock) -> None:
    """Bring back a key that its recovery letters gave, under a new passphrase. PASSPHRASE_SHORT."""
    replace_key(store.folder, wrap(secret, checked_passphrase(passphrase)))
    _note(store, clock, Act.KEY_RESTORED, secret.fingerprint)


def destroy(store: Store, fingerprint: str, clock: Clock) -> None:
    """Nothing sealed to it opens again, but by copies of its file and its recovery sheet. KEY_MISSING."""
    destroy_key(store.folder, fingerprint)
    _note(store, clock, Act.KEY_DESTROYED, fingerprint)


def _note(store: Store, clock: Clock, act: Act, fingerprint: str) -> None:
    with store.write() as db:
        audit.note(db, clock, Role.STAFF, act, subject=fingerprint)
