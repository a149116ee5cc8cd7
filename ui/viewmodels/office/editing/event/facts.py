"""Title, place and date, and the other facts of an event that residents are told."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.pack.editing.event import Place, findings_in, key
from kiosk.pack.findings import Finding
from ui.viewmodels.office.editing.cells import Cell, Kind
from ui.viewmodels.office.editing.row import CellsPage


class KeysPage(CellsPage):
    """Keys of the sheet event, each as a cell."""

    def keys(self) -> Sequence[Cell]:
        raise NotImplementedError

    def cells(self) -> Sequence[tuple[Cell, Place]]:
        return [(cell, key(cell.name)) for cell in self.keys()]


class FactsPage(KeysPage):
    """What the event is called, who asks, where and when, and whom to tell."""

    def heading(self) -> str:
        return self.words("Title, place and date")

    def keys(self) -> Sequence[Cell]:
        return FACTS

    def others(self) -> Sequence[Finding]:
        """Of the sheet as a whole, as a key that is missing altogether."""
        return [one for one in findings_in(self.editor.mistakes, "event") if not one.row]


FACTS = (
    Cell(
        "title",
        lambda words: words("Title"),
        lambda words: words("What residents see first."),
        Kind.WORDS,
    ),
    Cell(
        "organiser",
        lambda words: words("Who asks"),
        lambda words: words("By the name that residents know. It stands on the first page."),
        Kind.WORDS,
    ),
    Cell(
        "venue",
        lambda words: words("Place"),
        lambda words: words("Where the stall is."),
        Kind.WORDS,
    ),
    Cell(
        "date",
        lambda words: words("Date of the event"),
        lambda words: words("Its day, or the first of several, as 2027-06-12."),
        purpose="number",
    ),
    Cell(
        "urgent_help",
        lambda words: words("In danger"),
        lambda words: words("Said wherever people write freely: whom to tell, and 999."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "youth_worker",
        lambda words: words("For young people"),
        lambda words: words("Whom somebody under age can talk to at the event."),
        Kind.WORDS,
    ),
)
