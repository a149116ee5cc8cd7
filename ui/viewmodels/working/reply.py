"""You said, we did, one reply a page: what became of it, why, and in which languages it can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.coproduction.statuses import STATUS_ICONS, status_words
from kiosk.days import said_day_or
from kiosk.pack.model import Text
from kiosk.words import Words, language_of
from ui.viewmodels.qt import prop

if TYPE_CHECKING:
    from kiosk.coproduction.replies import Said


class ReplyModel(QObject):
    """Shows one reply. `default` is the event's own language, for words that the resident's has not."""

    changed = Signal()
    wentOn = Signal()
    wentBack = Signal()

    def __init__(self, words: Callable[[], Words], default: str) -> None:
        super().__init__()
        self._words = words
        self._default = default
        self._reply: Said | None = None
        self._last = True

    def show(self, reply: Said | None, *, last: bool = True) -> None:
        self._reply = reply
        self._last = last
        self.changed.emit()

    def _tongue_of(self, text: Text) -> str:
        """The language that `text` is shown in, where that is not the resident's."""
        language = self._words().language
        if not text or text.has(language):
            return ""
        return self._default if text.has(self._default) else next(iter(text.words))

    def _part(self, icon: str, title: str, text: Text) -> dict[str, str]:
        tongue = self._tongue_of(text)
        said = text.say(tongue or self._words().language, self._default)
        return {"icon": icon, "title": title, "words": said, "tongue": tongue}

    def _parts(self) -> list[dict[str, str]]:
        reply, words = self._reply, self._words()
        if reply is None:
            return []
        answers = {"done": words("We did"), "doing": words("We are doing"), "cannot": words("Our answer")}
        doing = answers.get(reply.status, words("What happens now"))
        parts = [
            self._part("replies", words("You said"), reply.said),
            self._part(STATUS_ICONS[reply.status], doing, reply.did),
            self._part("info", words("Because"), reply.because),
        ]
        if reply.late_since and (reply.by_itself or not reply.did):
            parts.insert(1, self._late(reply, words))
        return [part for part in parts if part["words"]]

    def _late(self, reply: Said, words: Words) -> dict[str, str]:
        day = said_day_or(reply.late_since, words)
        lines = [words("We said {day}. That day has passed.", day=day)]
        if not reply.because:
            lines.append(words("We have not said why yet. Please ask us."))
        return {"icon": "by-when", "title": words("We are late"), "words": " ".join(lines), "tongue": ""}

    def _heading(self) -> str:
        return self._reply.theme.say(self._words().language, self._default) if self._reply else ""

    def _notice(self) -> str:
        """That some of it is not in this language, and which one it is in instead."""
        reply, words = self._reply, self._words()
        if reply is None:
            return ""
        others = (self._tongue_of(text) for text in (reply.said, reply.did, reply.because))
        other = next((tongue for tongue in others if tongue), "")
        if not other:
            return ""
        return words(
            "This is not in your language yet. It is in {language}.", language=language_of(other).offered_as
        )

    def _date(self) -> str:
        reply, words = self._reply, self._words()
        if reply is None or reply.promised:
            return ""
        return words("We wrote this on {day}.", day=said_day_or(reply.date, words))

    heading = prop(str, _heading, notify=changed)
    headingTongue = prop(
        str, lambda self: self._tongue_of(self._reply.theme) if self._reply else "", notify=changed
    )
    status = prop(
        str,
        lambda self: status_words(self._words())[self._reply.status] if self._reply else "",
        notify=changed,
    )
    statusIcon = prop(
        str, lambda self: STATUS_ICONS[self._reply.status] if self._reply else "", notify=changed
    )
    notice = prop(str, _notice, notify=changed)
    dated = prop(str, _date, notify=changed)
    parts = prop("QVariantList", _parts, notify=changed)
    last = prop(bool, lambda self: self._last, notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
