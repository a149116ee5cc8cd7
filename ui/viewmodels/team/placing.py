"""A page whose work ends in files: where they go, the work itself, and that the stick may be taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.team.drives import Drive
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.session.drives import Drives
from ui.viewmodels.team.busy import STOP, BusySheetModel
from ui.viewmodels.team.places import UP, USE, Browser, Sticks
from ui.viewmodels.team.sheet import Action, Sheet, WordsNow

OTHER = "other"

Write = Callable[[Progress, Path], Sequence[Path]]  # into which folder; what was written


@dataclass(frozen=True)
class Placed:
    """What was written, and where: a stick's name or a folder. `out` says whether the stick was let go."""

    files: tuple[Path, ...]
    place: str
    drive: Drive | None
    out: bool


@dataclass(frozen=True)
class Task:
    """What is to be written once it is known where to. `label` stands over the work."""

    label: str
    write: Write
    then: Callable[[Placed], None]


class PlaceModel(BusySheetModel):
    """Whoever writes one gives `own_sheet` and answers to the `own_` presses; `ask_where` begins the rest."""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words, drives)
        self.sticks = Sticks(self.drives, words)
        self._task: Task | None = None
        self._browser: Browser | None = None  # while a folder is chosen
        self.own_begin()

    # --- what the page itself says and does

    def own_sheet(self) -> Sheet:
        raise NotImplementedError

    def own_begin(self) -> None:
        """It comes anew."""

    def own_act(self, name: str) -> None: ...
    def own_choice(self, name: str) -> None: ...
    def own_back(self) -> None: ...
    def own_tick(self) -> None: ...

    # --- where to

    def ask_where(self, task: Task) -> None:
        """Ask for a stick or a folder, then do it."""
        self._task, self._browser, self.notice = task, None, ""
        self.sticks.look()
        self.turn()

    def enter(self) -> None:
        if not self._working:
            self._task = self._browser = None
            self.own_begin()
        super().enter()

    def forget(self) -> None:
        super().forget()
        if not self._working:
            self._task = self._browser = None

    def tick(self) -> None:
        if self._working:
            return
        if self._task is None:
            self.own_tick()
        elif self._browser is None and self.sticks.look():
            self.refresh()

    def shown(self) -> Sheet:
        words, browser = self.words(), self._browser
        if self._task is None:
            return self.own_sheet()
        if browser is None:
            line = words("Put in a stick, and press its name.")
            if not self.sticks.here:
                line += "\n" + words("No stick is in yet. It appears here by itself.")
            ways = [Action(OTHER, words("Another folder"), "folder")]
            return Sheet(words("Where to?"), line, choices=self.sticks.choices(), actions=ways, back=True)
        return browser.sheet(words("Which folder?"), words)

    def acted(self, name: str) -> None:
        if self._working:
            return self.room.jobs.stop() if name == STOP else None
        if self._task is None:
            return self.own_act(name)
        if name == USE and self._browser:
            return self._do(None, self._browser.at)
        if name == UP and self._browser:
            self._browser.up()
        elif name == OTHER:
            self._browser = Browser()
        return self.turn()

    def chose(self, name: str) -> None:
        if self._working:
            return None
        if self._task is None:
            return self.own_choice(name)
        if self._browser is not None:
            self._browser.go(name)
            return self.turn()
        words, drive = self.words(), self.sticks.drive(name)
        if drive is None:
            return self.tell(words("That stick is out again."))
        if drive.read_only:
            return self.tell(
                words("{name} is locked. Slide the lock on its side, or use another stick.", name=drive.name)
            )
        return self._do(drive, Path())

    def went_back(self) -> None:
        if self._task is None:
            return self.own_back()
        if self._browser is not None:
            self._browser = None
        else:
            self._task = None
        return self.turn()

    # --- the work

    def _do(self, drive: Drive | None, folder: Path) -> None:
        task, drives = self._task, self.drives
        assert task is not None

        def work(progress: Progress) -> Placed:
            files = task.write(progress, drives.mount(drive) if drive else folder)
            return Placed(tuple(files), drive.name if drive else str(folder), drive, _let_go(drives, drive))

        def then(placed: Placed) -> None:
            self._task = self._browser = None
            task.then(placed)

        return self.work(task.label, work, then)

    def said_of(self, placed: Placed) -> str:
        """Where it is, and whether the stick may be taken out."""
        words = self.words()
        if len(placed.files) == 1:
            lines = [words("{file} is on {place}.", file=placed.files[0].name, place=placed.place)]
        else:
            count = len(placed.files)
            lines = [
                words.plural(
                    "{count} file is on {place}.", "{count} files are on {place}.", count, place=placed.place
                )
            ]
        if placed.drive and placed.out:
            lines.append(words("It is safe to take out."))
        elif placed.drive:
            lines.append(words("It is safe to take out once its light is still."))
        return " ".join(lines)


def _let_go(drives: Drives, drive: Drive | None) -> bool:
    """Whether it was unmounted. What is on it is durable in any case."""
    try:
        return drive is not None and drives.let_go(drive)
    except KioskError:
        return False


def unused(folder: Path, name: str) -> Path:
    """A name in `folder` that is free: nothing is overwritten."""
    path = folder / name
    stem, again = path.stem, 2
    while path.exists():
        path, again = folder / f"{stem}-{again}{path.suffix}", again + 1
    return path
