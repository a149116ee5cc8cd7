"""The small pages: the kiosk's own words, and Still there?"""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.visit.idle import IdleWatch
from ui.viewmodels.qt import prop
from ui.viewmodels.visit.texts import Page


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

    def _parts(self) -> list[dict[str, str]]:
        return [{"icon": part.icon, "title": part.title, "words": part.words} for part in self._page.parts]

    heading = prop(str, lambda self: self._page.heading, notify=changed)
    text = prop(str, lambda self: self._page.text, notify=changed)
    quote = prop(str, lambda self: self._page.quote, notify=changed)
    actions = prop("QVariantList", _choices, notify=changed)
    parts = prop("QVariantList", _parts, notify=changed)
    above = prop(int, lambda self: self._page.above, notify=changed)
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
