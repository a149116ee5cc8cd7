"""A speaker that makes no sound and keeps a log: for tests and made-up residents."""

import itertools
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.errors import ErrorCode
from kiosk.speech.engines.voices import choose_voice
from kiosk.speech.model import NORMAL_RATE, NORMAL_VOLUME, OnFailed, OnFinished, OnStarted, OnWord

_SIGNS_A_SECOND = 14  # about the normal pace, in any script


@dataclass
class Spoken:
    """One entry of the log. Times are of the clock; `ended` is None while it would still be heard."""

    id: int
    text: str
    language: str
    rate: int
    time: float
    lasts: float
    volume: float
    recording: Path | None = None
    ended: float | None = None
    completed: bool = False
    failed: ErrorCode | None = None


class SilentSpeaker:
    """The same interface and the same choice of voice as `Speaker`; callbacks come at once, on the caller.

    An entry lasts as long as it would be heard at its rate, by `clock`; `settle` ends what time has ended.
    """

    def __init__(
        self,
        on_started: OnStarted = lambda number: None,
        on_word: OnWord = lambda number, start, length: None,
        on_finished: OnFinished = lambda number, completed: None,
        on_failed: OnFailed = lambda number, code: None,
        *,
        clock: Clock,
    ) -> None:
        self.log: list[Spoken] = []
        self._started = on_started
        self._word = on_word
        self._finished = on_finished
        self._failed = on_failed
        self._clock = clock
        self._ids = itertools.count(1)
        self._gain = NORMAL_VOLUME

    @property
    def speaking(self) -> Spoken | None:
        """What would be heard now."""
        self.settle()
        return self.log[-1] if self.log and self.log[-1].ended is None else None

    def speak(self, text: str, language: str, rate: int = NORMAL_RATE, recording: Path | None = None) -> int:
        self.stop()
        number, now = next(self._ids), self._clock.monotonic()
        lasts = len(text) / _SIGNS_A_SECOND * 100 / rate
        entry = Spoken(number, text, language, rate, now, lasts, self._gain, recording)
        self.log.append(entry)
        if recording is None and choose_voice(text, language) is None:
            entry.failed, entry.ended = ErrorCode.NO_VOICE, now
            self._failed(number, ErrorCode.NO_VOICE)
            self._finished(number, False)
        else:
            self._started(number)
        return number

    def settle(self) -> None:
        """End the last entry if the clock has passed its end."""
        entry = self.log[-1] if self.log else None
        if entry and entry.ended is None and self._clock.monotonic() >= entry.time + entry.lasts:
            self._end(entry, entry.time + entry.lasts, completed=True)

    def finish(self) -> None:
        """Let the last entry be heard to its end, now."""
        entry = self.speaking
        if entry:
            self._end(entry, self._clock.monotonic(), completed=True)

    def word(self, start: int, length: int) -> None:
        """Let this word of the last entry be heard, now."""
        entry = self.speaking
        if entry:
            self._word(entry.id, start, length)

    def stop(self) -> None:
        entry = self.speaking
        if entry:
            self._end(entry, self._clock.monotonic(), completed=False)

    def volume(self, gain: float) -> None:
        self._gain = gain

    def warm(self) -> None:
        pass

    def close(self) -> None:
        self.stop()

    def _end(self, entry: Spoken, at: float, *, completed: bool) -> None:
        entry.ended, entry.completed = at, completed
        self._finished(entry.id, completed)
