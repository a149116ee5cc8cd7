"""What is drawn by the program itself on a page: the QR code of a reference."""

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from exports.qr import modules

QML_IMPORT_NAME = "Kiosk.Drawing"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QrCode(QQuickPaintedItem):
    """A QR code: dark on white in every theme, so that a phone reads it."""

    textChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._modules: list[list[bool]] = []

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._modules = modules(text) if text else []
            self.textChanged.emit()
            self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)

    def paint(self, painter: QPainter) -> None:
        side = len(self._modules)
        if not side:
            return
        square = min(self.width(), self.height()) // side  # whole pixels: no grey edges
        inset = (min(self.width(), self.height()) - square * side) / 2
        painter.fillRect(QRectF(0, 0, self.width(), self.height()), QColor(Qt.GlobalColor.white))
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(
                        QRectF(inset + x * square, inset + y * square, square, square), QColor("#16202A")
                    )
