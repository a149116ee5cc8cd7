"""A clip made ready: silence cut at both ends, and about as loud as the kiosk's own voice.

The measure: over frames of 20 ms, in dB under full scale. A clip is as loud as the mean power of its speech,
the frames within 20 dB of its loud ones (the 95th of 100). It is brought to -19 dB, by 12 dB at most, and no
peak beyond -1 dB. Its ends are where 60 ms in a row reach 35 dB under its loud ones, or 6 dB over the room.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from operator import mul

from kiosk.recording.sound import RATE, as_mp3

BITS = 48  # kbit/s: 6 kB a second
FRAME = RATE // 50  # samples in 20 ms
TARGET = -19.0  # dB: what espeak's English has by the same measure
MOST_GAIN = 12.0  # dB up or down: a voice far from the microphone stays so, rather than a loud room
PEAK = -1.0
SPEECH_WITHIN = 20.0  # dB under the loud frames
ENDS_WITHIN = 35.0
OVER_ROOM = 6.0
FAINTEST = -50.0  # dB: nobody spoke
_IN_A_ROW = 3  # frames: a click is shorter
_BEFORE, _AFTER = FRAME * 5, FRAME * 12  # samples kept before and after the speech
_FADE = RATE // 100
_SILENCE = -120.0


@dataclass(frozen=True)
class Clip:
    """`samples` are s16, one channel, 16 kHz; `loudness` by the measure above, before it was changed."""

    samples: array[int]
    loudness: float

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE


def made_ready(samples: array[int]) -> Clip | None:
    """The clip to keep, or None where nobody is heard."""
    frames = _levels(samples)
    if not frames:
        return None
    loud = _of(frames, 0.95)
    least = min(max(loud - ENDS_WITHIN, _of(frames, 0.10) + OVER_ROOM), loud - OVER_ROOM)
    first, last = _first(frames, least), _first(frames[::-1], least)
    if loud < FAINTEST or first is None or last is None:
        return None
    cut = samples[max(0, first * FRAME - _BEFORE) : (len(frames) - last) * FRAME + _AFTER]
    loudness = loudness_of(cut)
    return Clip(_faded(_louder(cut, TARGET - loudness)), loudness)


def loudness_of(samples: array[int]) -> float:
    """How loud the speech in it is, in dB under full scale."""
    frames = _levels(samples)
    if not frames:
        return _SILENCE
    least = _of(frames, 0.95) - SPEECH_WITHIN
    powers = [10 ** (level / 10) for level in frames if level >= least]
    return 10 * math.log10(sum(powers) / len(powers))


def as_kept(clip: Clip) -> bytes:
    """The clip as a file, MP3."""
    return as_mp3(clip.samples, BITS)


def _levels(samples: array[int]) -> list[float]:
    """dB of each whole frame."""
    return [_level(samples[at : at + FRAME]) for at in range(0, len(samples) - FRAME + 1, FRAME)]


def _level(frame: array[int]) -> float:
    power = sum(map(mul, frame, frame)) / len(frame) / 32_768**2
    return 10 * math.log10(power) if power else _SILENCE


def _of(levels: list[float], share: float) -> float:
    return sorted(levels)[round(share * (len(levels) - 1))]


def _first(levels: list[float], least: float) -> int | None:
    """Where the first run of loud frames begins."""
    run = 0
    for place, level in enumerate(levels):
        run = run + 1 if level >= least else 0
        if run == _IN_A_ROW:
            return place - _IN_A_ROW + 1
    return None


def _louder(samples: array[int], wanted: float) -> array[int]:
    peak = (max(map(abs, samples), default=0) or 1) / 32_768
    gain = min(max(wanted, -MOST_GAIN), MOST_GAIN, PEAK - 20 * math.log10(peak))
    factor = 10 ** (gain / 20)
    return array("h", (max(-32_768, min(32_767, round(each * factor))) for each in samples))


def _faded(samples: array[int]) -> array[int]:
    """Without a click at either end."""
    for place in range(min(_FADE, len(samples) // 2)):
        samples[place] = samples[place] * place // _FADE
        samples[-1 - place] = samples[-1 - place] * place // _FADE
    return samples
