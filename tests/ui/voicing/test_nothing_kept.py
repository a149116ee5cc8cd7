"""What the voice looks at on a page goes with the page: no wrapper of an item outlives it."""

import gc

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem

from ui.voicing.described import under


def wrappers():
    gc.collect()
    return sum(isinstance(each, QQuickItem) for each in gc.get_objects())


def test_pages_that_were_heard_leave_no_item_behind(stall):
    held = []
    for _ in range(4):
        stall.press("How was today?", "Start")
        stall.key(Qt.Key.Key_Down)
        for _ in range(6):
            stall.key(Qt.Key.Key_Tab)
        assert under(stall.kiosk.window, QPointF(640, 400)) is not None
        stall.press("Start again", "Yes, clear it")
        held.append(wrappers())
    assert held[-1] == held[1]
