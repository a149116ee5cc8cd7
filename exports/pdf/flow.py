"""What flows over pages: paragraphs, headings, rows and panels, for reportlab's page templates."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from exports.pdf.sheet import Sheet
from exports.pdf.tags import Tag
from exports.pdf.words import Block, Line, Span, Style, set_words

HAIR = 0.01  # points: what rounding may add to a height


class Part(Flowable):  # type: ignore[misc]
    """Something in the flow. `canv` is the sheet while it is drawn, at its bottom left corner."""

    canv: Sheet

    def __init__(self, after: float = 0) -> None:
        super().__init__()
        self.after = after

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's own name
        return self.after

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's own name
        return 0


class Words(Part):
    """A paragraph. It may go on over the page, with at least two lines on either side."""

    def __init__(
        self, words: str | Sequence[Span], style: Style, after: float = 0, tag: Tag | None = None
    ) -> None:
        super().__init__(after)
        self.said, self.style, self.tag = words, style, tag or Tag("P")
        self.block: Block | None = None

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self.block is None or self.block.width != width:
            self.block = set_words(self.said, self.style, width)
        return width, self.block.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        assert self.block
        lines, room = self.block.lines, int((height + HAIR) / self.style.leading)
        room = min(room, len(lines) - 2)
        if room < 2:
            return []
        return [self._part(lines[:room], 0), self._part(lines[room:], self.after)]

    def _part(self, lines: Sequence[Line], after: float) -> "Words":
        assert self.block
        part = type(self)(self.said, self.style, after, self.tag)
        part.block = replace(self.block, lines=tuple(lines))
        return part

    def draw(self) -> None:
        assert self.block
        self.canv.words(self.block, 0, self.block.height, self.tag)


class Title(Words):
    """A heading with a bookmark, which stays with what follows; `level` from 1."""

    def __init__(self, words: str, style: Style, level: int, after: float = 0) -> None:
        super().__init__(words, replace(style, tight=True), after, Tag(f"H{level}"))
        self.level, self.words = level, words
        self.keepWithNext = 1

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        assert self.tag
        self.tag.role = f"H{self.canv.heading(self.words, self.level)}"
        super().draw()


class Drawing(Part):
    """Something of a set height, drawn by `paint(sheet, width, height)`; `alt` says what it shows."""

    def __init__(
        self,
        height: float,
        paint: Callable[[Sheet, float, float], None],
        alt: str = "",
        after: float = 0,
        width: float = 0,
    ) -> None:
        super().__init__(after)
        self.tall, self.paint, self.alt, self.wide = height, paint, alt, width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = min(self.wide or width, width)
        return self.width, self.tall

    def draw(self) -> None:
        if self.alt:
            with self.canv.tagged(Tag("Figure", self.alt)):
                self.paint(self.canv, self.width, self.tall)
        else:
            with self.canv.decoration():
                self.paint(self.canv, self.width, self.tall)


class Stack(Part):
    """Parts one under the other. Up to `whole` points high, they are never parted by a page's end;
    the first `held` parts, headings, never stand at its foot alone.
    """

    def __init__(self, parts: Sequence[Part], after: float = 0, whole: float = 0, held: int = 0) -> None:
        super().__init__(after)
        self.parts, self.whole, self.held = list(parts), whole, held

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [part.wrap(width, height)[1] for part in self.parts]
        gaps = sum(part.after for part in self.parts[:-1])
        self.width, self.height = width, sum(self.heights) + gaps
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Between two parts, or inside one where it must be."""
        self.wrap(width, height)
        if self.height <= self.whole:
            return []
        used = 0.0
        for place, (part, tall) in enumerate(zip(self.parts, self.heights, strict=True)):
            if used + tall > height + HAIR:
                pieces = part.split(width, height - used)
                if not pieces and place <= self.held:
                    return []
                first = [*self.parts[:place], *pieces[:1]]
                rest = [*(pieces[1:] or ([] if pieces else [part])), *self.parts[place + 1 :]]
                return [Stack(first), Stack(rest, self.after)] if first and rest else []
            used += tall + part.after
        return [self]

    def draw(self) -> None:
        top = self.height
        for part, tall in zip(self.parts, self.heights, strict=True):
            part.drawOn(self.canv, 0, top - tall)
            top -= tall + part.after


