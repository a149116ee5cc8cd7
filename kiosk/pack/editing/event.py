"""event.xlsx of a draft: its cells by what they mean, and what `check` says of each."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.pack.editing.book import OpenBook
from kiosk.pack.editing.table import Table
from kiosk.pack.findings import Finding
from kiosk.pack.staff import sheets
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.sources import EVENT
from kiosk.pack.staff.workbook import column_letters

_BLANK = re.compile(r"the words in (\S+) are blank")
_APART = re.compile(r"[,;\n]")


class EventBook:
    """An open event.xlsx. A sheet that it lacks is made when something is put there."""

    def __init__(self, opened: OpenBook) -> None:
        self.opened = opened
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """The sheet of that name, with our columns where it is new."""
        if name not in self._tables:
            sheet = self.opened.sheet(name)
            if sheet is None:
                sheet = self.opened.book.create_sheet(name)
                sheet.append(_columns(name))
            self._tables[name] = Table(sheet)
            self._tables[name].default_language = self.default_language
        return self._tables[name]

    def has(self, name: str) -> bool:
        return self.opened.sheet(name) is not None

    def said(self, key: str, language: str = "") -> str:
        """What the sheet event says to a key; empty where it says nothing."""
        table = self.table("event")
        return table.value(table.row_of("key", key), "value", language)

    @property
    def default_language(self) -> str:
        """The language of columns without one, as the pack's reader finds it."""
        written = self.said("default_language")
        return language_code(written) if written else next(iter(self._written_languages()), "en")

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the event's languages, the default one first."""
        default = self.default_language
        return tuple(dict.fromkeys((default, *self._written_languages())))

    def _written_languages(self) -> list[str]:
        parts = _APART.split(self.said("languages"))
        return [language_code(part) for part in parts if part.strip()]

    @property
    def checked(self) -> dict[str, str]:
        """Who checked all words of a language, by its code."""
        if not self.has("texts"):
            return {}
        table = self.table("texts")
        row = table.row_of("key", sheets.ALL_WORDS)
        found = {code: table.value(row, "checked_by", code) for code in table.languages("checked_by")}
        return {code: who for code, who in found.items() if who}


@dataclass(frozen=True)
class Place:
    """A cell by what it is: its sheet, its column, and what its row says elsewhere, as (("id", "park"),).

    `row` is where it was seen last, which tells two rows apart that say the same.
    """

    sheet: str
    column: str
    where: tuple[tuple[str, str], ...]
    row: int = 0

    def find(self, book: EventBook) -> int:
        """The number of its row; 0 where there is none."""
        if not book.has(self.sheet):
            return 0
        table = book.table(self.sheet)
        if self.row and self._fits(table, self.row):
            return self.row
        named = any(value for _, value in self.where)
        return next((row for row in table.rows() if named and self._fits(table, row)), 0)

    def _fits(self, table: Table, row: int) -> bool:
        return all(table.value(row, column).lower() == value.lower() for column, value in self.where)

    def value(self, book: EventBook, language: str = "") -> str:
        row = self.find(book)
        return book.table(self.sheet).value(row, self.column, language) if row else ""

    def put(self, book: EventBook, value: str, language: str = "") -> None:
        """Write the cell, and its row where there is none. Blank stays blank without one."""
        row, table = self.find(book), book.table(self.sheet)
        if not row and value:
            row = table.add_row()
            for column, said in self.where:
                table.put(row, column, said)
        if row:
            table.put(row, self.column, value, language)

    def seen(self, book: EventBook) -> "Place":
        """The same cell, where its row is now."""
        return Place(self.sheet, self.column, self.where, self.find(book))

    def at(self, column: str) -> "Place":
        """Another cell of the same row."""
        return Place(self.sheet, column, self.where, self.row)


def key(name: str) -> Place:
    """The cell of a key of the sheet event."""
    return Place("event", "value", (("key", name),))


Change = Callable[[EventBook], None]


def findings_at(
    findings: Iterable[Finding], book: EventBook, place: Place, language: str = ""
) -> tuple[Finding, ...]:
    """What is said of that cell; with a language, of the words in that one alone."""
    row = place.find(book)
    if not row:
        return ()
    table = book.table(place.sheet)
    letters = {column_letters(index - 1) for index in table.columns(place.column)}
    own = {column_letters(index - 1) for index in table.columns(place.column, language)}
    default = not language or language == book.default_language
    return tuple(
        one
        for one in findings
        if one.file == EVENT and one.sheet == place.sheet and one.row == row
        and _concerns(one, place, language, letters, own, default=default)
    )  # fmt: skip


def _concerns(
    one: Finding, place: Place, language: str, letters: set[str], own: set[str], *, default: bool
) -> bool:
    """Whether a finding of the row is about that column, and about that language of it."""
    if not one.column:
        return place.sheet == "event" and default
    letter = one.column.split(" ")[0]
    if letter not in letters and one.column != place.column:
        return False
    blank = _BLANK.search(one.wrong)
    if blank:
        return blank[1] == language or not language
    return not language or letter in own or (default and letter in letters and not own)


def findings_in(findings: Iterable[Finding], sheet: str, row: int = 0) -> tuple[Finding, ...]:
    """What is said of a sheet, or of one row of it."""
    return tuple(
        one for one in findings if one.file == EVENT and one.sheet == sheet and (not row or one.row == row)
    )


def _columns(name: str) -> list[str]:
    """The columns that a new sheet of that name begins with."""
    known = sheets.SHEETS[name]
    return [column for column in known.names if column not in known.translated or name == "event"] + [
        column for column in known.translated if name != "event"
    ]
