"""A sheet of an open workbook by its columns' names, read as the pack's reader does, and written into."""

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from kiosk.pack.editing.book import OpenBook
from kiosk.pack.staff.excel import BLANK_ROWS_AT_END, cell_of, headers_of
from kiosk.pack.staff.limits import LONGEST_CELL, MOST_COLUMNS
from kiosk.pack.staff.workbook import Header
from kiosk.words import language_of

# Controls, halves of a sign, and what is no sign at all: XML has no way to write them.
_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def table_of(opened: OpenBook, name: str, default_language: str = "en") -> "Table | None":
    """The sheet of that name; None where there is none, or where the workbook is for Excel alone."""
    sheet = opened.sheet(name) if opened.book is not None else None
    return Table(sheet, default_language) if sheet is not None else None


@dataclass(frozen=True)
class _Read:
    """A sheet as it reads: its headers, the texts under them by row and column, the rows that have some."""

    headers: tuple[Header, ...]
    texts: Mapping[tuple[int, int], str]
    rows: tuple[int, ...]


class Table:
    """`default_language` is that of columns without one. Rows are numbered as Excel does, from 2 on.

    Nothing but the cells that are put is touched: other columns, styles, notes and drop-downs stay.
    It is read once; whoever writes past it says so with `changed`.
    """

    def __init__(self, sheet: Any, default_language: str = "en") -> None:
        self.sheet = sheet
        self.default_language = default_language
        self._read: _Read | None = None

    def changed(self) -> None:
        """The sheet is another one now: it is read again."""
        self._read = None

    @property
    def _now(self) -> _Read:
        if self._read is None:
            first = self.sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS, values_only=True)
            headers = headers_of(next(first, ()))
            indexes = {header.index + 1 for header in headers}
            texts = {
                place: said.text
                for place, cell in self._cells.items()
                if place[1] in indexes and (said := cell_of(cell.value, "")) is not None
            }
            self._read = _Read(headers, texts, _rows({row for row, _ in texts} - {1}))
        return self._read

    @property
    def headers(self) -> tuple[Header, ...]:
        return self._now.headers

    def columns(self, name: str, language: str = "") -> list[int]:
        """Where the columns of that name are, counted from 1; with `language`, those of that one."""
        named = [header for header in self.headers if header.name == name]
        return [
            header.index + 1
            for header in named
            if not language or (header.language or self.default_language) == language
        ]

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages that the columns of that name are in."""
        found = [header.language or self.default_language for header in self.headers if header.name == name]
        return tuple(dict.fromkeys(found))

    def rows(self) -> list[int]:
        """The numbers of the rows that hold something under a header, as far down as a pack is read."""
        return list(self._now.rows)

    def row_of(self, name: str, value: str) -> int:
        """The first row whose cell says so, in whatever letters; 0 where none does."""
        return next((row for row in self.rows() if self.value(row, name).lower() == value.lower()), 0)

    def value(self, row: int, name: str, language: str = "") -> str:
        """What the first filled cell of such a column says; empty where none does."""
        texts = (self._text(row, index) for index in self.columns(name, language))
        return next((text for text in texts if text), "")

    def put(self, row: int, name: str, value: str, language: str = "") -> bool:
        """Write the cell, in a column of its own where there is none; whether anything changed.

        A text is always a text: nothing that begins with = becomes a formula. Signs that no workbook can
        hold are left out.
        """
        value = _NOT_HELD.sub("", value).strip()[:LONGEST_CELL]
        if self.value(row, name, language) == value:
            return False
        places = self.columns(name, language)
        filled = [index for index in places if self._text(row, index)]
        index = next(iter(filled or places), 0) or self._new_column(name, language)
        cell = self.sheet.cell(row, index)
        numeric = cell.data_type == "n" and cell.value is not None
        if not value:
            cell.value = None
        elif numeric and value.isascii() and value.isdigit() and str(int(value)) == value:
            cell.value = int(value)
        else:
            cell.value = value
            cell.data_type = "s"
            if numeric or cell.is_date:
                cell.number_format = "@"
        self.changed()
        return True

    def add_row(self) -> int:
        """The number of a row under the last that holds something, dressed like it."""
        last = max(self.rows(), default=1)
        if last > 1:
            for index in self._columns_of(last):
                _dress(self.sheet.cell(last, index), self.sheet.cell(last + 1, index))
        return last + 1

    def clear(self, row: int) -> None:
        """Take out all that the row says. It stays as a blank one, so that no other row moves."""
        for index in self._columns_of(row):
            cell = self.sheet.cell(row, index)
            cell.value = None
            cell.comment = None
        self.changed()

    def swap(self, one: int, other: int) -> None:
        """Let two rows change places, with all of their cells, those of columns nobody knows too."""
        for index in sorted({*self._columns_of(one), *self._columns_of(other)}):
            first, second = self.sheet.cell(one, index), self.sheet.cell(other, index)
            kept, dress, note = first.value, copy(first._style), first.comment
            kind = first.data_type
            first.value, first.data_type = second.value, second.data_type
            first._style = copy(second._style)
            first.comment = copy(second.comment)
            second.value, second.data_type, second._style = kept, kind, dress
            second.comment = copy(note)
        heights = self.sheet.row_dimensions
        heights[one].height, heights[other].height = heights[other].height, heights[one].height
        self.changed()

    @property
    def _cells(self) -> Any:
        """The cells that are there, by row and column: a stray one far away costs nothing."""
        return self.sheet._cells

    def _columns_of(self, row: int) -> list[int]:
        return sorted(index for at, index in self._cells if at == row)

    def _text(self, row: int, index: int) -> str:
        return self._now.texts.get((row, index), "")

    def _new_column(self, name: str, language: str) -> int:
        """A header at the end, dressed like the one of the same name."""
        index = max((header.index + 1 for header in self.headers), default=0) + 1
        like = next(iter(self.columns(name)), index - 1)
        header = self.sheet.cell(1, index)
        header.value = f"{name}::{language_of(language).english} ({language})" if language else name
        if like:
            letters, source = header.column_letter, self.sheet.cell(1, like)
            _dress(source, header)
            width = self.sheet.column_dimensions[source.column_letter].width
            self.sheet.column_dimensions[letters].width = width
            for row in self.rows():
                _dress(self.sheet.cell(row, like), self.sheet.cell(row, index))
        self.changed()
        return index


def _rows(filled: set[int]) -> tuple[int, ...]:
    """In order, as far as the pack's reader goes: it stops where too many are blank."""
    found: list[int] = []
    for row in sorted(filled):
        if row - (found[-1] if found else 1) > BLANK_ROWS_AT_END + 1:
            break
        found.append(row)
    return tuple(found)


def _dress(source: Any, target: Any) -> None:
    if source.has_style:
        target._style = copy(source._style)
