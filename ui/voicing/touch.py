"""Explore by touch: a finger that slides hears what is there; a tap, anywhere, presses what it heard last."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QMetaObject, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from kiosk.clock import Clock
from ui.viewmodels.manner.look import LookModel
from ui.voicing.described import under

LATER = 0.5  # seconds between hearing a control and a tap that presses it (row 6)
SLIP_MM, STEADY_SLIP_MM = 4.0, 8.0  # that a finger may move and still have tapped
HOLD_MS, STEADY_HOLD_MS = 500, 1000  # that a finger may stay and still have tapped
REST_MS = 2000  # of a finger on Welcome, which asks for the voice (row 11)

TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


class Explorer(QObject):
    """Takes a finger's touches while somebody listens; one that rests where `rests_here` starts that."""

    found = Signal(QQuickItem)  # what is under the finger now, to be said
    rested = Signal()

    def __init__(
        self, window: QQuickWindow, look: LookModel, clock: Clock, rests_here: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._clock = clock
        self._rests_here = rests_here
        self._finger = -1  # the id of the one finger that counts, while it is down
        self._start = QPointF()
        self._at = QPointF()
        self._sliding = False
        self._passing = False  # this touch is not ours
        self._met: QQuickItem | None = None  # what the finger is on
        self._armed: QQuickItem | None = None  # the control that was heard last: a tap presses it
        self._since = 0.0
        self._drawing: QQuickItem | None = None  # takes the finger itself, until a touch outside it
        self._device: QPointingDevice | None = None
        self.hold = QTimer(self, singleShot=True)
        self.hold.timeout.connect(self._slide)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self._rest)
        window.installEventFilter(self)

    def forget(self) -> None:
        """Another page has come: nothing of the last one can be pressed."""
        self._arm(None)
        self._met = self._drawing = None

    @property
    def _exploring(self) -> bool:
        return self._look.manner.listening and not self._look.manner.one_tap

    @property
    def _slip(self) -> float:
        mm = STEADY_SLIP_MM if self._look.manner.steady else SLIP_MM
        return mm * float(self._look.pxPerMm)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in TOUCHES or not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(event)
        point = next((each for each in event.points() if each.id() == self._finger), None)
        if point is not None and event.type() != QEvent.Type.TouchCancel:
            self._follow(point)
        elif event.type() == QEvent.Type.TouchCancel:
            self._lift()
        if self._passing:
            return False
        event.accept()  # else Qt makes a mouse of it
        return True

    def _begin(self, event: QTouchEvent) -> None:
        point = event.points()[0]
        self._finger, self._start, self._at = point.id(), point.position(), point.position()
        self._device = event.pointingDevice()
        self._sliding, self._met = False, None
        target = under(self._window, self._at)
        if self._drawing is not None and target is not self._drawing:
            self._drawing = None
        self._passing = not self._exploring or self._drawing is not None
        if not self._passing:
            self.hold.start(STEADY_HOLD_MS if self._look.manner.steady else HOLD_MS)
        elif not self._look.manner.listening and self._rests_here():
            self.rest.start()

    def _follow(self, point: QEventPoint) -> None:
        self._at = point.position()
        if not self._sliding and QLineF(self._start, self._at).length() > self._slip:
            self.rest.stop()
            if not self._passing:
                self._slide()
        elif self._sliding:
            self._meet(self._at)
        if point.state() == QEventPoint.State.Released:
            if not (self._passing or self._sliding):
                self._tap()
            self._lift()

    def _lift(self) -> None:
        self.hold.stop()
        self.rest.stop()
        self._finger = -1

    # --- hearing

    def _slide(self) -> None:
        self.hold.stop()
        self._sliding = True
        self._meet(self._start)
        self._meet(self._at)

    def _meet(self, at: QPointF) -> None:
        item = under(self._window, at)
        if item is None or item is self._met:
            return
        self._met = item
        self._arm(item if item.property("hint") is not None else None)
        self.found.emit(item)

    def _arm(self, control: QQuickItem | None) -> None:
        if self._armed is not None and isValid(self._armed):
            self._armed.setProperty("named", False)
        self._armed, self._since = control, self._clock.monotonic()
        if control is not None:
            control.setProperty("named", True)

    # --- pressing

    def _tap(self) -> None:
        """Press what was heard last, wherever this tap is; where nothing was, say what is here."""
        control = self._armed
        if control is None or not isValid(control) or not control.isVisible():
            return self._meet(self._at)
        if self._clock.monotonic() - self._since < LATER:
            return None
        self._since = self._clock.monotonic()
        if control.property("takesFinger"):
            self._drawing = control
        QMetaObject.invokeMethod(control, "press")
        return None

    def _rest(self) -> None:
        """A finger rests on Welcome: what lies under it is let go of, unpressed."""
        if self._device is not None:
            cancel = QTouchEvent(QEvent.Type.TouchCancel, self._device)
            QCoreApplication.sendEvent(self._window, cancel)
        self._passing = False
        self.rested.emit()
