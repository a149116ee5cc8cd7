"""Marks fall on the words a person sees, each once, never backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.marks import Marker


def marked(text: str, positions: list[int]) -> list[str]:
    marker = Marker(text)
    marks = [mark for at, position in enumerate(positions) if (mark := marker.snap(position, at))]
    return [text[mark.start : mark.start + mark.length] for mark in marks]


@pytest.mark.parametrize(
    ("text", "positions", "words"),
    [
        ("How much?", [0, 4], ["How", "much"]),
        ("“Hello,” she said", [1, 9, 13], ["Hello", "she", "said"]),
        ("in 2027 again", [0, 3, 4, 4, 4, 8], ["in", "2027", "again"]),
        ("it’s late", [0, 2, 5], ["it’s", "late"]),
        ("£3.50 a day", [0, 1, 2, 6, 8], ["£3.50", "a", "day"]),
        ("tea & cake", [0, 4, 6], ["tea", "&", "cake"]),
        ("wait — now", [0, 5, 7], ["wait", "now"]),
        ("ਤੁਸੀਂ ਹੋ?", [0, 6], ["ਤੁਸੀਂ", "ਹੋ"]),
        ("", [0, 3], []),
        ("…", [0], []),
    ],
)
def test_a_mark_covers_the_whole_word_without_the_signs_around_it(text, positions, words) -> None:
    assert marked(text, positions) == words


def test_a_mark_that_goes_back_is_left_out() -> None:
    assert marked("one two three", [0, 8, 4]) == ["one", "three"]


@given(st.text(max_size=60), st.lists(st.integers(-3, 70), max_size=20))
def test_marks_rise_and_stay_inside_whatever_the_engine_says(text: str, positions: list[int]) -> None:
    marker = Marker(text)
    marks = [mark for position in positions if (mark := marker.snap(position, 0))]
    ends = [0]
    for mark in marks:
        assert mark.start >= ends[-1]
        assert mark.length > 0
        ends.append(mark.start + mark.length)
    assert ends[-1] <= len(text)
