"""How loud a sound is, and bytes that are none."""

from array import array

import pytest

from kiosk.recording.sound import FAINT, LONGEST, LONGEST_VISIT, Recording, UnreadableError, as_wav, level_of
from kiosk.sync.layout import MOST_FIELD


def test_levels_go_from_silence_to_the_loudest():
    silent, low, loud, most = (level_of(array("h", [size, -size] * 400)) for size in (0, 150, 3000, 32767))
    assert silent == 0.0
    assert 0 < low < FAINT < loud < most <= 1.0
    assert level_of(array("h")) == 0.0


def test_only_what_nobody_could_hear_is_faint():
    assert Recording(b"", 1.0, FAINT / 2).faint
    assert not Recording(b"", 1.0, FAINT).faint


@pytest.mark.parametrize("damaged", [b"", b"RIFF", b"\0" * 5000])
def test_what_is_no_recording_is_refused(damaged):
    with pytest.raises(UnreadableError):
        as_wav(damaged)


def test_all_that_one_visit_may_record_fits_a_field_of_a_transfer_pack():
    assert LONGEST < LONGEST_VISIT
    mp3 = LONGEST_VISIT * 32_000 / 8
    assert mp3 * (4 / 3) ** 2 < MOST_FIELD  # base64 in the sealed answers, and again in the CSV
