"""For hands that shake: a held key is one press, a second tap is none, a press may slip (row 29)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QMetaObject, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPointerEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.viewmodels.manner.look import LookModel
from ui.voicing.described import under

SAME_MM = 8.0  # between two taps that may be one
TWICE_MS, STEADY_TWICE_MS = 500, 1000  # from a tap to a second one that counts
LETTER_MS = 120  # on the keys of the screen, where "ll" is written with two taps
SLIP_MM = 8.0  # with steady touch on, from where a finger came down to where it lifts

BEGIN = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
MOVE = {QEvent.Type.MouseMove, QEvent.Type.TouchUpdate}
END = {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd}
OTHER = {QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchCancel}
KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class Steady(QObject):
    """Takes what a shaking hand adds out of the window's events. `writes`: the keys of the screen are there.

    Events without a time, as tests and assistive programs make them, are never taken for a second tap.
    """

    def __init__(self, window: QQuickWindow, look: LookModel, writes: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._writes = writes
        self._lifted = 0  # ms, by the events' own clock
        self._where = QPointF()
        self._down = QPointF()
        self._drops = False
        self._held: QPointF | None = None  # where a press stays, however the finger slips
        self._own = False  # an event of ours is on its way
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in KEYS and isinstance(event, QKeyEvent):
            return event.isAutoRepeat()
        if self._own or not isinstance(event, QPointerEvent) or event.pointCount() == 0:
            return False
        taken = self._takes(event)
        if taken:
            event.accept()
        return taken

    def _takes(self, event: QPointerEvent) -> bool:
        kind, at = event.type(), event.point(0).position()
        if kind in BEGIN:
            self._down = at
            self._drops = self._is_second(event.timestamp(), at)
            steady = self._look.manner.steady and not self._drops
            control = under(self._window, at) if steady else None
            self._held = at if control is not None and _presses(control) else None
            return self._drops
        if kind in MOVE:
            return self._drops or (self._held is not None and self._near(at, self._held, SLIP_MM))
        if kind in END:
            return self._ends(event, at)
        return self._drops and kind in OTHER

    def _is_second(self, now: int, at: QPointF) -> bool:
        if not now or not self._lifted or not self._near(at, self._where, SAME_MM):
            return False
        wait = STEADY_TWICE_MS if self._look.manner.steady else LETTER_MS if self._writes() else TWICE_MS
        return now - self._lifted < wait

    def _ends(self, event: QPointerEvent, at: QPointF) -> bool:
        if self._drops:
            self._drops = False
            return True
        if self._near(at, self._down, SAME_MM):
            self._lifted, self._where = event.timestamp(), at
        held, self._held = self._held, None
        if held is None or at == held or not self._near(at, held, SLIP_MM):
            return False
        self._own = True
        if isinstance(event, QTouchEvent):
            QCoreApplication.sendEvent(
                self._window, QTouchEvent(QEvent.Type.TouchCancel, event.pointingDevice())
            )
            control = under(self._window, held)
            assert control is not None
            QMetaObject.invokeMethod(control, "press")
        else:
            QCoreApplication.sendEvent(self._window, _released_at(event, held, self._window))
        self._own = False
        return True

    def _near(self, one: QPointF, other: QPointF, mm: float) -> bool:
        return QLineF(one, other).length() <= mm * float(self._look.pxPerMm)


def _presses(item: QQuickItem) -> bool:
    """Whether it is a control that a press is enough for; a place to draw is not."""
    return item.property("hint") is not None and not item.property("takesFinger")


def _released_at(event: QPointerEvent, at: QPointF, window: QQuickWindow) -> QPointerEvent:
    """The same release, where the finger came down."""
    everywhere = QPointF(window.mapToGlobal(at.toPoint()))
    assert isinstance(event, QMouseEvent)
    none = Qt.MouseButton.NoButton
    return QMouseEvent(event.type(), at, everywhere, event.button(), none, event.modifiers())
