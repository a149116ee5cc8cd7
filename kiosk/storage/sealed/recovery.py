"""The recovery sheet's letters: an office key that paper keeps, and that a person can type."""

import hashlib
import unicodedata

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.reference import LOOK_ALIKE, SIGNS

LINES = 7
LINE_BYTES = 10  # 16 signs of base 32
SUM_BYTES = LINES * LINE_BYTES - 64  # of sha256 over the secret, after it
CHECKS = 2  # signs at the end of a line that catch a slip in it
LINE_SIGNS = LINE_BYTES * 8 // 5 + CHECKS
GROUP = 3


def letters(secret: SecretKey) -> tuple[str, ...]:
    """Seven lines of six groups of three signs. Whoever has them can read every answer of the event."""
    inside = secret.encryption + secret.signing
    whole = inside + _sum(inside)
    return tuple(_line(number, whole[number * LINE_BYTES :][:LINE_BYTES]) for number in range(LINES))


def read_line(number: int, text: str) -> bytes:
    """The 10 bytes of line `number` (from 0), or KioskError(RECOVERY_WRONG) naming it.

    Spaces, dashes and case do not matter; O is read as 0, I and L as 1.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(LOOK_ALIKE)
    signs = "".join(sign for sign in plain if not (sign.isspace() or sign in "-‐‑–—._"))
    if len(signs) != LINE_SIGNS or not set(signs) <= set(SIGNS):
        raise KioskError(ErrorCode.RECOVERY_WRONG, line=number + 1)
    value = 0
    for sign in signs[:-CHECKS]:
        value = value * 32 + SIGNS.index(sign)
    content = value.to_bytes(LINE_BYTES)
    if _checks(number, content) != signs[-CHECKS:]:
        raise KioskError(ErrorCode.RECOVERY_WRONG, line=number + 1)
    return content


def read_letters(text: str) -> SecretKey:
    """The key of a whole sheet, a line each; KioskError(RECOVERY_WRONG) with the first line that is wrong."""
    lines = [line for line in text.splitlines() if line.strip()]
    content = b"".join(read_line(number, line) for number, line in enumerate(lines[:LINES]))
    if len(lines) != LINES:
        raise KioskError(ErrorCode.RECOVERY_WRONG, line=min(len(lines), LINES) + 1)
    return from_lines(content)


def from_lines(content: bytes) -> SecretKey:
    """The key of the seven lines' bytes put together; KioskError(RECOVERY_WRONG)."""
    inside, found = content[:64], content[64:]
    if len(content) != LINES * LINE_BYTES or found != _sum(inside):
        raise KioskError(ErrorCode.RECOVERY_WRONG, line=f"1-{LINES}")
    return SecretKey(inside[:32], inside[32:])


def _sum(inside: bytes) -> bytes:
    return hashlib.sha256(b"event-kiosk recovery 1\0" + inside).digest()[:SUM_BYTES]


def _line(number: int, content: bytes) -> str:
    value = int.from_bytes(content)
    count = LINE_SIGNS - CHECKS
    signs = "".join(SIGNS[value >> 5 * place & 31] for place in reversed(range(count)))
    signs += _checks(number, content)
    return " ".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _checks(number: int, content: bytes) -> str:
    """Two signs that fit this line in its own place: lines that change places are noticed."""
    ten = int.from_bytes(hashlib.sha256(bytes([number]) + content).digest()[:2]) & 1023
    return SIGNS[ten >> 5] + SIGNS[ten & 31]
