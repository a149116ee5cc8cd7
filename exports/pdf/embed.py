"""Fonts into the file: one glyph for each cluster of letters, so that what is copied is what was meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from exports.pdf.fonts import BOLD, Face
from exports.pdf.words import Cluster

UNITS = 1000  # of the fonts that are written: thousandths throughout


@dataclass(frozen=True)
class Glyph:
    """One glyph of a font in the file: its number there, what it stands for, and its width in thousandths."""

    number: int
    cluster: Cluster
    width: int


class Fonts:
    """The faces that a document uses, and the glyphs of each in the order of their first use."""

    def __init__(self) -> None:
        self._used: dict[Face, dict[tuple[object, ...], Glyph]] = {}

    def name(self, face: Face) -> str:
        """The name by which pages know `face`."""
        self._used.setdefault(face, {})
        return f"K{list(self._used).index(face)}"

    def glyph(self, face: Face, cluster: Cluster) -> Glyph:
        """The glyph for `cluster`. Kerning changes how far the pen goes on, and makes no other glyph."""
        known = self._used.setdefault(face, {})
        key = (cluster.text, cluster.parts)
        if key not in known:
            known[key] = Glyph(len(known) + 1, cluster, max(0, round(cluster.advance)))
        return known[key]

    def write(self, document: PDFDocument) -> None:
        """Put every face into `document`."""
        basic = document.idToObject["BasicFonts"].dict
        for number, (face, glyphs) in enumerate(self._used.items()):
            font = _type0(face, list(glyphs.values()), number, document)
            basic[f"K{number}"] = document.Reference(font)


def font_file(face: Face, glyphs: Iterable[Glyph]) -> bytes:
    """A TrueType font of `glyphs`, numbered as they are; always the same bytes."""
    builder = FontBuilder(UNITS, isTTF=True)
    outlines, metrics = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (UNITS // 2, 0)}
    for glyph in glyphs:
        pen = TTGlyphPen(None)
        for number, right, up in glyph.cluster.parts:
            scale = face.thousandths(1)
            face.font.draw_glyph_with_pen(number, TransformPen(pen, (scale, 0, 0, scale, right, up)))
        name = f"g{glyph.number}"
        outlines[name], metrics[name] = pen.glyph(), (glyph.width, 0)
    builder.setupGlyphOrder(list(outlines))
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(
        {name: (width, outlines[name].xMin) for name, (width, _) in metrics.items()}
    )
    builder.setupHorizontalHeader(ascent=UNITS, descent=-300)
    builder.setupHead(unitsPerEm=UNITS, created=0, modified=0)
    builder.setupMaxp()
    builder.font.recalcTimestamp = False
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def _type0(face: Face, glyphs: list[Glyph], number: int, document: PDFDocument) -> PDFDictionary:
    tag = "".join(chr(65 + number // 26**place % 26) for place in range(6))
    name = PDFName(f"{tag}+{face.family}-{'Bold' if face.weight == BOLD else 'Regular'}")
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(system),
            "CIDToGIDMap": PDFName("Identity"),
            "DW": UNITS // 2,
            "W": PDFArray([1, PDFArray([glyph.width for glyph in glyphs])]),
            "FontDescriptor": document.Reference(_descriptor(face, glyphs, name, document)),
        }
    )
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(_letters(glyphs).encode("ascii"))),
        }
    )


def _descriptor(face: Face, glyphs: list[Glyph], name: str, document: PDFDocument) -> PDFDictionary:
    content = font_file(face, glyphs)
    extents = face.font.get_font_extents("ltr")
    above, below = (round(face.thousandths(value)) for value in (extents.ascender, extents.descender))
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": 4,
            "FontBBox": PDFArray([-UNITS, below, 3 * UNITS, above]),
            "ItalicAngle": 0,
            "Ascent": above,
            "Descent": below,
            "CapHeight": 714,
            "StemV": 140 if face.weight == BOLD else 90,
            "FontFile2": document.Reference(_stream(content, Length1=len(content))),
        }
    )


def _stream(content: bytes, **facts: object) -> PDFStream:
    return PDFStream(PDFDictionary(facts), content, [PDFZCompress])


def _letters(glyphs: list[Glyph]) -> str:
    """A CMap from glyph numbers to letters, in hundreds as the format asks."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(glyphs), 100):
        part = glyphs[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        for glyph in part:
            letters = glyph.cluster.text.encode("utf-16-be", "replace").hex().upper()
            lines.append(f"<{glyph.number:04X}> <{letters}>")
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])
