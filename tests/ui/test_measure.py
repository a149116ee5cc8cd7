"""Lines of about the same length, and no lone word at the end of a paragraph."""

import pytest

from ui.painting.measure import LONE, even_width, font, load_fonts, width_of

HEADING = "May we introduce you to people who like to grow things?"
PIXELS, WEIGHT = 46, 800


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def lines(text, width, pixels=PIXELS, weight=WEIGHT):
    from ui.painting.measure import _across_lines  # noqa: PLC0415 - after the application

    return _across_lines(text, font(pixels, weight), width)


def test_a_heading_takes_no_more_lines_and_has_them_about_as_long():
    wide = width_of(HEADING, PIXELS, WEIGHT) * 0.9
    before = lines(HEADING, wide)
    assert before[-1] < before[0] / 3
    narrow = even_width(HEADING, PIXELS, WEIGHT, wide, True)
    after = lines(HEADING, narrow)
    assert len(after) == len(before) == 2
    assert min(after) > 0.7 * max(after)


def test_no_word_is_broken_to_even_out_a_heading():
    text = "Nadzwyczajnieprzewidywalnego czas"
    width = width_of("Nadzwyczajnieprzewidywalnego", PIXELS, WEIGHT) + 5
    assert even_width(text, PIXELS, WEIGHT, width, True) >= width - 5


def test_a_paragraph_ends_in_more_than_one_short_word_where_it_can():
    text = "Show this page to somebody at this stall."
    wide = width_of("Show this page to somebody at this", 35, 400) + 2
    assert lines(text, wide, 35, 400)[-1] < LONE * wide
    narrow = even_width(text, 35, 400, wide, False)
    assert narrow < wide
    assert len(lines(text, narrow, 35, 400)) == 2
    assert lines(text, narrow, 35, 400)[-1] >= LONE * wide * 0.85


@pytest.mark.parametrize("text", ["One line", "", "Two\nlines that are left as they are, as they were typed"])
def test_what_stands_on_one_line_or_was_broken_by_hand_stays_as_it_is(text):
    assert even_width(text, PIXELS, WEIGHT, 900.0, True) == 900.0
