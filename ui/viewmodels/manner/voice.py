"""The voice, while it is on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.words import Words
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop

RATES = (50, 65, 80, 100, 125, 150, 175, 200)  # percent of ordinary speech (row 15)
LOUDEST = 6  # steps of volume (row 13)


class ListeningModel(QObject):
    """The voice, while it is on: faster, louder, again, or off."""

    changed = Signal()
    againAsked = Signal()
    stopped = Signal()

    def __init__(self, look: LookModel, words: Callable[[], Words]) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._notice = ""
        look.changed.connect(self.changed)

    def warn(self, notice: str) -> None:
        """What keeps the voice from being heard, in words; empty when nothing does."""
        if notice != self._notice:
            self._notice = notice
            self.changed.emit()

    def _line(self) -> str:
        manner = self._look.manner
        return self._words()(
            "Speed {rate} %. Loudness {volume} of 6.", rate=manner.rate, volume=manner.volume
        )

    voiceNotice = prop(str, lambda self: self._notice, notify=changed)
    voiceLine = prop(str, _line, notify=changed)

    def _rate(self, way: int) -> None:
        place = min(max(RATES.index(self._look.manner.rate) + way, 0), len(RATES) - 1)
        self._look.become(replace(self._look.manner, rate=RATES[place]))
        self.againAsked.emit()

    def _volume(self, way: int) -> None:
        volume = min(max(self._look.manner.volume + way, 1), LOUDEST)
        self._look.become(replace(self._look.manner, volume=volume))
        self.againAsked.emit()

    @Slot()
    def slower(self) -> None:
        self._rate(-1)

    @Slot()
    def faster(self) -> None:
        self._rate(+1)

    @Slot()
    def quieter(self) -> None:
        self._volume(-1)

    @Slot()
    def louder(self) -> None:
        self._volume(+1)

    @Slot()
    def again(self) -> None:
        self.againAsked.emit()

    @Slot()
    def stopListening(self) -> None:
        self.stopped.emit()
