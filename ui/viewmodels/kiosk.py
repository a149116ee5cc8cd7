"""The kiosk as a resident meets it: which page is shown, and where each press leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import Pack
from kiosk.visit.idle import IdleWatch
from kiosk.visit.manner import Manner
from kiosk.words import Words
from ui.viewmodels import shown
from ui.viewmodels.book import Leaf, PageModels
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop
from ui.viewmodels.shown import Standing
from ui.viewmodels.team.team import DESK, GATE, SET_UP, TYPING, TeamModel
from ui.viewmodels.visit.flow import VisitFlow
from ui.viewmodels.visit.pages import Saved
from ui.viewmodels.visit.waiting import Waiting
from ui.viewmodels.working.flow import TogetherFlow

if TYPE_CHECKING:
    from kiosk.visit.visit import Visit
    from ui.backroom import BackRoom
    from ui.together import Together


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
        together: Callable[[], Together],
        media: Callable[[str], str],
        measure: QObject,
        window_title: str,
        open_room: Callable[[], BackRoom],
    ) -> None:
        super().__init__(pack, look, watch, words=self.words, media=media, measure=measure)
        self._pack = pack
        self._window_title = window_title
        self._words = Words(look.manner.language)
        self.at = Standing()
        self._visits = VisitFlow(self, self._question, self._typing, open_visit=open_visit, save=save)
        self.together = TogetherFlow(self, self, pack, self._visits, data=together)
        self._waiting = Waiting(self, watch, self._presence, busy=self._busy)
        self._team = TeamModel(
            self, look, self._typing, open_room=open_room, language=pack.event.default_language
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
        for page in (self._promise, self._question, self._check, self._text, self._ask, *self.working):
            page.wentOn.connect(self.forward)
            page.wentBack.connect(self.back)
        self._check.changeAsked.connect(self._visits.change)
        self._text.acted.connect(self._acted)
        self._ask.acted.connect(self._acted)
        self._thanks.finished.connect(self.wipe)
        self._helping.changed.connect(self.changed)
        self._listening.stopped.connect(self.listen)

    def words(self) -> Words:
        """The program's words in the resident's language, as it is now."""
        return self._words

    # --- what is shown

    def know(self) -> None:
        """The data folder is open: Welcome shows what is in it from now on."""
        self.together.known = True
        self.show()

    def show(self) -> None:
        """Everything that is shown follows from the visit, the overlay and the warning."""
        page = shown.words_page(self.at, self._pack, self._words)
        if page:
            (self._ask if shown.page(self.at) == "ask" else self._text).show(page)
        self.together.fill()
        self._welcome.changed.emit()
        self._promise.enter(self.at.visit or self.together.promised)
        self._question.enter(self.at.visit)
        self._check.enter(self.at.visit)
        self._thanks.enter(self.at.saved)
        self.turn()

    def turn(self) -> None:
        """Another page is shown, or this one anew."""
        self._team.changed.emit()
        self.changed.emit()
        self.turned.emit()

    @property
    def leaf(self) -> Leaf:
        """The page that is shown: its QML file and its view-model."""
        page = shown.page(self.at)
        return self._team.leaf if page in (DESK, GATE) else self.leaves[page]

    def _page(self) -> str:
        page = shown.page(self.at)
        return self._team.page if page in (DESK, GATE) else page

    @property
    def manner(self) -> Manner:
        """How the resident wants the kiosk, as it is now."""
        return self._look.manner

    @property
    def assisted(self) -> bool:
        """Whether somebody of the team helps with this visit, or the next."""
        return bool(self._helping.on)

    @property
    def on_paper(self) -> bool:
        """Whether what is typed was written on a paper form."""
        return bool(self._helping.paper)

    page = prop(str, _page, notify=changed)
    team = prop(QObject, lambda self: self._team, constant=True)
    pageFile = prop(str, lambda self: self.leaf.file, notify=changed)
    pageModel = prop(QObject, lambda self: self.leaf.model, notify=changed)
    barTitle = prop(str, lambda self: shown.bar_title(self.at, self._pack, self._words), notify=changed)
    barLine = prop(str, lambda self: shown.bar_line(self.at, self._pack, self._words), notify=changed)
    begun = prop(bool, lambda self: bool(self.at.visit or self.at.places or self.assisted), notify=changed)
    practice = prop(bool, lambda self: self._pack.practice, constant=True)
    windowTitle = prop(str, lambda self: self._window_title, constant=True)

    # --- a visit

    @Slot(str)
    def begin(self, activity_id: str) -> None:
        """A card of Welcome was pressed."""
        if activity_id == SET_UP:
            return self._team.set_up()
        way = self.together if self.together.opens(activity_id) else self._visits
        return way.begin(activity_id)

    @Slot()
    def forward(self) -> None:
        """Continue, wherever that leads."""
        return self.closeOverlay() if self.at.overlay else self._way.forward()

    @Slot()
    def back(self) -> None:
        """Back: out of what lies over the visit, or one page back in it."""
        return self.closeOverlay() if self.at.overlay else self._way.back()

    @property
    def _way(self) -> VisitFlow | TogetherFlow:
        """Who leads on from the page that is shown."""
        return self.together if self.at.places else self._visits

    def _acted(self, place: int) -> None:
        """A button under the kiosk's own words, by its place on the page."""
        if self.at.overlay == "start-again":
            return self.wipe() if place == 0 else self.closeOverlay()
        return self._way.act(place)

    # --- the top bar

    def open_over(self, overlay: str) -> None:
        if self.at.overlay in ("typing", TYPING):
            self._typing.forget()
        self._waiting.anew()
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
        if self._team.comes_back():
            return None
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
            self._waiting.stay()
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
        self._words = Words(language)
        if self.at.visit:
            self.at.visit.speak(language)
        self.show()

    # --- being there, and leaving

    def touched(self) -> None:
        """Somebody pressed or typed something."""
        self._waiting.touched()
        self._team.touched()

    def tick(self) -> None:
        """Once a second: has the resident gone?"""
        if self._team.tick():
            return self._waiting.anew()
        return self._waiting.tick()

    def _busy(self) -> bool:
        """Whether there is anything to clear once somebody has gone."""
        return not self.at.untouched or not self._look.pristine or self.assisted

    def leave(self) -> None:
        """Out of a visit in which nothing was answered: Welcome, in the same language and size."""
        self.at = Standing(resting=self.at.resting)
        self.show()

    @Slot()
    def wipe(self) -> None:
        """A clean screen for the next person: nothing of the last one is left (row 26)."""
        self.at = Standing(resting=self.at.resting)
        self._forget()
        self._helping.end()
        self._waiting.anew()
        self._look.reset()
        self.show()

    def _forget(self) -> None:
        self._team.put_away()
        self._typing.forget()
        self.together.forget()

    def recover(self) -> None:
        """An unexpected fault: the visit is over, a calm page says so."""
        self.at = Standing(overlay="fault", resting=self.at.resting)
        self._forget()
        self.show()

    def rest(self, state: str) -> None:
        """The stall is `paused` or `closed`, between two visits, or open again."""
        self.at.resting = "" if state == "open" else state
        if self.at.untouched:
            self.show()
