"""A page that writes files that people can read: as what, where to, how far, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.session.drives import Drives
from ui.viewmodels.office.reading.table import TableModel
from ui.viewmodels.team.places import UP, USE, Browser, Sticks
from ui.viewmodels.team.sheet import Action, Choice, Sheet, WordsNow

if TYPE_CHECKING:
    from kiosk.team.drives import Drive
    from ui.behind.backroom import BackRoom
    from ui.jobs import Progress

FORMAT, WHERE, FOLDER, DONE = "format", "where", "folder", "done"
CSV, XLSX = "csv", "xlsx"
OTHER = "other"

Write = Callable[[Path, "Progress"], Any]


class GivingModel(TableModel):
    """Whoever writes one gives `writing()`, which makes the files, and `told_of()`, which tells of them."""

    stops_writing = True

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words)
        self._drives = drives or Drives()
        self.sticks = Sticks(self._drives, words)
        self._browser = Browser()
        self._drive: Drive | None = None
        self._kind = XLSX
        self._end: Callable[[], Sheet] = lambda: Sheet("")

    def writing(self, kind: str) -> Write:
        """The work that writes the files into a folder, off the window's thread."""
        raise NotImplementedError

    def told_of(self, summary: Any, place: str) -> Sheet:
        """What is told once they are written."""
        raise NotImplementedError

    def forget(self) -> None:
        self._drive = None
        self._end = lambda: Sheet("")
        super().forget()

    def tick(self) -> None:
        if self.step == WHERE and self.ready and self.sticks.look():
            self.refresh()
        super().tick()

    # --- what is shown

    def giving_pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """The steps that writing takes."""
        return {
            FORMAT: self._format,
            WHERE: self._where,
            FOLDER: self._folder,
            DONE: self._end,
        }

    def _format(self) -> Sheet:
        words = self.words()
        kinds = [
            Choice(XLSX, words("Excel workbook"), words("To read: a sheet explains every column")),
            Choice(CSV, words("CSV files"), words("For other programs")),
        ]
        return Sheet(words("As what?"), choices=kinds, back=True)

    def _where(self) -> Sheet:
        words = self.words()
        text = words("Put in a stick, and press its name.")
        if not self.sticks.here:
            text += "\n" + words("No stick is in yet. It appears here by itself.")
        text += "\n" + words("Anybody can read these files: keep them safe.")
        ways = [Action(OTHER, words("Another folder"), "folder")]
        return Sheet(words("Where to?"), text, choices=self.sticks.choices(), actions=ways, back=True)

    def _folder(self) -> Sheet:
        words = self.words()
        return self._browser.sheet(words("Which folder?"), words)

    # --- pressed

    def gave(self, name: str) -> bool:
        """A choice was pressed; whether it was one of these steps."""
        if self.step == FORMAT:
            self._kind = name
            self.sticks.look()
            self.go(WHERE)
        elif self.step == FOLDER:
            self._browser.go(name)
            self.turn()
        elif self.step == WHERE:
            self._onto(name)
        return self.step in (FORMAT, WHERE, FOLDER)

    def _onto(self, name: str) -> None:
        words, drive = self.words(), self.sticks.drive(name)
        if drive is None:
            return self.tell(words("That stick is out again."))
        if drive.read_only:
            return self.tell(
                words("{name} is locked. Slide the lock on its side, or use another stick.", name=drive.name)
            )
        return self._write(drive)

    def gave_way(self, name: str) -> bool:
        """A button was pressed; whether it was one of these steps'."""
        if name == OTHER:
            self.go(FOLDER)
        elif name == UP:
            self._browser.up()
            self.turn()
        elif name == USE:
            self._write(None)
        return name in (OTHER, UP, USE)

    def _write(self, drive: Drive | None) -> None:
        write, drives, folder = self.writing(self._kind), self._drives, self._browser.at
        place = drive.name if drive else str(folder)

        def work(progress: Progress) -> Any:
            to = drives.mount(drive) if drive else folder
            summary = write(to, progress)
            if drive:
                drives.let_go(drive)
            return summary

        done, saying = lambda summary: self._wrote(summary, place), self.words()("Writing the files")
        self.run(work, done, saying, stops=self.stops_writing)

    def _stopped(self) -> None:
        super()._stopped()
        if self.step in (WHERE, FOLDER):
            self.notice = self.words()("Stopped. Files that were written before stay there.")

    def _wrote(self, summary: Any, place: str) -> None:
        self._end = lambda: self.told_of(summary, place)
        self.to(DONE)
