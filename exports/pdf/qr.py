"""QR codes as vectors: dark on white, with their quiet zone."""

from reportlab.lib.colors import HexColor

from exports.pdf.look import CARD, INK
from exports.pdf.sheet import Sheet
from exports.qr import modules


def qr(sheet: Sheet, text: str, x: float, y: float, side: float) -> None:
    """Draw the code of `text` into a square whose bottom left corner is at (x, y)."""
    rows = modules(text)
    step = side / len(rows)
    sheet.saveState()
    sheet.setFillColor(HexColor(CARD))
    sheet.rect(x, y, side, side, stroke=0, fill=1)
    sheet.setFillColor(HexColor(INK))
    path = sheet.beginPath()
    for down, row in enumerate(rows):
        start = None
        for across, dark in enumerate([*row, False]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                path.rect(x + start * step, y + side - (down + 1) * step, (across - start) * step, step)
                start = None
    sheet.drawPath(path, stroke=0, fill=1)
    sheet.restoreState()
