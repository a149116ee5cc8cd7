"""A drawing as SVG path text, and what somebody can do who would rather not draw."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.forms.kinds import Kind
from kiosk.words import Words

if TYPE_CHECKING:
    from kiosk.forms.questions import Question

DRAWN = {Kind.DRAW, Kind.SIGNATURE}
MOST_LETTERS = 30_000  # one cell of a spreadsheet holds 32,767
Stroke = list[tuple[int, int]]

_PATH = re.compile(r"(?:M\d{1,4} \d{1,4}(?:L\d{1,4} \d{1,4})*)+", re.ASCII)
_POINT = re.compile(r"(\d+) (\d+)")


def is_drawing(value: str) -> bool:
    """Whether an answer is strokes; else somebody wrote instead."""
    return _PATH.fullmatch(value) is not None


def strokes_of(path: str) -> list[Stroke]:
    """The strokes of a path as `path_of` writes it; none of what is no drawing."""
    if not is_drawing(path):
        return []
    return [[(int(x), int(y)) for x, y in _POINT.findall(stroke)] for stroke in path.split("M")[1:]]


def path_of(strokes: Sequence[Stroke]) -> str:
    """`M10 20L30 40M5 5`: a stroke for each M; a dot is a stroke of one point."""
    return "".join("M" + "L".join(f"{x} {y}" for x, y in stroke) for stroke in strokes if stroke)


def is_written(question: Question) -> bool:
    """Whether there are words where a drawing was asked for."""
    return question.kind in DRAWN and bool(question.value) and not is_drawing(question.value)


def acts_of(question: Question, words: Words) -> list[dict[str, str]]:
    """What can be done with a drawing besides drawing."""
    if question.kind not in DRAWN:
        return []
    if is_written(question):
        return [{"id": "clear", "label": words("I would like to draw"), "icon": "change"}]
    return [
        {"id": "undo", "label": words("Undo the last line"), "icon": "undo"},
        {"id": "clear", "label": words("Clear the drawing"), "icon": "wipe"},
        {"id": "rather-not", "label": words("I would rather not draw"), "icon": "keyboard"},
    ]


def guide_to(question: Question, words: Words) -> str:
    """How to draw, and that nobody has to."""
    if question.kind not in DRAWN or is_written(question):
        return ""
    if question.kind is Kind.SIGNATURE:
        return words("Sign here with a finger. You can type your name instead.")
    return words("Draw here with a finger. You do not have to draw.")


def undone(value: str) -> str:
    """The drawing without its last stroke."""
    return path_of(strokes_of(value)[:-1])
