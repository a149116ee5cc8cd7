"""What Qt says while the kiosk runs: kept by its place alone."""

from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType

from kiosk import journal


def place_only(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """What Qt warns of, by where it was: its words may hold what somebody typed."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        journal.note(f"{kind.name} at {Path(context.file or '').name}:{context.line} {context.category}")
