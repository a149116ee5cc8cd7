"""The fonts of paper: Noto in two weights, straight from the font wheel's variable files, by HarfBuzz."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

REGULAR, BOLD = 400, 700
# The scripts of our eight languages first; the rest only for what residents write.
FAMILIES = (
    "NotoSans",
    "NotoSansArabic",
    "NotoSansGurmukhi",
    "NotoSansBengali",
    "NotoSansGujarati",
    "NotoSansTamil",
    "NotoSansEthiopic",
    "NotoSansHebrew",
    "NotoSansTelugu",
    "NotoSansKannada",
    "NotoSansMalayalam",
    "NotoSansSinhala",
    "NotoSansOriya",
    "NotoSansThai",
    "NotoSansGeorgian",
    "NotoSansArmenian",
    "NotoSansKhmer",
    "NotoSansLao",
    "NotoSansMyanmar",
    "NotoSansSymbols",
    "NotoEmoji",
)
BY_SCRIPT = {"Arab": FAMILIES[1], "Guru": FAMILIES[2], "Beng": FAMILIES[3], "Gujr": FAMILIES[4]}
# Marks, joiners and the like belong to the letter before them.
STICKY = frozenset({"Mn", "Mc", "Me", "Cf", "Zs"})


@dataclass(frozen=True)
class Face:
    """One font at one weight. Two of the same family and weight are equal."""

    family: str
    weight: int

    @cached_property
    def face(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(_folder() / f"{self.family}[wght].ttf")))

    @cached_property
    def font(self) -> hb.Font:
        font = hb.Font(self.face)
        font.set_variations({"wght": float(self.weight)})
        return font

    @cached_property
    def covers(self) -> frozenset[int]:
        """The characters that it has, as numbers."""
        return frozenset(self.face.unicodes)

    def thousandths(self, units: float) -> float:
        """`units` of this font in thousandths of its size, as PDF counts."""
        return units * 1000 / float(self.face.upem)


@cache
def face(family: str, weight: int) -> Face:
    return Face(family, weight)


def face_for(character: str, before: Face | None, script: str, weight: int) -> Face:
    """The face to set `character` in: that of the one before where it can, else its own script's."""
    number = ord(character)
    sticks = unicodedata.category(character) in STICKY
    if before is not None and before.weight == weight and (sticks or number in before.covers):
        return before
    first = face(BY_SCRIPT.get(script, FAMILIES[0]), weight)
    if number in first.covers:
        return first
    return _fallback(number, weight)


@cache
def _fallback(number: int, weight: int) -> Face:
    for family in FAMILIES:
        if number in face(family, weight).covers:
            return face(family, weight)
    return face(FAMILIES[0], weight)  # its box says that something stood here


@cache
def _folder() -> Path:
    import manimgx_fonts  # noqa: PLC0415 - fonts are wanted only where something is printed

    return Path(manimgx_fonts.__file__).parent
