"""Sealing what a resident said, so that this tablet can write it and not read it (HPKE, RFC 9180)."""

import json
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import PublicKey, SecretKey

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
STEP = 512  # bytes: lengths are told apart no finer than this
LENGTH = 4  # bytes of big-endian length before the content
LABEL = b"event-kiosk sealed 1\0"

CLEAR = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)

Clear = Mapping[str, str | int]


def seal(key: PublicKey, clear: Clear, content: bytes) -> bytes:
    """`content` padded to 512-byte steps and encrypted to `key`, bound to the columns in `clear`.

    The result is 32 bytes of encapsulated key, the ciphertext, and 16 bytes of tag.
    """
    return SUITE.encrypt(_padded(content), key.sealing_key, _info(clear))


def unseal(secret: SecretKey, clear: Clear, sealed: bytes) -> bytes:
    """What was sealed; KioskError(SEAL_BROKEN) when it or any column of `clear` was changed."""
    try:
        padded = SUITE.decrypt(sealed, secret.opening_key, _info(clear))
    except (InvalidTag, ValueError) as fault:
        raise KioskError(ErrorCode.SEAL_BROKEN, record=clear.get("id", "")) from fault
    length = int.from_bytes(padded[:LENGTH])
    if length > len(padded) - LENGTH:
        raise KioskError(ErrorCode.SEAL_BROKEN, record=clear.get("id", ""))
    return padded[LENGTH : LENGTH + length]


def _padded(content: bytes) -> bytes:
    framed = len(content).to_bytes(LENGTH) + content
    return framed + bytes(-len(framed) % STEP)


def _info(clear: Clear) -> bytes:
    return LABEL + CLEAR.encode(clear).encode()
