"""The kiosk as a resident meets it: which page is shown, and where each press leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import Pack
from kiosk.visit.idle import IdleWatch
from kiosk.visit.manner import Manner
from kiosk.words import Words
from ui.viewmodels import shown
from ui.viewmodels.bar import BarModel
from ui.viewmodels.book import Leaf
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop
from ui.viewmodels.shown import OVERLAYS, Standing
from ui.viewmodels.team.team import DESK, GATE, SET_UP, TeamModel
from ui.viewmodels.visit.charge import ChargeWatch
from ui.viewmodels.visit.waiting import Waiting
from ui.viewmodels.wiring import wire_always, wire_page

if TYPE_CHECKING:
    from kiosk.coproduction.barriers import Barrier
    from kiosk.recording.recorder import Listeners
    from kiosk.team.health import Charge
    from kiosk.visit.visit import Visit
    from ui.behind.backroom import BackRoom
    from ui.behind.together import Together
    from ui.viewmodels.question.speaking import Takes
    from ui.viewmodels.visit.flow import VisitFlow
    from ui.viewmodels.visit.pages import Saved
    from ui.viewmodels.working.aids import AidFlow
    from ui.viewmodels.working.flow import TogetherFlow


class KioskModel(BarModel):
    """Shows one page at a time. `save` keeps a finished visit and gives what Thank you needs, or raises."""

    changed = Signal()
    spoken = Signal(str)  # the words of a page that has just come
    said = Signal(str)  # a change on it

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
        pages = partial(super().__init__, pack, look, watch, words=self.words, media=media)
        pages(measure=measure, open_recorder=open_recorder, gain=gain)
        self._pack = pack
        self._window_title = window_title
        self._words = Words(look.manner.language, pack.own_words)
        self.at = Standing()
        self._open_visits = partial(
            _visits, self, open_visit=open_visit, save=save, keep_so_far=keep_so_far, forget=forget
        )
        self._together = together
        self._count_barrier = count_barrier
        self._watch = watch
        self.waiting = Waiting(self, watch, busy=self._busy)
        self._team = TeamModel(self, look, open_room=open_room, language=pack.event.default_language)
        self._charge = ChargeWatch(self, self._welcome, charge)
        wire_always(self)

    # --- who leads on, made when first wanted

    @cached_property
    def visits(self) -> VisitFlow:
        return self._open_visits()

    @cached_property
    def together(self) -> TogetherFlow:
        from ui.viewmodels.working.flow import TogetherFlow  # noqa: PLC0415 - after the first frame

        return TogetherFlow(self, self, self._pack, self.visits, data=self._together)

    @cached_property
    def aid(self) -> AidFlow:
        from ui.viewmodels.working.aids import AidFlow  # noqa: PLC0415 - after the first frame

        return AidFlow(self, self, self._pack, self._watch, self._count_barrier)

    def wire(self, page: str, model: Any) -> None:
        wire_page(self, page, model)

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
        self.at.closed = shown.closed(self.at, self._words)
        page = shown.words_page(self.at, self._pack, self._words)
        if page:
            (self.ask if shown.page(self.at) == "ask" else self.text).show(page)
        self.together.fill()
        self.aid.fill()
        self._welcome.changed.emit()
        self._enter("promise", self.at.visit or self.together.promised)
        self._enter("question", self.at.visit)
        self._enter("check", self.at.visit)
        self._enter("thanks", self.at.saved)
        self.turn()

    def _enter(self, page: str, what: Any) -> None:
        """A page gets what it is to show, or is emptied; one that nobody has seen has nothing to forget."""
        if what or self.leaves[page].made:
            self.leaves[page].model.enter(what)

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

    page = prop(str, _page, notify=changed)
    team = prop(QObject, lambda self: self._team, constant=True)
    pageFile = prop(str, lambda self: self.leaf.file, notify=changed)
    pageModel = prop(QObject, lambda self: self.leaf.model, notify=changed)
    barTitle = prop(str, lambda self: shown.bar_title(self.at, self._pack, self._words), notify=changed)
    barLine = prop(str, lambda self: shown.bar_line(self.at, self._pack, self._words), notify=changed)
    begun = prop(bool, lambda self: bool(self.at.visit or self.at.places or self.helping.on), notify=changed)
    practice = prop(bool, lambda self: self._pack.practice, constant=True)
    windowTitle = prop(str, lambda self: self._window_title, constant=True)

    # --- a visit

    @Slot(str)
    def begin(self, activity_id: str) -> None:
        """A card of Welcome was pressed."""
        if activity_id == SET_UP:
            return self._team.set_up()
        way = self.together if self.together.opens(activity_id) else self.visits
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
        return self.together if self.at.places else self.visits

    def acted(self, place: int) -> None:
        """A button under the kiosk's own words, by its place on the page."""
        if self.at.overlay == "start-again":
            return self.clear() if place == 0 else self.closeOverlay()
        if self.at.overlay in OVERLAYS:
            return self.aid.act(place)
        return self._way.act(place)

    # --- listening, and the language

    @Slot(str)
    def arrived(self, spoken: str) -> None:
        """A page is there; these are its words. Words that no speaker has checked say so each time."""
        waits = self._look.unchecked
        self.spoken.emit(f"{spoken}\n{waits}" if waits and waits not in spoken else spoken)

    def turn_to(self, language: str) -> None:
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
        gone = self.at.untouched and self._look.pristine and not self._helping.on
        return not (self.hushed or gone)

    def close_all(self) -> None:
        """Whatever lies over the visit is gone; the visit stays where it is."""
        self.put_down()
        self.at.overlay, self.at.warned, self.at.failure = "", False, None

    def leave(self) -> None:
        """Out of a visit in which nothing was answered: Welcome, in the same language and size."""
        self.at = self.at.cleared()
        self.show()

    def clear(self) -> None:
        """Somebody asks for it: not even what was kept as it went stays."""
        self.visits.forget()
        self.wipe()

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
        self.put_down()
        self.together.forget()
        self.aid.forget()

    def recover(self) -> None:
        """An unexpected fault: the visit is over, a calm page says so."""
        self.visits.forget()
        self.at = self.at.cleared(overlay="fault")
        self._forget()
        self.show()

    def rest(self, state: str) -> None:
        """The stall is `paused` or `closed`, between two visits, or open again."""
        self.at.resting = "" if state == "open" else state
        if self.at.untouched:
            self.show()


def _visits(kiosk: KioskModel, **ways: Any) -> VisitFlow:
    from ui.viewmodels.visit.flow import VisitFlow  # noqa: PLC0415 - after the first frame

    return VisitFlow(kiosk, kiosk, **ways)
