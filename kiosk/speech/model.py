"""What speech is made of: marks, renderings, rates, volumes, and the shape every speaker has."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.errors import ErrorCode

SAMPLE_RATE = 22_050  # Hz; one channel of signed 16-bit samples, as espeak-ng gives them
BYTES_PER_FRAME = 2

RATES = (50, 65, 80, 100, 125, 160, 200)  # per cent of the normal pace (ACCESSIBILITY.md, row 15)
NORMAL_RATE = 100
NORMAL_WORDS_A_MINUTE = 160  # twice the slowest that espeak-ng can do, so that 50 % is really half

# Gains, quietest first, 3 dB apart: eight steps over 21 dB (ACCESSIBILITY.md, row 13).
VOLUMES = tuple(round(10 ** (decibels / 20), 4) for decibels in range(-21, 1, 3))
NORMAL_VOLUME = VOLUMES[-3]


@dataclass(frozen=True)
class Mark:
    """A word of the text (`start` and `length` in code points) and when it is heard (ms into the sound)."""

    start: int
    length: int
    at: int


@dataclass(frozen=True)
class Rendering:
    """A text as sound: `pcm` at SAMPLE_RATE, one channel, s16; `marks` in the order they are heard."""

    pcm: bytes
    marks: tuple[Mark, ...]

    @property
    def seconds(self) -> float:
        return len(self.pcm) / BYTES_PER_FRAME / SAMPLE_RATE


OnStarted = Callable[[int], None]  # id
OnWord = Callable[[int, int, int], None]  # id, start, length: the word now being heard
OnFinished = Callable[[int, bool], None]  # id, whether it was heard to its end
OnFailed = Callable[[int, ErrorCode], None]  # id, NO_SOUND, NO_VOICE or SPEECH_STOPPED


@dataclass(frozen=True)
class Listeners:
    """Who hears of an utterance."""

    started: OnStarted
    word: OnWord
    finished: OnFinished
    failed: OnFailed


class SpeechOutput(Protocol):
    """Anything that speaks: `Speaker`, or `SilentSpeaker` for tests and made-up residents.

    Every id ends with exactly one `finished`. A new `speak` cuts off the one before it.
    """

    def speak(self, text: str, language: str, rate: int = NORMAL_RATE, recording: Path | None = None) -> int:
        """Begin saying `text`, at `rate` per cent, and return its id at once. A `recording` comes first."""

    def stop(self) -> None:
        """Be silent."""

    def volume(self, gain: float) -> None:
        """Set the loudness, 0 (silent) to 1."""

    def warm(self) -> None:
        """Get ready, so that the first words are not late."""

    def close(self) -> None:
        """Be silent for good."""


def words_a_minute(rate: int) -> int:
    """espeak-ng's own measure of pace for `rate` per cent, kept inside the table."""
    return NORMAL_WORDS_A_MINUTE * min(max(rate, RATES[0]), RATES[-1]) // 100


def slower(rate: int) -> int:
    """The next slower rate of the table, or the slowest."""
    return max((step for step in RATES if step < rate), default=RATES[0])


def faster(rate: int) -> int:
    """The next faster rate of the table, or the fastest."""
    return min((step for step in RATES if step > rate), default=RATES[-1])


def quieter(gain: float) -> float:
    """The next quieter gain of the table, or the quietest."""
    return max((step for step in VOLUMES if step < gain), default=VOLUMES[0])


def louder(gain: float) -> float:
    """The next louder gain of the table, or the loudest."""
    return min((step for step in VOLUMES if step > gain), default=VOLUMES[-1])
