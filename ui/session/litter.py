"""Python's rubbish, collected on the window's own thread and between two of its events: never within one."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # ms between two looks


class Litter(QObject):
    """While it is there, Python does not collect at times of its own.

    Those come on whatever thread makes an object next, and within any event. An object of Qt that is caught
    in a circle would then be destroyed beside the thread that draws, or under the hands of the one that does
    something with it: a crash.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = gc.isenabled()
        gc.disable()
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Collect what is due by Python's own measure: the young each time, all that is old seldom."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        oldest = max((age for age, (made, most) in enumerate(due) if 0 < most < made), default=-1)
        if oldest >= 0:
            gc.collect(oldest)

    def close(self) -> None:
        """As it was before."""
        if self._usual:
            gc.enable()
