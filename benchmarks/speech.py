"""How quickly the kiosk speaks, is silent, and speaks again; and whether its window ever waits for the voice.

With pulseaudio and pulseaudio-utils installed, sound is timed at a sound server of our own, where it would be
heard; without them by what the worker tells, on a pretended device.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Row, Series
from kiosk.speech.speaker import Speaker

QUESTION = "How much do you agree?"
MEDIAN_GOAL, WORST_GOAL, SILENCE_GOAL, AGAIN_GOAL, BEAT_GOAL = 50.0, 150.0, 20.0, 250.0, 100.0  # ms
LEAST, KILLS = 30, 10
QUIET = 50  # of 32,767: a sample above it can be heard
LONGEST = 10.0  # seconds for a sound to come, or it never will
GONE = 0.03  # seconds until nothing more comes from a worker that was killed


class Ear:
    """When a speaker told that it began, and when sound came and went."""

    def __init__(self) -> None:
        self._started: dict[int, float] = {}
        self._sound: list[float] = []
        self._chunks = 0
        self._change = threading.Condition()

    @property
    def listens(self) -> bool:
        """To a sound server, not to the worker's word."""
        return self._chunks > 0

    def note_start(self, number: int) -> None:
        with self._change:
            self._started.setdefault(number, time.perf_counter())
            self._change.notify_all()

    def listen(self, recorder: "subprocess.Popen[bytes]") -> None:
        """Take down what is recorded (s16), until the recorder ends."""
        assert recorder.stdout is not None
        while chunk := os.read(recorder.stdout.fileno(), 4096):
            loudest = max(map(abs, array("h", chunk[: len(chunk) // 2 * 2])), default=0)
            with self._change:
                self._chunks += 1
                if loudest > QUIET:
                    self._sound.append(time.perf_counter())
                self._change.notify_all()

    def until_steady(self) -> None:
        """A sink first sleeps for two seconds; after that it keeps time."""
        with self._change:
            assert self._change.wait_for(lambda: self._chunks > 200, LONGEST), "the sound server stays silent"

    def first_after(self, asked: float, number: int) -> float:
        """Milliseconds from `asked` to the first sound."""

        def first() -> float | None:
            if self.listens:
                return next((moment for moment in self._sound[-400:] if moment > asked), None)
            return self._started.get(number)

        with self._change:
            assert self._change.wait_for(lambda: first() is not None, LONGEST), "nothing was heard"
            return ((first() or 0.0) - asked) * 1000

    def last_after(self, asked: float) -> float:
        """Milliseconds from `asked` to the last sound; 0 where there was none."""
        with self._change:
            return max([0.0, *((moment - asked) * 1000 for moment in self._sound if moment > asked)])


@contextmanager
def sound_server(ear: Ear) -> Iterator[bool]:
    """A pulseaudio of our own, recorded into `ear`; False where none can be had."""
    if not (shutil.which("pulseaudio") and shutil.which("parec")):
        yield False
        return
    before = os.environ.get("PULSE_SERVER")
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        socket = Path(folder) / "s"
        os.environ["PULSE_SERVER"] = f"unix:{socket}"
        around = {**os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder}
        unix = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        server += ["-L", "module-null-sink sink_name=nul", "-L", unix]
        recorder = ["parec", "-d", "nul.monitor", "--raw", "--format=s16le", "--rate=22050", "--channels=1"]
        running = [subprocess.Popen(server, env=around, stderr=subprocess.DEVNULL)]
        try:
            while not socket.exists():
                assert running[0].poll() is None, "pulseaudio did not start"
                time.sleep(0.05)
            recorder += ["--latency-msec=2"]
            heard = subprocess.Popen(recorder, env=around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            running.append(heard)
            threading.Thread(target=ear.listen, args=(heard,), daemon=True).start()
            ear.until_steady()
            yield True
        finally:
            for process in reversed(running):
                process.terminate()
                process.wait()
            os.environ.pop("PULSE_SERVER")
            if before is not None:
                os.environ["PULSE_SERVER"] = before


def speech(rounds: int) -> Iterator[Row]:
    ear = Ear()
    with sound_server(ear) as server:
        where = "at PulseAudio" if server else "on a pretended device, by what the worker tells"
        speaker = Speaker(ear.note_start, _unheard, _unheard, _unheard, pretend=not server)
        try:
            speaker.volume(1.0)
            ear.first_after(time.perf_counter(), speaker.speak(QUESTION, "en"))  # warm
            speaker.stop()
            spoken, silent = speaking_and_silence(speaker, ear, max(LEAST, rounds))
            yield Row("speak to first sound, median", spoken.median, MEDIAN_GOAL, "ms", f"{where}: {spoken}")
            yield Row("speak to first sound, worst", max(spoken.values), WORST_GOAL, "ms", f"{spoken}")
            if server:
                yield Row("stop to silence, worst", max(silent.values), SILENCE_GOAL, "ms", f"{silent}")
            again = killing(speaker, ear)
            worst = max(again.values)
            yield Row("worker killed to next words, worst", worst, AGAIN_GOAL, "ms", f"{where}: {again}")
        finally:
            speaker.close()
        yield stock(max(LEAST, rounds))
        yield heartbeat(pretend=not server)


def _unheard(*_: object) -> None:
    """Not what is measured."""


def speaking_and_silence(speaker: Speaker, ear: Ear, rounds: int) -> tuple[Series, Series]:
    """From asking to sound; and from `stop`, at some moment of the sentence, to the last sound."""
    chance = random.Random(1)
    spoken, silent = [], []
    for _ in range(rounds):
        time.sleep(0.2)
        asked = time.perf_counter()
        spoken.append(ear.first_after(asked, speaker.speak(QUESTION, "en")))
        time.sleep(chance.uniform(0.2, 0.5))
        asked = time.perf_counter()
        speaker.stop()
        time.sleep(0.2)
        silent.append(ear.last_after(asked))
    return Series("speak", tuple(spoken)), Series("stop", tuple(silent))


def killing(speaker: Speaker, ear: Ear) -> Series:
    """From the end of a worker that speaks to the first sound of what is asked for then."""
    again = []
    for _ in range(KILLS):
        ear.first_after(time.perf_counter(), speaker.speak(QUESTION, "en"))
        pid = speaker.worker_pid
        assert pid is not None
        os.kill(pid, signal.SIGTERM)
        asked = time.perf_counter()
        number = speaker.speak(QUESTION, "en")
        again.append(ear.first_after(asked + GONE, number) + GONE * 1000)
        speaker.stop()
        time.sleep(0.2)
    return Series("again", tuple(again))


def stock(rounds: int) -> Row:
    """What stock pyttsx3 takes to come as far as its player, whose own start comes on top."""
    command = [sys.executable, "-m", "benchmarks.stock", str(rounds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = Series("stock pyttsx3", tuple(json.loads(done.stdout.splitlines()[-1])))
    detail = f"until it starts a player, of which nothing is counted; it waits for the player's end: {found}"
    return Row("stock pyttsx3, speak to its player", found.median, None, "ms", detail)


def heartbeat(*, pretend: bool) -> Row:
    """In a process of its own: one Qt application, and no other measurement's threads."""
    command = [sys.executable, "-m", "benchmarks.heartbeat", *(["--pretend"] if pretend else [])]
    facts = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    detail = (
        f"{facts['utterances']} utterances cut, {facts['killed']} workers killed and {facts['hung']} hung; "
        f"median {facts['median']:.1f} of {facts['beats']:,} beats"
    )
    return Row("longest wait of the window for the voice", facts["worst"], BEAT_GOAL, "ms", detail)
