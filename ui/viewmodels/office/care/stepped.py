"""A page of staff that leads from step to step, and does long work without ever half doing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.errors import KioskError
from kiosk.storage.audit import Role
from ui.behind.backroom import BackRoom
from ui.jobs import Work
from ui.messages import message
from ui.viewmodels.team.sheet import BUSY, Action, Sheet, SheetModel, WordsNow

FIRST, WORKING, STOP = "first", "working", "stop"
SOON = 50  # ms that a press waits for the database while work of its own writes to it


class SteppedModel(SheetModel):
    """Whoever writes one gives `pages()`, and `begin()` where something picked is to be forgotten.

    What long work ended with stays until somebody has seen it, though the desk has locked meanwhile.
    """

    role = Role.STAFF

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.step = FIRST
        self._here = False  # the page is on the screen
        self._unread = False  # what work ended with has not been seen
        self._before = FIRST  # the step that the work was begun on
        self._doing = ("", "")
        self._stoppable = True

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """What each step shows."""
        raise NotImplementedError

    def begin(self) -> None:
        """Nothing is picked, and the first step comes."""

    def sheet(self) -> Sheet:
        return self._working() if self.step == WORKING else self.pages()[self.step]()

    def enter(self) -> None:
        self._here = True
        if self.step != WORKING and not self._unread:
            self.step, self.notice = FIRST, ""
            self.begin()
        self._unread = False
        self.turn()

    def forget(self) -> None:
        self._here = False
        super().forget()

    @property
    def on_screen(self) -> bool:
        """Whether somebody may be looking at this page."""
        return self._here

    def to(self, step: str, notice: str = "") -> None:
        """Another step; nothing that was typed goes with it."""
        self.step, self.notice = step, notice
        self.typed.clear()
        self.turn()

    # --- long work

    def _working(self) -> Sheet:
        heading, text = self._doing
        stop = [Action(STOP, self.words()("Stop"), "stop", "stop")] if self._stoppable else []
        return Sheet(heading, text, actions=stop)

    def work(
        self,
        heading: str,
        work: Work,
        finished: Callable[[Any], None],
        *,
        text: str = "",
        stoppable: bool = True,
    ) -> None:
        """Run it off the window's thread; `finished` takes what it gives. A fault leads back to this step."""
        jobs, words = self.room.jobs, self.words()
        if jobs.busy:
            return self.tell(words(BUSY))
        self._before, self.share = self.step, 0.0
        self._doing, self._stoppable = (heading, text or words("One moment, please.")), stoppable
        self.typed.clear()
        self.room.store.wait_for_others(SOON)
        job = jobs.run(work)
        job.progressed.connect(self._came)
        job.finished.connect(lambda fact: self._over(lambda: finished(fact)))
        job.failed.connect(lambda fault: self._over(lambda: self.failed(fault)))
        job.stopped.connect(lambda: self._over(self.stopped))
        return self.to(WORKING)

    def stopped(self) -> None:
        """Somebody pressed Stop."""
        self.tell(self.words()("Stopped. Nothing was changed."))

    def failed(self, fault: object) -> None:
        """It did not work: what happened, on the step that it was begun on."""
        words = self.words()
        self.tell(message(fault, words) if isinstance(fault, KioskError) else words("That did not work."))

    def _came(self, done: int, of: int) -> None:
        self.share = done / max(of, 1)
        self.progressed.emit()

    def _over(self, then: Callable[[], None]) -> None:
        self.room.store.wait_for_others()
        self.share, self.step = -1.0, self._before
        self._unread = not self._here
        self.progressed.emit()
        then()

    def stop_pressed(self, name: str) -> bool:
        """Whether this press was Stop, which ends the work."""
        if name == STOP:
            self.room.jobs.stop()
        return name == STOP
