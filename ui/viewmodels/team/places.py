"""A folder or a stick, picked by touch: no path is ever typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.team.drives import Drive, said_size
from kiosk.words import Words
from ui.viewmodels.team.sheet import Action, Choice, Sheet


class Plugged(Protocol):
    """Whatever knows what is plugged in (ui/session/drives)."""

    def now(self) -> tuple[Drive, ...]: ...


USE, UP = "use", "up"  # this folder, and one higher
MOST = 200  # folders that are listed; a folder of more is no place for people


class Sticks:
    """What is plugged in, looked at again each second, so that a stick that comes is there at once."""

    def __init__(self, drives: Plugged, words: Callable[[], Words]) -> None:
        self._drives = drives
        self._words = words
        self.here: tuple[Drive, ...] = ()

    def show(self, drives: Plugged) -> None:
        """Look at these from now on."""
        self._drives = drives
        self.look()

    def look(self) -> bool:
        """Whether something came or went."""
        before, self.here = self.here, self._drives.now()
        return [drive.id for drive in before] != [drive.id for drive in self.here]

    def drive(self, drive_id: str) -> Drive | None:
        return next((drive for drive in self.here if drive.id == drive_id), None)

    def choices(self) -> list[Choice]:
        """One a stick, by its name, with what there is room for."""
        return [Choice(drive.id, drive.name, self._note(drive)) for drive in self.here]

    def _note(self, drive: Drive) -> str:
        words = self._words()
        if drive.read_only:
            return words("It is locked: nothing can be written to it.")
        if drive.root is None:
            return words("{size} in all", size=said_size(drive.size))
        return words("{free} free of {size}", free=said_size(drive.free), size=said_size(drive.size))


class Browser:
    """The folders of this machine, from the user's own on. `files` are also listed where they fit."""

    def __init__(self, start: Path | None = None, *, files: tuple[str, ...] = ()) -> None:
        self.at = start or Path.home()
        self._files = files

    def choices(self) -> list[Choice]:
        """The folders, and fitting files, in here; none where it cannot be read."""
        try:
            found = [path for path in self.at.iterdir() if not path.name.startswith(".")]
            folders = sorted((path for path in found if path.is_dir()), key=_name)
            files = sorted((path for path in found if path.suffix.lower() in self._files), key=_name)
        except OSError:
            return []
        return [Choice(path.name, path.name) for path in [*folders, *files][:MOST]]

    def sheet(self, heading: str, words: Words) -> Sheet:
        """The page that shows where it is, with ways to use this folder and to go up."""
        ways = [Action(USE, words("Use this folder"), "tick", "action")]
        if self.at.parent != self.at:
            ways.append(Action(UP, words("One folder up"), "up"))
        return Sheet(heading, str(self.at), actions=ways, choices=self.choices(), back=True)

    def go(self, name: str) -> Path | None:
        """Into the folder of that name; a file that was picked instead."""
        path = self.at / name
        if path.is_dir():
            self.at = path
            return None
        return path

    def up(self) -> bool:
        """One folder up; False at the top."""
        if self.at.parent == self.at:
            return False
        self.at = self.at.parent
        return True


def _name(path: Path) -> str:
    return path.name.lower()
