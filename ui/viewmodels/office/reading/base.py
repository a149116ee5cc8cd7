"""What the pages that read have in common: everything opened first, long work told of, and steps back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.errors import KioskError
from kiosk.storage.audit import Role
from ui.behind.readings import unswept
from ui.messages import message
from ui.viewmodels.team.sheet import Action, Sheet, SheetModel

if TYPE_CHECKING:
    from exports.office.reading import Reading
    from ui.jobs import Job, Work

STOP, OPEN = "stop-work", "open-answers"
FEW = 5_000  # records that are gone through before anybody could wait; more are, off the window's thread


class ReadingModel(SheetModel):
    """A page of steps. Whoever writes one gives `first`, `pages()` and `opened()`."""

    role = Role.STAFF
    first = ""

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """What each step shows."""
        raise NotImplementedError

    def opened(self) -> None:
        """The answers are open: make ready what the first step shows."""

    # --- coming and going

    step = ""
    trail: tuple[str, ...] = ()  # the steps that led here
    _job: Job | None = None
    _saying = ""
    _stops = True

    @property
    def reading(self) -> Reading:
        """What is open; pages ask only once it is."""
        reading = self.room.readings.now
        assert reading is not None
        return reading

    @property
    def ready(self) -> bool:
        return self.room.readings.now is not None

    def of_event(self, event: str, said: str) -> str:
        """What is said of a thing, with its event where answers of several are here."""
        several = len({place[0] for place in self.reading.parts}) > 1
        return f"{said} · {event}" if several else said

    def enter(self) -> None:
        self.room.readings.stay()
        self.step, self.trail = self.first, ()
        self.view = ""
        self.notice = ""
        if self.ready:
            self.opened()
        elif not self.room.jobs.busy and self.room.doors.admits(self.role):
            return self._open()
        return super().enter()

    def forget(self) -> None:
        if self._job:
            self._job.stop()
            self._job = None
            self._over()
        self.step, self.trail, self.view = self.first, (), ""
        super().forget()
        self.room.readings.leave()

    def go(self, step: str) -> None:
        """On to another step, from which Back comes here again."""
        self.trail = (*self.trail, self.step)
        self.to(step)

    def to(self, step: str, notice: str = "") -> None:
        """To a step, where Back stays as it was."""
        self.step, self.notice = step, notice
        self.turn()

    def back_to(self, step: str, notice: str = "") -> None:
        """To a step that was passed, or where everything begins."""
        self.trail = self.trail[: self.trail.index(step)] if step in self.trail else ()
        self.to(step, notice)

    def went_back(self) -> None:
        if self.trail:
            *before, step = self.trail
            self.trail = tuple(before)
            self.to(step)

    def turn(self) -> None:
        self.view = self.shown() if self.ready and not self._job else ""
        super().turn()

    def shown(self) -> str:
        """The view of the step: which page of its own shows it."""
        return ""

    # --- what is shown

    def sheet(self) -> Sheet:
        words = self.words()
        if self._job:
            ways = [Action(STOP, words("Stop"), "stop", "stop")] if self._stops else []
            return Sheet(self._saying, words("One moment, please."), actions=ways)
        if not self.ready:
            busy = self.room.jobs.busy
            text = words("Something else is still being done. This opens after it.") if busy else ""
            ways = [] if busy else [Action(OPEN, words("Open the answers"), "key", "action")]
            return Sheet(words("The answers are sealed"), text, actions=ways)
        return self.pages()[self.step]()

    def acted(self, name: str) -> None:
        if name == STOP:
            if self._job and self._stops:
                self._job.stop()
        elif name == OPEN:
            self._open()
        elif self.ready and not self._job:
            self.did(name)

    def did(self, name: str) -> None:
        """A button of the page's own was pressed, and the answers are open."""

    def tick(self) -> None:
        """What else was done is over: open now."""
        if not self.ready and not self._job and not self.room.jobs.busy and not self.notice:
            self._open()

    # --- long work

    def _open(self) -> None:
        if self.room.jobs.busy:
            return self.refresh()
        words = self.words()
        return self.run(self.room.readings.opening(), self._opened, words("Opening the answers"))

    def _opened(self, reading: Reading) -> None:
        self.room.readings.keep(reading)
        if self.ready:
            self.opened()

    def run(self, work: Work, then: Callable[[Any], None], saying: str, *, stops: bool = True) -> None:
        """Do it off the window's thread, with how far it is; `then` has its result, and turns the page.

        `stops` is whether somebody may stop it on the way.
        """
        if self.room.jobs.busy:
            words = self.words()
            return self.tell(words("Something else is still being done. Please wait a little."))
        self._saying, self._stops, self.share, self.notice = saying, stops, 0.0, ""
        job = self._job = self.room.jobs.run(unswept(work))
        job.progressed.connect(lambda done, of: self._came(job, done, of))
        job.finished.connect(lambda fact: self._ended(job, lambda: then(fact)))
        job.failed.connect(lambda fault: self._ended(job, lambda: self._failed(fault)))
        job.stopped.connect(lambda: self._ended(job, self._stopped))
        return self.turn()

    def work_out(self, make: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Make something of what is open: at once where that is little."""
        if self.reading.count <= FEW:
            return then(make())
        return self.run(lambda _progress: make(), then, self.words()("Looking"), stops=False)

    def _came(self, job: Job, done: int, of: int) -> None:
        if self._job is job:
            self.room.doors.touch()  # somebody waits for it: the desk locks two minutes after it has ended
            self.share = done / max(of, 1)
            self.progressed.emit()

    def _ended(self, job: Job, then: Callable[[], None]) -> None:
        """Nothing comes of it where the desk was locked, or another page opened meanwhile."""
        if self._job is not job:
            return
        self._job = None
        self._over()
        if self.room.doors.admits(self.role):
            then()
            self.turn()

    def _over(self) -> None:
        self.share = -1.0
        self.progressed.emit()

    def _failed(self, fault: object) -> None:
        words = self.words()
        self.notice = message(fault, words) if isinstance(fault, KioskError) else words("That did not work.")

    def _stopped(self) -> None:
        self.notice = self.words()("Stopped. Nothing was lost.")
