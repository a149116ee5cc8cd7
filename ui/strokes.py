"""A place to draw with a finger or a pen: its strokes are SVG path text, in thousandths of its width."""

from PySide6.QtCore import Property, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.viewmodels.question.sketch import MOST_LETTERS, UNITS, Stroke, path_of, strokes_of

QML_IMPORT_NAME = "Kiosk.Strokes"
QML_IMPORT_MAJOR_VERSION = 1

NEAREST = 4  # thousandths between two points that are worth keeping


@QmlElement
class Strokes(QQuickPaintedItem):
    """Shows `path`, and takes new strokes: `drawn` has all of it when the finger is lifted."""

    pathChanged = Signal()
    inkChanged = Signal()
    thicknessChanged = Signal()
    drawn = Signal(str)

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._open: Stroke = []
        self._ink = QColor(Qt.GlobalColor.black)
        self._thickness = 4.0
        self.setAntialiasing(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setKeepMouseGrab(True)

    def _get_path(self) -> str:
        return path_of(self._strokes)

    def _set_path(self, path: str) -> None:
        if path != self._get_path():
            self._strokes = strokes_of(path)
            self.pathChanged.emit()
            self.update()

    def _get_ink(self) -> QColor:
        return self._ink

    def _set_ink(self, ink: QColor) -> None:
        self._ink = ink
        self.inkChanged.emit()
        self.update()

    def _get_thickness(self) -> float:
        return self._thickness

    def _set_thickness(self, pixels: float) -> None:
        self._thickness = pixels
        self.thicknessChanged.emit()
        self.update()

    path = Property(str, _get_path, _set_path, notify=pathChanged)
    ink = Property(QColor, _get_ink, _set_ink, notify=inkChanged)
    thickness = Property(float, _get_thickness, _set_thickness, notify=thicknessChanged)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._open = [self._point(event)]
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._point(event)
        last = self._open[-1] if self._open else point
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= NEAREST:
            self._open.append(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        strokes = [*self._strokes, self._open]
        if self._open and len(path_of(strokes)) <= MOST_LETTERS:
            self._strokes = strokes
        self._open = []
        self.pathChanged.emit()
        self.update()
        self.drawn.emit(self._get_path())

    def mouseUngrabEvent(self) -> None:
        self._open = []
        self.update()

    def _point(self, event: QMouseEvent) -> tuple[int, int]:
        """Where the finger is, kept inside, in thousandths of the width."""
        at = event.position()
        x, y = min(max(at.x(), 0), self.width()), min(max(at.y(), 0), self.height())
        scale = UNITS / max(1.0, self.width())
        return round(x * scale), round(y * scale)

    def paint(self, painter: QPainter) -> None:
        scale = self.width() / UNITS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._ink, self._thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in [*self._strokes, self._open]:
            points = [QPointF(x * scale, y * scale) for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            elif points:
                painter.drawPolyline(QPolygonF(points))
