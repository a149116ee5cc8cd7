"""Workers, listeners and a sound server for the speech tests."""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode
from kiosk.speech.render import Renderer
from kiosk.speech.speaker import Speaker

PATIENCE = 15.0  # seconds: only a broken speaker ever takes that long


class Heard:
    """What a speaker told, in order, with the time of each; `until` waits for something to have been told."""

    def __init__(self) -> None:
        self.told: list[tuple] = []
        self.times: list[float] = []
        self._change = threading.Condition()

    def _note(self, *facts: object) -> None:
        with self._change:
            self.told.append(facts)
            self.times.append(time.monotonic())
            self._change.notify_all()

    def started(self, number: int) -> None:
        self._note("started", number)

    def word(self, number: int, start: int, length: int) -> None:
        self._note("word", number, start, length)

    def finished(self, number: int, completed: bool) -> None:
        self._note("finished", number, completed)

    def failed(self, number: int, code: ErrorCode) -> None:
        self._note("failed", number, code)

    def until(self, *facts: object, within: float = PATIENCE) -> bool:
        with self._change:
            return self._change.wait_for(lambda: facts in self.told, within)

    def until_word(self, number: int, within: float = PATIENCE) -> bool:
        with self._change:
            return self._change.wait_for(lambda: bool(self.of("word", number)), within)

    def of(self, what: str, number: int) -> list[tuple]:
        return [facts for facts in self.told if facts[:2] == (what, number)]

    def time_of(self, *facts: object) -> float:
        return self.times[self.told.index(facts)]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def speaker(heard: Heard) -> Iterator[Speaker]:
    """A speaker that keeps time as if it had a sound device."""
    speaker = Speaker(heard.started, heard.word, heard.finished, heard.failed, pretend=True)
    yield speaker
    speaker.close()


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    with Renderer() as renderer:
        yield renderer


class Recorder:
    """A pulseaudio server of its own, with a sink that goes nowhere, and what was played into it."""

    def __init__(self, folder: Path) -> None:
        self._environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self._socket = folder / "s"
        self.address = f"unix:{self._socket}"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._change = threading.Condition()
        self._chunks: list[tuple[float, int]] = []

    def start(self) -> None:
        """Start the server and wait until its sink keeps time (at first it sleeps for two seconds)."""
        unix = f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"
        server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        self._run([*server, "-L", "module-null-sink sink_name=nul", "-L", unix])
        waiter = threading.Event()
        while not self._socket.exists():
            waiter.wait(0.02)
        parec = ["parec", "-s", self.address, "-d", "nul.monitor", "--raw", "--format=s16le", "--rate=22050"]
        recorder = self._run([*parec, "--channels=1", "--latency-msec=2"])
        threading.Thread(target=self._read, args=(recorder,), daemon=True).start()
        with self._change:
            assert self._change.wait_for(lambda: len(self._chunks) > 200, PATIENCE)

    def stop(self) -> None:
        for process in self._processes:
            process.terminate()
            process.wait()
        self._processes.clear()

    def peak(self, since: float, until: float) -> int:
        """The loudest sample (0 to 32,767) that came out between two moments."""
        with self._change:
            return max((peak for moment, peak in self._chunks if since <= moment <= until), default=0)

    def until_sound(self, since: float) -> float:
        """The moment when sound came out first."""
        with self._change:
            assert self._change.wait_for(lambda: self._first(since) is not None, PATIENCE)
            return self._first(since)

    def until_moment(self, moment: float) -> None:
        """Wait until everything up to `moment` has been recorded."""
        with self._change:
            assert self._change.wait_for(lambda: self._chunks[-1][0] > moment, PATIENCE)

    def _first(self, since: float) -> float | None:
        return next((moment for moment, peak in self._chunks if moment >= since and peak > 50), None)

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._processes.append(process)
        return process

    def _read(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout
        while chunk := os.read(recorder.stdout.fileno(), 4096):
            samples = array("h", chunk[: len(chunk) // 2 * 2])
            with self._change:
                self._chunks.append((time.monotonic(), max(map(abs, samples), default=0)))
                self._change.notify_all()


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    if not (shutil.which("pulseaudio") and shutil.which("parec")):
        pytest.skip("needs pulseaudio and pulseaudio-utils, to hear what is played")
    short = tempfile.TemporaryDirectory(prefix="kiosk-")  # the path of a socket may not be long
    with short as folder, pytest.MonkeyPatch.context() as monkeypatch:
        recorder = Recorder(Path(folder))
        recorder.start()
        monkeypatch.setenv("PULSE_SERVER", recorder.address)
        yield recorder
        recorder.stop()


@pytest.fixture
def tone() -> Callable[[float], array]:
    """Makes a sound of 200 waves a second, so many seconds long."""

    def make(seconds: float) -> array:
        wave = [round(12_000 * (1 - abs(place % 110 / 27.5 - 2))) for place in range(110)]
        return array("h", (wave * (int(22_050 * seconds) // 110 + 1))[: int(22_050 * seconds)])

    return make
