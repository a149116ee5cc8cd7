"""A secret key at rest: wrapped by a passphrase, in a file that says how."""

import base64
import json
import os
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.resources import asset
from kiosk.storage.sealed.keys import PublicKey, SecretKey

FORMAT = "event-kiosk key 1"
LEAST_PASSPHRASE = 12  # characters; the practice key alone has fewer
MOST_BYTES = 64 * 1024


@dataclass(frozen=True)
class Cost:
    """What Argon2id is asked for. The defaults take about 0.6 s; they are written into each file."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Whether a file may ask this of us: a hostile one shall not take all memory."""
        return 8 * self.lanes <= self.memory_kib <= 2**20 and 1 <= self.passes <= 32 and 1 <= self.lanes <= 16


def checked_passphrase(passphrase: str) -> str:
    """`passphrase` when it is long enough for a real event, or KioskError(PASSPHRASE_SHORT)."""
    if len(_plain(passphrase)) < LEAST_PASSPHRASE:
        raise KioskError(ErrorCode.PASSPHRASE_SHORT, least=LEAST_PASSPHRASE)
    return passphrase


def wrap(secret: SecretKey, passphrase: str, cost: Cost | None = None) -> bytes:
    """A key file: JSON, ASCII. The public half and every parameter are in the clear and bound to it."""
    cost = cost or Cost()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    outside: dict[str, Any] = {
        "format": FORMAT,
        "public": secret.public.text,
        "fingerprint": secret.fingerprint,
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _base64(salt),
        "cipher": "chacha20-poly1305",
        "nonce": _base64(nonce),
    }
    inside = secret.encryption + secret.signing
    sealed = ChaCha20Poly1305(_stretch(passphrase, salt, cost)).encrypt(nonce, inside, _bound(outside))
    return (json.dumps({**outside, "wrapped": _base64(sealed)}, indent=1) + "\n").encode("ascii")


def unwrap(wrapped: bytes, passphrase: str, path: Path | str = "") -> SecretKey:
    """The secret key, or KioskError: KEY_UNREADABLE (`path` says which), PASSPHRASE_WRONG."""
    try:
        outside: dict[str, Any] = json.loads(wrapped[:MOST_BYTES])
        sealed = base64.b64decode(outside.pop("wrapped"), validate=True)
        salt, nonce = (base64.b64decode(outside[name], validate=True) for name in ("salt", "nonce"))
        cost = Cost(*(int(outside[name]) for name in ("memory_kib", "passes", "lanes")))
        known = outside["format"] == FORMAT and outside["kdf"] == "argon2id" and len(nonce) == 12
        public = PublicKey.parse(outside["public"])
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise KioskError(ErrorCode.KEY_UNREADABLE, path=path) from fault
    if not known or not cost.bearable() or len(salt) < 8:
        raise KioskError(ErrorCode.KEY_UNREADABLE, path=path)
    try:
        inside = ChaCha20Poly1305(_stretch(passphrase, salt, cost)).decrypt(nonce, sealed, _bound(outside))
    except InvalidTag as fault:
        raise KioskError(ErrorCode.PASSPHRASE_WRONG) from fault
    secret = SecretKey(inside[:32], inside[32:])
    if secret.public != public:
        raise KioskError(ErrorCode.KEY_UNREADABLE, path=path)
    return secret


def public_of(wrapped: bytes, path: Path | str = "") -> PublicKey:
    """The public half of a key file, which needs no passphrase; KEY_UNREADABLE."""
    try:
        return PublicKey.parse(json.loads(wrapped[:MOST_BYTES])["public"])
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise KioskError(ErrorCode.KEY_UNREADABLE, path=path) from fault


def keep_key(folder: DataFolder, wrapped: bytes) -> Path:
    """Write a key file into the data folder, which thereby has a staff door; KEY_EXISTS."""
    fingerprint = public_of(wrapped).fingerprint
    if _path(folder, fingerprint).exists():
        raise KioskError(ErrorCode.KEY_EXISTS, fingerprint=fingerprint)
    return replace_key(folder, wrapped)


def replace_key(folder: DataFolder, wrapped: bytes) -> Path:
    """Write a key file in place of one of the same key, whole or not at all."""
    folder.made().keys.mkdir(mode=0o700, exist_ok=True)
    path = _path(folder, public_of(wrapped).fingerprint)
    part = path.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(wrapped)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return path


def destroy_key(folder: DataFolder, fingerprint: str) -> None:
    """Overwrite and remove a key file; KEY_MISSING. Other copies, and the recovery letters, still open."""
    path = _path(folder, fingerprint)
    if not path.is_file():
        raise KioskError(ErrorCode.KEY_MISSING, fingerprint=fingerprint)
    for kept in (path.with_suffix(".part"), path):  # a change of passphrase may have been cut off
        if not kept.is_file():
            continue
        with kept.open("rb+") as file:
            file.write(secrets.token_bytes(kept.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        kept.unlink()


def keys_here(folder: DataFolder) -> tuple[Path, ...]:
    """The wrapped keys of this data folder, by name."""
    return tuple(sorted(folder.keys.glob("*.key")))


def open_key(folder: DataFolder, fingerprint: str, passphrase: str) -> SecretKey:
    """The secret key of that fingerprint, from the data folder or as shipped for practice.

    KioskError: KEY_MISSING, KEY_UNREADABLE, PASSPHRASE_WRONG.
    """
    path, wrapped = _wrapped(folder, fingerprint)
    return unwrap(wrapped, passphrase, path)


def public_here(folder: DataFolder, fingerprint: str) -> PublicKey:
    """The public half of a key of the data folder, or of the one shipped for practice. KEY_MISSING."""
    path, wrapped = _wrapped(folder, fingerprint)
    return public_of(wrapped, path)


def _wrapped(folder: DataFolder, fingerprint: str) -> tuple[Path, bytes]:
    for path in (_path(folder, fingerprint), asset("practice", "practice.key")):
        wrapped = path.read_bytes() if path.is_file() else b""
        if wrapped and public_of(wrapped, path).fingerprint == fingerprint:
            return path, wrapped
    raise KioskError(ErrorCode.KEY_MISSING, fingerprint=fingerprint)


def _path(folder: DataFolder, fingerprint: str) -> Path:
    """Where a key lies. What is no fingerprint names no file: KEY_MISSING."""
    if not re.fullmatch(r"[0-9a-f]{32}", fingerprint):
        raise KioskError(ErrorCode.KEY_MISSING, fingerprint=fingerprint)
    return folder.keys / f"{fingerprint}.key"


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(_plain(passphrase).encode())


def _plain(passphrase: str) -> str:
    """One form for what different keyboards write for the same words."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _bound(outside: dict[str, Any]) -> bytes:
    return json.dumps(outside, sort_keys=True, separators=(",", ":")).encode()


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
