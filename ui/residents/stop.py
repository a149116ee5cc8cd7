"""Where a walk past the pages stands: one page, or a part of it, at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtQuick import QQuickItem

from ui.app import Kiosk
from ui.residents.screen import Screen


@dataclass(frozen=True)
class Stop:
    """One page, or sub-page, of the walk: it is on the screen while the walk stands there."""

    name: str
    part: int


def parts(name: str, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """The page that is there, and what More leads to."""
    screen.settle()
    page: QQuickItem | None = kiosk.window.property("page")
    count = int(page.property("count") or 1) if page is not None else 1
    for part in range(count):
        if count > 1 and page is not None:
            page.setProperty("current", part)
            screen.settle()
        yield Stop(name, part + 1)
    if count > 1 and page is not None:
        page.setProperty("current", 0)
