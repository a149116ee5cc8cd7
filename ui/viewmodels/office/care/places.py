"""A page that needs a place: a stick that comes and goes, a folder or file by pressing, or by its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.team.drives import Drive
from ui.behind.backroom import BackRoom
from ui.session.drives import Drives
from ui.viewmodels.office.care.stepped import FIRST, SteppedModel
from ui.viewmodels.team.places import UP, USE, Browser, Sticks
from ui.viewmodels.team.sheet import Action, Field, Sheet, WordsNow

WHERE, FOLDER, PATH = FIRST, "folder", "path"
OTHER, TYPE = "other", "type"


class PlacesModel(SteppedModel):
    """`where_step` lists sticks; `picked` comes once a place is settled. `files` may be picked too."""

    files: tuple[str, ...] = ()
    where_step = WHERE  # the step that lists the sticks

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words)
        self._drives = drives or Drives()
        self.sticks = Sticks(self._drives, words)
        self.begin()

    def begin(self) -> None:
        self.drive: Drive | None = None
        self.browser = Browser(files=self.files)
        self.at: Path | None = None  # a file or folder instead of a stick
        self.sticks.look()

    def tick(self) -> None:
        if self.step == self.where_step and self.sticks.look():
            self.notice = ""
            self.refresh()

    def place_pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """The steps of picking a place, for `pages`."""
        return {FOLDER: self._folder, PATH: self._path}

    # --- what is shown

    def where(
        self, heading: str, text: str, ways: Sequence[Action] = (), *, back: bool = False, tail: str = ""
    ) -> Sheet:
        """The sticks that are in, and the other ways."""
        words = self.words()
        if not self.sticks.here:
            text += "\n" + words("No stick is in yet. It appears here by itself.")
        other = words("A folder or a file") if self.files else words("Another folder")
        actions = [*ways, Action(OTHER, other, "folder"), Action(TYPE, words("Type its path"), "keyboard")]
        return Sheet(heading, text, choices=self.sticks.choices(), actions=actions, back=back, tail=tail)

    def _folder(self) -> Sheet:
        words = self.words()
        heading = words("Which folder or file?") if self.files else words("Which folder?")
        return self.browser.sheet(heading, words)

    def _path(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Type its path"),
            words("As its own computer shows it."),
            fields=[Field(PATH, words("Path"))],
            back=True,
            forward=words("Continue"),
        )

    @property
    def place(self) -> str:
        """The place as people call it."""
        return self.drive.name if self.drive else str(self.at)

    # --- pressed

    def picked(self) -> None:
        """A place is settled: `drive`, or `at`."""
        raise NotImplementedError

    def picks(self, name: str) -> None:
        """One of the choices of a place was pressed."""
        if self.step == FOLDER:
            file = self.browser.go(name)
            return self._settle(file) if file else self.turn()
        drive = self.sticks.drive(name)
        if drive is None:
            return self.tell(self.words()("That stick is out again."))
        self.drive, self.at = drive, None
        return self.picked()

    def places(self, name: str) -> bool:
        """Whether a button was one of picking a place; then it is done."""
        if name in (OTHER, TYPE):
            self.to(FOLDER if name == OTHER else PATH)
        elif name == UP:
            self.browser.up()
            self.turn()
        elif name == USE and self.step == FOLDER:
            self._settle(self.browser.at)
        else:
            return False
        return True

    def path_typed(self) -> None:
        """The path that was typed is the place."""
        typed = self.written(PATH).strip().strip('"')
        if not typed:
            return self.tell(self.words()("Please type it first."))
        return self._settle(Path(typed).expanduser())

    def _settle(self, path: Path) -> None:
        self.drive, self.at = None, path
        self.picked()

    # --- in the work's own thread

    def opener(self) -> Callable[[], Path]:
        """Where the place is, mounted if it must be: asked by the work, as it may take seconds."""
        drives, drive, at = self._drives, self.drive, self.at
        if drive is None:
            return lambda: at or Path.home()
        return lambda: drives.mount(drive)

    def closer(self) -> Callable[[], bool]:
        """Unmounts a stick; whether it is safe to take out now."""
        drives, drive = self._drives, self.drive

        def let_go() -> bool:
            try:
                return drive is not None and drives.let_go(drive)
            except KioskError:
                return False

        return let_go

    def safe_line(self, out: bool) -> str:
        """Whether the stick may be taken out; nothing where there is none."""
        words = self.words()
        if self.drive is None:
            return ""
        if out:
            return words("It is safe to take out.")
        return words("It is safe to take out once its light is still.")
