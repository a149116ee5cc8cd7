"""A clip made ready: its ends cut, its loudness that of the kiosk's voice, a click no speech."""

import math
from array import array

import pytest

from kiosk.pack.editing.clips.sound import (
    MOST_GAIN,
    TARGET,
    Clip,
    as_kept,
    loudness_of,
    made_ready,
)
from kiosk.recording.sound import RATE, samples_of

HISS = [3, -2, 1, -3, 2, 0, -1]


def quiet(seconds, size=1):
    return [HISS[at % len(HISS)] * size for at in range(round(seconds * RATE))]


def voice(seconds, peak=8000):
    """Something like speech: a tone whose loudness comes and goes four times a second."""
    return [
        round(peak * math.sin(2 * math.pi * 200 * at / RATE) * abs(math.sin(2 * math.pi * 2 * at / RATE)))
        for at in range(round(seconds * RATE))
    ]


def ready(*parts) -> Clip | None:
    return made_ready(array("h", [each for part in parts for each in part]))


def test_silence_at_both_ends_is_cut_and_a_breath_is_left():
    clip = ready(quiet(2), voice(1.5), quiet(3))
    assert clip
    assert 1.6 < clip.seconds < 2.0


def test_a_pause_in_the_middle_stays():
    clip = ready(quiet(1), voice(1), quiet(0.8), voice(1), quiet(1))
    assert clip
    assert 2.8 < clip.seconds < 3.3


@pytest.mark.parametrize("peak", [2600, 8000, 25000])
def test_soft_and_loud_voices_come_to_the_same_loudness(peak):
    clip = ready(quiet(0.5), voice(2, peak), quiet(0.5))
    assert clip
    assert loudness_of(clip.samples) == pytest.approx(TARGET, abs=0.3)


def test_it_is_gentle_and_never_clips():
    clip = ready(quiet(0.5, 0), voice(2, 300), quiet(0.5, 0))
    assert clip
    assert loudness_of(clip.samples) - clip.loudness == pytest.approx(MOST_GAIN, abs=0.3)
    spiky = voice(2, 1500)
    spiky[RATE] = 30_000
    clip = ready(quiet(0.5), spiky, quiet(0.5))
    assert clip
    assert max(map(abs, clip.samples)) <= 29_300


def test_a_click_before_the_voice_is_cut_off():
    click = [20_000, -20_000] * (RATE // 200)  # 10 ms, as of a finger on the glass
    clip = ready(quiet(0.5), click, quiet(1), voice(1), quiet(1))
    assert clip
    assert clip.seconds < 1.5


def test_a_room_that_hums_is_not_taken_for_a_voice():
    clip = ready(quiet(2, 60), voice(1), quiet(2, 60))
    assert clip
    assert clip.seconds < 1.6


@pytest.mark.parametrize(
    "parts", [(), (quiet(2),), (quiet(0.01),), ([0] * RATE,), ([20_000] * 10, [0] * RATE)]
)
def test_where_nobody_speaks_there_is_no_clip(parts):
    assert ready(*parts) is None


def test_it_is_kept_small_and_can_be_heard():
    clip = ready(quiet(0.5), voice(2), quiet(0.5))
    assert clip
    sound = as_kept(clip)
    assert len(sound) < 7_000 * clip.seconds
    assert loudness_of(samples_of(sound, RATE)) == pytest.approx(TARGET, abs=1)
