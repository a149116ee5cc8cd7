"""The kiosk's pulse: a byte from its GUI thread, for its keeper (ui/session/watchdog)."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ui.session.watchdog import BEAT


class Pulse(QObject):
    """Beats while the event loop turns. When nobody listens any more, the kiosk ends: it is an orphan."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._to = os.dup(sys.stdout.fileno())
        # What libraries print would pass for a beat.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._timer = QTimer(self, interval=int(BEAT * 1000))
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        try:
            os.write(self._to, b".")
        except OSError:
            self._timer.stop()
            QCoreApplication.exit(1)
