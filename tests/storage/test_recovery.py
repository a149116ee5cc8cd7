"""The letters of the recovery sheet: what paper keeps reads back, and a slip is named by its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import SecretKey, make_key
from kiosk.storage.sealed.recovery import LINES, letters, read_letters
from kiosk.storage.sealed.reference import SIGNS

SECRET = SecretKey(bytes(range(32)), bytes(range(200, 232)))


def test_they_read_back_however_they_are_written():
    for secret in (SECRET, make_key()):
        lines = letters(secret)
        assert len(lines) == LINES
        assert all([len(group) for group in line.split()] == [3] * 6 for line in lines)
        assert read_letters("\n".join(lines)) == secret
        assert read_letters("\r\n\n".join(line.lower().replace(" ", "-") for line in lines)) == secret
        assert read_letters("\n".join(line.replace("0", "o").replace("1", "l") for line in lines)) == secret


def test_the_same_key_has_the_same_letters_everywhere():
    """A known answer: a sheet printed today must open in every later version."""
    assert letters(SECRET)[0] == "000 G40 R40 M30 E20 9MT"


@settings(deadline=None)
@given(st.data())
def test_a_slip_is_named_by_its_line(data):
    lines = list(letters(SECRET))
    number = data.draw(st.integers(0, LINES - 1))
    plain = lines[number].replace(" ", "")
    at = data.draw(st.integers(0, len(plain) - 1))
    sign = data.draw(st.sampled_from([sign for sign in SIGNS if sign != plain[at]]))
    lines[number] = plain[:at] + sign + plain[at + 1 :]
    try:
        assert read_letters("\n".join(lines)) != SECRET
    except KioskError as fault:
        assert fault.code is ErrorCode.RECOVERY_WRONG
        # a line's own signs miss one slip in 1,024; the sum over all of them does not
        assert fault.facts["line"] in (number + 1, f"1-{LINES}")
    else:
        pytest.fail("a slip went through")


@pytest.mark.parametrize("change", [lambda lines: lines[:-1], lambda lines: [*lines[1:], lines[0]]])
def test_lines_left_out_or_swapped_are_noticed(change):
    with pytest.raises(KioskError) as fault:
        read_letters("\n".join(change(list(letters(SECRET)))))
    assert fault.value.code is ErrorCode.RECOVERY_WRONG
