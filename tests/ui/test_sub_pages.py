"""How blocks are dealt to sub-pages: buttons beside one another, headings with what they head."""

import itertools

from kiosk.visit.manner import Manner, Size


def row_of(stall, *names):
    """Whether these controls stand in one row, in this order from the start side."""
    boxes = [stall.screen.find(name).rect for name in names]
    return len({box.top() for box in boxes}) == 1 and all(
        one.right() < other.left() for one, other in itertools.pairwise(boxes)
    )


def test_buttons_stand_beside_one_another_where_they_fit(stall):
    stall.press("Help")
    assert row_of(stall, "What happens to my answers", "Carry on at home")


def test_they_stand_under_one_another_where_they_do_not(make_stall):
    stall = make_stall(manner=Manner("en", Size.LARGEST))
    stall.press("Help")
    first, second = (
        stall.screen.find(name).rect for name in ("What happens to my answers", "Carry on at home")
    )
    assert first.bottom() < second.top()
    assert first.left() == second.left()


def test_a_line_over_a_heading_never_stands_alone(make_stall):
    stall = make_stall(manner=Manner("ur", Size.LARGEST))
    words = stall.model.words()
    while not stall.sees(words("Our charter")):
        stall.press(words("More"))
    stall.press(words("Our charter"))
    for _ in range(11):
        assert stall.heading
        while words("More") in stall.texts:
            stall.press(words("More"))
        stall.press(words("Next"))
