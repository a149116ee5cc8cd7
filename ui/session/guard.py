"""No way out of the window but the team's: what a resident, a keyboard or a desktop may try is let fall."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QInputDevice, QKeyEvent, QPointerEvent, QWindow

HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
AWAY = (
    QEvent.Type.ContextMenu,
    QEvent.Type.FileOpen,
    QEvent.Type.WhatsThis,
)
KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut)
POINTED = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
FIRST_FUNCTION, LAST_FUNCTION = Qt.Key.Key_F1.value, Qt.Key.Key_F35.value
SYSTEM_KEYS = {Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_Print, Qt.Key.Key_SysReq}


class Guard(QObject):
    """Filters all events of the application while the kiosk is full screen. `let_go` is the one way out.

    `takes_files` says whether something may be dropped on the window now.
    """

    def __init__(self, window: QWindow, takes_files: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._takes_files = takes_files
        self._window = window
        self._shut = True
        self._hidden = False
        window.setFlags(window.flags() | Qt.WindowType.FramelessWindowHint)
        app = QGuiApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def let_go(self) -> None:
        """The team closes the kiosk: from here on the window may close, and nothing in it is looked at."""
        self._shut = False
        self._show_pointer()
        app = QGuiApplication.instance()
        assert app is not None
        app.removeEventFilter(self)

    def _show_pointer(self) -> None:
        if self._hidden:
            self._hidden = False
            QGuiApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Close, QEvent.Type.Quit) and self._shut:
            event.ignore()
            return True
        if kind in AWAY or (kind in DROPS and not self._takes_files()):
            return True
        if kind in KEYS and isinstance(event, QKeyEvent):
            return leads_out(event)
        if kind == QEvent.Type.WindowStateChange and watched is self._window and self._shut:
            self._stay_whole()
        if kind in POINTED and isinstance(event, QPointerEvent):
            self._point(event)
        return False

    def _stay_whole(self) -> None:
        """Minimised, or made a window by the desktop: full screen again."""
        if self._window.visibility() not in (QWindow.Visibility.FullScreen, QWindow.Visibility.Hidden):
            self._window.showFullScreen()

    def _point(self, event: QPointerEvent) -> None:
        """The pointer is hidden once a finger is used, and comes back with a mouse."""
        touched = event.deviceType() == QInputDevice.DeviceType.TouchScreen
        if not touched:
            self._show_pointer()
        elif not self._hidden:
            self._hidden = True
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))


class Team(Protocol):
    """The team's part of the window, and the page that is shown while it is open."""

    open: bool

    @property
    def leaf(self) -> Any: ...


def files_taken_by(team: Team) -> Callable[[], bool]:
    """Whether files may be dropped on the window: only while the team is at a page that takes them."""
    return lambda: team.open and getattr(team.leaf.model, "takes_files", False)


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key could open something else: with Ctrl, Alt or the system key held, or a key of the system.

    AltGr reads as Ctrl and Alt on some systems: what it writes is let through.
    """
    if FIRST_FUNCTION <= event.key() <= LAST_FUNCTION or event.key() in SYSTEM_KEYS:
        return True
    held = event.modifiers() & HELD
    writes = bool(event.text()) and event.text().isprintable()
    alt_gr = held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(held) and not (writes and alt_gr)
