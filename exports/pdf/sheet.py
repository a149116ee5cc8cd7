"""A page to draw on: words as glyphs that can be copied out, shapes, pictures, each with its tag."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.embed import Fonts
from exports.pdf.look import CARD, EDGE
from exports.pdf.tags import Structure, Tag
from exports.pdf.words import Block, Line, Piece, shaped

CAPITAL = 0.714  # the height of a capital, of the size
PRODUCER = "Event Kiosk"
rl_config.useA85 = 0  # pages as bytes, not as letters: a quarter smaller


class Sheet(Canvas):  # type: ignore[misc]
    """A document while it is drawn, in points from the bottom left. The same drawing makes the same bytes."""

    def __init__(
        self, out: BytesIO, pagesize: tuple[float, float], title: str = "", language: str = "en", **_: object
    ) -> None:
        super().__init__(
            out, pagesize=pagesize, invariant=1, pageCompression=1, lang=language, pdfVersion=(1, 7)
        )
        self.structure, self.fonts = Structure(), Fonts()
        self.language, self._headings, self._level = language, 0, 0
        self.quiet = False  # while what was said before is drawn again, as a table's head on its next page
        self.setTitle(title)
        for tell in (self.setAuthor, self.setProducer, self.setCreator):
            tell(PRODUCER)
        self.setSubject(title)

    def _make_preamble(self) -> None:
        """No font of reportlab's own: it would not be in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    def save(self) -> None:
        """Finish the last page and the document: fonts and tags go in when all is drawn."""
        if len(self._code):
            self.showPage()
        self.fonts.write(self._doc)
        self.structure.write(self._doc)
        self._doc.SaveToFile(self._filename, self)

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """What is drawn inside is the content of `tag`."""
        number = self.structure.mark(tag, self.getPageNumber() - 1)
        self._code.append(f"/{tag.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def inside(self, tag: Tag | None) -> Iterator[None]:
        """Tags of what is drawn inside belong into `tag`."""
        if tag is None or self.quiet:
            yield
            return
        self.structure.place(tag)
        self.structure.open.append(tag)
        yield
        self.structure.open.pop()

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside means nothing: readers pass over it."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def heading(self, title: str, level: int) -> int:
        """A bookmark to this place; `level` from 1. The level it got: none is left out on the way down."""
        level = self._level = min(level, self._level + 1)
        self._headings += 1
        key = f"h{self._headings}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level - 1, closed=level > 1)
        return level

    def words(self, block: Block, x: float, top: float, tag: Tag | None = None) -> float:
        """Draw `block` with its box's top left corner at (x, top); the y below it."""
        if tag is None or self.quiet:
            with self.decoration():
                return self._lines(block, x, top)
        if not tag.language and block.style.language != self.language:
            tag.language = block.style.language
        if block.style.rtl:
            tag.actual = f"{tag.actual} {block.text}".strip()
        with self.tagged(tag):
            return self._lines(block, x, top)

    def _lines(self, block: Block, x: float, top: float) -> float:
        style = block.style
        for number, line in enumerate(block.lines):
            middle = top - (number + 0.5) * style.leading
            start = x + block.width - line.width if style.from_right else x
            space = not style.rtl and number < len(block.lines) - 1  # so that words of two lines stay two
            self._line(line, start, middle - style.size * CAPITAL / 2, style.size, space)
        return top - block.height

    def _line(self, line: Line, x: float, baseline: float, size: float, space: bool) -> None:
        self._code.append("BT")
        colour = ""
        for piece in line.pieces:
            if piece.colour != colour:
                colour = piece.colour
                self._code.append(_rgb(colour) + " rg")
            name = self.fonts.name(piece.face)
            self._code.append(f"/{name} {_short(size)} Tf 1 0 0 1 {_short(x)} {_short(baseline)} Tm")
            self._code.append(self._shown(piece))
            x += piece.width * size / 1000
        if space and line.pieces:
            gap = self.fonts.glyph(line.pieces[-1].face, shaped(" ", line.pieces[-1].face, False, "en")[0])
            self._code.append(f"<{gap.number:04X}> Tj")
        self._code.append("ET")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = CARD,
        edge: str = "",
        radius: float = 0,
        thick: float = 1.2,
    ) -> None:
        """A box whose bottom left corner is at (x, y), as decoration."""
        with self.decoration():
            self.saveState()
            if fill:
                self.setFillColor(HexColor(fill))
            if edge:
                self.setStrokeColor(HexColor(edge))
                self.setLineWidth(thick)
            self.roundRect(x, y, width, height, radius, stroke=1 if edge else 0, fill=1 if fill else 0)
            self.restoreState()

    def rule(self, x: float, y: float, width: float, colour: str = EDGE, thick: float = 0.8) -> None:
        """A level line, as decoration."""
        with self.decoration():
            self.saveState()
            self.setStrokeColor(HexColor(colour))
            self.setLineWidth(thick)
            self.line(x, y, x + width, y)
            self.restoreState()

    def _shown(self, piece: Piece) -> str:
        """The operator that draws a piece, each cluster where the shaper put it."""
        row, pen, drawn = [], 0.0, 0
        for cluster in piece.clusters:
            glyph = self.fonts.glyph(piece.face, cluster)
            step = round(pen - drawn)
            row.append(f"{-step if step else ''}<{glyph.number:04X}>")
            drawn += step + glyph.width
            pen += cluster.advance
        return f"[{''.join(row)}] TJ".replace("><", "")


def _short(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _rgb(colour: str) -> str:
    return " ".join(_short(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
