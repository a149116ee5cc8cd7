"""Writing for others to read, an idea or the next question; and the reference of a reply looked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.viewmodels.qt import prop


@dataclass(frozen=True)
class Asked:
    """What is asked for: `label` is the heading, `lines` what to know before writing."""

    label: str = ""
    lines: Sequence[str] = ()
    forward: str = ""
    icon: str = "continue"
    purpose: str = ""  # which keys are wanted, as a question's
    several: bool = True  # lines


class WritingModel(QObject):
    """One field of words. Nothing of them is kept here after `forget`."""

    changed = Signal()  # what is asked
    entered = Signal()  # what is written, or what is wrong with it
    said = Signal(str)
    wentOn = Signal()
    wentBack = Signal()
    typingAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked = Asked()
        self._problem = ""
        self.words = ""

    def show(self, asked: Asked) -> None:
        self._asked = asked
        self.changed.emit()
        self.entered.emit()

    def forget(self) -> None:
        self.words = self._problem = ""
        self.entered.emit()

    def refuse(self, problem: str) -> None:
        """Say what is wrong, and keep what was written (row 8)."""
        self._problem = problem
        self.entered.emit()
        self.said.emit(problem)

    # --- what typing needs (ui.viewmodels.question.typing.Writing)

    @property
    def purpose(self) -> str:
        return self._asked.purpose

    @property
    def private(self) -> bool:
        return False

    @property
    def fields(self) -> Sequence[Mapping[str, Any]]:
        return [{"id": "", "label": self._asked.label, "severalLines": self._asked.several}]

    def written(self, _field: str) -> str:
        return self.words

    def write(self, _field: str, text: str) -> None:
        self.words, self._problem = text, ""
        self.entered.emit()

    # --- what the page shows

    label = prop(str, lambda self: self._asked.label, notify=changed)
    lines = prop(str, lambda self: "\n".join(line for line in self._asked.lines if line), notify=changed)
    forwardName = prop(str, lambda self: self._asked.forward, notify=changed)
    forwardIcon = prop(str, lambda self: self._asked.icon, notify=changed)
    several = prop(bool, lambda self: self._asked.several, notify=changed)
    text = prop(str, lambda self: self.words, notify=entered)
    problem = prop(str, lambda self: self._problem, notify=entered)

    @Slot(str)
    def put(self, text: str) -> None:
        """Written with keys of a real keyboard, on the page itself."""
        self.write("", text)

    @Slot()
    def typeIn(self) -> None:
        self.typingAsked.emit()

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
