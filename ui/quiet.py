"""The Qt application, and what Qt says while it runs: kept by its place alone."""

from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType
from PySide6.QtGui import QGuiApplication

from kiosk import journal


def place_only(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """What Qt warns of, by where it was: its words may hold what somebody typed."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        journal.note(f"{kind.name} at {Path(context.file or '').name}:{context.line} {context.category}")


def application() -> QGuiApplication:
    """The Qt application, one a process, quiet about fonts that lack a script: others have it."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    QLoggingCategory.setFilterRules("qt.text.font.db*=false")
    made = QGuiApplication(["event-kiosk"])
    made.setApplicationName("Event Kiosk")
    return made
