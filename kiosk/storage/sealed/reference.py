"""The nine signs that a resident takes away, and the one-way lookup that is all we keep of them."""

import hashlib
import secrets
import unicodedata

from kiosk.errors import ErrorCode, KioskError

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
LOOK_ALIKE = str.maketrans("OIL", "011")
# Odd, so that one wrong sign always shows; all different, so that two swapped ones nearly always do.
WEIGHTS = (3, 5, 7, 9, 11, 13, 15, 17)

# 32 MiB and about 80 ms a try: 2**40 references would take one machine some 2,800 years.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**15, 8, 1
SCRYPT_MEMORY = 64 * 2**20


def new_reference() -> str:
    """Eight random signs and their check sign."""
    signs = "".join(secrets.choice(SIGNS) for _ in WEIGHTS)
    return signs + check_sign(signs)


def check_sign(signs: str) -> str:
    """The ninth sign: the weighted sum of the eight, modulo 32."""
    return SIGNS[sum(w * SIGNS.index(sign) for w, sign in zip(WEIGHTS, signs, strict=True)) % 32]


def grouped(reference: str) -> str:
    """Three groups of three, as it is shown and said: "7F3 K9Q XDM"."""
    return " ".join(reference[i : i + 3] for i in range(0, len(reference), 3))


def parse(text: str) -> str:
    """The reference that somebody wrote or read out, or KioskError(REFERENCE_WRONG).

    Spaces, dashes and case do not matter; O is read as 0, I and L as 1.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(LOOK_ALIKE)
    signs = "".join(sign for sign in plain if not (sign.isspace() or sign in "-‐‑–—._"))
    right = len(signs) == 9 and all(sign in SIGNS for sign in signs) and check_sign(signs[:8]) == signs[8]
    if not right:
        raise KioskError(ErrorCode.REFERENCE_WRONG)
    return signs


def lookup(reference: str, fingerprint: str, part: str = "") -> str:
    """64 hex digits that find what `reference` was given for; scrypt, salted by the office key.

    `part` (an activity's id, or `idea`) gives each record of one visit a lookup of its own, so that
    nothing kept links them. Takes about 80 ms: worked out while the visit starts.
    """
    salt = f"event-kiosk lookup 1\0{fingerprint}\0{part}".encode()
    cost = {"n": SCRYPT_N, "r": SCRYPT_R, "p": SCRYPT_P, "maxmem": SCRYPT_MEMORY}
    return hashlib.scrypt(reference.encode("ascii"), salt=salt, dklen=32, **cost).hex()
