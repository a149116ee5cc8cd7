"""A team page that does long work: off the window's thread, under a line that says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.errors import KioskError
from kiosk.team.drives import Drive
from ui.behind.backroom import BackRoom
from ui.jobs import Work
from ui.messages import message
from ui.session.drives import Drives
from ui.viewmodels.team.sheet import Action, Sheet, SheetModel, WordsNow

STOP = "stop"


class BusySheetModel(SheetModel):
    """One work at a time; a fault is told on the page that asked. `shown` is the page when nothing runs."""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words)
        self.drives = drives or Drives()
        self._working = ""

    def shown(self) -> Sheet:
        raise NotImplementedError

    def sheet(self) -> Sheet:
        if not self._working:
            return self.shown()
        words = self.words()
        return Sheet(
            self._working, words("One moment, please."), actions=[Action(STOP, words("Stop"), "stop")]
        )

    def work(self, label: str, work: Work, then: Callable[[Any], None]) -> None:
        """Do it under `label`; `then` hears what it gave."""
        if self.room.jobs.busy:
            return self.tell(self.words()("Something else is still at work. Please wait until it has ended."))
        job = self.room.jobs.run(work)
        job.progressed.connect(self._came)
        job.finished.connect(lambda fact: self._worked(lambda: then(fact)))
        job.failed.connect(self.failed)
        job.stopped.connect(self._stopped)
        self._working = label
        return self.turn()

    def open_drive(self, drive: Drive, then: Callable[[Path], None]) -> None:
        """Mount it where nobody has; `then` is given where."""
        self.work(self.words()("Opening {name}", name=drive.name), lambda _p: self.drives.mount(drive), then)

    def _came(self, done: int, of: int) -> None:
        self.share = done / max(of, 1)
        self.progressed.emit()

    def _stopped(self) -> None:
        self._worked(lambda: self.tell(self.words()("Stopped. Nothing was lost.")))

    def _worked(self, then: Callable[[], None]) -> None:
        self._working = ""
        self.share = -1.0
        self.progressed.emit()
        self.safely(then)

    def failed(self, fault: object) -> None:
        """It is told on the page that asked."""
        words = self.words()
        said = message(fault, words) if isinstance(fault, KioskError) else words("That did not work.")
        self._worked(lambda: self.tell(said))
