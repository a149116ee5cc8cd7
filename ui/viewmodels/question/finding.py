"""A long list of choices: a few letters find those that have them, best first."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiosk.forms.kinds import SELECTS
from kiosk.words import Words

if TYPE_CHECKING:
    from kiosk.forms.questions import Question

FIELD = "find"
MOST_UNSOUGHT = 12  # choices that are read through without a field to find them by
MOST_SHOWN = 60
_SEEKING = {"autocomplete", "search"}
_WITHOUT_MARK = str.maketrans("łŁđĐøØ", "lLdDoO")


def is_long(question: Question) -> bool:
    """Whether there is a field to find a choice by: there are many, or the author asks for it."""
    if question.kind not in SELECTS or not question.choices:
        return False
    asked = any(word.partition("(")[0] in _SEEKING for word in question.appearance)
    return asked or len(question.choices) > MOST_UNSOUGHT


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """`text` without capitals and accents, so that "Lodz" finds "Łódź"."""
    apart = unicodedata.normalize("NFKD", text.translate(_WITHOUT_MARK))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def found(
    choices: Sequence[Mapping[str, Any]], sought: str, chosen: Sequence[str]
) -> list[Mapping[str, Any]]:
    """The choices that have every word of `sought`: first those that begin with it, then by their words.

    Without anything sought, all of them. What was chosen is never out of sight: it comes first.
    """
    wanted = folded(sought).split()
    ranked = [(rank, choice) for choice in choices if (rank := _rank(folded(choice["label"]), wanted)) < 3]
    matching = [choice for _, choice in sorted(ranked, key=lambda each: each[0])]
    shown = matching[:MOST_SHOWN]
    seen = {choice["name"] for choice in shown}
    kept = [choice for choice in choices if choice["name"] in chosen and choice["name"] not in seen]
    return [*kept, *shown]


def count_of(choices: Sequence[Mapping[str, Any]], sought: str) -> int:
    """How many of the choices have every word of `sought`."""
    wanted = folded(sought).split()
    return sum(_rank(folded(choice["label"]), wanted) < 3 for choice in choices)


def _rank(label: str, wanted: Sequence[str]) -> int:
    """0 begins with it, 1 has words that do, 2 has it inside, 3 lacks it."""
    if label.startswith(" ".join(wanted)):
        return 0
    words = label.split()
    if all(any(word.startswith(each) for word in words) for each in wanted):
        return 1
    return 2 if all(each in label for each in wanted) else 3


def told(count: int, sought: str, words: Words) -> str:
    """How many there are, and what to do next."""
    if not sought.strip():
        return words("{count} choices. Write a few letters to find yours.", count=count)
    if not count:
        return words("Nothing found. Try fewer letters.")
    return words("Found: {count}", count=count)
