"""Long work off the GUI thread: one job at a time, with progress, and with a way to stop it without harm."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from kiosk import journal

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]


class StoppedError(Exception):
    """Somebody pressed Stop: raised in the work at its next word on progress, and undoes what it began."""


class Job(QObject):
    """One piece of work. Its signals come on the GUI thread; `ended` comes first of the last two, so that
    whoever hears how it went may start the next.

    `failed` carries the exception: a KioskError is told to a person, anything else is a bug.
    """

    progressed = Signal(int, int)  # done, of
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _told = Signal(str, object)  # from the work's thread

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._percent = -1
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end. It leaves nothing half done."""
        self._stop.set()

    def wait(self) -> None:
        """Until the work has ended: for the end of the program, and for tests."""
        self._thread.join()

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    # --- on the work's own thread

    def _run(self) -> None:
        try:
            self._told.emit("finished", self._work(self._progress))
        except StoppedError:
            self._told.emit("stopped", None)
        except Exception as fault:  # noqa: BLE001 - carried to the GUI thread, which tells or logs it
            self._told.emit("failed", fault)

    def _progress(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        percent = 100 * done // max(of, 1)
        if percent != self._percent:  # a hundred words on progress are enough for any eye
            self._percent = percent
            self._told.emit("progressed", (done, of))

    # --- on the GUI thread

    def _tell(self, what: str, fact: Any) -> None:
        if what == "progressed":
            self.progressed.emit(*fact)
            return
        self.ended.emit()
        if what == "finished":
            self.finished.emit(fact)
        elif what == "stopped":
            self.stopped.emit()
        else:
            self.failed.emit(fact)


class Jobs(QObject):
    """The one job that runs now, if any."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job: Job | None = None

    @property
    def busy(self) -> bool:
        return self.job is not None

    def run(self, work: Work) -> Job:
        """Start `work`; a second one while the first runs is a bug (RuntimeError): pages ask `busy`.

        Work opens its own connection (`store.another()`): a store is for one thread.
        """
        if self.job is not None:
            raise RuntimeError("one job at a time")
        job = self.job = Job(work, self)
        job.failed.connect(note_bug)
        job.ended.connect(self._ended)
        job.start()
        self.changed.emit()
        return job

    def stop(self) -> None:
        if self.job:
            self.job.stop()

    def close(self) -> None:
        """Stop what runs and wait for it: the data folder is closed after this."""
        if self.job:
            self.job.stop()
            self.job.wait()
            self.job = None

    def _ended(self) -> None:
        ended, self.job = self.job, None
        if ended:
            ended.wait()
            ended.deleteLater()
        self.changed.emit()


def note_bug(fault: object) -> None:
    """What nobody expected goes into the journal; an expected fault is told to whoever asked."""
    from kiosk.errors import KioskError  # noqa: PLC0415 - with the first fault

    if isinstance(fault, BaseException) and not isinstance(fault, KioskError):
        journal.fault(type(fault), fault.__traceback__)
