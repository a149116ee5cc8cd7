"""How wide words are and how many lines they take, in the fonts that the pages are drawn with."""

import itertools
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextLine, QTextOption

FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Symbols",
)


LONGEST_LINE = 400  # letters of a text that one line may show
MOST_LETTERS = 80  # on a line, row 38
LONE = 0.2  # of the width: a last line shorter than that looks left behind


@cache
def load_fonts() -> None:
    """Give Qt the Noto fonts of the font wheel, whatever this machine has of its own."""
    import manimgx_fonts  # noqa: PLC0415 - only when there is a window

    folder = Path(manimgx_fonts.__file__).parent
    for family in FAMILIES:
        QFontDatabase.addApplicationFont(str(folder / f"{family.replace(' ', '')}[wght].ttf"))
    QFont.insertSubstitutions(FAMILIES[0], FAMILIES[1:])


@lru_cache(maxsize=64)
def font(pixels: int, weight: int) -> QFont:
    """Noto at `pixels` high and `weight` (100 to 900), with every script to fall back on."""
    made = QFont()
    made.setFamily(FAMILIES[0])
    made.setPixelSize(max(1, pixels))
    made.setVariableAxis(QFont.Tag("wght"), weight)
    return made


@lru_cache(maxsize=4096)
def width_of(text: str, pixels: int, weight: int) -> float:
    """The width of `text` on one line, in px."""
    layout = QTextLayout(text, font(pixels, weight))  # as Text lays it out: font metrics fall short of Arabic
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return line.naturalTextWidth()


@lru_cache(maxsize=512)
def chunks_of(text: str, pixels: int, weight: int, width: float, lines: int) -> tuple[str, ...]:
    """`text` as pieces of at most `lines` lines when wrapped at `width` px; a piece a paragraph at least."""
    pieces: list[str] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        room = min(width, readable_width(paragraph, pixels, weight))
        pieces.extend(_pieces(paragraph, font(pixels, weight), room, lines))
    return tuple(pieces)


def readable_width(text: str, pixels: int, weight: int) -> float:
    """The width in px at which a line of `text` holds 80 letters (row 38); a mark over one is none."""
    letters = sum(not unicodedata.category(sign).startswith("M") for sign in text)
    return 1e6 if letters <= MOST_LETTERS else MOST_LETTERS * width_of(text, pixels, weight) / letters


def _pieces(paragraph: str, shown: QFont, width: float, lines: int) -> list[str]:
    layout = QTextLayout(paragraph, shown)
    starts = [line.textStart() for line in _lines(layout, width)]
    cuts = [*starts[::lines], len(paragraph)]
    return [paragraph[start:end].strip() for start, end in itertools.pairwise(cuts)]


@lru_cache(maxsize=1024)
def even_width(text: str, pixels: int, weight: int, width: float, level: bool) -> float:
    """The width, at most `width` px, in which `text` has few lines, none over 80 letters, and no lone word.

    `level` words are set in the narrowest such width, so that their lines are about as long as each other.
    """
    shown = font(pixels, weight)
    across = _across_lines(text, shown, width) if "\n" not in text else []
    if len(across) > 1 and readable_width(text, pixels, weight) < width:
        width = readable_width(text, pixels, weight)
        across = _across_lines(text, shown, width)
    if len(across) < 2 or (not level and across[-1] >= LONE * width):
        return width
    if not level:
        narrower = (width * part / 20 for part in range(19, 16, -1))
        return next((one for one in narrower if _ends_well(text, shown, one, len(across))), width)
    longest = max(width_of(word, pixels, weight) for word in text.split())
    least, most = min(max(width / 2, longest), width), width
    while most - least > pixels / 4:
        middle = (least + most) / 2
        if len(_across_lines(text, shown, middle)) > len(across):
            least = middle
        else:
            most = middle
    return min(width, most + 2)  # to spare: no line may break where Text rounds otherwise


