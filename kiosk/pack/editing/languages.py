"""The languages of a draft: which are offered, which comes first, and how many words each still lacks."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kiosk.pack.editing.event import Change, EventBook, key
from kiosk.pack.editing.table import Table
from kiosk.pack.findings import Finding
from kiosk.pack.staff import sheets
from kiosk.words import language_of

_BLANK = re.compile(r"^the words in (\S+) are blank$")


def offer(codes: Sequence[str]) -> Change:
    """Offer these, in that order."""
    return lambda book: key("languages").put(book, ", ".join(codes))


def start_in(code: str) -> Change:
    """Start in that language. Columns that name none belong to the one before: they are given its name."""

    def change(book: EventBook) -> None:
        before = book.default_language
        if code == before:
            return
        for name, columns in sheets.SHEETS.items():
            if book.has(name):
                for column in columns.translated:
                    _name(book.table(name), column, before)
        languages = [one for one in book.languages if one != code]
        key("default_language").put(book, code)
        key("languages").put(book, ", ".join((code, *languages)))
        for name in sheets.SHEETS:
            if book.has(name):
                book.table(name).default_language = code

    return change


def _name(table: Table, column: str, language: str) -> None:
    """Give the plain column its language's name; where there is one of that name, its words move there."""
    plain = [head.index + 1 for head in table.headers if head.name == column and not head.language]
    named = [head.index + 1 for head in table.headers if head.name == column and head.language == language]
    if plain and not named:
        table.sheet.cell(1, plain[0]).value = f"{column}::{language_of(language).english} ({language})"
        return table.changed()
    for index in plain:
        for row in table.rows():
            words = table.sheet.cell(row, index)
            target = table.sheet.cell(row, named[0])
            said = table.value(row, "key").lower() in sheets.TRANSLATED_KEYS or column != "value"
            if said and words.value is not None and target.value is None:
                target.value, target.data_type = words.value, words.data_type
            if said:
                words.value = None
    return table.changed()


def blanks(findings: Iterable[Finding]) -> Counter[str]:
    """How many texts `check` finds blank, by the language's code."""
    found = (_BLANK.search(one.wrong) for one in findings)
    return Counter(match[1] for match in found if match)


def checked(language: str, who: str, day: str) -> Change:
    """Somebody who speaks it has checked all words of a language; blank: nobody has."""

    def change(book: EventBook) -> None:
        table = book.table("texts")
        row = table.row_of("key", sheets.ALL_WORDS)
        if not row and who:
            row = table.add_row()
            table.put(row, "key", sheets.ALL_WORDS)
        if not row:
            return
        table.put(row, "checked_by", who, language)
        table.put(row, "checked_on", day if who else "", language)
        left = [column for column in ("checked_by", "checked_on", "text") if table.value(row, column)]
        if not left:
            table.clear(row)

    return change
