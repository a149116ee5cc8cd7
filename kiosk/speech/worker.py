"""The speech worker: a process that renders and plays, so that the kiosk never waits for either."""

import base64
import os
import signal
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from kiosk.errors import ErrorCode
from kiosk.speech.engines.driver import Driver
from kiosk.speech.engines.system import SystemVoice
from kiosk.speech.model import Mark
from kiosk.speech.protocol import Ask, Job, Tell, job_of, line, read_line
from kiosk.speech.sound.clips import ClipUnreadableError, read_clip
from kiosk.speech.sound.player import NoSoundError, Player
from kiosk.speech.sound.track import Track

ALIVE_EVERY = 0.4  # seconds between signs of life while speaking
GONE_AFTER = 3.0  # seconds without the device taking anything: it went away (a sleeping one wakes slowly)


class Worker:
    """Reads what is asked in one thread, plays and keeps time in another, and renders in a third."""

    def __init__(self, told: BinaryIO, *, pretend: bool = False, engine: str = "") -> None:
        """`engine`: a pyttsx3 driver that plays for itself, instead of our own."""
        self._told = told
        self._telling = threading.Lock()
        self._change = threading.Condition()
        self._asked: list[dict[str, Any]] = []
        self._track = Track()
        self._system = engine
        self._driver = None if engine else self._own_driver()
        self._voice: SystemVoice | None = None
        self._renderer = ThreadPoolExecutor(1, "render")  # the engine is used by one thread only
        self._player = Player(pretend=pretend)

    def listen(self, asked: BinaryIO) -> None:
        """Take what is asked until the kiosk goes away."""
        threading.Thread(target=self._work, name="voice", daemon=True).start()
        self._tell(Tell.READY)
        for raw in asked:
            facts = read_line(raw)
            if facts["is"] == Ask.VOLUME:
                self._player.gain(facts["gain"])
                continue
            with self._change:
                if facts["is"] in (Ask.SPEAK, Ask.STOP):
                    self._asked = [other for other in self._asked if other["is"] != Ask.SPEAK]
                    self._track.cancelled = True
                    self._player.stir.set()
                self._asked.append(facts)
                self._change.notify()
            if facts["is"] == Ask.SPEAK:
                self._tell(Tell.TAKEN, id=facts["id"])

    def _own_driver(self) -> Driver | None:
        try:
            return Driver()
        except (OSError, RuntimeError):
            if sys.platform != "win32":
                raise
            self._system = "sapi5"
            return None

    def _work(self) -> None:
        try:
            while True:
                self._prepare()
                with self._change:
                    self._change.wait_for(lambda: self._asked)
                    facts = self._asked.pop(0)
                    self._track = track = Track()
                self._do(facts, track)
        except BrokenPipeError:
            os._exit(0)  # the kiosk went away
        except BaseException:  # noqa: BLE001 - the edge of the process
            traceback.print_exc()
            os._exit(1)  # a worker without its voice must not look alive

    def _prepare(self) -> None:
        """Have the device open before the next words, unless they are already waiting."""
        if not self._asked:
            with suppress(NoSoundError):
                self._player.open()

    def _do(self, facts: dict[str, Any], track: Track) -> None:
        match facts["is"]:
            case Ask.SPEAK:
                self._speak(job_of(facts), track)
            case Ask.STOP:
                self._tell(Tell.STOPPED)
            case Ask.RENDER:
                job = job_of(facts)
                self._renderer.submit(self._fill, track, job).result()
                marks = [[mark.start, mark.length, mark.at] for mark in track.marks]
                pcm = base64.b64encode(track.pcm).decode("ascii")
                self._tell(Tell.RENDERED, id=job.id, pcm=pcm, marks=marks)
            case Ask.PROBE:
                self._probe()

    def _probe(self) -> None:
        try:
            self._player.open()
        except NoSoundError:
            self._tell(Tell.PROBED, sound="")
        else:
            self._tell(Tell.PROBED, sound=self._player.backend)

    def _fill(self, track: Track, job: Job) -> bool:
        """Put the job's sound into `track`: the recording, else our voice. False where there is neither."""
        try:
            if job.clip:
                try:
                    for piece in read_clip(Path(job.clip), job.rate):
                        if not track.feed(piece, []):
                            break
                    return True
                except ClipUnreadableError as fault:
                    print(f"recording not readable: {fault}", file=sys.stderr)  # noqa: T201
            if job.voice and self._driver:
                self._driver.render(job.text, job.voice, job.rate, track.feed)
                return True
            return False
        finally:
            track.complete = True
            self._player.stir.set()

    def _speak(self, job: Job, track: Track) -> None:
        filled = self._renderer.submit(self._fill, track, job)
        try:
            self._player.play(track)
            self._follow(job.id, track)
            spoken = track.cancelled or filled.result()
            if not spoken and not (job.voice and self._speak_by_system(job, track)):
                self._tell(Tell.FAILED, id=job.id, code=ErrorCode.NO_VOICE)
        except NoSoundError:
            track.cancelled = True
            self._tell(Tell.FAILED, id=job.id, code=ErrorCode.NO_SOUND)
        finally:
            if track.cancelled:
                self._player.cut()
            else:
                self._player.rest()
        self._tell(Tell.FINISHED, id=job.id, completed=not track.cancelled)

    def _speak_by_system(self, job: Job, track: Track) -> bool:
        """Have the system say the job, to its end; False where it has no voice for it."""
        if self._voice is None:  # an engine of the system belongs to the thread that builds it
            self._voice = SystemVoice(self._system)
        alive = time.monotonic()

        def hear(mark: Mark | None) -> None:
            if mark:
                self._tell(Tell.WORD, id=job.id, start=mark.start, length=mark.length)
            else:
                self._tell(Tell.STARTED, id=job.id)

        def cancelled() -> bool:
            nonlocal alive
            if time.monotonic() - alive > ALIVE_EVERY:
                alive = time.monotonic()
                self._tell(Tell.ALIVE, id=job.id)
            return track.cancelled

        language = job.voice.rpartition("/")[2]
        gain = self._player.loudness
        return self._voice.speak(job.text, language, job.rate, gain, hear=hear, cancelled=cancelled)

    def _follow(self, number: int, track: Track) -> None:
        """Tell what is being heard, while it is heard, until the end or until it is cancelled."""
        alive = moved = time.monotonic()
        told, handed = -1, 0  # marks told; -1 until the first sound
        while not track.cancelled:
            now, heard, due = time.monotonic(), self._player.heard, ALIVE_EVERY
            if heard is not None:
                told = self._tell_heard(number, track, heard, told)
                words = (mark.at / 1000 for mark in track.marks[max(told, 0) :])
                due = max((0.0 if told < 0 else next(words, track.seconds)) - heard, 0.002)
            if track.complete and (heard or 0.0) >= track.seconds:
                return
            if handed != self._player.handed or self._player.handed >= track.frames > 0:
                moved, handed = now, self._player.handed
            elif now - moved > GONE_AFTER:
                self._player.close()
                raise NoSoundError
            if now - alive > ALIVE_EVERY:
                alive = now
                self._tell(Tell.ALIVE, id=number)
            self._player.stir.wait(min(due, ALIVE_EVERY))
            self._player.stir.clear()

    def _tell_heard(self, number: int, track: Track, heard: float, told: int) -> int:
        """Tell the start and the words up to `heard` seconds; how many were told, -1 before the start."""
        if told < 0 and heard >= 0:
            told = 0
            self._tell(Tell.STARTED, id=number)
        while 0 <= told < len(track.marks) and track.marks[told].at <= heard * 1000:
            mark = track.marks[told]
            self._tell(Tell.WORD, id=number, start=mark.start, length=mark.length)
            told += 1
        return told

    def _tell(self, what: Tell, **facts: Any) -> None:
        with self._telling:
            self._told.write(line(what, **facts))
            self._told.flush()


def main(arguments: list[str]) -> None:
    """Run the worker on standard input and output; `--pretend` keeps time without a device.

    `--engine=NAME` speaks with one of pyttsx3's drivers instead of our own.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the kiosk ends us by closing our input
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # the engine's library prints
    sys.setswitchinterval(0.001)  # seconds: the device asks for sound a hundred times a second
    engine = next((each.removeprefix("--engine=") for each in arguments if each.startswith("--engine=")), "")
    try:
        Worker(told, pretend="--pretend" in arguments, engine=engine).listen(sys.stdin.buffer)
    except BrokenPipeError:
        pass  # the kiosk went away
    except BaseException:  # noqa: BLE001 - the edge of the process
        traceback.print_exc()
        os._exit(1)
    os._exit(0)  # the engine cannot be ended politely


if __name__ == "__main__":
    main(sys.argv[1:])
