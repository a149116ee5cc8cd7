"""Carry to the office: which stick, how far, when it is safe to take out. And what the office sends back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.sync.layout import RETURN
from kiosk.sync.merging.merge import merge
from kiosk.sync.merging.report import MergeReport
from kiosk.sync.receipts import outstanding
from kiosk.sync.transfer import TransferSummary, write_transfer
from kiosk.team.drives import Drive
from kiosk.team.stall import must_rest
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.messages import message
from ui.session.drives import Drives
from ui.viewmodels.team.places import UP, USE, Browser, Sticks
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, SheetModel, WordsNow

WHERE, FOLDER, READY, WORKING, DONE = "where", "folder", "ready", "working", "done"
OTHER, MAIL, IN, LAST, AGAIN, STOP = "other", "mail", "in", "last", "again", "stop"


class CarryModel(SheetModel):
    """Out by default; `self._inward` while what the office sends is taken in."""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words)
        self._drives = drives or Drives()
        self.sticks = Sticks(self._drives, words)
        self._begin()

    def _begin(self) -> None:
        self._step = WHERE
        self._drive: Drive | None = None
        self._browser = Browser()
        self._zip = False
        self._last = False
        self._inward = False
        self._end: Callable[[], Sheet] = lambda: Sheet("")

    def enter(self) -> None:
        if not self.room.jobs.busy:
            self._begin()
        self.sticks.look()
        super().enter()

    def tick(self) -> None:
        if self._step == WHERE and self.sticks.look():
            self.notice = ""
            self.refresh()

    # --- what is shown

    def sheet(self) -> Sheet:
        steps = {WHERE: self._where, FOLDER: self._folder, READY: self._ready, WORKING: self._working}
        return steps[self._step]() if self._step in steps else self._end()

    def _where(self) -> Sheet:
        words = self.words()
        if self._inward:
            heading, text = words("From the office"), words("Put in the stick that came from the office.")
        else:
            heading, text = words("Carry to the office"), words("Put in a stick, and press its name.")
        if not self.sticks.here:
            text += "\n" + words("No stick is in yet. It appears here by itself.")
        ways = [Action(OTHER, words("Another folder"), "folder")]
        if not self._inward:
            ways.append(Action(MAIL, words("One file to e-mail"), "carry"))
            ways.append(Action(IN, words("Take in what the office sends"), "office"))
        return Sheet(heading, text, choices=self.sticks.choices(), actions=ways, back=self._inward)

    def _folder(self) -> Sheet:
        words = self.words()
        return self._browser.sheet(words("Which folder?"), words)

    def _ready(self) -> Sheet:
        words = self.words()
        left = outstanding(self.room.store.db)
        rows = [
            Row(words("Where to"), self._place()),
            Row(words("Records to carry"), str(left.records)),
            Row(words("Ideas and counts"), str(left.ideas + left.counts)),
        ]
        return Sheet(
            words("Ready to write"),
            words("All of it is sealed. Only the office can read it."),
            rows=rows,
            choices=[
                Choice(LAST, words("This is the last time for this event"), "", self._last, several=True)
            ],
            back=True,
            forward=words("Write it"),
            forward_icon="save",
        )

    def _working(self) -> Sheet:
        words = self.words()
        heading = words("Taking it in") if self._inward else words("Writing and checking")
        return Sheet(
            heading,
            words("Please leave the stick in."),
            actions=[Action(STOP, words("Stop"), "stop", "stop")],
        )

    def _place(self) -> str:
        return self._drive.name if self._drive else str(self._browser.at)

    # --- pressed

    def chose(self, name: str) -> None:
        if self._step == FOLDER:
            self._browser.go(name)
            return self.turn()
        if self._step == READY:
            self._last = not self._last
            return self.refresh()
        drive = self.sticks.drive(name)
        if drive is None:
            return self.tell(self.words()("That stick is out again."))
        if drive.read_only and not self._inward:
            words = self.words()
            return self.tell(
                words("{name} is locked. Slide the lock on its side, or use another stick.", name=drive.name)
            )
        self._drive = drive
        return self._take_in() if self._inward else self._to(READY)

    def acted(self, name: str) -> None:
        if name == STOP:
            return self.room.jobs.stop()
        if name == IN:
            must_rest(self.room.store.db, self.room.pack.event.id)
            self._inward = True
            return self._to(WHERE)
        if name == UP:
            self._browser.up()
            return self.turn()
        if name == USE:
            return self._take_in() if self._inward else self._to(READY)
        if name == AGAIN:
            self._begin()
            return self._to(WHERE)
        self._zip = name == MAIL
        self._drive = None
        return self._to(FOLDER)

    def went_back(self) -> None:
        back = {FOLDER: WHERE, READY: WHERE if self._drive else FOLDER}
        if self._step == WHERE:
            self._inward = False
        self._to(back.get(self._step, WHERE))

    def went_on(self) -> None:
        self._write()

    def _to(self, step: str) -> None:
        self._step = step
        self.notice = ""
        self.turn()

    # --- the work

    def _start(self, work: Callable[[Progress], Callable[[], Sheet]]) -> None:
        """Run it; it gives the page that tells of its end."""
        if self.room.jobs.busy:
            return
        self.share = 0.0
        job = self.room.jobs.run(work)
        job.progressed.connect(self._came)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.stopped.connect(lambda: self._over(self.words()("Stopped. Nothing was lost.")))
        self._to(WORKING)

    def _came(self, done: int, of: int) -> None:
        self.share = done / max(of, 1)
        self.progressed.emit()

    def _finished(self, end: Callable[[], Sheet]) -> None:
        self.share = -1.0
        self._end = end
        self.progressed.emit()
        self._to(DONE)

    def _failed(self, fault: object) -> None:
        words = self.words()
        self._over(message(fault, words) if isinstance(fault, KioskError) else words("That did not work."))

    def _over(self, why: str) -> None:
        """Back to where a stick is chosen, with what happened."""
        self.share = -1.0
        self.progressed.emit()
        self._step = WHERE
        self.sticks.look()
        self.tell(why)

    def _write(self) -> None:
        drive, folder, zipped, last = self._drive, self._browser.at, self._zip, self._last
        clock, drives = self.room.clock, self._drives

        def work(progress: Progress) -> Callable[[], Sheet]:
            to = drives.mount(drive) if drive else folder
            with self.room.store.another() as store:
                written = write_transfer(store, to, zip=zipped, last=last, progress=progress, clock=clock)
            out = _let_go(drives, drive)
            return lambda: self._written(written, drive, out)

        self._start(work)

    def _written(self, written: TransferSummary, drive: Drive | None, out: bool) -> Sheet:
        words = self.words()
        where = drive.name if drive else str(written.path)
        lines = [words("It was written, read back, and is the same.")]
        if drive:
            lines.append(
                words("It is safe to take out.")
                if out
                else words("It is safe to take out once its light is still.")
            )
        lines.append(words("Carry it to the office. Everything is still here too."))
        heading = words.plural(
            "{count} record is on {place}", "{count} records are on {place}", written.records, place=where
        )
        again = Action(AGAIN, words("Carry it another way too"), "again")
        return Sheet(heading, "\n".join(lines), actions=[again])

    def _take_in(self) -> None:
        must_rest(self.room.store.db, self.room.pack.event.id)
        drive, folder = self._drive, self._browser.at
        clock, drives, practice = self.room.clock, self._drives, self.room.pack.practice

        def work(progress: Progress) -> Callable[[], Sheet]:
            place = drives.mount(drive) if drive else folder
            with self.room.store.another() as store:
                report = merge(store, _returns(place), practice=practice, progress=progress, clock=clock)
            _let_go(drives, drive)
            return lambda: self._taken(report)

        self._start(work)

    def _taken(self, report: MergeReport) -> Sheet:
        words = self.words()
        lines = []
        if report.held or report.quarantined:
            lines.append(words("Part of it could not be believed, and was left out. Tell staff."))
        if report.left:
            lines.append(
                words.plural(
                    "{count} thing is still to be carried to the office.",
                    "{count} things are still to be carried to the office.",
                    report.left,
                )
            )
        elif report.packs or report.known:
            lines.append(words("The office holds all that is here."))
        return Sheet(words("The office's news is in"), "\n".join(lines))


def _let_go(drives: Drives, drive: Drive | None) -> bool:
    """Whether it was unmounted. What is on it is durable in any case."""
    try:
        return drive is not None and drives.let_go(drive)
    except KioskError:
        return False


def _returns(place: Path) -> list[Path]:
    """The return packs under `place`; another tablet's transfer packs are none of this tablet's business."""
    named = place.name.startswith(f"{RETURN}-")
    found = [place] if named else sorted(place.glob(f"{RETURN}-*"))
    if not found:
        raise KioskError(ErrorCode.NOTHING_FROM_OFFICE, path=place)
    return found
