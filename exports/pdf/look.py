"""The kiosk's own look on paper: its colours by role, and sizes in points."""

from dataclasses import dataclass

# As in ui/qml/Kiosk/Theme; a test holds the two together.
PAPER = "#FBF8F1"
CARD = "#FFFFFF"
INK = "#16202A"
QUIET = "#343F49"
ACTION = "#083F3B"
SOFT = "#DCEEEA"
FINISH = "#FFC83D"
PICTURE = "#FFF1CC"
EDGE = "#7F7868"
STOP = "#7A2410"

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)

LEADING = {"Latn": 1.38, "Arab": 1.65, "Guru": 1.5, "Beng": 1.5, "Gujr": 1.5}  # by script

BODY, LARGE = 14, 18  # nothing on paper is smaller (ACCESSIBILITY.md, row 44)


@dataclass(frozen=True)
class Sizes:
    """Sizes of type in points, for standard or large print; `scale` is more than 1 on a wall."""

    large: bool = False
    scale: float = 1

    @property
    def body(self) -> float:
        return max(BODY, (LARGE if self.large else BODY) * self.scale)

    def of(self, steps: float) -> float:
        """`steps` times the body's size, for instance 1.5 for a heading."""
        return self.body * steps

    @property
    def gap(self) -> float:
        """Between paragraphs."""
        return self.body * 0.6