class Row(Part):
    """Cells side by side from the start side of `rtl` or not; a share of the width for each, or points.

    `widths` under or equal to 1 are shares of what points leave over. With `fill` or `edge`, a card.
    """

    def __init__(
        self,
        cells: Sequence[Part],
        widths: Sequence[float] = (1,),
        *,
        rtl: bool = False,
        gap: float = 12,
        padding: float = 0,
        fill: str = "",
        edge: str = "",
        rule: str = "",
        radius: float = 8,
        after: float = 0,
        tag: Tag | None = None,
        cell_tags: Sequence[Tag] = (),
        middle: bool = False,
    ) -> None:
        super().__init__(after)
        self.cells, self.widths, self.rtl, self.gap, self.padding = list(cells), widths, rtl, gap, padding
        self.fill, self.edge, self.rule, self.radius = fill, edge, rule, radius
        self.tag, self.cell_tags, self.middle = tag, cell_tags, middle

    def _places(self, width: float) -> list[tuple[float, float]]:
        """The x and width of each cell, from the left edge of all."""
        inner = width - 2 * self.padding - self.gap * (len(self.cells) - 1)
        shares = [share for share in self.widths if share <= 1]
        left = inner - sum(points for points in self.widths if points > 1)
        wide = [left * each / sum(shares) if each <= 1 else each for each in self.widths]
        places, x = [], self.padding
        for each in wide:
            places.append((width - x - each if self.rtl else x, each))
            x += each + self.gap
        return places

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.places = self._places(width)
        inner = height - 2 * self.padding
        sizes = zip(self.cells, self.places, strict=True)
        self.heights = [cell.wrap(wide, inner)[1] for cell, (_, wide) in sizes]
        self.width, self.height = width, max(self.heights) + 2 * self.padding
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """A card of one cell goes on over the page; cells side by side do not."""
        if len(self.cells) > 1:
            return []
        inner = self._places(width)[0][1]
        pieces = self.cells[0].split(inner, height - 2 * self.padding)
        return [self._with(piece, self.after * place) for place, piece in enumerate(pieces)]

    def _with(self, cell: Part, after: float) -> "Row":
        return Row(
            [cell],
            self.widths,
            rtl=self.rtl,
            gap=self.gap,
            padding=self.padding,
            fill=self.fill,
            edge=self.edge,
            rule=self.rule,
            radius=self.radius,
            after=after,
            tag=self.tag,
            cell_tags=self.cell_tags,
        )

    def draw(self) -> None:
        if self.fill or self.edge:
            self.canv.box(0, 0, self.width, self.height, self.fill, self.edge, self.radius)
        if self.rule:
            self.canv.rule(0, 0, self.width, self.rule)
        with self.canv.inside(self.tag):
            tags = [*self.cell_tags, *[None] * len(self.cells)]
            for cell, (x, _), tall, tag in zip(self.cells, self.places, self.heights, tags, strict=False):
                free = self.height - 2 * self.padding - tall
                with self.canv.inside(tag):
                    cell.drawOn(self.canv, x, self.padding + (free / 2 if self.middle else free))


class Table(Part):
    """Rows under a head, which is said again where the table goes on over the page."""

    def __init__(
        self,
        head: Row | None,
        rows: Sequence[Row],
        after: float = 0,
        tag: Tag | None = None,
        *,
        again: bool = False,
    ) -> None:
        super().__init__(after)
        self.again = again
        self.head, self.rows, self.tag = head, list(rows), tag or Tag("Table")

    @property
    def _all(self) -> list[Row]:
        return [*([self.head] if self.head else []), *self.rows]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [row.wrap(width, height)[1] for row in self._all]
        gaps = sum(row.after for row in self._all[:-1])
        self.width, self.height = width, sum(self.heights) + gaps
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        used, fits = 0.0, 0
        for row, tall in zip(self._all, self.heights, strict=True):
            if used + tall > height + HAIR:
                break
            used += tall + row.after
            fits += 1
        fits -= 1 if self.head else 0
        if fits < min(2, len(self.rows) - 1) or fits < 1 or fits >= len(self.rows):
            return []
        return [
            Table(self.head, self.rows[:fits], tag=self.tag, again=self.again),
            Table(self.head, self.rows[fits:], self.after, self.tag, again=True),
        ]

    def draw(self) -> None:
        with self.canv.inside(self.tag):
            top = self.height
            for row, tall in zip(self._all, self.heights, strict=True):
                self.canv.quiet = self.again and row is self.head
                row.drawOn(self.canv, 0, top - tall)
                self.canv.quiet = False
                top -= tall + row.after
