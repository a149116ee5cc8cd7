"""Rows of event.xlsx read one by one, with what is wrong said where it stands."""

import difflib
from collections.abc import Iterable
from heapq import nsmallest

from kiosk.pack.findings import Report, Severity
from kiosk.pack.model import Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.sources import EVENT
from kiosk.pack.staff.workbook import Row, Sheet, Workbook

_MOST_COMPARED = 500


def suggestion(word: str, known: Iterable[str]) -> str:
    """The nearest of `known` names, whatever order they come in; nothing where none is near.

    Where there are many, the 500 nearest in length are compared.
    """
    filled = (name for name in known if name)
    names = nsmallest(_MOST_COMPARED, filled, key=lambda name: (abs(len(name) - len(word)), name))
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in names], 1, 0.6)
    return next((name for name in names if near and name.lower() == near[0]), "")


class SheetReader:
    """Reads sheet after sheet, remembering the event's languages and what was wrong."""

    def __init__(self, book: Workbook, report: Report, *, file: str = EVENT) -> None:
        self._book = book
        self.wrong = report.of(file)
        self.default_language = "en"

    def sheet(self, name: str) -> Sheet:
        return self._book.sheet(name)

    def rows(self, name: str) -> list[tuple[Sheet, Row]]:
        sheet = self._book.sheet(name)
        return [(sheet, row) for row in sheet.filled()]

    def value(self, sheet: Sheet, row: Row, column: str) -> str:
        value = sheet.value(row, column)
        if not value and column in sheets.SHEETS[sheet.name].needed:
            self.wrong(sheet, row, column, f"{column} is blank", "fill it in, or delete the row")
        return value

    def text(self, sheet: Sheet, row: Row, column: str) -> Text:
        text = sheet.text(row, column, self.default_language)
        if not text and column in sheets.SHEETS[sheet.name].needed:
            self.wrong(sheet, row, column, f"{column} is blank", "fill it in, or delete the row")
        return text

    def advise(self, sheet: Sheet, column: str, wrong: str, do: str) -> None:
        """Something to take or leave, about a whole column."""
        self.wrong(sheet, None, column, wrong, do, Severity.ADVICE)

    def one_of(self, sheet: Sheet, row: Row, column: str, known: tuple[str, ...], default: str) -> str:
        """A word out of `known`; anything else is a mistake and becomes `default`."""
        value = sheet.value(row, column).lower()
        if not value or value in known:
            return value or default
        near = suggestion(value, known)
        do = f'did you mean "{near}"?' if near else "use one of: " + ", ".join(filter(None, known))
        self.wrong(sheet, row, column, f'"{value}" is not a {column} the kiosk knows', do)
        return default

    def yes_no(self, sheet: Sheet, row: Row, column: str, default: bool) -> bool:
        value = sheet.value(row, column).lower()
        if value and value not in sheets.YES | sheets.NO:
            self.wrong(sheet, row, column, f'"{value}" is neither yes nor no', "write yes or no")
        return value in sheets.YES if value in sheets.YES | sheets.NO else default
