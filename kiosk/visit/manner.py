"""How a resident wants the kiosk: language, size, colours, voice. Reset after each visit."""

from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """By the height of capitals (ACCESSIBILITY.md row 16)."""

    STANDARD = "standard"
    MEDIUM = "medium"
    LARGE = "large"
    LARGEST = "largest"


class Colours(StrEnum):
    STANDARD = "standard"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    LOW_GLARE = "low-glare"


class Keys(StrEnum):
    """The order of the letters on the screen's keyboard."""

    USUAL = "usual"
    A_TO_Z = "a-to-z"


@dataclass(frozen=True)
class Manner:
    """One resident's choices. `rate` is percent of ordinary speech; `volume` 1 (quiet) to 6."""

    language: str = "en"
    size: Size = Size.STANDARD
    colours: Colours = Colours.STANDARD
    listening: bool = False
    rate: int = 100
    volume: int = 5
    keys: Keys = Keys.USUAL
    one_tap: bool = False  # while listening: a tap presses what it meets, without hearing it first
    details: bool = False  # personal details may be read aloud
    steady: bool = False  # a second tap counts later, and a press may slip

    def used(self) -> dict[str, str]:
        """What is kept inside the sealed answers: which ways suited people, never who."""
        return {
            "size": self.size.value,
            "colours": self.colours.value,
            "listening": "yes" if self.listening else "no",
            "keys": self.keys.value,
            "steady": "yes" if self.steady else "no",
        }
