"""A draft tried out while a kiosk runs: a preview in a process and a data folder of its own."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from kiosk.paths import DataFolder
from kiosk.program import program

STRIP = 460  # px that the strip for staff takes beside the preview's window
EDGES = 80  # px that a desktop takes above and below a window
LEAST = (640, 480)
PATIENCE = 5.0  # seconds to close by itself
FOLDER = "preview"


class Process(Protocol):
    """What is needed of subprocess.Popen."""

    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


Start = Callable[[Sequence[str]], Process]


def _start(command: Sequence[str]) -> Process:
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603 - itself


class Trial:
    """At most one preview. What is put in there is practice, and goes with it."""

    def __init__(self, home: DataFolder, size: Callable[[], tuple[int, int]], start: Start = _start) -> None:
        self.data = DataFolder(home.root / FOLDER)
        self._measured = home.screen
        self._size = size
        self._start = start
        self._process: Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def open(self, pack: Path) -> None:
        """Open `pack`; one that is open already is closed first. KioskErrors of the data folder."""
        self.close()
        width, height = self._size()
        root = self.data.made().root
        if self._measured.is_file():
            shutil.copyfile(self._measured, self.data.screen)
        how = ("--window", f"{width}x{height}", "--data", str(root))
        self._process = self._start([*program(), "open", str(pack), *how])

    def close(self) -> None:
        """End it, and take away what was put in."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.data.root, ignore_errors=True)


def beside_strip(screen: tuple[int, int]) -> tuple[int, int]:
    """The size of a preview's window that fits on a screen of that size with its strip, in px."""
    return max(LEAST[0], screen[0] - STRIP), max(LEAST[1], screen[1] - EDGES)
