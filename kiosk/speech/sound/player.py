"""The loudspeaker: one device, kept open, that plays one track at a time and can be silenced at once."""

import array
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager

from kiosk.speech.model import SAMPLE_RATE
from kiosk.speech.sound.audio import miniaudio
from kiosk.speech.sound.track import Track

PERIOD_MS = 10
PERIODS = 3
LATENCY = PERIOD_MS * PERIODS / 1000  # seconds between handing a frame over and hearing it


class NoSoundError(Exception):
    """There is no sound device, or it went away."""


class Player:
    """Plays tracks, for one thread. Any thread may cancel a track and then set `stir`, to wake that one."""

    def __init__(self, *, pretend: bool = False) -> None:
        """`pretend`: keep time as a device would, and make no sound (for tests)."""
        wanted = miniaudio.get_enabled_backends()
        null = miniaudio.Backend.NULL
        self._backends = [null] if pretend else [one for one in miniaudio.Backend if one in wanted - {null}]
        self._device: miniaudio.PlaybackDevice | None = None
        self._track: Track | None = None
        self._began = 0.0
        self._taken = 0
        self._gain = 1.0
        self.stir = threading.Event()

    @property
    def backend(self) -> str:
        """The name of what the open device plays through, or "" when none is open."""
        return self._device.backend if self._device else ""

    @property
    def loudness(self) -> float:
        """The gain that is set, 0 to 1."""
        return self._gain

    def gain(self, gain: float) -> None:
        self._gain = min(max(gain, 0.0), 1.0)

    def open(self) -> miniaudio.PlaybackDevice:
        """Open the device unless it is open; NoSoundError."""
        if self._device:
            return self._device
        try:
            with quiet():
                self._device = miniaudio.PlaybackDevice(
                    nchannels=1,
                    sample_rate=SAMPLE_RATE,
                    buffersize_msec=PERIOD_MS,
                    callback_periods=PERIODS,
                    backends=self._backends,
                    app_name="Event Kiosk",
                )
        except miniaudio.MiniaudioError as fault:
            raise NoSoundError from fault
        return self._device

    def play(self, track: Track) -> None:
        """Begin `track`; NoSoundError. A device that went away is opened again, once."""
        self.stir.clear()
        self._track, self._began, self._taken = track, 0.0, 0
        for last_try in (False, True):
            device = self.open()
            frames = self._frames()
            next(frames)
            try:
                device.start(frames)
            except miniaudio.MiniaudioError as fault:
                self.close()
                if last_try:
                    raise NoSoundError from fault
            else:
                return

    def cut(self) -> None:
        """Be silent now, and close: left open, the device would begin the next track with what it holds."""
        self._track = None
        self.close()

    def rest(self) -> None:
        """Stop the device after a track was heard, and keep it open."""
        self._track = None
        if self._device:
            try:
                self._device.stop()
            except miniaudio.MiniaudioError:
                self.close()

    def close(self) -> None:
        device, self._device = self._device, None
        if device:
            device.close()

    @property
    def handed(self) -> int:
        """Frames given to the device so far: a device that takes no more has gone away."""
        return self._taken

    @property
    def heard(self) -> float | None:
        """Seconds of the track that were heard; below 0 while on its way, None before it was handed over."""
        if not self._began:
            return None
        return min(time.monotonic() - self._began - LATENCY, self._taken / SAMPLE_RATE)

    def _frames(self) -> Generator[bytes, int, None]:
        """What miniaudio's thread asks for; whatever is not given is silence."""
        count = yield b""
        while True:
            track = self._track
            piece = track.read(self._taken, count) if track and not track.cancelled else b""
            if piece and not self._began:
                self._began = time.monotonic()
                self.stir.set()
            self._taken += len(piece) // 2
            count = yield self._loud(piece)

    def _loud(self, piece: bytes) -> bytes:
        gain = self._gain
        if gain == 1.0 or not piece:
            return piece
        return array.array("h", [int(sample * gain) for sample in array.array("h", piece)]).tobytes()


@contextmanager
def quiet() -> Iterator[None]:
    """ALSA writes pages to standard error where there is no card; nobody can act on them."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
