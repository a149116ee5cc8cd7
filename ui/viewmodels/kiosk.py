"""The kiosk as a resident meets it: which page is shown, and where each press leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import Pack
from kiosk.team.health import Charge
from kiosk.visit.idle import IdleWatch
from kiosk.visit.manner import Manner
from kiosk.words import Words
from ui.viewmodels import shown
from ui.viewmodels.bar import BarModel
from ui.viewmodels.book import Leaf
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question.speaking import Takes
from ui.viewmodels.shown import Standing
from ui.viewmodels.team.team import DESK, GATE, SET_UP, TeamModel
from ui.viewmodels.visit.charge import ChargeWatch
from ui.viewmodels.visit.flow import VisitFlow
from ui.viewmodels.visit.pages import Saved
from ui.viewmodels.visit.waiting import Waiting
from ui.viewmodels.working.aids import OVERLAYS, AidFlow
from ui.viewmodels.working.flow import TogetherFlow

if TYPE_CHECKING:
    from kiosk.coproduction.barriers import Barrier
    from kiosk.recording.recorder import Listeners
    from kiosk.visit.visit import Visit
    from ui.backroom import BackRoom
    from ui.together import Together


class KioskModel(BarModel):
    """Shows one page at a time. `save` keeps a finished visit and gives what Thank you needs, or raises."""

    changed = Signal()
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
        count_barrier: Callable[[Barrier], None],
        keep_so_far: Callable[[Visit], None],
        forget: Callable[[Visit], None],
        media: Callable[[str], str],
        measure: QObject,
        window_title: str,
        open_recorder: Callable[[Listeners], Takes],
        gain: Callable[[], float],
        open_room: Callable[[], BackRoom],
        charge: Callable[[], Charge],
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
        self._window_title = window_title
        self._words = Words(look.manner.language, pack.own_words)
        self.at = Standing()
        self._visits = VisitFlow(
            self,
            self._question,
            self._typing,
            self._speaking,
            open_visit=open_visit,
            save=save,
            keep_so_far=keep_so_far,
            forget=forget,
        )
        self.together = TogetherFlow(self, self, pack, self._visits, data=together)
        self.aid = AidFlow(self, self, pack, watch, count_barrier)
        self.waiting = Waiting(self, watch, self._presence, busy=self._busy)
        self._team = TeamModel(
            self, look, self._typing, open_room=open_room, language=pack.event.default_language
        )
        self._charge = ChargeWatch(self, self._welcome, charge)
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
        for page in (self._promise, self._question, self._check, self._text, self._ask, *self.working):
            page.wentOn.connect(self.forward)
            page.wentBack.connect(self.back)
        for over in (self._aids, self._home, self._today):
            over.wentBack.connect(self.back)
        self._typing.keysChosen.connect(self._look.setKeys)
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
        self.aid.fill()
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
        if self.at.overlay in OVERLAYS:
            return self.aid.back()
        return self.closeOverlay() if self.at.overlay else self._way.back()

    @property
    def _way(self) -> VisitFlow | TogetherFlow:
        """Who leads on from the page that is shown."""
        return self.together if self.at.places else self._visits

    def _acted(self, place: int) -> None:
        """A button under the kiosk's own words, by its place on the page."""
        if self.at.overlay == "start-again":
            if place == 0:
                self._visits.forget()
            return self.wipe() if place == 0 else self.closeOverlay()
        if self.at.overlay in OVERLAYS:
            return self.aid.act(place)
        return self._way.act(place)

    # --- listening, and the language

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
        self.waiting.touched()
        self._team.touched()

    def tick(self) -> None:
        """Once a second: has the resident gone?"""
        self._charge.tick()
        if self._team.tick():
            return self.waiting.anew()
        return self.waiting.tick()

    def _busy(self) -> bool:
        """Whether there is anything to clear once somebody has gone."""
        gone = self.at.untouched and self._look.pristine and not self.assisted
        return not (self._speaking.hushed or gone)

    def close_all(self) -> None:
        """Whatever lies over the visit is gone; the visit stays where it is."""
        self._typing.forget()
        self._speaking.forget()
        self.at.overlay, self.at.warned, self.at.failure = "", False, None

    def leave(self) -> None:
        """Out of a visit in which nothing was answered: Welcome, in the same language and size."""
        self.at = self.at.cleared()
        self.show()

    @Slot()
    def wipe(self) -> None:
        """A clean screen for the next person: nothing of the last one is left (row 26)."""
        self.at = self.at.cleared()
        self._forget()
        self._helping.end()
        self.waiting.anew()
        self._look.reset()
        self.show()

    def _forget(self) -> None:
        self._team.put_away()
        self._typing.forget()
        self._speaking.forget()
        self.together.forget()
        self.aid.forget()

    def recover(self) -> None:
        """An unexpected fault: the visit is over, a calm page says so."""
        self._visits.forget()
        self.at = self.at.cleared(overlay="fault")
        self._forget()
        self.show()

    def rest(self, state: str) -> None:
        """The stall is `paused` or `closed`, between two visits, or open again."""
        self.at.resting = "" if state == "open" else state
        if self.at.untouched:
            self.show()
