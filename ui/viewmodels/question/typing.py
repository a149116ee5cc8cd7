"""Typing an answer: the field, the keys of the screen, and what each key says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.visit.manner import Keys, Manner
from kiosk.words import Words
from ui.keyboard import FIRST, Layout, face, keyboards
from ui.viewmodels.qt import prop


class Writing(Protocol):
    """What is written into: a question, an idea, a page of the team's. `private` is not spoken."""

    @property
    def purpose(self) -> str: ...
    @property
    def private(self) -> bool: ...
    @property
    def label(self) -> str: ...
    @property
    def fields(self) -> Sequence[Mapping[str, Any]]: ...
    def written(self, field: str) -> str: ...
    def write(self, field: str, text: str) -> None: ...


class TypingModel(QObject):
    """What is being typed. It writes into the question as the letters come; `closed` when Done is pressed."""

    begun = Signal()
    keysChanged = Signal()
    closed = Signal()
    said = Signal(str)
    keysChosen = Signal(str)  # the resident went over to letters from A to Z, or back

    def __init__(self, words: Callable[[], Words]) -> None:
        super().__init__()
        self._words = words
        self._forget()

    def _forget(self) -> None:
        self._question: Writing | None = None
        self._field = ""
        self._layouts: tuple[Layout, ...] = ()
        self._layout = 0
        self._layer = FIRST
        self._capitals = False
        self._hidden = False

    def begin(self, question: Writing, field: str, manner: Manner, *, hidden: bool = False) -> None:
        """Type into `field` of what is asked, on the keys that the resident likes; `hidden` behind stars."""
        self._forget()
        self._hidden = hidden
        self._question = question
        self._field = field
        self._layouts = keyboards(manner.language, question.purpose)
        if manner.keys is Keys.A_TO_Z:
            self._layout = next((at for at, one in enumerate(self._layouts) if one.a_to_z), 0)
        self._capitals = self._layouts[self._layout].cased and not self._text() and not hidden
        self.begun.emit()
        self.keysChanged.emit()

    def forget(self) -> None:
        """Nothing of what was typed stays here."""
        self._forget()
        self.begun.emit()

    def _text(self) -> str:
        return self._question.written(self._field) if self._question else ""

    def _label(self) -> str:
        if self._question is None:
            return ""
        return next(
            (f["label"] for f in self._question.fields if f["id"] == self._field and f["label"]),
            self._question.label,
        )

    def _rows(self) -> list[list[dict[str, Any]]]:
        if not self._layouts:
            return []
        words = self._words()
        rows = self._layouts[self._layout].layers[self._layer]
        return [[asdict(face(key, words, capitals=self._capitals)) for key in row] for row in rows]

    text = prop(str, _text, notify=begun)
    label = prop(str, _label, notify=begun)
    rows = prop("QVariantList", _rows, notify=keysChanged)
    hushed = prop(bool, lambda self: bool(self._question and self._question.private), notify=begun)
    hidden = prop(bool, lambda self: self._hidden, notify=keysChanged)
    severalLines = prop(
        bool,
        lambda self: bool(self._question and any(f["severalLines"] for f in self._question.fields)),
        notify=begun,
    )

    @Slot(str)
    def write(self, text: str) -> None:
        """The field holds `text` now."""
        if self._question:
            self._question.write(self._field, text)

    @Slot("QVariant")
    def pressed(self, key: dict[str, Any]) -> None:
        """A key of the screen was pressed, and the field has its letter: what that does to the keys."""
        act = str(key["act"])
        before = (self._layout, self._layer, self._capitals, self._hidden)
        if act == "shift":
            self._capitals = not self._capitals
        elif act == "hide":
            self._hidden = not self._hidden
        elif act.startswith("layer:"):
            self._layer = act.removeprefix("layer:")
        elif act.startswith("layout:"):
            names = [layout.name for layout in self._layouts]
            self._layout = names.index(act.removeprefix("layout:"))
            self._layer = FIRST
            self.keysChosen.emit(Keys.A_TO_Z if self._layouts[self._layout].a_to_z else Keys.USUAL)
        elif not act:
            self._capitals = False
        if before != (self._layout, self._layer, self._capitals, self._hidden):
            self.keysChanged.emit()
        self._say(str(key["name"]), private=not act)

    def _say(self, name: str, *, private: bool) -> None:
        """Letters by name; those of personal details only after a yes (row 10)."""
        if not (private and self._question and self._question.private):
            self.said.emit(name)

    @Slot()
    def done(self) -> None:
        self.closed.emit()
