"""What a report is made of, before it is a page: each block is set both as PDF and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """`level` 2 begins a part, 3 something inside it."""

    level: int
    words: str


@dataclass(frozen=True)
class Paragraph:
    words: str
    quiet: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Labelled:
    """`Who decides: six residents`."""

    label: str
    words: str


@dataclass(frozen=True)
class Items:
    words: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """One row of a chart. `number` is as it is read; `share` (0 to 1) None where it is not shown."""

    label: str
    number: str
    share: float | None


@dataclass(frozen=True)
class Bars:
    """A chart that is its own table: label, bar, number, share. `heads` name label, number and share."""

    caption: str
    heads: tuple[str, str, str]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Grid:
    """A table of words; the first column names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, in their `language`; `by` says that a translation is one."""

    words: str
    language: str
    note: str = ""


@dataclass(frozen=True)
class Card:
    """Blocks that belong together; `icon` of the family, or none."""

    blocks: tuple["Block", ...]
    icon: str = ""


@dataclass(frozen=True)
class Numbers:
    """A few large numbers with what they count."""

    each: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Labelled | Items | Bars | Grid | Quote | Card | Numbers


@dataclass(frozen=True)
class Document:
    """A whole report. `over` stands above its title, `under` below."""

    title: str
    over: str
    under: tuple[str, ...]
    language: str
    blocks: Sequence[Block]
    practice: str = ""
