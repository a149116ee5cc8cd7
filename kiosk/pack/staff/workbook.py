"""Excel workbooks as rows of text that remember where they stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from kiosk.pack.model import Text


class CellKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, as text: whole numbers without a decimal point, midnight dates as YYYY-MM-DD."""

    text: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True)
class Row:
    """One row. `number` counts as Excel does; cells by column index, blank ones left out."""

    number: int
    cells: Mapping[int, Cell]

    def __bool__(self) -> bool:
        return bool(self.cells)


@dataclass(frozen=True)
class Header:
    """A column's header: `written` as the author wrote it, `name` and `language` taken apart at "::"."""

    index: int
    written: str
    name: str
    language: str

    @property
    def place(self) -> str:
        """Where to look in Excel: "C (label)"."""
        return f"{column_letters(self.index)} ({self.written})"


@dataclass(frozen=True)
class Sheet:
    name: str
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]

    def columns(self, name: str) -> tuple[Header, ...]:
        """Every column of that name, one a language."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Header, ...]]:
        found: dict[str, tuple[Header, ...]] = {}
        for header in self.headers:
            found[header.name] = (*found.get(header.name, ()), header)
        return found

    def column(self, name: str) -> Header | None:
        return next(iter(self.columns(name)), None)

    def place(self, name: str) -> str:
        """Where the column is, or its name alone where the sheet has none."""
        header = self.column(name)
        return header.place if header else name

    def cell(self, row: Row, name: str) -> Cell | None:
        """The first filled cell of `row` under a column of that name."""
        return next((row.cells[head.index] for head in self.columns(name) if head.index in row.cells), None)

    def value(self, row: Row, name: str) -> str:
        cell = self.cell(row, name)
        return cell.text if cell else ""

    def text(self, row: Row, name: str, default_language: str = "en") -> Text:
        """The words of a translated column; a header without a language is `default_language`."""
        words: dict[str, str] = {}
        for header in self.columns(name):
            if header.index in row.cells and row.cells[header.index].text:
                words.setdefault(header.language or default_language, row.cells[header.index].text)
        return Text(words)

    def renamed(self, names: Mapping[str, str]) -> "Sheet":
        """The same sheet with columns called by other names, for sheets whose columns have several."""
        headers = (replace(header, name=names.get(header.name, header.name)) for header in self.headers)
        return Sheet(self.name, tuple(headers), self.rows)

    def filled(self) -> Iterator[Row]:
        return (row for row in self.rows if row)


@dataclass(frozen=True)
class Workbook:
    """A workbook's sheets by lower-cased name; `names` holds all of them as written, read or not."""

    file: str
    names: tuple[str, ...]
    sheets: Mapping[str, Sheet] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name, or an empty one."""
        return self.sheets.get(name) or Sheet(name, (), ())


def column_letters(index: int) -> str:
    """Excel's name of a column counted from 0: A, B … Z, AA."""
    letters, rest = "", index + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
