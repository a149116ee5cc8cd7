"""How hard a passphrase is to guess, roughly: enough to tell a word with a number from four words."""

import math
from enum import IntEnum

from kiosk.storage.sealed.keyfile import LEAST_PASSPHRASE

COMMON = ("password", "passphrase", "qwerty", "welcome", "sandwell", "letmein", "12345", "kiosk", "event")
WORD_BITS = 11.0  # a word that somebody thinks of, of some two thousand
SIGN_BITS = 2.0  # a letter more in a word that is not known


class Strength(IntEnum):
    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """By words for what has spaces, by signs for what has none; repeats and usual words count for little."""
    plain = " ".join(passphrase.split())
    if len(plain) < LEAST_PASSPHRASE:
        return Strength.TOO_SHORT
    parts = {part.lower() for part in plain.replace("-", " ").split()}
    bits = sum(_bits(part) for part in parts)
    if bits < 28:
        return Strength.WEAK
    return Strength.FAIR if bits < 38 else Strength.STRONG


def _bits(part: str) -> float:
    different = len(set(part))
    if any(word in part for word in COMMON) or different <= 2:
        return 3.0
    kinds = sum((any(map(str.isdigit, part)), any(map(str.isalpha, part)), not part.isalnum()))
    signs = SIGN_BITS * min(len(part), 2 * different) * math.sqrt(kinds)
    return signs if kinds > 1 or part.isdigit() else min(signs, max(WORD_BITS, signs / 2))
