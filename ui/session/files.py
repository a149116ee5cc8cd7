"""What makes a Linux tablet a kiosk from the moment it starts: four files, written and taken away."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.program import program
from kiosk.resources import asset


@dataclass(frozen=True)
class SessionFile:
    """One file that we ship: its name in assets/session, and its place under the root of the system."""

    name: str
    place: str


FILES = (
    SessionFile("event-kiosk.service", "etc/systemd/system/event-kiosk.service"),
    SessionFile("event-kiosk-logind.conf", "etc/systemd/logind.conf.d/event-kiosk.conf"),
    SessionFile("event-kiosk.desktop", "usr/local/share/applications/event-kiosk.desktop"),
    SessionFile("event-kiosk.svg", "usr/local/share/icons/hicolor/scalable/apps/event-kiosk.svg"),
)


def this_program() -> str:
    """The command line of this very program, quoted for a unit and a desktop entry."""
    return shlex.join(program())


def install(root: Path, user: str, command: str) -> list[Path]:
    """Write every file under `root`, for `user` to run `command`. KioskError: SESSION_UNWRITABLE."""
    return [_write(root / file.place, _filled(file, user, command)) for file in FILES]


def remove(root: Path) -> list[Path]:
    """Take away what `install` wrote under `root`; what was there. KioskError: SESSION_UNWRITABLE."""
    there = [root / file.place for file in FILES if (root / file.place).exists()]
    for path in there:
        try:
            path.unlink()
        except OSError as fault:
            raise KioskError(ErrorCode.SESSION_UNWRITABLE, path=path) from fault
    return there


def _filled(file: SessionFile, user: str, command: str) -> str:
    words = asset("session", file.name).read_text("utf-8")
    return words.replace("{user}", user).replace("{program}", command)


def _write(path: Path, words: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    except OSError as fault:
        raise KioskError(ErrorCode.SESSION_UNWRITABLE, path=path) from fault
    return path
