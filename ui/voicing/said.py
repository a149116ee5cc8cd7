"""What is said whole, and the voice that says it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.speech.model import Listeners
from kiosk.speech.passages import Passage

# 6 steps over 18 dB and more: each is 3.6 dB under the next (row 13).
GAINS = (0.126, 0.191, 0.288, 0.437, 0.661, 1.0)
SLOWER = 65  # per cent of the pace, for a reference


class Voice(Protocol):
    """What the narrator needs of a speaker (kiosk/speech)."""

    def speak(self, text: str, language: str, rate: int = 100, recording: Path | None = None) -> int: ...
    def stop(self) -> None: ...
    def volume(self, gain: float) -> None: ...
    def close(self) -> None: ...


OpenVoice = Callable[[Listeners], Voice]


@dataclass(frozen=True)
class Said:
    """Something said whole: `page` is where the page's own words begin in it, or -1 where there are none."""

    words: str
    parts: tuple[Passage, ...]
    page: int = -1


SILENCE = Said("", ())


def speaker(hear: Listeners) -> Voice:
    """The real voice (kiosk/speech), which starts its process with the first words."""
    from kiosk.speech.speaker import Speaker  # noqa: PLC0415 - nobody may listen today

    return Speaker(hear.started, hear.word, hear.finished, hear.failed)
