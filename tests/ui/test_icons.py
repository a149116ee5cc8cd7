"""The icon family: one colour, sharp at any size, tinted as the Theme asks."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.resources import asset
from ui.painting.icons import INK, IconProvider, icon_names

pytestmark = pytest.mark.usefixtures("qapp")

TOP_BAR = {"language", "look", "listen", "listen-off", "help", "start-again"}
STEPS = {"back", "continue", "more", "skip", "tick", "cross", "change", "save", "question", "done", "finish"}
CARDS = {"can-change", "cannot-change", "who-decides", "by-when", "ideas", "sign-up", "quick", "questions"}
KEYS = {"shift", "shift-on", "backspace", "space", "undo", "cursor-left", "cursor-right", "hide", "show"}
NEAR_TINT = {"#c81e3a", "#c71e39"}  # where two edges meet, rounding takes one step
MARKS = {"check-empty", "check-filled", "radio-empty", "radio-filled", "danger", "info", "minus", "plus"}


def drawn(address: str, width: int = 34, height: int = 34) -> tuple[QImage, QSize]:
    size = QSize()
    return IconProvider().requestImage(address, size, QSize(width, height)), size


def inked(image: QImage) -> list[QColor]:
    """The colours of all pixels that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in pixels if colour.alpha() == 255]


def test_the_family_has_what_the_pages_need() -> None:
    missing = (TOP_BAR | STEPS | CARDS | KEYS | MARKS) - set(icon_names())
    assert not missing, f"draw these in assets/icons: {sorted(missing)}"


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_within_its_square_and_in_the_tint_alone(name: str) -> None:
    image, size = drawn(f"{name}/c81e3a")
    assert (size.width(), size.height()) == (34, 34)
    painted = inked(image)
    assert len(painted) >= 20, f"{name} is hardly there at 34 px"
    assert {colour.name() for colour in painted} <= NEAR_TINT
    rim = [image.pixelColor(x, y).alpha() for x in range(34) for y in (0, 33)]
    rim += [image.pixelColor(x, y).alpha() for y in range(34) for x in (0, 33)]
    assert max(rim) <= 128, f"{name} runs out of its square"


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_of_the_family(name: str) -> None:
    svg = asset("icons", f"{name}.svg").read_text("utf-8")
    root = ET.fromstring(svg)
    assert root.attrib["viewBox"] == "0 0 48 48"
    assert root.attrib["stroke-width"] == "4"
    assert root.attrib["stroke-linecap"] == root.attrib["stroke-linejoin"] == "round"
    assert set(re.findall(r"#[0-9A-Fa-f]+", svg)) == {INK}
    assert "<text" not in svg


def test_an_icon_is_sharp_at_the_size_asked_for() -> None:
    assert drawn("help/16202a", 200, 200)[0].size() == QSize(200, 200)
    assert drawn("help/16202a", 60, 0)[0].size() == QSize(60, 60)
    assert drawn("help/16202a", 0, 0)[0].size() == QSize(48, 48)


def test_an_icon_keeps_its_shape_in_a_wide_box() -> None:
    image, _ = drawn("stop/000000", 100, 40)
    xs = [x for x in range(100) if image.pixelColor(x, 20).alpha()]
    assert min(xs) >= 30 and max(xs) < 70


def test_a_see_through_tint_is_see_through() -> None:
    image, _ = drawn("stop/80102030", 48, 48)
    assert 120 <= image.pixelColor(24, 24).alpha() <= 136


@pytest.mark.parametrize("address", ["nothing-of-the-kind/000000", "../i18n/x/000000", "help/red", ""])
def test_an_address_that_names_no_icon_draws_nothing(address: str) -> None:
    assert drawn(address)[0].isNull()


def test_qml_finds_the_icons() -> None:
    engine = QQmlEngine()
    engine.addImageProvider("icon", IconProvider())
    component = QQmlComponent(engine)
    source = 'import QtQuick; Image { source: "image://icon/help/083f3b"; sourceSize: Qt.size(68, 68) }'
    component.setData(source.encode(), QUrl.fromLocalFile("/icons.qml"))
    image = component.create()
    assert isinstance(image, QQuickItem)
    assert (image.implicitWidth(), image.implicitHeight()) == (68, 68)
    image.deleteLater()
