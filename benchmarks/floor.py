"""The floor of starting up: a bare Qt Quick window of one label, up to its first painted frame."""

import os
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

BARE = b"""
import QtQuick

Window {
    width: 1280
    height: 800
    visible: true

    Text {
        anchors.centerIn: parent
        text: "Hello"
    }
}
"""


def painted() -> None:
    """Tells the benchmark that started this process, and ends it on the spot."""
    os.write(sys.stdout.fileno(), b"painted\n")
    os._exit(0)


def main() -> int:
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    (window,) = engine.rootObjects()
    window.frameSwapped.connect(painted)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
