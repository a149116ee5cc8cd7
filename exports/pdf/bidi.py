"""Which way each letter runs, and in which order the pieces of a line stand (Unicode's UAX #9)."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")

_Piece = TypeVar("_Piece")


def levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character of a paragraph: even runs left to right, odd right to left."""
    base = 1 if rtl else 0
    if not rtl and not RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    storage: dict[str, Any] = get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "R" if rtl else "L"
    get_embedding_levels(text, storage)
    kept = [each for each in storage["chars"] if each["orig"] != "BN"]
    explicit_embed_and_overrides(storage)  # which takes joiners and the like out
    _signs_with_numbers(storage["chars"])
    resolve_weak_types(storage)
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    resolved = iter([each["level"] for each in storage["chars"]])
    assert len(kept) == len(storage["chars"])
    found, last = [], base
    for each in _all_of(text):
        last = last if each == "BN" else next(resolved)
        found.append(last)
    return found


def _signs_with_numbers(characters: list[dict[str, Any]]) -> None:
    """£ and % beside a number belong to it (rule W5, which the library leaves out before a space)."""
    for step in (1, -1):
        after = ""
        for each in characters[::step]:
            if each["type"] == "ET" and after == "EN":
                each["type"] = "EN"
            after = each["type"]


def _all_of(text: str) -> list[str]:
    storage: dict[str, Any] = get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    get_embedding_levels(text, storage)
    return [each["orig"] for each in storage["chars"]]


def in_visual_order(pieces: Sequence[_Piece], of_each: Sequence[int]) -> list[_Piece]:
    """The pieces of one line as they stand from left to right, by their levels (rule L2)."""
    order = list(range(len(pieces)))
    lowest_odd = min((level for level in of_each if level % 2), default=0)
    if not lowest_odd:
        return list(pieces)
    for level in range(max(of_each), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and of_each[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [pieces[place] for place in order]
