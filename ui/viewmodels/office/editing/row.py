"""A page of cells that belong together: each with what it holds, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.pack.editing.event import Place, findings_at
from kiosk.pack.findings import Finding, Severity
from kiosk.words import Words, language_of
from ui.viewmodels.office.editing.cells import Cell
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel


class CellsPage(Page):
    """Whoever writes one gives `heading()`, `line()` and `cells()`; a choice leads to the page of a cell."""

    def heading(self) -> str:
        raise NotImplementedError

    def line(self) -> str:
        """Words under the heading."""
        return ""

    def cells(self) -> Sequence[tuple[Cell, Place]]:
        """What is on it, in order. A cell's name is unique on the page."""
        raise NotImplementedError

    def others(self) -> Sequence[Finding]:
        """Findings that belong to no cell of the page, and are told under it."""
        return ()

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            self.heading(),
            self.line(),
            choices=[
                Choice(cell.name, cell.label(words), self._note(cell, at), leads=True)
                for cell, at in self.cells()
            ],
            rows=[Row(one.wrong, one.do, tone(one)) for one in self.others()],
            back=True,
        )

    def _note(self, cell: Cell, place: Place) -> str:
        """What it holds; where something is wrong, that instead."""
        words, book = self.words, self.editor.book
        shown = cell.shown(words, book, place)
        missing = cell.missing(book, place)
        if missing:
            return f"{shown} · {not_yet(words, missing)}"
        found = findings_at(self.editor.findings, book, place)
        mistakes = [one.wrong for one in found if one.severity is Severity.MISTAKE]
        if mistakes and not shown:
            return words("Still to be written")
        return " · ".join([shown, *mistakes[:1]] if shown else mistakes[:1])

    def chose(self, name: str) -> None:
        for cell, place in self.cells():
            if cell.name == name:
                return self.editor.open(cell.page(self.editor, place))
        return None


class RowPage(CellsPage):
    """The cells of one row of a sheet. Where the row went away meanwhile, so does the page."""

    def __init__(self, editor: EditingModel, place: Place) -> None:
        super().__init__(editor)
        self._place = place

    def columns(self) -> Sequence[Cell]:
        """Its cells by their columns."""
        raise NotImplementedError

    def cells(self) -> Sequence[tuple[Cell, Place]]:
        return [(cell, self._place.at(cell.name)) for cell in self.columns()]


def not_yet(words: Words, missing: Sequence[str]) -> str:
    """In which languages words are blank."""
    return words("not in {languages} yet", languages=", ".join(language_of(code).english for code in missing))


def tone(finding: Finding) -> str:
    return "look" if finding.severity is Severity.MISTAKE else ""
