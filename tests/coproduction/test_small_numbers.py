"""Small numbers are hidden, and nobody can work them out from what is left."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.coproduction.small_numbers import FEWEST, shown_count, shown_counts, stepped


def test_a_small_number_is_hidden_with_the_next_one() -> None:
    assert shown_counts({"a": 40, "b": 3, "c": 25}) == {"a": 40, "b": None, "c": None}


def test_two_small_ones_that_are_few_together_hide_a_third() -> None:
    assert shown_counts({"a": 4, "b": 2, "c": 30, "d": 40}) == {"a": None, "b": None, "c": None, "d": 40}


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert shown_counts({"a": 10, "b": 90}) == {"a": 10, "b": 90}


def test_none_at_all_is_small_too() -> None:
    assert shown_counts({"a": 0, "b": 30, "c": 31}) == {"a": None, "b": None, "c": 31}


def test_steps() -> None:
    assert (stepped(14), stepped(15), shown_count(9), shown_count(19, 5)) == (10, 15, None, 15)
    assert shown_counts({"a": 14, "b": 29}, 5) == {"a": 10, "b": 25}


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 60), max_size=8))
def test_the_total_gives_no_hidden_number_away(counts: dict[str, int]) -> None:
    shown = shown_counts(counts)
    hidden = {name for name, count in shown.items() if count is None}
    assert hidden >= {name for name, count in counts.items() if count < FEWEST}
    assert all(count == counts[name] for name, count in shown.items() if count is not None)
    rest = sum(counts.values()) - sum(count for count in shown.values() if count is not None)
    if hidden and sum(counts.values()) >= FEWEST and len(counts) > 1:
        assert len(hidden) > 1
        assert rest >= FEWEST
