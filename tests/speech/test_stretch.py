"""Recordings are slower and faster at their own pitch."""

from array import array
from itertools import pairwise

import pytest

from kiosk.speech.sound.stretch import stretch


def stretched(sound, rate: int) -> array:
    whole = array("h")
    for piece in stretch(sound, rate):
        whole += piece
    return whole


def waves_a_second(sound) -> float:
    return sum(before < 0 <= after for before, after in pairwise(sound)) / len(sound) * 22_050


@pytest.mark.parametrize("rate", [50, 80, 125, 200])
def test_the_length_changes_and_the_pitch_does_not(tone, rate: int) -> None:
    sound = tone(1.0)
    slow = stretched(sound, rate)
    assert len(slow) / len(sound) == pytest.approx(100 / rate, rel=0.1)
    assert waves_a_second(slow) == pytest.approx(waves_a_second(sound), rel=0.03)
    assert max(slow) <= 12_000


def test_at_its_own_pace_a_recording_is_left_alone(tone) -> None:
    sound = tone(0.5)
    assert stretched(sound, 100) == sound
