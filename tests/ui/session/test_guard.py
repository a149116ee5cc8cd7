"""No way out of the window but the team's, and the pointer that goes when a finger comes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from ui.session.awake import stay_awake
from ui.session.guard import Guard, leads_out

CTRL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


@pytest.fixture
def guard(stall):
    guard = Guard(stall.kiosk.window)
    yield guard
    guard.let_go()
    QGuiApplication.instance().removeEventFilter(guard)
    while QGuiApplication.overrideCursor():
        QGuiApplication.restoreOverrideCursor()


def test_the_window_does_not_close_until_the_team_lets_it(stall, guard):
    close = QCloseEvent()
    QCoreApplication.sendEvent(stall.kiosk.window, close)
    assert stall.kiosk.window.isVisible()
    guard.let_go()
    stall.kiosk.window.close()
    assert not stall.kiosk.window.isVisible()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_Tab, ALT),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, META),
    ],
)
def test_keys_of_the_system_go_nowhere(stall, guard, key, held):
    seen = []
    stall.kiosk.window.activeFocusItemChanged.connect(lambda: seen.append(key))
    page = stall.page
    QTest.keyClick(stall.kiosk.window, key, held)
    assert (stall.page, seen, stall.kiosk.window.isVisible()) == (page, [], True)


def test_what_altgr_writes_is_let_through():
    written = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, CTRL | ALT, "ą")
    assert not leads_out(written)
    assert leads_out(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, CTRL | ALT, "\x7f"))
    assert not leads_out(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "A")
    )


def test_nothing_can_be_dropped_in(stall, guard):
    data = QMimeData()
    data.setText("https://example.org")
    drag = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drag.ignore()
    QCoreApplication.sendEvent(stall.kiosk.window, drag)
    assert not drag.isAccepted()


def test_the_pointer_goes_with_a_finger_and_comes_back_with_a_mouse(stall, guard, touch_screen):
    window = stall.kiosk.window
    QTest.touchEvent(window, touch_screen).press(0, QPoint(300, 300), window).commit()
    QTest.touchEvent(window, touch_screen).release(0, QPoint(300, 300), window).commit()
    assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(window, QPoint(400, 400))
    assert QGuiApplication.overrideCursor() is None


def test_the_desktop_is_asked_to_stay_awake():
    asked = []
    stay_awake(asked.append)
    (message,) = asked
    assert (message.member(), message.arguments()) == ("Inhibit", ["Event Kiosk", "A stall is open"])
