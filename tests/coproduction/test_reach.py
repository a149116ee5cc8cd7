"""Who is missing, in words and bands, beside who lives here."""

import pytest

from kiosk.coproduction.reach import Standing, count_words, reach, standing_words
from kiosk.pack.model import ProfileShare, Text
from kiosk.words import Words

AGE = tuple(
    ProfileShare("age", bucket, Text({"en": bucket}), share)
    for bucket, share in (("under_25", 0.34), ("middle", 0.5), ("over_65", 0.16))
)


def standings(counts: dict[str, int], step: int = 1) -> dict[str, Standing]:
    [age] = reach(AGE, {"age": counts}, step)
    return {group.bucket: group.standing for group in age.groups}


def test_each_group_beside_the_area() -> None:
    assert standings({"under_25": 30, "middle": 100, "over_65": 70}) == {
        "under_25": Standing.FAR_FEWER,
        "middle": Standing.ABOUT,
        "over_65": Standing.MORE,
    }
    assert standings({"under_25": 50, "middle": 110, "over_65": 40})["under_25"] is Standing.FEWER


def test_a_small_group_is_far_fewer_only_where_any_small_number_would_be() -> None:
    many = standings({"under_25": 3, "middle": 60, "over_65": 40})
    assert many == {"under_25": Standing.FAR_FEWER, "middle": Standing.ABOUT, "over_65": Standing.UNSAID}
    few = standings({"under_25": 3, "middle": 12, "over_65": 10})
    assert few["under_25"] is Standing.UNSAID


def test_fewer_than_ten_answers_say_nothing() -> None:
    [age] = reach(AGE, {"age": {"under_25": 4, "middle": 5}})
    assert age.told is None
    assert {group.standing for group in age.groups} == {Standing.UNSAID}
    assert {group.count for group in age.groups} == {None}


def test_bands_move_in_steps_of_five() -> None:
    [before] = reach(AGE, {"age": {"under_25": 20, "middle": 30, "over_65": 10}})
    [after] = reach(AGE, {"age": {"under_25": 21, "middle": 32, "over_65": 11}})
    assert before.groups == after.groups
    assert before.told == after.told == 60


@pytest.mark.parametrize("other", ["prefer_not", "no_such_group"])
def test_answers_outside_the_profile_count_in_nothing(other: str) -> None:
    [age] = reach(AGE, {"age": {"under_25": 20, "middle": 30, "over_65": 10, other: 40}}, 1)
    assert age.told == 60


def test_a_key_that_nobody_answered_is_there_too() -> None:
    [age] = reach(AGE, {})
    assert age.told is None


def test_what_is_said() -> None:
    words = Words("en")
    assert count_words(words, None) == "fewer than 10"
    assert count_words(words, 25) == "25"
    assert standing_words(words, Standing.FAR_FEWER) == "far fewer than live here"
    assert len({standing_words(words, standing) for standing in Standing}) == len(Standing)
