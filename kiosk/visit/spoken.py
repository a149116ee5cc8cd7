"""Answers that are spoken instead of typed: where that may be, and the recordings of one visit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.recording.sound import LONGEST, LONGEST_VISIT, Recording
from kiosk.visit.rounds import plain_path

if TYPE_CHECKING:  # the engine is heavy, and the first page does without it
    from kiosk.forms.questions import Question
    from kiosk.visit.visit import Visit

LEAST = 5.0  # seconds that a recording must be able to take
# What asks for signs, not for words: an answer there is typed.
_TYPED = frozenset({"numbers", "phone", "email", "postcode"})


def may_be_spoken(question: Question, role: str) -> bool:
    """Whether a voice answers `question` as well as typing: free words, and no personal detail."""
    if question.kind != "text" or question.readonly or role.startswith("detail:"):
        return False
    return _TYPED.isdisjoint(question.appearance)


def speakable(visit: Visit) -> bool:
    """Whether the present question may be answered by voice. Not those about oneself: a voice would link
    them with what was said before (docs/decisions/0004).
    """
    if not visit.pack.event.voice_answers or visit.in_about:
        return False
    role = visit.source.roles.get(plain_path(visit.path), "")
    return may_be_spoken(visit.question, role) and (bool(visit.recording) or visit.spoken.left >= LEAST)


class Spoken:
    """The recordings of one visit, in memory. In a form's answers, each is a token such as `[spoken 1]`."""

    def __init__(self) -> None:
        self._kept: dict[str, Recording] = {}
        self._count = 0

    def keep(self, recording: Recording) -> str:
        """The token to answer with."""
        self._count += 1
        token = f"[spoken {self._count}]"
        self._kept[token] = recording
        return token

    def of(self, value: str) -> Recording | None:
        """The recording that an answer is, if it is one."""
        return self._kept.get(value)

    def forget(self, value: str) -> None:
        """The recording behind an answer goes, if it is one."""
        self._kept.pop(value, None)

    @property
    def left(self) -> float:
        """Seconds that the next recording may take."""
        used = sum(recording.seconds for recording in self._kept.values())
        return min(LONGEST, LONGEST_VISIT - used)

    def within(self, answers: Mapping[str, str]) -> dict[str, bytes]:
        """The sound of every answer that is spoken, by its path; of no other."""
        found = {path: self._kept.get(value) for path, value in answers.items()}
        return {path: recording.sound for path, recording in found.items() if recording}
