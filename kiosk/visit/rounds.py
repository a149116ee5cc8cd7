"""Parts of a form that are asked again: where another may be added, and which time round a question is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the engine is heavy, and the first page does without it
    from kiosk.forms.interview import Interview

_ROUND = re.compile(r"\[(\d+)\]")


def plain_path(path: str) -> str:
    """A question's path without which turn of a repeat it is in."""
    return _ROUND.sub("", path)


def ended_by(interview: Interview, paths: Sequence[str], path: str) -> list[str]:
    """The repeats that can grow and whose last question, of all `paths` asked, is `path`; inner first."""
    ended = []
    for repeat in interview.repeats():
        inside = [asked for asked in paths if asked.startswith(f"{repeat}[")]
        if inside and inside[-1] == path:
            ended.append(repeat)
    return sorted(ended, key=len, reverse=True)


def copies(paths: Sequence[str], repeat: str) -> int:
    """How many times round of `repeat` the questions at `paths` are."""
    rounds = (_ROUND.match(path, len(repeat)) for path in paths if path.startswith(f"{repeat}["))
    return max((int(found[1]) for found in rounds if found), default=0)


def added_round(path: str) -> str:
    """The innermost copy of a repeat that `path` is in, where somebody added it; else empty."""
    found = list(_ROUND.finditer(path))
    return path[: found[-1].end()] if found and int(found[-1][1]) > 1 else ""


def place_of(interview: Interview, paths: Sequence[str], path: str) -> str:
    """Which time round the question at `path` is of, as "Child 2"; empty where there is one of each."""
    said = []
    for found in _ROUND.finditer(path):
        repeat = path[: found.start()]
        if copies(paths, repeat) > 1:
            said.append(f"{interview.repeat_label(path[: found.end()])} {found[1]}".strip())
    return ", ".join(said)
