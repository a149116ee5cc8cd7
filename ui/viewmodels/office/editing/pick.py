"""A page on which one of several words is picked; it is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.editing.event import Place, findings_at
from ui.viewmodels.office.editing.cells import Cell
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel


class PickPage(Page):
    """What stands there, if it is none of the words, is shown with what `check` says of it."""

    def __init__(self, editor: EditingModel, cell: Cell, place: Place) -> None:
        super().__init__(editor)
        self._cell = cell
        self._place = place

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        assert self._cell.options is not None
        now = (self._place.value(book) or self._cell.usual).lower()
        found = findings_at(self.editor.findings, book, self._place)
        return Sheet(
            self._cell.label(words),
            self._cell.why(words),
            choices=[
                Choice(one.value, one.name, one.note, one.value == now)
                for one in self._cell.options(words, book)
            ],
            rows=[Row(one.wrong, one.do, "look") for one in found],
            back=True,
        )

    def chose(self, name: str) -> None:
        self.editor.change(
            lambda book: self._place.put(book, name),
            then=lambda: self.editor.close(self.words("Saved.")),
        )
