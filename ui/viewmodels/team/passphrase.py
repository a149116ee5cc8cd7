"""Choosing a passphrase: how hard it is to guess, said as it is typed, and what is not taken."""

from kiosk.storage.sealed.keyfile import checked_passphrase
from kiosk.team.strength import Strength, strength
from kiosk.words import Words
from ui.viewmodels.team.sheet import Field, Row, Sheet


def fields(first: str, second: str, words: Words) -> list[Field]:
    """The passphrase, and the same once more."""
    return [
        Field(first, words("Passphrase"), hidden=True),
        Field(second, words("The same once more"), hidden=True),
    ]


def choosing(first: str, second: str, typed: str, words: Words) -> Sheet:
    """The page on which the passphrase of a new key is chosen; `typed` is what stands in its first field."""
    return Sheet(
        words("Choose a passphrase"),
        words("Four words that do not belong together are good, and easy to remember.")
        + "\n"
        + words("Without it nobody can read the answers, not even we."),
        fields=fields(first, second, words),
        rows=strength_rows(typed, words),
        back=True,
        forward=words("Make the key"),
        forward_icon="key",
    )


def strength_rows(typed: str, words: Words) -> list[Row]:
    """How strong it is, once something is typed."""
    if not typed:
        return []
    said, tone = {
        Strength.TOO_SHORT: (words("Too short: 12 letters or more"), "look"),
        Strength.WEAK: (words("Easy to guess: add a word or two"), "look"),
        Strength.FAIR: (words("Fair: one more word makes it strong"), ""),
        Strength.STRONG: (words("Strong"), "fine"),
    }[strength(typed)]
    return [Row(words("How strong"), said, tone)]


def refused(first: str, second: str, words: Words) -> str:
    """Why it is not taken, or nothing. KioskError(PASSPHRASE_SHORT)."""
    checked_passphrase(first)
    if strength(first) <= Strength.WEAK:
        return words("That is easy to guess. Add a word or two.")
    if first != second:
        return words("The two were not the same. Please choose again.")
    return ""
