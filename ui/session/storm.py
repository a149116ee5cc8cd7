"""A wet or mad screen: touch is locked and says so, until the glass is calm and the team gives its PIN."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWindow

from kiosk.clock import Clock
from kiosk.visit.storm import Storm

WET = "wet"  # what lies over the page meanwhile
TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class Door(Protocol):
    """The team's part of the window."""

    @property
    def here(self) -> bool: ...

    open: bool

    def knock(self) -> None: ...


class Where(Protocol):
    """What lies over the residents' pages."""

    overlay: str


class Residents(Protocol):
    """The residents' part: something can be laid over it."""

    team: Door

    @property
    def at(self) -> Where: ...

    def open_over(self, overlay: str) -> None: ...


class StormWatch(QObject):
    """Filters the window's touches. Keys and an assistive client go on as ever."""

    def __init__(self, window: QWindow, residents: Residents, clock: Clock) -> None:
        super().__init__(window)
        self._residents = residents
        self._clock = clock
        self._storm = Storm()
        self.locked = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in TOUCHES and kind not in MOUSE:
            return False
        now, was_calm = self._clock.monotonic(), self._storm.calm(self._clock.monotonic())
        fingers = came_down(event)
        if fingers and self._storm.touch(now, fingers):
            self._lock()
        if not self.locked:
            return False
        return self._through_the_door(bool(fingers) and was_calm)

    def _lock(self) -> None:
        """Whatever was shown stays under it: nobody's answers are lost by a shower."""
        self.locked = True
        self._residents.open_over(WET)

    def _through_the_door(self, calm: bool) -> bool:
        """Whether a touch is kept from the page: all are, until one on calm glass calls the team's door."""
        team = self._residents.team
        if team.open:
            self.locked = False
            return False
        if team.here:
            return False
        if self._residents.at.overlay != WET:
            self._residents.open_over(WET)  # nobody came, and the screen was cleared: it is still locked
        elif calm:
            team.knock()
        return True


def came_down(event: QEvent) -> int:
    """How many fingers this event put on the glass."""
    if isinstance(event, QTouchEvent):
        return sum(point.state() is QEventPoint.State.Pressed for point in event.points())
    return int(isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress)
