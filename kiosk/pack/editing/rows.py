"""Rows of a draft's event.xlsx: those of a sheet in order, a new one, one taken out, one moved."""

import re
from collections.abc import Iterable, Mapping, Sequence

from kiosk.pack.editing.event import Change, EventBook, Place

IDS: Mapping[str, Sequence[str]] = {  # the columns by which a row is known
    "activities": ("id",),
    "promises": ("activity",),
    "consents": ("id",),
    "ideas": ("id",),
    "profile": ("key", "bucket"),
    "tablets": ("name",),
    "texts": ("key",),
}


def rows_of(book: EventBook, sheet: str) -> list[Place]:
    """Each row of the sheet, as the place of its first column."""
    if not book.has(sheet):
        return []
    table, columns = book.table(sheet), IDS[sheet]
    return [
        Place(sheet, columns[0], tuple((column, table.value(row, column)) for column in columns), row)
        for row in table.rows()
    ]


def new_id(book: EventBook, sheet: str, wanted: str) -> str:
    """A short name that no row of the sheet has: of the letters of `wanted` that an id may have."""
    taken = {place.value(book).lower() for place in rows_of(book, sheet)}
    base = re.sub(r"[^a-z0-9]+", "_", wanted.lower()).strip("_")[:24] or sheet.removesuffix("s")
    names = (base if number == 1 else f"{base}_{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def add(sheet: str, values: Mapping[str, str], language: str = "") -> Change:
    """A new row with these cells; those of translated columns are in `language`."""

    def change(book: EventBook) -> None:
        table = book.table(sheet)
        row = table.add_row()
        for column, value in values.items():
            table.put(row, column, value, language if column in ("title", "words", "text", "label") else "")

    return change


def take_out(place: Place) -> Change:
    """All that the row says. The others stay in their places."""

    def change(book: EventBook) -> None:
        if row := place.find(book):
            book.table(place.sheet).clear(row)

    return change


def move(place: Place, by: int) -> Change:
    """One place up (-1) or down (1); at the end it stays."""

    def change(book: EventBook) -> None:
        table, row = book.table(place.sheet), place.find(book)
        rows = table.rows()
        if row in rows and 0 <= rows.index(row) + by < len(rows):
            table.swap(row, rows[rows.index(row) + by])

    return change


def clear_blank(sheet: str, columns: Iterable[str]) -> Change:
    """Take out rows that say nothing in any of these columns."""
    wanted = tuple(columns)

    def change(book: EventBook) -> None:
        table = book.table(sheet)
        for row in table.rows():
            if not any(table.value(row, column) for column in wanted):
                table.clear(row)

    return change
