"""Which question is the live one: its counts are shown to those who have answered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.editing.countable import Countable, countable
from kiosk.pack.editing.event import Place, findings_at
from kiosk.pack.editing.rows import rows_of
from ui.viewmodels.office.editing.cells import Cell
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

NONE = "-"
OPINIONS = ("questions", "quick")


class LivePage(Page):
    """Every question that people answer by choosing, read from the questionnaires as it comes."""

    def __init__(self, editor: EditingModel, cell: Cell, place: Place) -> None:
        super().__init__(editor)
        self._cell = cell
        self._place = place
        self._found: tuple[Countable, ...] | None = None

    def begin(self) -> None:
        draft, forms = self.draft, self._asked()

        def came(found: tuple[Countable, ...]) -> None:
            self._found = found
            self.editor.turn()

        self.editor.work(
            self.words("Looking through the pack"), lambda _progress: countable(draft, forms), came
        )

    def _asked(self) -> frozenset[str]:
        """The forms that ask for opinions: details, and who answered, are never shown at a stall."""
        book = self.editor.book
        return frozenset(
            place.at("form").value(book).lower().removeprefix("forms/")
            for place in rows_of(book, "activities")
            if (place.at("kind").value(book) or "questions").lower() in OPINIONS
        )

    def sheet(self) -> Sheet:
        words, now = self.words, self._place.value(self.editor.book).lower()
        found = findings_at(self.editor.findings, self.editor.book, self._place)
        return Sheet(
            self._cell.label(words),
            self._cell.why(words),
            choices=[
                *(
                    Choice(one.name, one.label, one.name, one.name.lower() == now)
                    for one in self._found or ()
                ),
                Choice(NONE, words("None"), "", not now),
            ],
            rows=[Row(one.wrong, one.do, "look") for one in found],
            back=True,
        )

    def chose(self, name: str) -> None:
        value = "" if name == NONE else name
        self.editor.change(
            lambda book: self._place.put(book, value),
            then=lambda: self.editor.close(self.words("Saved.")),
        )
