"""The floor of starting up: a bare Qt Quick window of one label, up to its first painted frame."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from benchmarks.painted import painted

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


def main() -> int:
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    (window,) = engine.rootObjects()
    window.frameSwapped.connect(painted)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
