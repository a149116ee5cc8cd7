"""How one document is set: its language, its sizes, and the parts that every page is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from exports.pdf.flow import Drawing, Part, Row, Stack, Title, Words
from exports.pdf.look import ACTION, BODY, CARD, EDGE, INK, LARGE, PAPER, QUIET, Sizes
from exports.pdf.pictures import icon
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Tag
from exports.pdf.words import Span, Style
from kiosk.words import Words as Said
from kiosk.words import language_of


@dataclass(frozen=True)
class Setting:
    """The parts of a document in one language and size. `words` gives the program's own words."""

    language: str = "en"
    sizes: Sizes = field(default_factory=Sizes)

    @property
    def words(self) -> Said:
        return Said(self.language)

    @property
    def rtl(self) -> bool:
        return not language_of(self.language).ltr

    def style(self, steps: float = 1, *, bold: bool = False, colour: str = INK, language: str = "") -> Style:
        least = LARGE if self.sizes.large else BODY
        return Style(max(least, self.sizes.of(steps)), bold, colour, language or self.language)

    def text(
        self,
        words: str | Sequence[Span],
        *,
        steps: float = 1,
        bold: bool = False,
        colour: str = INK,
        after: float | None = None,
        language: str = "",
        here: bool = False,
    ) -> Words:
        """A paragraph; one in another `language` begins at its own side, or with `here` at this one's."""
        gap = self.sizes.gap if after is None else after
        style = self.style(steps, bold=bold, colour=colour, language=language)
        if here:
            style = replace(style, side="right" if self.rtl else "left")
        return Words(words, style, gap)

    def title(self, words: str, level: int = 2, after: float | None = None) -> Title:
        """A heading: 1 is the document's own, 2 a part's, 3 inside a part."""
        steps = {1: 2.0, 2: 1.6, 3: 1.2}[level]
        gap = self.sizes.gap if after is None else after
        colour = ACTION if level < 3 else INK
        return Title(words, self.style(steps, bold=True, colour=colour), level, gap)

    def labelled(self, label: str, words: str, after: float | None = None) -> Words:
        """`Who decides: six residents`, its label bold."""
        return self.text([Span(f"{label}: ", True, ACTION), Span(words)], after=after)

    def card(
        self, parts: Sequence[Part], fill: str = PAPER, edge: str = EDGE, after: float | None = None
    ) -> Row:
        """Parts on a card of their own."""
        gap = self.sizes.gap * 1.6 if after is None else after
        return Row([Stack(parts)], padding=self.sizes.body * 0.9, fill=fill, edge=edge, after=gap)

    def beside(
        self, picture: Part, parts: Sequence[Part], width: float, after: float | None = None, gap: float = 12
    ) -> Row:
        """A picture `width` points wide at the start side of parts."""
        space = self.sizes.gap if after is None else after
        return Row([picture, Stack(parts)], (max(width, 1.01), 1), rtl=self.rtl, gap=gap, after=space)

    def at_start(self, part: Part, width: float, after: float = 0) -> Row:
        """`part`, `width` points wide, where lines begin."""
        return Row([part, space(0)], (width, 1), rtl=self.rtl, gap=0, after=after)

    def symbol(self, name: str, side: float, colour: str = ACTION) -> Drawing:
        """An icon, as decoration beside words."""

        def paint(sheet: Sheet, _width: float, _height: float) -> None:
            icon(sheet, name, 0, 0, side, colour)

        return Drawing(side, paint, width=side)

    def bullets(self, items: Sequence[str], numbered: bool = False) -> list[Part]:
        """A list, each item under its dot or number."""
        return [self._item(f"{place}." if numbered else "•", item) for place, item in enumerate(items, 1)]

    def _item(self, mark: str, item: str) -> Row:
        width = self.sizes.body * (1.7 if mark != "•" else 1.1)
        tags = (Tag("Lbl"), Tag("LBody"))
        return Row(
            [
                Words(mark, self.style(bold=True, colour=ACTION)),
                Words(item, self.style()),
            ],
            (width, 1),
            rtl=self.rtl,
            gap=4,
            after=self.sizes.gap * 0.6,
            tag=Tag("LI"),
            cell_tags=tags,
        )

    def unchecked(self) -> list[Part]:
        """That no speaker has checked these words, where that is so."""
        if self.words.checked:
            return []
        return [self.text(self.words("No speaker has checked these words yet."), colour=QUIET)]


def space(height: float) -> Drawing:
    """Nothing, `height` points tall."""
    return Drawing(height, lambda *_: None)


def box(side: float, after: float = 0, width: float = 0) -> Drawing:
    """An empty box to tick or write in."""

    def paint(sheet: Sheet, wide: float, tall: float) -> None:
        sheet.box(0.6, 0.6, (width or wide) - 1.2, tall - 1.2, CARD, INK, 3, 1.4)

    return Drawing(side, paint, after=after, width=width or side)


def lines(count: int, height: float, after: float = 0) -> Drawing:
    """Lines to write on, `height` apart."""

    def paint(sheet: Sheet, wide: float, _tall: float) -> None:
        for number in range(count):
            sheet.rule(0, 2 + number * height, wide, EDGE, 0.9)

    return Drawing(count * height, paint, after=after)


Paint = Callable[[Sheet, float, float], None]
