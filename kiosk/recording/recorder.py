"""Records an answer and plays it back, in a process of its own; nothing here makes the window wait."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.recording.lines import Ask, Tell, line, read_line
from kiosk.recording.sound import BITS, LONGEST, Recording, read, written

_HOME = Path(__file__).parents[2]  # where `kiosk` is imported from, in a checkout and in an installed wheel
START_LIMIT = 8.0  # seconds that a worker may take to start, on a slow tablet with a cold disk
WATCHDOG = 4.0  # and then give no sign of life: a driver that hangs holds nobody up
_LOOK = 0.1
_POLITE = 2.0  # seconds that a worker may take to end by itself


@dataclass(frozen=True)
class Listeners:
    """Who hears of a job, by its number, on a thread of the recorder's own.

    `begun` comes when the microphone listens or the first sound is heard; `heard` with the seconds so far and
    the level. Every job that is not dropped ends with `ended`, which has what was recorded or, of playing,
    nothing; or with `failed`: there is no microphone or loudspeaker.
    """

    begun: Callable[[int], None]
    heard: Callable[[int, float, float], None]
    ended: Callable[[int, Recording | None], None]
    failed: Callable[[int], None]


class Recorder:
    """One job at a time; a new one drops what was going on. All methods return at once."""

    def __init__(self, listeners: Listeners, *, pretend: bool = False) -> None:
        """`pretend` keeps time with devices that hear and play nothing."""
        self._listeners = listeners
        self._pretend = pretend
        self._number = 0
        self._job: _Job | None = None

    def record(self, most: float = LONGEST, bits: int = BITS) -> int:
        """Listen for `most` seconds, or until `stop`, and keep `bits` kbit of each; the job's number."""
        return self._begin(line(Ask.RECORD, most=most, bits=bits))

    def play(self, recording: Recording, gain: float) -> int:
        """Play it at `gain`, 0 to 1; the job's number."""
        return self._begin(line(Ask.PLAY, sound=written(recording.sound), gain=gain))

    def stop(self) -> None:
        """End the job; what was recorded comes with `ended`."""
        if self._job:
            self._job.stop()

    def drop(self) -> None:
        """End the job and forget what was heard: nothing is told of it any more."""
        job, self._job = self._job, None
        if job:
            job.drop()

    def _begin(self, ask: bytes) -> int:
        self.drop()
        self._number += 1
        self._job = _Job(self._number, ask, self._listeners, pretend=self._pretend)
        return self._number


class _Job:
    """One worker process, its thread, and what came of it."""

    def __init__(self, number: int, ask: bytes, listeners: Listeners, *, pretend: bool) -> None:
        self._number = number
        self._listeners = listeners
        self._dropped = threading.Event()
        self._sound = bytearray()
        self._seconds = self._loudest = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = threading.Event()
        self._due = time.monotonic() + START_LIMIT
        args = (ask, ["--pretend"] if pretend else [])
        threading.Thread(target=self._run, args=args, name="recording", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        process = self._process
        if process and process.stdin:
            try:
                process.stdin.close()
            except OSError:
                process.kill()
            killer = threading.Timer(_POLITE, process.kill)
            killer.daemon = True
            killer.start()

    def drop(self) -> None:
        self._dropped.set()
        if self._process:
            self._process.kill()

    def _run(self, ask: bytes, arguments: list[str]) -> None:
        try:
            self._process = self._started(arguments)
            told = self._follow(self._process, ask)
        except OSError:
            told = False
        self._end(told)

    def _started(self, arguments: list[str]) -> subprocess.Popen[bytes]:
        paths = [str(_HOME), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "kiosk.recording.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _follow(self, process: subprocess.Popen[bytes], ask: bytes) -> bool:
        """Hand on what the worker tells, to its end; whether it told of one."""
        assert process.stdin
        assert process.stdout
        process.stdin.write(ask)
        process.stdin.flush()
        if self._stopping.is_set():
            process.stdin.close()
        threading.Thread(target=self._watch, args=(process,), name="recording-watch", daemon=True).start()
        ended = False
        with process.stdout:
            for raw in process.stdout:
                self._due = time.monotonic() + WATCHDOG
                if self._dropped.is_set():
                    break
                ended = self._hear(read_line(raw)) or ended
        process.kill()
        process.wait()
        return ended

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """End a worker that owes a sign of life; its pipe then ends, and with it the job."""
        while process.poll() is None:
            if time.monotonic() > self._due:
                process.kill()
            time.sleep(_LOOK)

    def _hear(self, facts: dict[str, Any]) -> bool:
        match facts["is"]:
            case Tell.BEGUN:
                self._listeners.begun(self._number)
            case Tell.HEARD:
                self._sound += read(facts["sound"])
                self._seconds, level = facts["seconds"], facts["level"]
                self._loudest = max(self._loudest, level)
                self._listeners.heard(self._number, self._seconds, level)
            case Tell.ENDED:
                return True
        return False

    def _end(self, told: bool) -> None:
        """Tell how it ended: what was heard before a microphone went away is kept."""
        if self._dropped.is_set():
            self._sound.clear()
        elif self._sound:
            self._listeners.ended(self._number, Recording(bytes(self._sound), self._seconds, self._loudest))
        elif told:
            self._listeners.ended(self._number, None)
        else:
            self._listeners.failed(self._number)
