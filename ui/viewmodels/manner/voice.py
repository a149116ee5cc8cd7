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
    goOnAsked = Signal()
    stopped = Signal()
    said = Signal(str)
    marked = Signal(int, int, str)  # the word of the page that is heard now; -1, 0, "" for none

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

    @property
    def hushes(self) -> bool:
        """Whether personal details are kept from the voice."""
        return not self._look.manner.details

    listening = prop(bool, lambda self: self._look.manner.listening, notify=changed)
    details = prop(bool, lambda self: self._look.manner.details, notify=changed)
    oneTap = prop(bool, lambda self: self._look.manner.one_tap, notify=changed)
    voiceNotice = prop(str, lambda self: self._notice, notify=changed)
    voiceLine = prop(str, _line, notify=changed)

    def _rate(self, way: int) -> None:
        place = min(max(RATES.index(self._look.manner.rate) + way, 0), len(RATES) - 1)
        self._look.become(replace(self._look.manner, rate=RATES[place]))
        self.said.emit(self._line())

    def _volume(self, way: int) -> None:
        volume = min(max(self._look.manner.volume + way, 1), LOUDEST)
        self._look.become(replace(self._look.manner, volume=volume))
        self.said.emit(self._line())

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
    def goOn(self) -> None:
        self.goOnAsked.emit()

    @Slot()
    def setOneTap(self) -> None:
        """A tap presses at once; or a finger hears first, and a tap presses what it heard."""
        self._look.become(replace(self._look.manner, one_tap=not self._look.manner.one_tap))
        words = self._words()
        name, state = words("Press at once"), self._look.manner.one_tap
        self.said.emit(words("{choice}, chosen" if state else "{choice}, not chosen", choice=name))

    @Slot()
    def readDetails(self) -> None:
        """The yes to hearing one's own details, or taking it back (row 10)."""
        self._look.become(replace(self._look.manner, details=not self._look.manner.details))
        words = self._words()
        name, state = words("Read my details aloud"), self._look.manner.details
        self.said.emit(words("{choice}, chosen" if state else "{choice}, not chosen", choice=name))

    @Slot()
    def stopListening(self) -> None:
        self.stopped.emit()
