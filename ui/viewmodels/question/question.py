"""One question page: shown, answered, refused, and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kiosk.forms.kinds import Kind
from ui.viewmodels.question.finding import FIELD
from ui.viewmodels.question.moments import apart, joined
from ui.viewmodels.question.offered import (
    after_press,
    said_choice,
    stepped,
)
from ui.viewmodels.question.page import QuestionPage
from ui.viewmodels.question.refusals import words_for
from ui.viewmodels.question.sketch import MOST_LETTERS, is_drawing, undone

if TYPE_CHECKING:
    from kiosk.forms.questions import Problem
    from kiosk.visit.visit import Visit


class QuestionModel(QuestionPage):
    """The present question, and what a resident does with it."""

    # --- what the kiosk does with it

    def enter(self, visit: Visit | None) -> None:
        """Show the visit's present question, without what was wrong before."""
        self._visit = visit
        self._problem = ""
        question = self._question
        path = question.path if question else ""
        # A date stands as it was typed, a part of it or all, while it is the same answer.
        if path != self._path or question is None or joined(question, self._parts) != question.value:
            self._parts = apart(question) if question else {}
        if path != self._path:
            self._sought = ""
        self._path = path
        self._offer()
        self.entered.emit()
        self.answered.emit()

    def refuse(self, problem: Problem) -> None:
        """Continue was pressed and the answer will not do: say why, keep what was put in (row 8)."""
        assert self._question is not None
        self._problem = words_for(problem, self._question, self._words())
        self.answered.emit()
        self.refused.emit()

    # --- what a resident does

    @Slot(str)
    def choose(self, name: str) -> None:
        """Press a choice: ticked, numbered, or taken out again where it was."""
        question = self._question
        if question is None or self._visit is None or question.readonly:
            return
        chosen = after_press(question, name)
        self._set(" ".join(chosen))
        label = next(choice["label"] for choice in self._offers if choice["name"] == name)
        self.said.emit(said_choice(self._visit.question, name, label, self._words()))
        several = question.kind in (Kind.SELECT_MULTIPLE, Kind.RANK)
        if chosen == [name] and not several and "quick" in question.appearance:
            self.wentOn.emit()

    @Slot(int)
    def step(self, way: int) -> None:
        """− or + on a range of many values."""
        question = self._question
        if question is None or question.range is None:
            return
        self._set(stepped(question.range, question.value, way))
        self.said.emit(self._question.value if self._question else "")

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Words typed into a field: the answer, a part of a date or a time, or what a choice is found by."""
        question = self._question
        if field == FIELD:
            self._sought = text
            self._offer()
            self.answered.emit()
        elif field and question:
            self._parts[field] = text.strip()
            self._set(joined(question, self._parts))
        elif self._is(Kind.DECIMAL):
            self._set(text.strip().replace(",", "."))  # as Polish and Romanian write it
        else:
            self._set(text)

    def written(self, field: str) -> str:
        if field == FIELD:
            return self._sought
        if field:
            return self._parts.get(field, "")
        spoken = self._visit is not None and self._visit.recording is not None
        return self._question.value if self._question and not spoken else ""

    def _set(self, value: str) -> None:
        assert self._visit is not None
        self._problem = ""
        self._visit.answer(value)
        self.answered.emit()

    @Slot(str)
    def draw(self, path: str) -> None:
        """The strokes as they are now, once a finger is lifted. One more than a cell holds is not kept."""
        if is_drawing(path) and len(path) <= MOST_LETTERS:
            self._set(path)

    @Slot(str)
    def act(self, name: str) -> None:
        """Undo, clear, or a way on for somebody who would rather not draw: a signature may be typed."""
        question = self._question
        if question is None:
            return
        if name == "speak":
            return self.speakAsked.emit()
        if name == "undo":
            return self._set(undone(question.value))
        self._set("")
        self.entered.emit()
        if name == "rather-not" and (question.required or question.kind is Kind.SIGNATURE):
            return self.typingAsked.emit("")
        return self.wentOn.emit() if name == "rather-not" else None

    @Slot(str)
    def typeIn(self, field: str) -> None:
        self.typingAsked.emit(field)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot()
    def skip(self) -> None:
        self.wentOn.emit()

    @Slot()
    def readNotice(self) -> None:
        self.noticeAsked.emit()
