"""The keys of an event: one to seal and one to sign under one fingerprint, and who may hold which."""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import cache, cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Pack
from kiosk.resources import asset

PREFIX = "kiosk1-"  # begins with a letter, so that no spreadsheet takes the key for a formula
CHECK = 4  # bytes of sha256 that catch a key copied short


def fingerprint_of(public: bytes) -> str:
    """32 hex digits that name a public key."""
    return hashlib.sha256(b"event-kiosk key 1\0" + public).hexdigest()[:32]


@dataclass(frozen=True)
class PublicKey:
    """What a pack carries: an X25519 key to seal to and an Ed25519 key to check by, 32 bytes each."""

    encryption: bytes
    signing: bytes

    @cached_property
    def fingerprint(self) -> str:
        """32 hex digits: the `key` column of a record."""
        return fingerprint_of(self.encryption + self.signing)

    @cached_property
    def text(self) -> str:
        """One line for the cell `office_key` of event.xlsx."""
        both = self.encryption + self.signing
        checked = both + hashlib.sha256(both).digest()[:CHECK]
        return PREFIX + base64.urlsafe_b64encode(checked).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """The key of `text`, or KioskError(KEY_UNREADABLE) when a letter is missing or changed."""
        plain = "".join(text.split())
        try:
            packed = plain.removeprefix(PREFIX)
            checked = base64.b64decode(packed + "=" * (-len(packed) % 4), b"-_", validate=True)
        except ValueError as fault:
            raise KioskError(ErrorCode.KEY_UNREADABLE, path="office_key") from fault
        both, check = checked[:64], checked[64:]
        if not plain.startswith(PREFIX) or check != hashlib.sha256(both).digest()[:CHECK]:
            raise KioskError(ErrorCode.KEY_UNREADABLE, path="office_key")
        return cls(both[:32], both[32:])

    @cached_property
    def sealing_key(self) -> X25519PublicKey:
        return X25519PublicKey.from_public_bytes(self.encryption)

    def verifies(self, signature: bytes, content: bytes) -> bool:
        """Whether the holder of the secret key signed `content`."""
        return verifies(self.signing, signature, content)


@dataclass(frozen=True)
class SecretKey:
    """What staff hold, wrapped by their passphrase. Never shown: not in repr, not in a log."""

    encryption: bytes = field(repr=False)
    signing: bytes = field(repr=False)

    @cached_property
    def public(self) -> PublicKey:
        return PublicKey(self.opening_key.public_key().public_bytes_raw(), signing_public(self.signing))

    @property
    def fingerprint(self) -> str:
        return self.public.fingerprint

    @cached_property
    def opening_key(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.encryption)

    def sign(self, content: bytes) -> bytes:
        """64 bytes of Ed25519."""
        return sign(self.signing, content)


def make_key() -> SecretKey:
    """A new key for an event."""
    return SecretKey(
        X25519PrivateKey.generate().private_bytes_raw(), Ed25519PrivateKey.generate().private_bytes_raw()
    )


def sign(seed: bytes, content: bytes) -> bytes:
    """Ed25519 over `content` by the 32-byte `seed`: an office key's, or a tablet's own."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(content)


def signing_public(seed: bytes) -> bytes:
    """The 32 public bytes that belong to a signing seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def verifies(public: bytes, signature: bytes, content: bytes) -> bool:
    """Whether `signature` over `content` was made by the seed of the 32 bytes `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


@cache
def practice_key() -> PublicKey:
    """The key that ships with the practice event; its passphrase is `practice`."""
    return PublicKey.parse(asset("practice", "practice.pub").read_text(encoding="ascii"))


def public_key_for(pack: Pack) -> PublicKey:
    """The key that answers to `pack` are sealed to: its own, or the practice key."""
    if pack.practice or not pack.event.office_key:
        return practice_key()
    return PublicKey.parse(pack.event.office_key)
