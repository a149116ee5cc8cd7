"""The strip beside a window that staff try a pack in: never there full screen, never seen by residents."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.pack.model import Pack
from ui.painting.icons import IconProvider
from ui.painting.measure import Measure
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.preview.preview import PreviewModel

DENSITY = 2.9  # px per mm: the strip is read at a desk
QML = Path(__file__).parent / "qml"


def tried(pack: Pack) -> Pack:
    """The pack as a preview has it: whatever is put in is practice, sealed to the practice key."""
    return replace(pack, practice=True)


class Preview:
    """The strip's window, which opens to the right of the kiosk's and closes with it."""

    def __init__(self, kiosk: KioskModel, look: LookModel, pack: Pack, window: QQuickWindow) -> None:
        self.model = PreviewModel(kiosk, look, pack)
        self._beside = window
        self._measure = Measure()
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider("icon", IconProvider())
        self._engine.addImportPath(str(QML))
        self._engine.setInitialProperties({"model": self.model, "measure": self._measure, "density": DENSITY})
        self._engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Preview" / "PreviewWindow.qml")))
        roots: list[QObject] = self._engine.rootObjects()
        strip = roots[0]
        assert isinstance(strip, QQuickWindow)
        self.window = strip
        self.window.setTransientParent(window)

    def show(self) -> None:
        """As tall as the kiosk's window, beside it."""
        frame = self._beside.frameGeometry()
        self.window.setHeight(self._beside.height())
        self.window.setPosition(frame.right() + 1, self._beside.y())
        self.window.show()

    def close(self) -> None:
        self.window.close()
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete.value)
