"""Four themes, measured: colours that meet, and what is painted (ACCESSIBILITY.md rows 20 to 22, 42)."""

import itertools
from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.visit.manner import Colours, Manner

TEXT, BODY, HIGH, HIGH_CHOSEN, SHAPE = 7.0, 10.0, 21.0, 12.0, 3.0
LOW_GLARE = (4.5, 8.0)
RING = 2  # px
ROUNDING = 0.05

# What stands on what: words, then icons and lines.
WORDS = [
    *itertools.product(("ink", "quiet", "action", "stop"), ("paper", "card")),
    ("actionInk", "action"),
    ("actionSoftInk", "actionSoft"),
    ("finishInk", "finish"),
    ("keyInk", "key"),
    ("panelInk", "panel"),
    ("panelStrong", "panel"),
]
SHAPES = [
    *itertools.product(("edge", "action"), ("paper", "card")),
    ("discInk", "disc"),
    ("pictureInk", "picture"),
]
CHOSEN = {"actionSoftInk", "finishInk", "panelStrong"}  # on a fill of its own, or in it


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def dressed(make_stall):
    """A stall in these colours."""

    def dress(colours, **manner):
        return make_stall(manner=Manner(colours=Colours(colours), **manner))

    return dress


@pytest.fixture
def roles(stall):
    """Every theme's colours by role, as the pages use them."""
    theme = stall.kiosk.engine.singletonInstance("Kiosk.Theme", "Theme")
    return theme.property("palettes").toVariant()


def test_every_theme_that_can_be_chosen_has_every_role(roles):
    assert set(roles) == {colours.value for colours in Colours}
    assert len({frozenset(theme) for theme in roles.values()}) == 1


@pytest.mark.parametrize("colours", list(Colours))
def test_words_stand_out_from_what_they_are_written_on(roles, colours):
    theme = roles[colours.value]
    for ink, ground in WORDS:
        seen = contrast(theme[ink], theme[ground])
        least, most = TEXT, HIGH
        if colours is Colours.LOW_GLARE:
            least, most = LOW_GLARE
        elif colours is Colours.HIGH_CONTRAST:
            least = HIGH_CHOSEN if ink in CHOSEN else HIGH
        elif ink == "ink":
            least = BODY
        assert least - ROUNDING <= seen <= most + ROUNDING, f"{ink} on {ground}: {seen:.2f}"


@pytest.mark.parametrize("colours", list(Colours))
def test_lines_and_icons_stand_out(roles, colours):
    theme = roles[colours.value]
    faint = {pair: contrast(theme[pair[0]], theme[pair[1]]) for pair in SHAPES}
    assert {pair: round(seen, 2) for pair, seen in faint.items() if seen < SHAPE} == {}


# --- as it is painted


def picture(stall):
    stall.screen.settle()
    return stall.kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)


def items(item, kind):
    for child in item.childItems():
        if child.isVisible():
            if child.property(kind) is not None:
                yield child
            yield from items(child, kind)


def where(item: QQuickItem) -> QRect:
    return item.mapRectToScene(item.boundingRect()).toAlignedRect()


def inks(image, rect):
    """The contrast of what stands out most from a rectangle's ground, its commonest colour."""
    part = image.copy(rect.intersected(image.rect()))
    seen = Counter(memoryview(part.constBits()).cast("I"))
    ground = QColor(seen.most_common(1)[0][0])
    return max(contrast(ground, QColor(colour)) for colour in seen)


PLACES = (
    ("welcome", ()),
    ("promise", ("Help design the park",)),
    ("question", ("Help design the park", "Start")),
    ("chosen", ("How was today?", "Start")),
)


@pytest.mark.parametrize("colours", list(Colours))
@pytest.mark.parametrize(("place", "way"), PLACES, ids=[place for place, _ in PLACES])
def test_every_word_and_icon_that_is_painted_stands_out(dressed, colours, place, way):
    stall = dressed(colours)
    stall.press(*way)
    image = picture(stall)
    least = LOW_GLARE[0] if colours is Colours.LOW_GLARE else TEXT
    content = stall.kiosk.window.contentItem()
    words = {text.property("text"): inks(image, where(text)) for text in items(content, "truncated")}
    assert words
    # thin strokes are blended with their ground at every pixel: a tenth less
    assert {text: round(seen, 1) for text, seen in words.items() if seen < least * 0.9} == {}
    icons = {icon.property("name"): inks(image, where(icon)) for icon in items(content, "extent")}
    assert icons
    assert {name: round(seen, 1) for name, seen in icons.items() if name and seen < SHAPE} == {}


@pytest.mark.parametrize("colours", list(Colours))
def test_where_the_keys_are_is_painted_all_round_and_inside_the_window(dressed, colours):
    stall = dressed(colours)
    stall.press("Help design the park", "Start")
    before, rings = picture(stall), {}
    for _ in range(12):
        stall.screen.key(Qt.Key.Key_Tab)
        item = stall.kiosk.window.activeFocusItem()
        after = picture(stall)
        rings[item.property("name")] = ring_of(before, after, where(item))
    assert len(rings) > 5
    assert {name: told for name, told in rings.items() if told} == {}


def ring_of(before, after, rect):
    """What is wrong with a focus ring round `rect`: each side must be 2 px of colours that changed by 3:1."""
    middle = rect.center()
    sides = {
        "left": [(rect.left() - step, middle.y()) for step in range(1, 16)],
        "right": [(rect.right() + step, middle.y()) for step in range(1, 16)],
        "top": [(middle.x(), rect.top() - step) for step in range(1, 16)],
        "bottom": [(middle.x(), rect.bottom() + step) for step in range(1, 16)],
    }
    short = []
    for side, points in sides.items():
        inside = [point for point in points if after.rect().contains(*point)]
        changed = [p for p in inside if contrast(before.pixel(*p), after.pixel(*p)) >= SHAPE]
        if len(changed) < RING:
            short.append(side)
    return short


@pytest.mark.parametrize("colours", list(Colours))
def test_a_choice_that_is_chosen_differs_without_colour(dressed, colours):
    stall = dressed(colours)
    stall.press("Help design the park", "Start", "Continue")
    rect = stall.control("Never").rect
    before = picture(stall)
    stall.press("Never")
    stall.press("Back")
    after = picture(stall)
    grey = [
        image.copy(rect).convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(before.format())
        for image in (before, after)
    ]
    pairs = Counter(zip(*(memoryview(image.constBits()).cast("I") for image in grey), strict=True))
    differ = sum(count for pair, count in pairs.items() if contrast(*pair) >= SHAPE)
    assert differ > 150, f"only {differ} px of the choice look otherwise"
