"""The same person twice: decided by staff, taken back, and what follows."""

from datetime import date

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.twice import Word, decide, decisions, people, superseded, undecide
from kiosk.storage.kept.withdrawal import withdraw_record


def test_staff_decide_and_may_think_again(office, secret, record, clock):
    one, other = sorted((record(), record()))
    decide(office, secret, other, one, same=True, clock=clock)
    assert decisions(office, secret) == {(one, other): "same"}
    decide(office, secret, one, other, same=False, clock=clock)
    assert decisions(office, secret) == {(one, other): "different"}
    assert undecide(office, secret, other, one, clock)
    assert not undecide(office, secret, other, one, clock)
    assert decisions(office, secret) == {}


def test_it_is_about_two_records_that_are_here(office, secret, record, clock):
    one, other = record(), record()
    for wrong in (one, "f" * 36, "0" * 36):
        with pytest.raises(KioskError) as told:
            decide(office, secret, one, wrong, same=True, clock=clock)
        assert told.value.code is ErrorCode.RECORD_NOT_HERE
    decide(office, secret, one, other, same=True, clock=clock)
    withdraw_record(office, other, date(2027, 6, 12))
    assert decisions(office, secret) == {}


def test_three_records_of_one_person():
    person = people([("b", "c"), ("x", "y"), ("a", "b")])
    assert person == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}


ONE = {"a": "a", "b": "a"}


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ([("a", "1", True), ("b", "2", True)], {"a": True}),
        ([("a", "2", True), ("b", "1", True)], {"b": True}),
        ([("a", "1", True), ("b", "2", False)], {"a": False}),
        ([("a", "1", False), ("b", "2", True)], {}),
        ([("a", "1", True), ("b", "1", False)], {"a": False}),
        ([("a", "1", True), ("b", "1", True)], {"a": True}),
        ([("a", "1", True), ("z", "2", False)], {}),
        ([("a", "1", True)], {}),
    ],
)
def test_the_latest_word_counts_and_a_no_before_a_yes(words, past):
    given = [Word(record, "news", day, yes) for record, day, yes in words]
    assert superseded(given, ONE) == {(record, "news"): still for record, still in past.items()}
    assert superseded([*given, Word("b", "other", "9", False)], ONE) == {
        (record, "news"): still for record, still in past.items()
    }
