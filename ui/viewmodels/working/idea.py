"""One idea of the wall, in its own language: back it, offer to help, say that it should not be here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.words import Words, language_of
from ui.viewmodels.qt import prop

if TYPE_CHECKING:
    from kiosk.coproduction.wall import Shown


@dataclass(frozen=True)
class OnWall:
    """The idea that is shown: `taps` as they are now, and what somebody did with it in this visit."""

    idea: Shown
    taps: int
    backed: bool
    last: bool
    helps: bool  # there is a sign-up to lead to


class IdeaModel(QObject):
    """Shows one idea; `did` says what was pressed: back, help or report."""

    changed = Signal()
    said = Signal(str)
    did = Signal(str)
    wentOn = Signal()
    wentBack = Signal()

    def __init__(self, words: Callable[[], Words]) -> None:
        super().__init__()
        self._words = words
        self._shown: OnWall | None = None
        self._problem = ""

    def show(self, shown: OnWall | None, problem: str = "") -> None:
        self._shown = shown
        self._problem = problem
        self.changed.emit()

    def _language(self) -> str:
        return self._shown.idea.spoken_in(self._words().language) if self._shown else ""

    def _tongue(self) -> str:
        language = self._language()
        return "" if language == self._words().language else language

    def _from(self) -> str:
        """Which language it is in, where the resident may not know it."""
        tongue = self._tongue()
        return self._words()("In {language}", language=language_of(tongue).offered_as) if tongue else ""

    def _taps(self) -> str:
        if self._shown is None:
            return ""
        words, taps = self._words(), self._shown.taps
        if not taps:
            return words("Nobody has backed it yet.")
        return words.plural("Backed {count} time.", "Backed {count} times.", taps)

    def _acts(self) -> list[dict[str, str]]:
        if self._shown is None:
            return []
        words = self._words()
        back = {"id": "back", "name": words("I back this"), "icon": "heart", "kind": "action"}
        backed = {"id": "", "name": words("You backed this"), "icon": "heart-filled", "kind": "plain"}
        helping = {"id": "help", "name": words("I could help make this happen"), "icon": "people"}
        report = {"id": "report", "name": words("This should not be here"), "icon": "hide", "kind": "quiet"}
        acts = [backed if self._shown.backed else back]
        if self._shown.helps:
            acts.append({**helping, "kind": "plain"})
        return [*acts, report]

    text = prop(
        str, lambda self: self._shown.idea.text.say(self._language()) if self._shown else "", notify=changed
    )
    tongue = prop(str, _tongue, notify=changed)
    origin = prop(str, _from, notify=changed)
    taps = prop(str, _taps, notify=changed)
    acts = prop("QVariantList", _acts, notify=changed)
    problem = prop(str, lambda self: self._problem, notify=changed)
    last = prop(bool, lambda self: self._shown is None or self._shown.last, notify=changed)

    @Slot(str)
    def act(self, name: str) -> None:
        if name:
            self.did.emit(name)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
