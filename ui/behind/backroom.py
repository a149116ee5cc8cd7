"""What the team's pages work on: the pack, the data folder, the doors, and one long job at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import Clock
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.audit import Role
from kiosk.storage.database import Store
from kiosk.team.doors import Doors
from kiosk.team.stall import Stall, State, set_stall, stall
from ui.behind.readings import Readings
from ui.jobs import Jobs
from ui.session.trial import Trial

if TYPE_CHECKING:
    from ui.surroundings import OpenRecorder


class BackRoom:
    """Comes when the team first knocks, as its imports are heavy. The store is that of the kiosk itself."""

    def __init__(
        self,
        pack: Pack,
        data: DataFolder,
        clock: Clock,
        store: Store,
        *,
        rest: Callable[[State], None],
        help_next: Callable[[bool], None] = lambda _paper: None,
        say: Callable[[str, str], None] = lambda _words, _language: None,
        open_ruler: Callable[[], None] | None = None,
        reopen: Callable[[], None] = lambda: None,
        quit_program: Callable[[], None] = lambda: None,
        open_recorder: OpenRecorder | None = None,
        hush: Callable[[], AbstractContextManager[None]] = nullcontext,
        show_file: Callable[[Path], bool] | None = None,
        full_screen: bool = False,
        preview_size: Callable[[], tuple[int, int]] = lambda: (1280, 800),
    ) -> None:
        self.pack = pack
        self.data = data
        self.clock = clock
        self.store = store
        self.jobs = Jobs()
        self.help_next = help_next  # the next visit is assisted, or typed from paper
        self.quit_program = quit_program
        self.show_file = show_file  # with the desktop's own program; None where the kiosk is all there is
        self.say = say  # words aloud in a language, whether or not anybody listens otherwise
        self.has_ruler = open_ruler is not None
        self.open_ruler: Callable[[], None] = open_ruler or (lambda: None)
        self.reopen = reopen  # the window anew, on the pack that is the last one used now
        self.open_recorder = open_recorder  # plays too; None where there is no microphone
        self.hush = hush  # the kiosk says nothing meanwhile
        self.full_screen = full_screen
        self.trial = Trial(self.home, preview_size)
        self._rest = rest

    @property
    def home(self) -> DataFolder:
        """The data folder of real events: that around the practice folder."""
        return DataFolder(self.data.root.parent) if self.data.root.name == "practice" else self.data

    @cached_property
    def doors(self) -> Doors:
        return Doors(self.store, self.clock, practice=self.pack.practice)

    @cached_property
    def readings(self) -> Readings:
        """What staff have opened to read."""
        return Readings(lambda: self.store, lambda: self.doors)

    @property
    def role(self) -> Role:
        """Who acts, for the audit; asked only where the doors have admitted somebody."""
        assert self.doors.role is not None
        return self.doors.role

    @property
    def tablet(self) -> str:
        """The tablet's name, as the office expects it; empty where nobody gave one."""
        return str(settings.get(self.store.db, settings.TABLET_NAME, ""))

    @property
    def stall(self) -> Stall:
        return stall(self.store.db, self.pack.event.id)

    def set_stall(self, state: State) -> None:
        """Open, pause or close, and show residents so."""
        set_stall(self.store, self.clock, self.pack.event.id, state, self.role)
        self._rest(state)

    def close(self) -> None:
        """Stop what runs, before the data folder is closed."""
        self.jobs.close()
        self.trial.close()
