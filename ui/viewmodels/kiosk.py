"""The kiosk as a resident meets it: which page is shown, and where each press leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import Pack
from kiosk.visit.idle import IdleWatch, Presence
from kiosk.words import Words
from ui.viewmodels import shown
from ui.viewmodels.book import Leaf, PageModels
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question.speaking import Takes
from ui.viewmodels.shown import Standing
from ui.viewmodels.visit.flow import VisitFlow
from ui.viewmodels.visit.pages import Saved
from ui.viewmodels.working.reading import CHARTER, REPLIES

if TYPE_CHECKING:
    from kiosk.recording.recorder import Listeners
    from kiosk.visit.visit import Visit


class KioskModel(PageModels):
    """Shows one page at a time. `save` keeps a finished visit and gives what Thank you needs, or raises."""

    changed = Signal()
    turned = Signal()  # another page is there: read it from its top
    spoken = Signal(str)  # the words of a page that has just come

    def __init__(
        self,
        pack: Pack,
        look: LookModel,
        watch: IdleWatch,
        *,
        open_visit: Callable[[str], Visit],
        save: Callable[[Visit], Saved],
        media: Callable[[str], str],
        measure: QObject,
        window_title: str,
        open_recorder: Callable[[Listeners], Takes],
        gain: Callable[[], float],
    ) -> None:
        super().__init__(
            pack,
            look,
            watch,
            words=self.words,
            media=media,
            measure=measure,
            open_recorder=open_recorder,
            gain=gain,
        )
        self._pack = pack
        self._watch = watch
        self._window_title = window_title
        self._words = Words(look.manner.language, pack.own_words)
        self.at = Standing()
        self._visits = VisitFlow(
            self, self._question, self._typing, self._speaking, open_visit=open_visit, save=save
        )
        self._wire()

    def _wire(self) -> None:
        self._look.languageTurned.connect(self._speak)
        self._look.changed.connect(self.changed)
        self._welcome.chosen.connect(self.begin)
        self._promise.rungsAsked.connect(lambda: self.open_over("rungs"))
        self._question.noticeAsked.connect(lambda: self.open_over("full-notice"))
        self._question.typingAsked.connect(self._visits.type)
        self._typing.closed.connect(self._visits.stop_typing)
        self._question.speakAsked.connect(self._visits.speak)
        self._speaking.closed.connect(self._visits.stop_speaking)
        self._speaking.typingAsked.connect(self._visits.type_instead)
        self._speaking.said.connect(self._question.said)
        for page in (self._promise, self._question, self._check, self._text, self._ask):
            page.wentOn.connect(self.forward)
            page.wentBack.connect(self.back)
        self._check.changeAsked.connect(self._visits.change)
        self._text.acted.connect(self._acted)
        self._ask.acted.connect(self._acted)
        self._thanks.finished.connect(self.wipe)
        self._reading.closed.connect(self.closeOverlay)
        self._ruler.closed.connect(self.closeOverlay)
        self._presence.stayed.connect(self._stay)
        self._presence.cleared.connect(self.wipe)
        self._listening.stopped.connect(self.listen)

    def words(self) -> Words:
        """The program's words in the resident's language, as it is now."""
        return self._words

    # --- what is shown

    def show(self) -> None:
        """Everything that is shown follows from the visit, the overlay and the warning."""
        page = shown.words_page(self.at, self._pack, self._words)
        if page:
            (self._ask if shown.page(self.at) == "ask" else self._text).show(page)
        self._welcome.changed.emit()
        self._reading.changed.emit()
        self._promise.enter(self.at.visit)
        self._question.enter(self.at.visit)
        self._check.enter(self.at.visit)
        self._thanks.enter(self.at.saved)
        self.turn()

    def turn(self) -> None:
        """Another page is shown, or this one anew."""
        self.changed.emit()
        self.turned.emit()

    @property
    def leaf(self) -> Leaf:
        """The page that is shown: its QML file and its view-model."""
        return self.leaves[shown.page(self.at)]

    @property
    def language(self) -> str:
        """The resident's language, as it is now."""
        return self._look.manner.language

    page = prop(str, lambda self: shown.page(self.at), notify=changed)
    pageFile = prop(str, lambda self: self.leaf.file, notify=changed)
    pageModel = prop(QObject, lambda self: self.leaf.model, notify=changed)
    barTitle = prop(str, lambda self: shown.bar_title(self.at, self._pack, self._words), notify=changed)
    barLine = prop(str, lambda self: shown.bar_line(self.at, self._pack, self._words), notify=changed)
    begun = prop(bool, lambda self: self.at.visit is not None, notify=changed)
    practice = prop(bool, lambda self: self._pack.practice, constant=True)
    windowTitle = prop(str, lambda self: self._window_title, constant=True)

    # --- a visit

    @Slot(str)
    def begin(self, activity_id: str) -> None:
        """A card of Welcome was pressed."""
        if activity_id in (REPLIES, CHARTER):
            self._reading.open(activity_id)
            return self.open_over(activity_id)
        return self._visits.begin(activity_id)

    @Slot()
    def forward(self) -> None:
        """Continue, wherever that leads."""
        return self.closeOverlay() if self.at.overlay else self._visits.forward()

    @Slot()
    def back(self) -> None:
        """Back: out of what lies over the visit, or one page back in it."""
        return self.closeOverlay() if self.at.overlay else self._visits.back()

    def _acted(self, place: int) -> None:
        """A button under the kiosk's own words, by its place on the page."""
        if self.at.overlay == "start-again":
            return self.wipe() if place == 0 else self.closeOverlay()
        return self._visits.act(place)

    # --- the top bar

    def open_over(self, overlay: str) -> None:
        if self.at.overlay == "typing":
            self._typing.forget()
        self._speaking.pause()
        self._watch.stay()
        self.at.warned = False
        self.at.overlay = overlay
        self.show()

    @Slot()
    def openLanguage(self) -> None:
        self.open_over("language")

    @Slot()
    def openLook(self) -> None:
        self.open_over("look")

    @Slot()
    def openHelp(self) -> None:
        self.open_over("help")

    @Slot()
    def askStartAgain(self) -> None:
        self.open_over("start-again")

    @Slot()
    def closeOverlay(self) -> None:
        if self.at.overlay == "fault":
            return self.wipe()
        self.at.overlay = ""
        return self.show()

    @Slot()
    def stepOut(self) -> None:
        """The Escape key on a page with no Back: what was opened over the visit is closed."""
        if self.at.overlay in ("language", "look", "listen", "start-again"):
            self.closeOverlay()

    # --- listening

    @Slot()
    def listen(self) -> None:
        """Off: read this page. On: open what the voice can do, or turn it off from there."""
        listening = self._look.manner.listening
        if self.at.warned:
            self._stay()
        if listening and self.at.overlay != "listen":
            return self.open_over("listen")
        self._look.become(replace(self._look.manner, listening=not listening))
        if self.at.overlay == "listen":
            return self.closeOverlay()
        return self.turned.emit()

    @Slot(str)
    def arrived(self, spoken: str) -> None:
        """A page is there; these are its words."""
        self.spoken.emit(spoken)

    def _speak(self, language: str) -> None:
        self._words = Words(language, self._pack.own_words)
        if self.at.visit:
            self.at.visit.speak(language)
        self.show()

    # --- being there, and leaving

    def touched(self) -> None:
        """Somebody pressed or typed something."""
        self._watch.touch()

    def tick(self) -> None:
        """Once a second: has the resident gone?"""
        if self._speaking.hushed or (self.at.untouched and self._look.pristine):
            self._watch.touch()
            return
        presence = self._watch.presence()
        if presence is Presence.GONE:
            self.wipe()
        elif presence is Presence.WARNED:
            self._presence.changed.emit()
            if not self.at.warned:
                self.at.warned = True
                self.show()

    def _stay(self) -> None:
        self._watch.stay()
        self.at.warned = False
        self.show()

    def leave(self) -> None:
        """Out of a visit in which nothing was answered: Welcome, in the same language and size."""
        self.at = Standing()
        self.show()

    @Slot()
    def wipe(self) -> None:
        """A clean screen for the next person: nothing of the last one is left (row 26)."""
        self.at = Standing()
        self._typing.forget()
        self._speaking.forget()
        self._watch.stay()
        self._look.reset()
        self.show()

    def recover(self) -> None:
        """An unexpected fault: the visit is over, a calm page says so."""
        self.at = Standing(overlay="fault")
        self._typing.forget()
        self._speaking.forget()
        self.show()
