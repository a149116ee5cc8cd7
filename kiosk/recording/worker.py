"""The process that hears or plays one recording, so that a driver that hangs holds nobody up."""

import os
import queue
import signal
import sys
import threading
import time
import traceback
from array import array
from collections.abc import Generator
from typing import Any, BinaryIO

from kiosk.recording import sound
from kiosk.recording.lines import Ask, Tell, line, read_line
from kiosk.speech.model import SAMPLE_RATE
from kiosk.speech.sound.audio import miniaudio
from kiosk.speech.sound.player import NoSoundError, Player, quiet
from kiosk.speech.sound.track import Track

PERIOD_MS = 50
ALIVE_EVERY = 0.5  # seconds between two signs of life while it plays
GONE_AFTER = 2.0  # seconds without a sample: the microphone was pulled out
HALT = b""


def microphone_here() -> bool:
    """Whether something could record just now. Nothing is recorded."""
    try:
        with quiet():
            _microphone().close()
    except miniaudio.MiniaudioError:
        return False
    return True


def _microphone(*, pretend: bool = False) -> miniaudio.CaptureDevice:
    """Opened, and not started. MiniaudioError where there is none."""
    null = miniaudio.Backend.NULL
    real = [each for each in miniaudio.Backend if each in miniaudio.get_enabled_backends() - {null}]
    return miniaudio.CaptureDevice(
        nchannels=1,
        sample_rate=sound.RATE,
        buffersize_msec=PERIOD_MS,
        backends=[null] if pretend else real,
        app_name="Event Kiosk",
    )


class Worker:
    """Does one job and ends. `stop` is set when the kiosk closes our input."""

    def __init__(self, told: BinaryIO, *, pretend: bool) -> None:
        self._told = told
        self._pretend = pretend
        self.stop = threading.Event()

    def run(self, asks: BinaryIO) -> None:
        """The first line is the job; the end of the input ends it."""
        facts = read_line(asks.readline())
        threading.Thread(target=self._wait_for_end, args=(asks,), daemon=True).start()
        if facts["is"] == Ask.RECORD:
            self._record(float(facts["most"]), int(facts["bits"]))
        else:
            self._play(sound.read(facts["sound"]), float(facts["gain"]))

    def _wait_for_end(self, asks: BinaryIO) -> None:
        asks.read()
        self.stop.set()

    def _tell(self, what: Tell, **facts: Any) -> None:
        self._told.write(line(what, **facts))
        self._told.flush()

    # --- recording

    def _record(self, most: float, bits: int) -> None:
        pieces: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        taking = _taking(pieces)
        next(taking)
        try:
            device = _microphone(pretend=self._pretend)
            device.start(taking)
        except miniaudio.MiniaudioError:
            return self._tell(Tell.FAILED)
        self._tell(Tell.BEGUN)
        whole = self._listen(pieces, most, sound.encoder(bits))
        device.close()
        return self._tell(Tell.ENDED if whole else Tell.FAILED)

    def _listen(self, pieces: "queue.SimpleQueue[bytes]", most: float, encoder: Any) -> bool:
        """Hand on what is heard, piece by piece, until the end; False where the microphone went away."""
        frames = 0
        while not self.stop.is_set() and frames < most * sound.RATE:
            try:
                samples = array("h", pieces.get(timeout=GONE_AFTER))
            except queue.Empty:
                return False
            frames += len(samples)
            part = bytes(encoder.encode(samples.tobytes()))
            self._tell(
                Tell.HEARD,
                sound=sound.written(part),
                seconds=frames / sound.RATE,
                level=sound.level_of(samples),
            )
        self._tell(
            Tell.HEARD, sound=sound.written(bytes(encoder.flush())), seconds=frames / sound.RATE, level=0.0
        )
        return True

    # --- listening back

    def _play(self, recorded: bytes, gain: float) -> None:
        player, track = Player(pretend=self._pretend), Track()
        player.gain(gain)
        try:
            samples = sound.samples_of(recorded, SAMPLE_RATE)
            track.feed(samples.tobytes(), [])
            track.complete = True
            player.play(track)
            self._tell(Tell.BEGUN)
            self._follow(player, len(samples) / SAMPLE_RATE)
        except (NoSoundError, sound.UnreadableError):
            self._tell(Tell.FAILED)
        else:
            self._tell(Tell.ENDED)
        player.close()

    def _follow(self, player: Player, seconds: float) -> None:
        told = moved = time.monotonic()
        handed = 0
        while not self.stop.wait(PERIOD_MS / 1000) and (player.heard or 0.0) < seconds:
            if time.monotonic() - told > ALIVE_EVERY:
                told = time.monotonic()
                self._tell(Tell.ALIVE)
            if player.handed != handed:
                moved, handed = time.monotonic(), player.handed
            elif time.monotonic() - moved > GONE_AFTER:
                raise NoSoundError


def _taking(pieces: "queue.SimpleQueue[bytes]") -> Generator[None, bytes, None]:
    """What miniaudio's thread hands over."""
    while True:
        pieces.put(bytes((yield)))


def main(arguments: list[str]) -> None:
    """Run on standard input and output; `--pretend` keeps time with devices that hear and play nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the kiosk ends us by closing our input
    told, faults = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(2), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for printed in (1, 2):  # libraries write pages where there is no card; nobody can act on them
        os.dup2(nowhere, printed)
    try:
        Worker(told, pretend="--pretend" in arguments).run(sys.stdin.buffer)
    except BrokenPipeError:
        pass  # the kiosk went away
    except BaseException:  # noqa: BLE001 - the edge of the process
        traceback.print_exc(file=faults)
        faults.flush()
        os._exit(1)
    os._exit(0)  # a driver may not let go


if __name__ == "__main__":
    main(sys.argv[1:])
