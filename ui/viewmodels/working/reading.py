"""Pages to read: what was said and done before, and the charter (COPRODUCTION.md, clauses 3, A and C)."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import Pack, Reply
from kiosk.resources import asset
from kiosk.words import Words
from ui.viewmodels.qt import prop

REPLIES, CHARTER = "replies", "charter"
STATUS_ICONS = {"done": "tick", "doing": "clock", "deciding": "people", "cannot": "cross", "late": "by-when"}


def status_words(words: Words) -> Mapping[str, str]:
    """How each status of a reply is said."""
    return {
        "done": words("Done"),
        "doing": words("We are doing it"),
        "deciding": words("We are deciding"),
        "cannot": words("We cannot do it"),
        "late": words("We are late"),
    }


@cache
def charter() -> Mapping[str, Any]:
    """The charter's words by language, and its pictures (assets/charter)."""
    read: dict[str, Any] = json.loads(asset("charter", "charter.json").read_text("utf-8"))
    return read


def newest_first(replies: Sequence[Reply]) -> list[Reply]:
    return sorted(replies, key=lambda reply: reply.date, reverse=True)


class ReadingModel(QObject):
    """The page that was opened: a heading, a line, and cards of an icon, a title and words."""

    changed = Signal()
    closed = Signal()

    def __init__(self, pack: Pack, words: Callable[[], Words]) -> None:
        super().__init__()
        self._pack = pack
        self._words = words
        self._what = REPLIES

    def open(self, what: str) -> None:
        self._what = what
        self.changed.emit()

    def _heading(self) -> str:
        if self._what == CHARTER:
            return self._charter_says(charter()["title"])
        return self._words()("You said, we did")

    def _line(self) -> str:
        if self._what == CHARTER:
            return self._charter_says(charter()["about"])
        words = self._words()
        return (
            words("Newest first. We say it too when we cannot.")
            if self._pack.replies
            else words("We have not answered yet. Come back and see.")
        )

    def _cards(self) -> list[dict[str, str]]:
        return self._clauses() if self._what == CHARTER else self._replies()

    def _clauses(self) -> list[dict[str, str]]:
        return [
            {
                "icon": asset("charter", clause["picture"]).as_uri(),
                "title": self._charter_says(clause["title"]),
                "words": self._charter_says(clause["words"]),
            }
            for clause in (*charter()["foundations"], *charter()["commitments"])
        ]

    def _replies(self) -> list[dict[str, str]]:
        words, default = self._words(), self._pack.event.default_language
        said = status_words(words)
        cards = []
        for reply in newest_first(self._pack.replies):
            lines = (
                words("You said: {said}", said=reply.said.say(words.language, default)),
                reply.did.say(words.language, default),
                reply.because.say(words.language, default),
            )
            theme = reply.theme.say(words.language, default)
            cards.append(
                {
                    "icon": f"image://icon/{STATUS_ICONS[reply.status]}/083f3b",
                    "title": f"{theme}: {said[reply.status]}",
                    "words": "\n".join(line for line in lines if line),
                }
            )
        return cards

    def _charter_says(self, text: Mapping[str, str]) -> str:
        return text.get(self._words().language) or text["en"]

    heading = prop(str, _heading, notify=changed)
    line = prop(str, _line, notify=changed)
    cards = prop("QVariantList", _cards, notify=changed)

    @Slot()
    def back(self) -> None:
        self.closed.emit()
