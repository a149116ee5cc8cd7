"""The tables of rates and volumes (ACCESSIBILITY.md, rows 13 and 15)."""

import math

from kiosk.speech.model import (
    NORMAL_RATE,
    NORMAL_VOLUME,
    RATES,
    VOLUMES,
    faster,
    louder,
    quieter,
    slower,
    words_a_minute,
)


def test_there_are_six_to_eight_rates_from_half_to_double() -> None:
    assert 6 <= len(RATES) <= 8
    assert (RATES[0], RATES[-1]) == (50, 200)
    assert NORMAL_RATE in RATES
    assert words_a_minute(50) * 2 == words_a_minute(100)
    assert words_a_minute(10) == words_a_minute(50)


def test_there_are_six_volumes_or_more_over_eighteen_decibels() -> None:
    assert len(VOLUMES) >= 6
    assert 20 * math.log10(VOLUMES[-1] / VOLUMES[0]) >= 18
    assert NORMAL_VOLUME in VOLUMES


def test_steps_stop_at_the_ends() -> None:
    assert (slower(100), faster(100)) == (80, 125)
    assert (slower(50), faster(200)) == (50, 200)
    assert quieter(louder(NORMAL_VOLUME)) == NORMAL_VOLUME
    assert (quieter(VOLUMES[0]), louder(1.0)) == (VOLUMES[0], 1.0)
