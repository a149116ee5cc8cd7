"""Carry on at home: the event's address to scan, and nothing about anybody."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.words import Words
from ui.viewmodels.qt import prop


class HomeModel(QObject):
    """The address as the event sheet has it; it is the same for everybody."""

    changed = Signal()
    wentBack = Signal()

    def __init__(self, words: Callable[[], Words], address: str) -> None:
        super().__init__()
        self._words = words
        self._address = address

    def show(self) -> None:
        self.changed.emit()

    def _lines(self) -> str:
        words = self._words()
        return "\n".join(
            (
                words("Scan this with a phone, or write it down."),
                words("It is the same for everybody. It holds nothing about you."),
                words("What you put in here stays here. At home you start anew."),
            )
        )

    heading = prop(str, lambda self: self._words()("Carry on at home"), notify=changed)
    lines = prop(str, _lines, notify=changed)
    address = prop(str, lambda self: self._address, constant=True)

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
