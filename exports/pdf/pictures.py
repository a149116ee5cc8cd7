"""Pictures on paper: our own SVG icons and an event's pictures as vectors, photographs as they are."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path.parser import parse_path
from reportlab.lib.colors import HexColor

from exports.pdf.sheet import Sheet
from kiosk.resources import asset

DRAWN = "#16202A"  # the colour that icons are drawn in; another is put in its place
HANDED_DOWN = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")
SHAPES = frozenset({"path", "rect", "circle", "ellipse"})
CAPS, JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


def icon(sheet: Sheet, name: str, x: float, y: float, side: float, colour: str = DRAWN) -> None:
    """Draw an icon of the family into a square whose bottom left corner is at (x, y)."""
    picture(sheet, asset("icons", f"{name}.svg"), x, y, side, colour)


def picture(sheet: Sheet, path: Path, x: float, y: float, side: float, colour: str = DRAWN) -> bool:
    """Draw the picture at `path` into a square, whole and in the middle; false where it cannot be drawn.

    SVG of plain shapes (path, rect, circle, ellipse; no text, no gradients, no transforms), PNG or JPEG.
    """
    sheet.saveState()
    try:
        if path.suffix.lower() == ".svg":
            return _drawing(sheet, path, x, y, side, colour)
        sheet.drawImage(str(path), x, y, side, side, preserveAspectRatio=True, mask="auto")
    except (OSError, ValueError, SyntaxError):
        return False
    finally:
        sheet.restoreState()
    return True


def _drawing(sheet: Sheet, path: Path, x: float, y: float, side: float, colour: str) -> bool:
    (left, top, width, height), shapes = _shapes(path)
    scale = side / max(width, height)
    sheet.translate(x + (side - width * scale) / 2, y + side - (side - height * scale) / 2)
    sheet.scale(scale, -scale)
    sheet.translate(-left, -top)
    for name, facts in shapes:
        _shape(sheet, name, {key: colour if value == DRAWN else value for key, value in facts.items()})
    return bool(shapes)


@lru_cache(maxsize=256)
def _shapes(path: Path) -> tuple[tuple[float, float, float, float], list[tuple[str, dict[str, str]]]]:
    root = ElementTree.parse(path).getroot()  # noqa: S314 - the pack's check has read it before
    box = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "0 0 48 48").strip())]
    return (box[0], box[1], box[2], box[3]), list(_walk(root, {}))


def _walk(element: ElementTree.Element, above: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    own = {**{key: value for key, value in above.items() if key in HANDED_DOWN}, **element.attrib}
    name = element.tag.rpartition("}")[2]
    if name in SHAPES:
        yield name, own
    for child in element:
        yield from _walk(child, own)


def _shape(sheet: Sheet, name: str, facts: dict[str, str]) -> None:
    fill, stroke = facts.get("fill", "#000000"), facts.get("stroke", "none")
    if fill != "none":
        sheet.setFillColor(HexColor(fill))
    if stroke != "none":
        sheet.setStrokeColor(HexColor(stroke))
        sheet.setLineWidth(float(facts.get("stroke-width", 1)))
        sheet.setLineCap(CAPS[facts.get("stroke-linecap", "butt")])
        sheet.setLineJoin(JOINS[facts.get("stroke-linejoin", "miter")])
    drawn = {"fill": int(fill != "none"), "stroke": int(stroke != "none")}

    def number(key: str) -> float:
        return float(facts.get(key, 0))

    if name == "path":
        outline = sheet.beginPath()
        parse_path(facts["d"], _Pen(outline))
        even = facts.get("fill-rule") == "evenodd"
        sheet.drawPath(outline, fillMode=0 if even else 1, **drawn)
    elif name == "rect":
        round_by = number("rx")
        place = [number(key) for key in ("x", "y", "width", "height")]
        sheet.roundRect(*place, round_by, **drawn) if round_by else sheet.rect(*place, **drawn)
    else:
        wide, tall = (number("r"),) * 2 if name == "circle" else (number("rx"), number("ry"))
        x, y = number("cx"), number("cy")
        sheet.ellipse(x - wide, y - tall, x + wide, y + tall, **drawn)


class _Pen(BasePen):  # type: ignore[misc]
    """Outlines as fontTools reads them, into a path of reportlab."""

    def __init__(self, path: Any) -> None:
        super().__init__(None)
        self.path = path

    def _moveTo(self, at: tuple[float, float]) -> None:  # noqa: N802 - fontTools' own names
        self.path.moveTo(*at)

    def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self.path.lineTo(*to)

    def _curveToOne(self, first: Any, second: Any, to: Any) -> None:  # noqa: N802
        self.path.curveTo(*first, *second, *to)

    def _closePath(self) -> None:  # noqa: N802
        self.path.close()
