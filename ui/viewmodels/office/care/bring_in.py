"""Bring in: packs from a stick, a folder, a file or a drop, merged while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.sync.merging.merge import merge
from kiosk.sync.merging.report import MergeReport
from kiosk.team.stall import State, must_rest
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.session.drives import Drives
from ui.viewmodels.office.care import reported
from ui.viewmodels.office.care.places import PATH, WHERE, PlacesModel
from ui.viewmodels.office.care.stepped import FIRST, WORKING
from ui.viewmodels.team.sheet import Action, Sheet, WordsNow

REPORT, ASIDE, KNOW = "report", "aside", "know"
CLOSE, MORE, YES, NO = "close", "more-packs", "yes", "no"


class BringInModel(PlacesModel):
    """Any order, any number of times: what is known already is passed by. Nothing is ever half done."""

    takes_files = True
    files = (".zip",)

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words, drives)
        self.report = MergeReport()

    def begin(self) -> None:
        super().begin()
        self.dropped_here: list[Path] = []
        self.out = False
        self._asked = ""  # the fingerprint of the tablet that staff are asked about

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            WHERE: self._where,
            **self.place_pages(),
            REPORT: self._report,
            ASIDE: lambda: reported.aside(self.report, self.words()),
            KNOW: lambda: reported.know(self.report, self._asked, self.words()),
        }

    def _where(self) -> Sheet:
        words = self.words()
        text = words("Put in a stick, and press its name. Or drop packs on this page.")
        ways = []
        if self.room.stall.state is State.OPEN:
            text = words("The stall is open here. Close it first: somebody may be answering.")
            ways = [Action(CLOSE, words("Close the stall"), "stop", "action")]
        return self.where(
            words("Bring in"),
            text,
            ways,
            tail=words("In any order, as often as you like. What is here already is passed by."),
        )

    def _report(self) -> Sheet:
        safe = self.safe_line(self.out) if not reported.unknown(self.report) else ""
        return reported.report(self.report, self.words(), safe)

    # --- pressed

    def chose(self, name: str) -> None:
        if self.step == REPORT:
            self._asked = name
            return self.to(KNOW)
        return self.picks(name)

    def acted(self, name: str) -> None:
        if self.stop_pressed(name) or self.places(name):
            return
        if name == CLOSE:
            self.room.set_stall(State.CLOSED)
            self.turn()
        elif name == ASIDE:
            self.to(ASIDE)
        elif name == MORE:
            self.begin()
            self.to(WHERE)
        elif name == YES:
            self._merge([self._asked])
        elif name == NO:
            self._leave()

    def went_back(self) -> None:
        self.to(REPORT if self.step in (ASIDE, KNOW) else WHERE)

    def went_on(self) -> None:
        if self.step == PATH:
            self.path_typed()

    def typed_in(self, field_id: str) -> None:
        self.refresh()

    def dropped_in(self, paths: list[Path]) -> None:
        if self.step == WORKING:
            return
        self.begin()
        self.dropped_here = paths
        self._merge()

    def picked(self) -> None:
        self.dropped_here = []
        self._merge()

    # --- the work

    @property
    def place(self) -> str:
        return self.dropped_here[0].name if self.dropped_here else super().place

    def _merge(self, accept: Sequence[str] = ()) -> None:
        must_rest(self.room.store.db, self.room.pack.event.id)
        store, clock, practice = self.room.store, self.room.clock, self.room.pack.practice
        where, close, dropped = self.opener(), self.closer(), list(self.dropped_here)

        def work(progress: Progress) -> tuple[MergeReport, bool]:
            paths = dropped or [where()]
            with store.another() as own:
                report = merge(own, paths, accept=accept, practice=practice, progress=progress, clock=clock)
            # Somebody may yet be accepted, and then it is read again.
            return report, close() if not reported.unknown(report) else False

        words = self.words()
        self.work(words("Taking it in"), work, self._merged, text=words("Please leave the stick in."))

    def _merged(self, done: Any) -> None:
        self.report, self.out = done
        self.to(REPORT)

    def failed(self, fault: object) -> None:
        """What cannot be read is told by the name of its place, and nothing was merged."""
        if isinstance(fault, KioskError) and fault.code is ErrorCode.TRANSFER_UNREADABLE:
            words = self.words()
            return self.to(
                FIRST, words("There is no pack in {place}. Nothing was changed.", place=self.place)
            )
        if isinstance(fault, KioskError) and fault.code is ErrorCode.TRANSFER_GONE:
            fault = KioskError(fault.code, path=self.place)
        self.step = FIRST
        self.sticks.look()
        return super().failed(fault)

    def stopped(self) -> None:
        self.to(FIRST, self.words()("Stopped. Nothing was changed."))

    def _leave(self) -> None:
        """Staff do not know that tablet: its packs stay on the stick, which is let go."""
        close = self.closer()
        words = self.words()
        asked, self._asked = self._asked, ""
        self.report = reported.without(self.report, asked)
        if self.drive is None or reported.unknown(self.report):
            return self.to(REPORT)

        def let_go(_progress: Progress) -> bool:
            return close()

        def gone(out: Any) -> None:
            self.out = out
            self.to(REPORT)

        return self.work(words("One moment."), let_go, gone, stoppable=False)
