"""What waits for the first frame: one step at each turn of the event loop, so that no touch waits for all."""

import gc
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

ROOMS = (
    "sqlite_utils",
    "kiosk.forms.interview",
    "ui.behind.together",
    "ui.behind.keeping",
)  # heavy: each has its own turn


class Afterwards(QObject):
    """Does `steps` in their order once `window` has painted. One that fails ends the program: `failure`."""

    def __init__(self, window: QQuickWindow, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(window)
        self.failure: Exception | None = None
        self._steps = deque(steps)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._painted = window.frameSwapped.connect(self._begin)
        self._window = window

    def _begin(self) -> None:
        self._window.frameSwapped.disconnect(self._painted)
        self._timer.start()

    def _step(self) -> None:
        if not self._steps:
            return self._timer.stop()
        try:
            self._steps.popleft()()
        except Exception as fault:  # noqa: BLE001 - carried out of Qt's loop, and raised by whoever runs it
            self.failure = fault
            self._timer.stop()
            QCoreApplication.exit(1)


def settle() -> None:
    """What was made to start is no rubbish: looking for some in it would hold up an answer."""
    gc.collect()
    gc.freeze()
