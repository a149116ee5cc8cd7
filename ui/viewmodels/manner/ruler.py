"""The ruler: how large a millimetre is on this screen, measured with a bank card."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import KioskError
from kiosk.words import Words
from ui.messages import message
from ui.painting.panel import believed
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop

CARD = 85.6  # mm, the long side of a bank card (ISO/IEC 7810 ID-1)
FINE, COARSE = 1, 10  # px to a press


class RulerModel(QObject):
    """A card as wide as 85.6 mm are believed to be here, made to fit a real one by presses.

    Nothing else on the page moves meanwhile: the true sizes come with Done.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, look: LookModel, words: Callable[[], Words]) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._card = 0
        self._problem = ""
        self.open()

    def open(self) -> None:
        """Begin with what is believed now."""
        self._card, self._problem = round(self._look.density * CARD), ""
        self.changed.emit()

    @Slot(int)
    def change(self, pixels: int) -> None:
        """The card so many px longer, or shorter; not past what any screen has."""
        if believed((self._card + pixels) / CARD):
            self._card += pixels
            self.changed.emit()

    @Slot()
    def done(self) -> None:
        """Everything takes on its true size. A card that nobody changed changes nothing."""
        if self._card != round(self._look.density * CARD):
            try:
                self._look.measure(self._card / CARD)
            except KioskError as fault:
                self._problem = message(fault, self._words())
                return self.changed.emit()
        return self.leave()

    @Slot()
    def leave(self) -> None:
        """Away from the ruler; next time it begins with what is believed then."""
        self.open()
        self.closed.emit()

    card = prop(int, lambda self: self._card, notify=changed)
    fine = prop(int, lambda self: FINE, constant=True)
    coarse = prop(int, lambda self: COARSE, constant=True)
    pxPerMm = prop(float, lambda self: self._card / CARD, notify=changed)
    problem = prop(str, lambda self: self._problem, notify=changed)
