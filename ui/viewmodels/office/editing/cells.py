"""What the cells of event.xlsx are to staff: how each is called, why it is there, and how it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kiosk.pack.editing.event import EventBook, Place
from kiosk.words import Words

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel
    from ui.viewmodels.office.editing.page import Page


class Kind(Enum):
    WORDS = "words"  # said to residents: one text a language
    LINE = "line"  # one text for all languages
    PICK = "pick"  # one of several words that the kiosk knows


@dataclass(frozen=True)
class Option:
    """One of the words that a cell may hold, and how it is said to staff."""

    value: str
    name: str
    note: str = ""


Said = Callable[[Words], str]
Options = Callable[[Words, EventBook], Sequence[Option]]


@dataclass(frozen=True)
class Cell:
    """`name` is the column, or in the sheet event the key. `usual` is what a blank cell means."""

    name: str
    label: Said
    why: Said
    kind: Kind = Kind.LINE
    several_lines: bool = False
    purpose: str = ""  # of the keys
    options: Options | None = None
    usual: str = ""
    opens: Callable[[EditingModel, Cell, Place], Page] | None = None  # a page of its own

    def page(self, editor: EditingModel, place: Place) -> Page:
        """The page that fills it in."""
        if self.opens:
            return self.opens(editor, self, place)
        from ui.viewmodels.office.editing.pick import PickPage  # noqa: PLC0415 - both are pages of a cell
        from ui.viewmodels.office.editing.text import TextPage  # noqa: PLC0415

        return PickPage(editor, self, place) if self.kind is Kind.PICK else TextPage(editor, self, place)

    def shown(self, words: Words, book: EventBook, place: Place) -> str:
        """What it holds, short, as a line under its name."""
        value = place.value(book, book.default_language if self.kind is Kind.WORDS else "")
        if self.kind is Kind.PICK and self.options:
            value = value or self.usual
            named = (one.name for one in self.options(words, book) if one.value == value.lower())
            return next(named, value)
        return brief(value)

    def missing(self, book: EventBook, place: Place) -> tuple[str, ...]:
        """The languages in which words are blank that another language has."""
        if self.kind is not Kind.WORDS or not any(place.value(book, code) for code in book.languages):
            return ()
        return tuple(code for code in book.languages if not place.value(book, code))


SHORT = 48  # signs of a cell that are shown in a list


def brief(text: str) -> str:
    """On one line, and no longer than fits on a page with a few others at the largest size."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rpartition(' ')[0] or line[:SHORT]}…"


def yes_no(words: Words, _book: EventBook) -> Sequence[Option]:
    return (Option("yes", words("Yes")), Option("no", words("No")))
