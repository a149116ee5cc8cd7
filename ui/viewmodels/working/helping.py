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

    on = prop(bool, lambda self: self._helping.on, notify=changed)

    @Slot()
    def start(self) -> None:
        self._set(True)

    @Slot()
    def end(self) -> None:
        self._set(False)

    def _set(self, on: bool) -> None:
        if on != self._helping.on:
            (self._helping.start if on else self._helping.end)()
            self.changed.emit()
