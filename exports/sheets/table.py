"""A table before it is a file: headers, what they mean, and rows of text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    """One column: its header, and its question in each language that has it."""

    name: str
    label: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """Rows under headings; every cell is text. `name` becomes the file's or the sheet's."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]


def plain_table(name: str, headers: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """A table whose headers speak for themselves."""
    return Table(name, tuple(Heading(header) for header in headers), tuple(rows))