def _ends_well(text: str, shown: QFont, width: float, lines: int) -> bool:
    across = _across_lines(text, shown, width)
    return len(across) == lines and across[-1] >= LONE * width


def _across_lines(text: str, shown: QFont, width: float) -> list[float]:
    """How wide the words of each line are, when `text` is wrapped at `width` px."""
    layout = QTextLayout(text, shown)
    return [line.naturalTextWidth() for line in _lines(layout, width)]


@lru_cache(maxsize=64)
def places_of(
    text: str, pixels: int, weight: int, width: float, start: int, length: int
) -> tuple[Mapping[str, float], ...]:
    """Where a word stands in `text` wrapped at `width` px: on each of its lines, from the line's left.

    `start` and `length` are in UTF-16 units, `row` is the line's number, `line` how wide its text is.
    """
    layout = QTextLayout(text, font(pixels, weight))
    found = []
    for line in _lines(layout, width):
        first = max(start, line.textStart())
        last = min(start + length, line.textStart() + line.textLength())
        if first < last:
            edges = [_across(line, place) for place in (first, last)]
            found.append(
                {
                    "x": min(edges),
                    "width": abs(edges[1] - edges[0]),
                    "row": line.lineNumber(),
                    "line": line.naturalTextWidth(),
                }
            )
    return tuple(found)


def _lines(layout: QTextLayout, width: float) -> list[QTextLine]:
    """The lines of `layout`, wrapped at `width` px; they are its own, and go with it."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return lines


def _across(line: QTextLine, place: int) -> float:
    """The x of the cursor before a letter."""
    found: Any = line.cursorToX(place)  # with the place, which the stubs leave out
    return float(found[0])


def fitted(text: str, pixels: int, weight: int, width: float) -> str:
    """`text` on one line of `width` px, with an ellipsis where it goes on."""
    line = " ".join(text[:LONGEST_LINE].split())
    if line == text and width_of(line, pixels, weight) <= width:
        return line
    whole = line == " ".join(text.split())
    room = width - width_of("…", pixels, weight)
    first = chunks_of(line, pixels, weight, max(1.0, room), 1)
    if whole and width_of(line, pixels, weight) <= width:
        return line
    return f"{first[0]}…" if first else ""


def forget_words() -> None:
    """What was measured may be what somebody said: it goes when their answers go."""
    for kept in (width_of, chunks_of, places_of):
        kept.cache_clear()


class Measure(QObject):
    """The same questions, for QML; and the squares of a QR code, which are drawn there too."""

    @Slot(str, result="QVariantMap")
    def code(self, text: str) -> dict[str, Any]:
        """`path`, SVG text of squares of side 1; `side`, how many stand side by side."""
        from ui.painting.drawing import code_of  # noqa: PLC0415 - with the first code that is drawn

        path, side = code_of(text)
        return {"path": path, "side": side}

    @Slot(str, int, int, float, int, int, result="QVariantList")
    def places(
        self, text: str, pixels: int, weight: int, width: float, start: int, length: int
    ) -> list[Mapping[str, float]]:
        return list(places_of(text, pixels, weight, width, start, length))

    @Slot(str, int, int, result=float)
    def width(self, text: str, pixels: int, weight: int) -> float:
        return width_of(text, pixels, weight)

    @Slot(str, int, int, result=float)
    def readable(self, text: str, pixels: int, weight: int) -> float:
        return readable_width(text, pixels, weight)

    @Slot(str, int, int, float, bool, result=float)
    def evenly(self, text: str, pixels: int, weight: int, width: float, level: bool) -> float:
        return even_width(text, pixels, weight, width, level)

    @Slot(str, int, int, float, int, result="QVariantList")
    def chunks(self, text: str, pixels: int, weight: int, width: float, lines: int) -> list[str]:
        return list(chunks_of(text, pixels, weight, width, lines))

    @Slot(str, int, int, float, result=str)
    def fitted(self, text: str, pixels: int, weight: int, width: float) -> str:
        return fitted(text, pixels, weight, width)
