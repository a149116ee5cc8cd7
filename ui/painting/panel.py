"""How large a millimetre is on this screen: as somebody measured it, else as the screen says of itself."""

import json
import math
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.errors import ErrorCode, KioskError
from ui.viewmodels.manner.look import PX_PER_MM

LEAST_DENSITY, MOST_DENSITY = 2.5, 20.0  # px per mm that a panel may claim and be believed


class Panel:
    """The screen that the kiosk stands on, and the file that keeps what was measured on it.

    The file is JSON: `px_per_mm`, and `screen`, the width and height in px of the screen it was measured on.
    On another screen, or unreadable, it counts for nothing.
    """

    def __init__(self, kept: Path, size: tuple[int, int] | None) -> None:
        self._kept = kept
        self._size = size

    def density(self) -> float:
        """Px per mm. Of a 10.1" screen in a window, or where the screen cannot say."""
        measured = self.measured()
        if measured is not None:
            return measured
        screen = QGuiApplication.primaryScreen()
        across = screen.physicalSize().width()
        told = screen.size().width() / across if across > 0 else 0.0
        return told if self._size is None and believed(told) else PX_PER_MM

    def measured(self) -> float | None:
        """What somebody measured on this screen, in px per mm; None where nobody did."""
        try:
            kept = json.loads(self._kept.read_text("utf-8"))
            density, screen = float(kept["px_per_mm"]), list(kept["screen"])
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return density if believed(density) and screen == self._screen() else None

    def keep(self, density: float) -> None:
        """Remember what was measured, or KioskError(DATA_UNWRITABLE)."""
        kept = {"px_per_mm": round(density, 4), "screen": self._screen()}
        try:
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            self._kept.write_text(json.dumps(kept) + "\n", "utf-8")
        except OSError as fault:
            raise KioskError(ErrorCode.DATA_UNWRITABLE, path=self._kept.parent) from fault

    @staticmethod
    def _screen() -> list[int]:
        size = QGuiApplication.primaryScreen().size()
        return [size.width(), size.height()]


def believed(density: float) -> bool:
    """Whether a screen of so many px per mm can be."""
    return math.isfinite(density) and LEAST_DENSITY <= density <= MOST_DENSITY
