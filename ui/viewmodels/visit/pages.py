"""Promise, Check, Thank you: pages of a visit that show and lead on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.forms.kinds import Kind
from kiosk.pack.model import Pack, Promise
from kiosk.storage.reference import grouped
from kiosk.visit.rounds import place_of, plain_path
from kiosk.words import Words
from ui.viewmodels.qt import prop
from ui.viewmodels.question.offered import asked_words, shown_answer
from ui.viewmodels.question.spoken import length_of
from ui.viewmodels.visit.texts import rung_names

if TYPE_CHECKING:
    from kiosk.forms.questions import Question
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


class CheckModel(QObject):
    """Every relevant question with its answer, before anything is saved."""

    changed = Signal()
    wentOn = Signal()
    wentBack = Signal()
    changeAsked = Signal(str)

    def __init__(self, words: WordsNow) -> None:
        super().__init__()
        self._words = words
        self._visit: Visit | None = None

    def enter(self, visit: Visit | None) -> None:
        self._visit = visit
        self.changed.emit()

    def _rows(self) -> list[dict[str, Any]]:
        visit, words = self._visit, self._words()
        if visit is None:
            return []
        rows = []
        asked = visit.asked(visit.main)
        paths = [question.path for question in asked]
        for question in asked:
            if question.kind is Kind.NOTE:
                continue
            place = place_of(visit.main, paths, question.path)
            label = asked_words(question, words)
            rows.append(
                {
                    "path": "" if question.readonly else question.path,
                    "label": f"{place}: {label}" if place else label,
                    "answer": self._answer(question, words),
                    "secret": visit.source.roles.get(plain_path(question.path), "").startswith("detail:"),
                }
            )
        return rows

    def _answer(self, question: Question, words: Words) -> str:
        recording = self._visit.spoken.of(question.value) if self._visit else None
        if recording is None:
            return shown_answer(question, words)
        return words("Recorded: {length}", length=length_of(recording, words))

    def _asks_more(self) -> bool:
        return bool(self._visit and self._visit.about and self._visit.asked(self._visit.about))

    rows = prop("QVariantList", _rows, notify=changed)
    forwardName = prop(
        str,
        lambda self: self._words()("Continue") if self._asks_more() else self._words()("Save"),
        notify=changed,
    )
    forwardIcon = prop(str, lambda self: "continue" if self._asks_more() else "save", notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot(str)
    def change(self, path: str) -> None:
        self.changeAsked.emit(path)


@dataclass(frozen=True)
class Saved:
    """What Thank you needs of a visit that is over: nothing that was answered."""

    reference: str
    pack: Pack
    activity_id: str
    day: str
    kind: str = ""  # idea or question, where that was proposed


class ThanksModel(QObject):
    """The reference and what happens next."""

    changed = Signal()
    finished = Signal()

    def __init__(self, words: WordsNow) -> None:
        super().__init__()
        self._words = words
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
            day=self._saved.day,
            reference=grouped(self._saved.reference),
            organiser=event.organiser.say(words.language, event.default_language)
            or event.title.say(words.language, event.default_language),
        )

    line = prop(str, _line, notify=changed)
    groups = prop("QVariantList", _groups, notify=changed)
    spelled = prop(str, lambda self: ". ".join(", ".join(group) for group in self._groups()), notify=changed)
    steps = prop("QVariantList", _steps, notify=changed)
    sentence = prop(str, _sentence, notify=changed)

    @Slot()
    def finish(self) -> None:
        self.finished.emit()
