"""Slower and faster recordings at their own pitch: pieces laid over each other where they fit (WSOLA)."""

from array import array
from collections.abc import Iterator
from operator import mul

from kiosk.speech.model import SAMPLE_RATE

_PIECE = SAMPLE_RATE * 30 // 1000  # samples laid at a time
_OVERLAP = SAMPLE_RATE * 10 // 1000  # samples over which two pieces are blended
_REACH = SAMPLE_RATE * 8 // 1000  # how far a piece may move: a little over one wave of a deep voice
_COARSE = 8  # samples skipped while looking for the best place
_STRIDE = 6  # places skipped at first
_RISE = [place / _OVERLAP for place in range(_OVERLAP)]


def stretch(sound: "array[int]", rate: int) -> Iterator["array[int]"]:
    """`sound` (s16, one channel) at `rate` per cent of its pace, piece by piece, as it is worked out."""
    if rate == 100 or len(sound) < 4 * _PIECE:
        yield sound
        return
    body = _PIECE - _OVERLAP
    yield sound[:body]
    tail = sound[body:_PIECE]
    goal = step = body * rate / 100
    while goal + _PIECE + _REACH < len(sound):
        place = _best_place(sound, int(goal), tail)
        yield _blend(tail, sound[place : place + _OVERLAP])
        yield sound[place + _OVERLAP : place + body]
        tail = sound[place + body : place + _PIECE]
        goal += step
    yield tail


def _blend(old: "array[int]", new: "array[int]") -> "array[int]":
    mixed = [int(was + (will - was) * rise) for was, will, rise in zip(old, new, _RISE, strict=True)]
    return array("h", mixed)


def _best_place(sound: "array[int]", goal: int, tail: "array[int]") -> int:
    """Where near `goal` the sound goes on most like `tail`: looked for in strides, then closely."""
    sparse = tail[::_COARSE]

    def likeness(place: int) -> int:
        return sum(map(mul, sparse, sound[place : place + _OVERLAP : _COARSE]))

    near = max(range(max(goal - _REACH, 0), goal + _REACH, _STRIDE), key=likeness)
    return max(range(max(near - _STRIDE + 1, 0), near + _STRIDE), key=likeness)
