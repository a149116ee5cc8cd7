"""An order of preference, made by pressing: nothing is dragged."""

import pytest

RANK = {"type": "rank needs", "name": "first", "label": "What matters most?"}
NEEDS = [
    {"list_name": "needs", "name": name, "label": label}
    for name, label in (("seats", "Seats"), ("paths", "Paths"), ("light", "Light"), ("shade", "Shade"))
]


@pytest.fixture
def ranking(begun, form_alone):
    return begun(form_alone(RANK, choices=NEEDS))


def test_an_order_by_touch(ranking, kept):
    ranking.press("Light", "Seats", "Paths")
    assert ranking.control("1. Light").checked
    assert ranking.control("3. Paths").checked
    assert not ranking.control("Shade").checked
    ranking.press("Continue")
    assert ranking.sees("1. Light, 2. Seats, 3. Paths")
    assert kept(ranking) == {"first": "light seats paths"}


def test_an_order_by_keys(ranking, kept, keyed):
    keyed(ranking, "Shade", "Seats", "Continue")
    assert kept(ranking) == {"first": "shade seats"}


def test_a_second_press_takes_it_out_and_the_others_move_up(ranking, kept):
    ranking.press("Light", "Seats", "Paths", "2. Seats")
    assert ranking.control("2. Paths").checked
    assert not ranking.control("Seats").checked
    ranking.press("Seats", "Continue", "Change: What matters most?", "1. Light", "Continue")
    assert kept(ranking) == {"first": "paths seats"}


def test_an_order_is_heard(ranking):
    ranking.press("Listen", "Light", "Paths")
    assert ranking.spoken[-1] == "2. Paths"
    ranking.press("1. Light")
    assert ranking.spoken[-1] == "Light, not chosen"


def test_nothing_need_be_put_in_order(ranking, kept):
    ranking.press("Skip")
    assert ranking.sees("Not answered")
    assert kept(ranking) == {}
