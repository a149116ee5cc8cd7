"""Drawing and signing with a finger, and every way on that needs no drawing."""

import re

import pytest

DRAW = {"type": "image", "name": "park", "label": "Draw your park", "appearance": "draw"}
SIGN = {"type": "image", "name": "sign", "label": "Please sign", "appearance": "signature", "required": "yes"}
PATH = re.compile(r"(?:M\d+ \d+(?:L\d+ \d+)*)+")
RATHER_NOT, DRAWN = "I would rather not draw", "A drawing"


def stroke(stall, *, down=0.2):
    """One line from the left to the right of the place to draw."""
    place = next(control for control in stall.screen.controls() if control.name == "A place to draw").rect
    y = place.y() + round(place.height() * down)
    points = [place.topLeft() for _ in range(5)]
    for step, point in enumerate(points, 1):
        point.setX(place.x() + round(place.width() * step / 6))
        point.setY(y + step)
    stall.screen.drag(*points)


def value(stall):
    return stall.model.question.value


def test_a_drawing_by_touch_is_kept_as_a_path(begun, form_alone, kept):
    stall = begun(form_alone(DRAW))
    stroke(stall)
    one = value(stall)
    stroke(stall, down=0.6)
    assert value(stall).startswith(one)
    stall.press("Continue")
    assert DRAWN in stall.texts
    answers = kept(stall)
    assert PATH.fullmatch(answers["park"])
    assert answers["park"].count("M") == 2


def test_the_points_are_thousandths_of_the_width(begun, form_alone):
    stall = begun(form_alone(DRAW))
    stroke(stall)
    xs = [int(x) for x in re.findall(r"[ML](\d+) ", value(stall))]
    assert xs == sorted(xs)
    assert 150 < xs[0] < 180
    assert 820 < xs[-1] < 850


def inked(stall):
    """How many dots of the screen's the place to draw has in the colour of ink."""
    place = next(control for control in stall.screen.controls() if control.name == "A place to draw").rect
    image = stall.kiosk.window.grabWindow().copy(place.adjusted(6, 6, -6, -6))
    return sum(
        image.pixelColor(x, y).lightness() < 80 for x in range(image.width()) for y in range(image.height())
    )


def test_a_line_and_a_dot_are_seen(begun, form_alone):
    stall = begun(form_alone(DRAW))
    assert inked(stall) == 0
    place = next(control for control in stall.screen.controls() if control.name == "A place to draw").rect
    stall.screen.drag(place.center(), place.center())
    assert value(stall).count("L") == 0
    dot = inked(stall)
    assert dot > 0
    stroke(stall)
    assert inked(stall) > dot + 200
    stall.press("Clear the drawing")
    assert inked(stall) == 0


def test_undo_and_clear(begun, form_alone):
    stall = begun(form_alone(DRAW))
    stroke(stall)
    one = value(stall)
    stroke(stall, down=0.6)
    stall.press("Undo the last line")
    assert value(stall) == one
    stroke(stall, down=0.4)
    stall.press("Clear the drawing")
    assert value(stall) == ""
    stroke(stall)
    assert value(stall) == one


def test_a_drawing_comes_back_to_be_changed(begun, form_alone, kept):
    stall = begun(form_alone(DRAW))
    stroke(stall)
    stall.press("Continue", "Change: Draw your park")
    stroke(stall, down=0.6)
    stall.press("Continue")
    assert kept(stall)["park"].count("M") == 2


def test_nobody_has_to_draw(begun, form_alone, kept, keyed):
    stall = begun(form_alone(DRAW))
    assert stall.sees("You do not have to draw.")
    keyed(stall, RATHER_NOT)
    assert stall.page == "check"
    assert kept(stall) == {}


def test_a_name_may_be_typed_for_a_signature(begun, form_alone, kept, keyed):
    stall = begun(form_alone(SIGN))
    keyed(stall, "Continue")
    assert stall.sees("Please draw, or write instead, to go on.")
    keyed(stall, RATHER_NOT)
    assert stall.page == "typing"
    stall.screen.write("Amrit Kaur")
    keyed(stall, "Done", "Continue")
    assert stall.sees("Amrit Kaur")
    stall.press("Change: Please sign", "I would like to draw")
    stroke(stall)
    stall.press("Continue")
    assert PATH.fullmatch(kept(stall)["sign"])


def test_that_nobody_has_to_draw_is_heard(begun, form_alone):
    stall = begun(form_alone(SIGN))
    stall.press("Listen")
    assert any("You can type your name instead." in said for said in stall.spoken)


@pytest.mark.parametrize("appearance", ["draw", "signature"])
def test_neither_is_left_out_nor_advised_against(form_alone, appearance):
    (form,) = form_alone({**DRAW, "appearance": appearance}).forms.values()
    assert form.left_out == ()


def test_a_photograph_is_still_left_out(form_alone):
    (form,) = form_alone(
        {**DRAW, "appearance": ""}, {**DRAW, "name": "b", "appearance": "annotate"}
    ).forms.values()
    assert [left.path for left in form.left_out] == ["/data/park", "/data/b"]
