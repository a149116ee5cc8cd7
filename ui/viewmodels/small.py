"""The small pages: the kiosk's own words, Still there?, and the voice."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.visit.idle import IdleWatch
from kiosk.words import Words
from ui.viewmodels.look import LookModel
from ui.viewmodels.qt import prop
from ui.viewmodels.texts import Page

RATES = (50, 65, 80, 100, 125, 150, 175, 200)  # percent of ordinary speech (row 15)
LOUDEST = 6  # steps of volume (row 13)


class WordsPageModel(QObject):
    """A page of words with buttons: `acted` says which was pressed, by its place."""

    changed = Signal()
    acted = Signal(int)
    wentOn = Signal()
    wentBack = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page = Page("")

    def show(self, page: Page) -> None:
        self._page = page
        self.changed.emit()

    def _choices(self) -> list[dict[str, str]]:
        return [
            {"name": choice.name, "icon": choice.icon, "kind": choice.kind} for choice in self._page.choices
        ]

    heading = prop(str, lambda self: self._page.heading, notify=changed)
    text = prop(str, lambda self: self._page.text, notify=changed)
    actions = prop("QVariantList", _choices, notify=changed)
    hasBack = prop(bool, lambda self: self._page.back, notify=changed)
    hasForward = prop(bool, lambda self: bool(self._page.forward), notify=changed)
    forwardName = prop(str, lambda self: self._page.forward, notify=changed)
    forwardIcon = prop(str, lambda self: self._page.forward_icon, notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot(int)
    def act(self, place: int) -> None:
        self.acted.emit(place)


class PresenceModel(QObject):
    """The seconds left before the screen clears itself."""

    changed = Signal()
    stayed = Signal()
    cleared = Signal()

    def __init__(self, watch: IdleWatch) -> None:
        super().__init__()
        self._watch = watch

    secondsLeft = prop(int, lambda self: self._watch.seconds_left, notify=changed)

    @Slot()
    def stay(self) -> None:
        self.stayed.emit()

    @Slot()
    def clearNow(self) -> None:
        self.cleared.emit()


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
