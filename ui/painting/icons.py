"""The icon family for QML: `image://icon/<name>/<rrggbb>`, in one colour and sharp at the size asked for."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.resources import asset

INK = "#16202A"
_ADDRESS = re.compile(r"([a-z0-9-]+)(?:/#?([0-9a-fA-F]{6}|[0-9a-fA-F]{8}))?")


def icon_names() -> tuple[str, ...]:
    """The names of all icons, in order."""
    return tuple(sorted(path.stem for path in asset("icons").glob("*.svg")))


@lru_cache(maxsize=512)
def icon_image(name: str, colour: str, width: int, height: int) -> QImage:
    """The icon in `colour` (rrggbb, or aarrggbb as QML writes it), whole and centred in the pixels given.

    A null image, of which Qt Quick warns, where there is no icon of that name.
    """
    path = asset("icons", f"{name}.svg")
    if not path.is_file():
        return QImage()
    svg = path.read_text("utf-8").replace(INK, f"#{colour[-6:]}")
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    # Clear from the start: `fill` would load all of Qt's names, which takes longer than every icon does.
    clear = bytes(4 * width * height)
    image = QImage(clear, width, height, QImage.Format.Format_ARGB32_Premultiplied).copy()
    side = min(width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(int(colour[:2], 16) / 255 if len(colour) == 8 else 1.0)
    renderer.render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Answers `image://icon/…`; one side given makes a square, none at all 48 px."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        """The icon that `address` names, at `requested` pixels; `size` is set to what was drawn."""
        found = _ADDRESS.fullmatch(address)
        if not found:
            return QImage()
        width = requested.width() if requested.width() > 0 else max(requested.height(), 0) or 48
        height = requested.height() if requested.height() > 0 else width
        image = icon_image(found[1], (found[2] or INK[1:]).lower(), width, height)
        if size is not None:
            size.setWidth(image.width())
            size.setHeight(image.height())
        return image
