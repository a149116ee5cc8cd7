"""The kiosk's keeper: a small process that starts it, listens to its pulse, and starts it again.

A window that no longer answers cannot mend itself. The kiosk writes a byte to its standard output from its
GUI thread (`Pulse`); this process, which does nothing else and loads no Qt, waits for them.
"""

import contextlib
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from kiosk.program import program

BEAT = 0.5  # seconds between two beats of the pulse
FROZEN = 5.0  # seconds of silence after which a window that had a pulse is taken to hang
SLOW = 60.0  # seconds to the first beat: old tablets start slowly
LASTS = 30.0  # seconds that a start must live to count as one that worked
MOST_STARTS = 5  # in a row that did not last: then it is not a passing fault
REST = 1.0  # seconds between an end and the next start

Note = Callable[[str], None]


@dataclass(frozen=True)
class End:
    """How one run ended. `beat`: whether its window was ever there; `lived` in seconds."""

    code: int
    beat: bool
    lived: float
    hung: bool = False
    told: bool = False

    @property
    def wanted(self) -> bool:
        """Closed by somebody, `told` to by a signal, or a fault that it has said (1 before any window)."""
        return self.told or (not self.hung and (self.code == 0 or (not self.beat and self.code in (1, 2))))


def keep(command: Sequence[str], note: Note, *, frozen: float = FROZEN, rest: float = REST) -> int:
    """Run `command`, again whenever it crashes or hangs, until it ends as it should; its exit code.

    A start that does not last `LASTS` seconds is tried `MOST_STARTS` times, then its code is given back.
    """
    short = 0
    while True:
        end = run_once(command, frozen)
        if end.wanted:
            return end.code if end.code >= 0 else 128 - end.code
        short = short + 1 if end.lived < LASTS else 0
        note("the window hung and was started again" if end.hung else f"ended with {end.code}, started again")
        if short >= MOST_STARTS:
            return end.code or 1
        time.sleep(rest)


def run_once(command: Sequence[str], frozen: float = FROZEN, slow: float = SLOW) -> End:
    """One run, from its start to its end, its own or by force when its pulse stops."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - this very program
    with child, _handed_on(child) as told:
        beats: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(child, beats), daemon=True).start()
        alive = False
        while True:
            try:
                beat = beats.get(timeout=frozen if alive else slow)
            except queue.Empty:
                child.kill()
                return End(child.wait(), alive, time.monotonic() - began, hung=True)
            if not beat:
                return End(child.wait(), alive, time.monotonic() - began, told=bool(told))
            alive = True


def _listen(child: subprocess.Popen[bytes], beats: queue.SimpleQueue[bytes]) -> None:
    assert child.stdout is not None
    while beat := child.stdout.read(1):
        beats.put(beat)
    beats.put(b"")


@contextlib.contextmanager
def _handed_on(child: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """Whoever ends the keeper ends the kiosk: their signals are handed on while it runs, and listed."""
    told: list[int] = []

    def hand_on(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        child.send_signal(number)

    names = [name for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.signal(getattr(signal, name), hand_on) for name in names}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def kiosk_command(data: Path, pack: Path | None) -> list[str]:
    """The command of a kiosk under this keeper: the same program, told that it is watched (ui/stall.py)."""
    return [*program(), "--watched", str(data), *([str(pack)] if pack else [])]
