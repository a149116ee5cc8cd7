"""What the buttons of the top bar do: each opens something over the page, and closing it leads back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ui.viewmodels.book import PageModels
from ui.viewmodels.team.team import TYPING, TeamModel

if TYPE_CHECKING:
    from ui.viewmodels.shown import Standing
    from ui.viewmodels.visit.waiting import Waiting
    from ui.viewmodels.working.aids import AidFlow


class BarModel(PageModels):
    """The bar is the same on every page, and so is what it does. The pages under it are the heir's."""

    turned = Signal()  # another page is there: read it from its top

    at: Standing
    waiting: Waiting
    _team: TeamModel

    @property
    def aid(self) -> AidFlow:
        raise NotImplementedError

    def show(self) -> None:
        raise NotImplementedError

    def wipe(self) -> None:
        raise NotImplementedError

    def open_over(self, overlay: str) -> None:
        if self.at.overlay in ("typing", TYPING):
            self.typing.forget()
        for speaking in self.made("speaking"):
            speaking.pause()
        self.waiting.anew()
        self.at.overlay = overlay
        self.show()

    @Slot()
    def openLanguage(self) -> None:
        self.open_over("language")

    @Slot()
    def openLook(self) -> None:
        self.open_over("look")

    @Slot()
    def openHelp(self) -> None:
        self.aid.open("help")

    @Slot()
    def askStartAgain(self) -> None:
        self.open_over("start-again")

    @Slot()
    def closeOverlay(self) -> None:
        if self.at.overlay == "fault":
            return self.wipe()
        if self._team.comes_back():
            return None
        self.at.overlay = ""
        return self.show()

    @Slot()
    def stepOut(self) -> None:
        """The Escape key on a page with no Back: what was opened over the visit is closed."""
        if self.at.overlay in ("language", "look", "listen", "start-again"):
            self.closeOverlay()

    @Slot()
    def listen(self) -> None:
        """Off: read this page. On: open what the voice can do, or turn it off from there."""
        listening = self._look.manner.listening
        if self.at.warned:
            self.waiting.stay()
        if listening and self.at.overlay != "listen":
            return self.open_over("listen")
        self._look.become(replace(self._look.manner, listening=not listening))
        if self.at.overlay == "listen":
            return self.closeOverlay()
        return self.turned.emit()
