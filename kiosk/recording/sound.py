"""A spoken answer as it is kept: MP3, one channel, small enough to be sealed with the other answers."""

from __future__ import annotations

import base64
import io
import math
import wave
from array import array
from dataclasses import dataclass
from operator import mul
from typing import Any

RATE = 16_000  # Hz: enough for speech
BITS = 32  # kbit/s, so that a minute is 240 kB
LONGEST = 120.0  # seconds of one answer
LONGEST_VISIT = 1200.0  # and of all answers of one visit: a transfer pack takes no larger field
FAINT = 0.12  # a level that no voice near the microphone stays under
_FLOOR = 50.0  # dB under the loudest that counts as silence


class UnreadableError(Exception):
    """The bytes are no recording."""


@dataclass(frozen=True)
class Recording:
    """`sound` is MP3; `loudest` is the highest level that was reached, 0 to 1."""

    sound: bytes
    seconds: float
    loudest: float = 1.0

    @property
    def faint(self) -> bool:
        """Whether there is hardly anything to hear: the microphone may be off, or too far away."""
        return self.loudest < FAINT


def level_of(samples: array[int]) -> float:
    """How loud s16 samples are, from 0 (silence) to 1, as ears have it."""
    if not samples:
        return 0.0
    mean = math.sqrt(sum(map(mul, samples, samples)) / len(samples)) / 32_768
    return min(max(1 + 20 * math.log10(mean) / _FLOOR, 0.0), 1.0) if mean else 0.0


def as_wav(sound: bytes) -> bytes:
    """The recording as a WAV file, 16 kHz, one channel, 16 bits. UnreadableError."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples_of(sound, RATE).tobytes())
    return file.getvalue()


def samples_of(sound: bytes, rate: int) -> array[int]:
    """The recording as s16 samples of one channel. UnreadableError."""
    from kiosk.speech.sound.audio import miniaudio  # noqa: PLC0415 - most kiosks and offices never hear one

    try:
        decoded: array[int] = miniaudio.decode(sound, nchannels=1, sample_rate=rate).samples
    except miniaudio.MiniaudioError as fault:
        raise UnreadableError from fault
    return decoded


def encoder(bits: int, quality: int = 5) -> Any:
    """An MP3 encoder of one channel at RATE, `bits` kbit/s; `quality` from 0, the slowest, to 9."""
    import lameenc  # noqa: PLC0415 - listening back does without it

    made = lameenc.Encoder()
    made.silence()
    made.set_in_sample_rate(RATE)
    made.set_channels(1)
    made.set_bit_rate(bits)
    made.set_quality(quality)
    return made


def as_mp3(samples: array[int], bits: int) -> bytes:
    """Samples at RATE as a whole file, made with care."""
    with_care = encoder(bits, quality=2)
    return bytes(with_care.encode(samples.tobytes())) + bytes(with_care.flush())


def written(sound: bytes) -> str:
    """The bytes as text."""
    return base64.b64encode(sound).decode("ascii")


def read(text: str) -> bytes:
    """The bytes of `written`; ValueError."""
    return base64.b64decode(text, validate=True)
