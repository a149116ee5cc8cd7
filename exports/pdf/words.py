"""Words into glyphs and lines: fonts chosen, scripts shaped, lines broken, right-to-left in its order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby

import uharfbuzz as hb

from exports.pdf.bidi import CONTROLS, in_visual_order, levels
from exports.pdf.fonts import BOLD, REGULAR, Face, face_for
from exports.pdf.look import INK, LEADING
from kiosk.words import language_of

_TOKENS = re.compile(r"[ \t]+|[^ \t]+")
_NOT_WORDS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")  # 07700 900100 is one number: it stays on its line, in its order


@dataclass(frozen=True)
class Style:
    """How words look: size in points, and the language whose script and direction they have."""

    size: float = 14
    bold: bool = False
    colour: str = INK
    language: str = "en"
    tight: bool = False  # for headings and the like, whose lines belong together
    side: str = ""  # left or right, where words stand with others that begin there

    @property
    def leading(self) -> float:
        """From one line to the next, in points."""
        share = LEADING.get(language_of(self.language).script, LEADING["Latn"])
        return self.size * (share - 0.1 if self.tight else share)

    @property
    def rtl(self) -> bool:
        return not language_of(self.language).ltr

    @property
    def from_right(self) -> bool:
        """Whether lines begin at the right edge."""
        return self.rtl if not self.side else self.side == "right"


@dataclass(frozen=True)
class Span:
    """Words of one look inside a paragraph."""

    text: str
    bold: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Cluster:
    """Letters that are drawn together: most often one, a syllable in Indian scripts, a letter with its dots.

    `parts` are glyph numbers and where each stands, `advance` is how far the pen goes on; all in thousandths
    of the size, from left to right.
    """

    text: str
    parts: tuple[tuple[int, float, float], ...]
    advance: float


@dataclass(frozen=True)
class Piece:
    """Letters of one face and direction, shaped. `width` is in thousandths of the size."""

    text: str
    face: Face
    level: int
    colour: str
    clusters: tuple[Cluster, ...]

    @cached_property
    def width(self) -> float:
        return sum(cluster.advance for cluster in self.clusters)

    @property
    def space(self) -> bool:
        return not self.text.strip(" \t")


@dataclass(frozen=True)
class Line:
    """Pieces from left to right, `text` as it is read; `width` in points."""

    pieces: tuple[Piece, ...]
    width: float
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph set at a width, in points."""

    lines: tuple[Line, ...]
    style: Style
    width: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def widest(self) -> float:
        return max((line.width for line in self.lines), default=0)


@dataclass
class _Filling:
    """Lines while they are filled with the pieces of word after word."""

    room: float
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    used: float = 0

    def add(self, token: Sequence[Piece]) -> None:
        width = sum(piece.width for piece in token)
        if self.used + width > self.room and not token[0].space and self.lines[-1]:
            self.lines.append([])
            self.used = 0
        if width > self.room and not token[0].space:
            self._by_letters(token)
            return
        if token[0].space and not self.lines[-1] and len(self.lines) > 1:
            return
        self.lines[-1].extend(token)
        self.used += width

    def _by_letters(self, token: Sequence[Piece]) -> None:
        """A word wider than the line is broken where its letters allow."""
        for piece in token:
            for part in _letters(piece):
                if self.used + part.width > self.room and self.lines[-1]:
                    self.lines.append([])
                    self.used = 0
                self.lines[-1].append(part)
                self.used += part.width


def set_words(words: str | Sequence[Span], style: Style, width: float) -> Block:
    """`words` as lines no wider than `width` points; each line break in them begins a line."""
    spans = (Span(words, style.bold),) if isinstance(words, str) else tuple(words)
    lines: list[Line] = []
    for paragraph in _paragraphs(spans):
        filling = _Filling(width * 1000 / style.size)
        for token in _tokens(paragraph, style):
            filling.add(token)
        lines += [_line(pieces, style) for pieces in filling.lines]
    return Block(tuple(lines), style, width)


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    part: list[Span] = []
    for span in spans:
        text = _IN_NUMBER.sub("\u00a0", _NOT_WORDS.sub("", CONTROLS.sub("", span.text)))
        first, *rest = text.split("\n")
        part.append(Span(first, span.bold, span.colour))
        for further in rest:
            yield part
            part = [Span(further, span.bold, span.colour)]
    yield part


def _tokens(spans: Sequence[Span], style: Style) -> Iterator[list[Piece]]:
    """Words and the spaces between them, each as the pieces it is made of."""
    text = "".join(span.text for span in spans)
    of_each = levels(text, style.rtl)
    looks = [span for span in spans for _ in span.text]
    faces = _faces(text, looks, language_of(style.language).script)
    for found in _TOKENS.finditer(text):
        token, start = [], found.start()
        for at in range(found.start() + 1, found.end() + 1):
            same = at < found.end() and (
                faces[at] is faces[start] and of_each[at] == of_each[start] and looks[at] is looks[start]
            )
            if not same:
                clusters = shaped(text[start:at], faces[start], of_each[start] % 2 == 1, style.language)
                colour = looks[start].colour or style.colour
                token.append(Piece(text[start:at], faces[start], of_each[start], colour, clusters))
                start = at
        yield token


def _faces(text: str, looks: Sequence[Span], script: str) -> list[Face]:
    found: list[Face] = []
    for character, look in zip(text, looks, strict=True):
        weight = BOLD if look.bold else REGULAR
        found.append(face_for(character, found[-1] if found else None, script, weight))
    return found


@lru_cache(maxsize=50_000)
def shaped(text: str, face: Face, rtl: bool, language: str) -> tuple[Cluster, ...]:
    """The glyphs of `text` from left to right, beside the letters that they stand for."""
    text = text.replace("\u00a0", " ")  # its work, to hold a line together, is done
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = language
    hb.shape(face.font, buffer)
    found = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in found})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(
        _cluster(text[start : ends[start]], face, list(together))
        for start, together in groupby(found, lambda each: each[0].cluster)
    )


def _cluster(text: str, face: Face, found: list[tuple[hb.GlyphInfo, hb.GlyphPosition]]) -> Cluster:
    parts, pen = [], 0.0
    for info, place in found:
        advance, right, up = map(face.thousandths, (place.x_advance, place.x_offset, place.y_offset))
        parts.append((info.codepoint, pen + right, up))
        pen += advance
    return Cluster(text, tuple(parts), pen)


def _letters(piece: Piece) -> Iterator[Piece]:
    """The piece letter by letter as it is read, each as it is shaped among the others."""
    rtl = piece.level % 2 == 1
    for cluster in reversed(piece.clusters) if rtl else piece.clusters:
        yield Piece(cluster.text, piece.face, piece.level, piece.colour, (cluster,))


def _line(pieces: list[Piece], style: Style) -> Line:
    while pieces and pieces[-1].space:
        pieces.pop()
    visual = in_visual_order(pieces, [piece.level for piece in pieces])
    text = "".join(piece.text for piece in pieces).replace("\u00a0", " ")
    return Line(tuple(visual), sum(piece.width for piece in pieces) * style.size / 1000, text)
