"""Slower and faster recordings at their own pitch: pieces laid over each other where they fit (WSOLA)."""

from array import array
from collections.abc import Sequence
from operator import mul

from kiosk.speech.model import SAMPLE_RATE

_PIECE = SAMPLE_RATE * 30 // 1000  # samples laid at a time
_OVERLAP = SAMPLE_RATE * 10 // 1000  # samples over which two pieces are blended
_REACH = SAMPLE_RATE * 8 // 1000  # how far a piece may move: a little over one wave of a deep voice
_COARSE = 8  # samples skipped while looking for the best place
_RISE = [place / _OVERLAP for place in range(_OVERLAP)]


def stretch(sound: "array[int]", rate: int) -> "array[int]":
    """`sound` (s16, one channel) at `rate` per cent of its pace; the same array where nothing is to do."""
    if rate == 100 or len(sound) < 4 * _PIECE:
        return sound
    slow = array("h", sound[:_PIECE])
    step = (_PIECE - _OVERLAP) * rate / 100
    goal = step
    while goal + _PIECE + _REACH < len(sound):
        tail = slow[-_OVERLAP:]
        place = _best_place(sound, int(goal), tail)
        head = sound[place : place + _OVERLAP]
        slow[-_OVERLAP:] = array(
            "h", [int(old + (new - old) * rise) for old, new, rise in zip(tail, head, _RISE, strict=True)]
        )
        slow += sound[place + _OVERLAP : place + _PIECE]
        goal += step
    return slow


def _best_place(sound: "array[int]", goal: int, tail: Sequence[int]) -> int:
    """Where near `goal` the sound goes on most like `tail`."""
    sparse = tail[::_COARSE]

    def likeness(place: int) -> int:
        return sum(map(mul, sparse, sound[place : place + _OVERLAP : _COARSE]))

    return max(range(max(goal - _REACH, 0), goal + _REACH, 2), key=likeness)
