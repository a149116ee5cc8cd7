"""Check: every answer before it is saved, and read back where somebody typed for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.forms.kinds import Kind
from kiosk.visit.rounds import place_of, plain_path
from kiosk.visit.step import Step
from kiosk.words import Words
from ui.viewmodels.manner.voice import ListeningModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question.offered import asked_words, shown_answer
from ui.viewmodels.question.spoken import length_of

if TYPE_CHECKING:
    from kiosk.forms.interview import Interview
    from kiosk.forms.questions import Question
    from kiosk.visit.visit import Visit


class CheckModel(QObject):
    """Every relevant question with its answer, before anything is saved."""

    changed = Signal()
    wentOn = Signal()
    wentBack = Signal()
    changeAsked = Signal(str)

    def __init__(self, words: Callable[[], Words], voice: ListeningModel) -> None:
        super().__init__()
        self._words = words
        self._voice = voice
        self._visit: Visit | None = None

    def enter(self, visit: Visit | None) -> None:
        self._visit = visit
        self.changed.emit()

    @property
    def _reads_back(self) -> bool:
        return self._visit is not None and self._visit.step is Step.READ_BACK

    def _rows(self) -> list[dict[str, Any]]:
        """The answers; what is read back has those about oneself too, and is changed by going back."""
        visit = self._visit
        if visit is None:
            return []
        if not self._reads_back:
            return answer_rows(visit, visit.main, self._words())
        about = answer_rows(visit, visit.about, self._words()) if visit.in_about and visit.about else []
        return [{**row, "path": ""} for row in (*answer_rows(visit, visit.main, self._words()), *about)]

    def _forward(self) -> tuple[str, str]:
        words = self._words()
        if self._reads_back:
            return words("Yes, save it"), "save"
        return (words("Continue"), "continue") if self._asks_more() else (words("Save"), "save")

    def _heading(self) -> str:
        words = self._words()
        return words("Is this what you want to say?") if self._reads_back else words("Check your answers")

    def _line(self) -> str:
        words = self._words()
        return words("Please read it together, aloud. Then save it.") if self._reads_back else ""

    def _back(self) -> str:
        words = self._words()
        return words("No, change it") if self._reads_back else words("Back")

    def _asks_more(self) -> bool:
        return bool(self._visit and self._visit.about and self._visit.asked(self._visit.about))

    heading = prop(str, _heading, notify=changed)
    line = prop(str, _line, notify=changed)
    rows = prop("QVariantList", _rows, notify=changed)
    voice = prop(QObject, lambda self: self._voice, constant=True)
    personal = prop(bool, lambda self: any(row["secret"] for row in self._rows()), notify=changed)
    backName = prop(str, _back, notify=changed)
    forwardName = prop(str, lambda self: self._forward()[0], notify=changed)
    forwardIcon = prop(str, lambda self: self._forward()[1], notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot(str)
    def change(self, path: str) -> None:
        self.changeAsked.emit(path)


def answer_rows(visit: Visit, interview: Interview, words: Words) -> list[dict[str, Any]]:
    """Each question that was asked, with its answer. Details are `secret`: seen, and not spoken (row 10)."""
    asked = visit.asked(interview)
    paths = [question.path for question in asked]
    rows = []
    for question in asked:
        if question.kind is Kind.NOTE:
            continue
        place = place_of(interview, paths, question.path)
        label = asked_words(question, words)
        role = visit.source.roles.get(plain_path(question.path), "") if interview is visit.main else ""
        rows.append(
            {
                "path": "" if question.readonly else question.path,
                "label": f"{place}: {label}" if place else label,
                "answer": _answer(question, visit, words),
                "secret": role.startswith("detail:"),
            }
        )
    return rows


def _answer(question: Question, visit: Visit, words: Words) -> str:
    """As it is shown; one that was spoken by its length."""
    recording = visit.spoken.of(question.value)
    if recording is None:
        return shown_answer(question, words)
    return words("Recorded: {length}", length=length_of(recording, words))
