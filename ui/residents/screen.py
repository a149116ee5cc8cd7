"""The window as an assistive client finds it: controls by name and role, pressed and typed into."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

PRESSABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
}
CHOICES = (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)
TURNS = 6  # of the event loop, for a page to come and be laid out


@dataclass(frozen=True)
class Control:
    """Something named on the screen. `rect` is in the window's px."""

    name: str
    role: QAccessible.Role
    rect: QRect
    checked: bool
    focused: bool

    @property
    def pressable(self) -> bool:
        return self.role in PRESSABLE


class Screen:
    """What is on the window now, and hands to use it."""

    def __init__(self, window: QQuickWindow) -> None:
        QAccessible.setActive(True)
        self.window = window

    def controls(self) -> list[Control]:
        """Everything named and visible, in the order of the tree."""
        root = QAccessible.queryAccessibleInterface(self.window)
        return list(self._walk(root, self.window.position())) if root else []

    def _walk(self, parent: QAccessibleInterface, corner: QPoint) -> Iterator[Control]:
        for place in range(parent.childCount()):
            child = parent.child(place)
            if child is None or not child.isValid():
                continue
            state = child.state()
            if state.invisible:
                continue
            name = child.text(QAccessible.Text.Name)
            if name:
                rect = child.rect().translated(-corner)
                yield Control(name, child.role(), rect, bool(state.checked), bool(state.focused))
            yield from self._walk(child, corner)

    def texts(self) -> list[str]:
        """Every name on the screen, in order."""
        return [control.name for control in self.controls()]

    def find(self, name: str, *roles: QAccessible.Role) -> Control | None:
        """The control called `name` that can be pressed; of one of `roles`, where any are given."""
        wanted = set(roles) or PRESSABLE
        return next((seen for seen in self.controls() if seen.role in wanted and seen.name == name), None)

    def press(self, name: str, *roles: QAccessible.Role) -> None:
        """Press the control called `name` in its middle, as a finger would, or LookupError."""
        control = self.find(name, *roles)
        if control is None:
            raise LookupError(f"nothing here is called {name!r}; there are {self.texts()}")
        self.tap(control.rect.center())

    def tap(self, point: QPoint) -> None:
        """Press and release at a point of the window."""
        self.drag(point)

    def drag(self, *points: QPoint) -> None:
        """Press at the first point, move past the others, release at the last."""
        pressed, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseButtonPress, points[0], pressed, pressed)
        for point in points[1:]:
            self._mouse(QEvent.Type.MouseMove, point, none, pressed)
        self._mouse(QEvent.Type.MouseButtonRelease, points[-1], pressed, none)
        self.settle()

    def _mouse(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        where, globally = QPointF(at), QPointF(self.window.mapToGlobal(at))
        event = QMouseEvent(kind, where, globally, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self.window, event)

    def key(self, key: Qt.Key, text: str = "", *, shift: bool = False) -> None:
        """Press and release a key of a real keyboard."""
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, QKeyEvent(kind, key, held, text))
        self.settle()

    def write(self, text: str) -> None:
        """Type `text` into whatever has the keys."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self.window, event)
        self.settle()

    def settle(self) -> None:
        """Let what was done take effect."""
        for _ in range(TURNS):
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def picture(self, path: Path) -> None:
        """Draw what is on the window now to a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grabWindow().save(str(path))
