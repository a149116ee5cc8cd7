"""References: said aloud, written on a card, read back by somebody else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed import reference as ref
from kiosk.storage.sealed.reference import SIGNS, check_sign, grouped, lookup, new_reference, parse

references = st.text(SIGNS, min_size=8, max_size=8).map(lambda signs: signs + check_sign(signs))


@settings(deadline=None)
@given(references)
def test_it_reads_back_as_people_write_it(reference):
    shown = grouped(reference)
    assert [len(group) for group in shown.split()] == [3, 3, 3]
    for written in (shown, shown.lower(), reference, shown.replace(" ", "-"), f" {shown}\n"):
        assert parse(written) == reference
    assert parse(reference.replace("0", "O").replace("1", "l")) == reference


@settings(deadline=None)
@given(references, st.integers(0, 8), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(reference, at, sign):
    wrong = reference[:at] + sign + reference[at + 1 :]
    if wrong == reference:
        return
    with pytest.raises(KioskError) as fault:
        parse(wrong)
    assert fault.value.code is ErrorCode.REFERENCE_WRONG


@pytest.mark.parametrize("text", ["", "7F3", "7F3 K9Q XDMM", "UUU UUU UUU", "not a reference", "٣٣٣٣٣٣٣٣٣"])
def test_what_is_no_reference_is_told(text):
    with pytest.raises(KioskError):
        parse(text)


def test_new_ones_are_right_and_differ():
    made = {new_reference() for _ in range(500)}
    assert len(made) == 500
    assert all(parse(reference) == reference for reference in made)


def test_a_lookup_depends_on_the_key_and_the_part(monkeypatch):
    monkeypatch.setattr(ref, "SCRYPT_N", 2)
    found = lookup("7F3K9QXDM", "a" * 32)
    assert len(found) == 64
    assert found == lookup("7F3K9QXDM", "a" * 32)
    others = {
        lookup("7F3K9QXDM", "b" * 32),
        lookup("7F3K9QXDM", "a" * 32, "park"),
        lookup("7F3K9QXDN", "a" * 32),
    }
    assert len(others | {found}) == 4


def test_guessing_every_reference_is_dear():
    assert ref.SCRYPT_N * ref.SCRYPT_R * 128 >= 32 * 2**20
