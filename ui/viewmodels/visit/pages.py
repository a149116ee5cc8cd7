"""Promise and Thank you: pages of a visit that show and lead on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.coproduction.rungs import rung_names
from kiosk.days import said_day
from kiosk.pack.model import Pack, Promise
from kiosk.storage.sealed.reference import grouped
from kiosk.words import Words
from ui.viewmodels.manner.voice import ListeningModel
from ui.viewmodels.qt import prop
from ui.viewmodels.visit.spelling import spelt

if TYPE_CHECKING:
    from datetime import date

    from kiosk.coproduction.live import Chart
    from kiosk.visit.visit import Visit

WordsNow = Callable[[], Words]


@dataclass(frozen=True)
class Promised:
    """A promise that is shown outside a visit."""

    pack: Pack
    promise: Promise


class PromiseModel(QObject):
    """The promise of the present activity, part by part."""

    changed = Signal()
    wentOn = Signal()
    wentBack = Signal()
    rungsAsked = Signal()

    def __init__(self, words: WordsNow) -> None:
        super().__init__()
        self._words = words
        self._visit: Visit | Promised | None = None

    def enter(self, visit: Visit | Promised | None) -> None:
        self._visit = visit
        self.changed.emit()

    def _rungs(self) -> list[dict[str, Any]]:
        promise = self._visit.promise if self._visit else None
        return [
            {"id": rung.value, "name": name, "chosen": promise is not None and promise.rung is rung}
            for rung, name in rung_names(self._words()).items()
        ]

    def _parts(self) -> list[dict[str, str]]:
        if self._visit is None or self._visit.promise is None:
            return []
        words, promise = self._words(), self._visit.promise
        default = self._visit.pack.event.default_language
        parts = (
            ("can-change", words("What can change"), promise.can_change),
            ("cannot-change", words("What cannot change"), promise.cannot_change),
            ("who-decides", words("Who decides"), promise.who_decides),
            ("by-when", words("By when"), promise.by_when),
        )
        return [
            {"icon": icon, "title": title, "words": text.say(words.language, default)}
            for icon, title, text in parts
        ]

    rungs = prop("QVariantList", _rungs, notify=changed)
    parts = prop("QVariantList", _parts, notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot()
    def explainRungs(self) -> None:
        self.rungsAsked.emit()


@dataclass(frozen=True)
class Saved:
    """What Thank you needs of a visit that is over: nothing that was answered."""

    reference: str
    pack: Pack
    activity_id: str
    day: date
    kind: str = ""  # idea or question, where that was proposed
    today: Chart | None = None  # where the live question was answered, and there is something to show


class ThanksModel(QObject):
    """The reference and what happens next."""

    changed = Signal()
    finished = Signal()
    said = Signal(str)
    moreAsked = Signal(str)  # one more page to see, before leaving

    def __init__(self, words: WordsNow, voice: ListeningModel) -> None:
        super().__init__()
        self._words = words
        self._voice = voice
        self._saved: Saved | None = None

    def enter(self, saved: Saved | None) -> None:
        self._saved = saved
        self.changed.emit()

    def _groups(self) -> list[str]:
        return grouped(self._saved.reference).split() if self._saved else []

    def _steps(self) -> Sequence[str]:
        if self._saved is None:
            return []
        words, pack = self._words(), self._saved.pack
        if self._saved.kind == "question":
            return [
                words("A volunteer reads your question first."),
                words("Then the people after you can answer it."),
            ]
        promise = pack.promise_of(pack.activity(self._saved.activity_id))
        if promise and promise.next_steps:
            return [step.say(words.language, pack.event.default_language) for step in promise.next_steps]
        if self._saved.kind:
            return [words("A volunteer reads your idea first."), words("Then others can see it and back it.")]
        days = pack.event.read_within_days
        return [
            words.plural(
                "We read every answer within {count} day.", "We read every answer within {count} days.", days
            )
        ]

    def _line(self) -> str:
        words = self._words()
        if self._saved and self._saved.kind:
            return words("Your removal code. With it we take this out.")
        return words("Your reference. Keep it to see the reply.")

    def _sentence(self) -> str:
        if self._saved is None:
            return ""
        words, event = self._words(), self._saved.pack.event
        return words(
            "{event}, {day}. Reference {reference}."
            " To see the reply, or to take out what you said, ask {organiser}.",
            event=event.title.say(words.language, event.default_language),
            day=said_day(self._saved.day, words),
            reference=grouped(self._saved.reference),
            organiser=event.organiser.say(words.language, event.default_language)
            or event.title.say(words.language, event.default_language),
        )

    def _more(self) -> tuple[str, str, str]:
        """What is left to see: the overlay, its words and its icon."""
        if self._saved is None:
            return "", "", ""
        words, home = self._words(), self._saved.pack.event.continue_address
        if self._saved.today and home:
            return "before-you-go", words("Before you go"), "more"
        if self._saved.today:
            return "today", words("Today so far"), "chart"
        return ("home", words("Carry on at home"), "home") if home else ("", "", "")

    line = prop(str, _line, notify=changed)
    moreName = prop(str, lambda self: self._more()[1], notify=changed)
    moreIcon = prop(str, lambda self: self._more()[2], notify=changed)
    groups = prop("QVariantList", _groups, notify=changed)
    spelled = prop(str, lambda self: ". ".join(", ".join(group) for group in self._groups()), notify=changed)
    spelt = prop(str, lambda self: spelt(self._groups(), self._words()), notify=changed)
    voice = prop(QObject, lambda self: self._voice, constant=True)
    steps = prop("QVariantList", _steps, notify=changed)
    sentence = prop(str, _sentence, notify=changed)

    @Slot()
    def spell(self) -> None:
        """The reference once more, a word for each letter."""
        self.said.emit(self.spelt)

    @Slot()
    def more(self) -> None:
        self.moreAsked.emit(self._more()[0])

    @Slot()
    def finish(self) -> None:
        self.finished.emit()
