"""Helper mode, as the desk starts it and as the pages show it."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.visit.helping import Helping
from ui.viewmodels.qt import prop


class HelpingModel(QObject):
    """`start` for the next visit, which the team's desk may press; it ends with that visit by itself."""

    changed = Signal()

    def __init__(self, helping: Helping) -> None:
        super().__init__()
        self._helping = helping

    paper = prop(bool, lambda self: self._helping.paper, notify=changed)
    on = prop(bool, lambda self: self._helping.on, notify=changed)

    @Slot()
    def start(self) -> None:
        self.begin()

    def begin(self, *, paper: bool = False) -> None:
        """Help with the next visit; `paper`: what is typed was written on a paper form."""
        self._helping.start(paper=paper)
        self.changed.emit()

    @Slot()
    def end(self) -> None:
        if self._helping.on:
            self._helping.end()
            self.changed.emit()
