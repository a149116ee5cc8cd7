"""A finger on the glass, as the system tells of it: with places, and with times where they matter."""

from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest

QUESTION = ("Help design the park", "Start", "Continue")


@cache
def touchscreen() -> QPointingDevice:
    """One for all tests: Qt keeps each for good."""
    return QTest.createTouchDevice()


class Finger:
    """One finger."""

    def __init__(self, stall) -> None:
        self._stall = stall
        self._window = stall.kiosk.window

    def _do(self, what: str, at: QPoint) -> None:
        touch = QTest.touchEvent(self._window, touchscreen(), False)
        getattr(touch, what)(1, at, self._window)
        touch.commit(False)
        self._stall.screen.settle()

    def down(self, at: QPoint) -> None:
        self._do("press", at)

    def move(self, at: QPoint) -> None:
        self._do("move", at)

    def up(self, at: QPoint) -> None:
        self._do("release", at)

    def slide(self, *points: QPoint) -> None:
        self.down(points[0])
        for point in points[1:]:
            self.move(point)
        self.up(points[-1])

    def tap(self, at: QPoint) -> None:
        self.down(at)
        self.up(at)

    def name(self, name: str) -> QPoint:
        """Slide to what is called so, from beside it, and lift."""
        at = self._stall.control(name).rect.center()
        self.slide(at - QPoint(40, 0), at)
        return at


class TimedHand:
    """A hand on a mouse or a panel that acts as one, with the events' own clock in ms."""

    def __init__(self, stall) -> None:
        self._stall = stall
        self.now = 1000

    def _send(self, kind: QEvent.Type, at: QPoint, held: Qt.MouseButton) -> None:
        window = self._stall.kiosk.window
        there = QPointF(window.mapToGlobal(at))
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, QPointF(at), there, button, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(window, event)
        self._stall.screen.settle()

    def press(self, at: QPoint, *, lift: QPoint | None = None) -> None:
        """Come down at a point and lift there, or at another."""
        self._send(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
        if lift is not None:
            self._send(QEvent.Type.MouseMove, lift, Qt.MouseButton.LeftButton)
        self.now += 50
        self._send(QEvent.Type.MouseButtonRelease, lift or at, Qt.MouseButton.NoButton)

    def after(self, ms: int) -> "TimedHand":
        self.now += ms
        return self


@pytest.fixture
def finger(stall) -> Finger:
    return Finger(stall)


@pytest.fixture
def finger_on() -> type[Finger]:
    return Finger


@pytest.fixture
def hand(stall) -> TimedHand:
    return TimedHand(stall)


@pytest.fixture
def asked(stall):
    """A question with four choices, listened to."""
    stall.press(*QUESTION, "Listen")
    return stall
