"""Every page as facts: what can be pressed, what is written, and where, in px of the window."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from ui.painting.measure import font
from ui.residents.tour import walk

# Meta-objects are not asked: PySide keeps their wrappers, and new items come to lie at their addresses.
KINDS = {
    "KChoice": "slim",
    "KCard": "stacked",
    "KBarButton": "on",
    "KButton": "iconAfter",
    "KField": "grown",
    "KPressable": "marginForTouch",
}


@dataclass(frozen=True)
class Box:
    """A rectangle in px of the window."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def mirrored(self, width: float) -> "Box":
        return Box(width - self.right, self.y, self.w, self.h)

    def gap(self, other: "Box") -> float:
        """px between two boxes; negative where they overlap, by the smaller overlap."""
        across = max(other.x - self.right, self.x - other.right)
        down = max(other.y - self.bottom, self.y - other.bottom)
        return max(across, down)


@dataclass(frozen=True)
class Target:
    """Something to press. `main` is a choice, a card or a button that leads on."""

    kind: str
    name: str
    box: Box
    main: bool
    key: bool


@dataclass(frozen=True)
class Words:
    """A text as it is painted. `cut` says what of it cannot be seen; `target` is what it stands on."""

    text: str
    box: Box
    pixels: int
    lines: int
    cut: str
    target: Target | None


@dataclass
class Seen:
    """One page, or a part of it."""

    stop: str
    targets: list[Target] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def kind_of(item: QQuickItem) -> str:
    """Which of the kit's controls this is, by a property that only that one has; "" for none."""
    return next((kind for kind, own in KINDS.items() if item.property(own) is not None), "")


def settled(item: QQuickItem) -> None:
    """Rows and columns put their children in place before a frame is drawn: do it now."""
    for child in item.childItems():
        if child.isVisible():
            settled(child)
    item.ensurePolished()


def box_of(item: QQuickItem, rect: QRectF) -> Box:
    there = item.mapRectToScene(rect)
    return Box(there.x(), there.y(), there.width(), there.height())


def look(item: QQuickItem, seen: Seen, target: Target | None = None, *, in_keys: bool = False) -> None:
    for child in item.childItems():
        if not child.isVisible():
            continue
        here = target
        if target is None and (kind := kind_of(child)) and child.property("name") is not None:
            here = target_of(child, kind, in_keys)
            seen.targets.append(here)
        if child.property("truncated") is not None and child.property("text"):
            seen.words.append(words_of(child, here))
        look(child, seen, here, in_keys=in_keys or child.property("keyGap") is not None)


def target_of(item: QQuickItem, kind: str, in_keys: bool) -> Target:
    name = str(item.property("name"))
    small = kind == "KButton" and (item.property("kind") == "quiet" or item.property("words") != name)
    main = kind in ("KChoice", "KCard") or (kind == "KButton" and not small)
    return Target(kind, name, box_of(item, QRectF(0, 0, item.width(), item.height())), main, in_keys)


def words_of(item: QQuickItem, target: Target | None) -> Words:
    text, pixels = str(item.property("text")), item.property("font").pixelSize()
    painted = item.boundingRect()
    over = painted.width() - item.width()
    rows = item.property("lineCount") - 1
    # Where the ink is: fonts ask for more above and below than their letters take.
    ink = QFontMetricsF(font(pixels, 700)).tightBoundingRect(text)
    top = item.baselineOffset() + ink.top()
    under = painted.height() - item.height()
    cut = [
        *(["truncated"] if item.property("truncated") else []),
        *([f"{over:.0f} px too wide"] if over > 1 else []),
        *([f"{under:.0f} px too tall"] if under > 1 else []),
    ]
    shown = QRectF(painted.x(), top, painted.width(), ink.height() + rows * item.property("lineHeight"))
    return Words(text, box_of(item, shown), pixels, rows + 1, ", ".join(cut), target)


@pytest.fixture
def pages():
    """All pages of a stall, one after another, as the tour passes them."""

    def seen(stall) -> Iterator[Seen]:
        for stop in walk(stall.kiosk, stall.clock, stall.screen):
            page = Seen(f"{stop.name}-{stop.part}")
            settled(stall.kiosk.window.contentItem())
            look(stall.kiosk.window.contentItem(), page)
            yield page

    return seen
