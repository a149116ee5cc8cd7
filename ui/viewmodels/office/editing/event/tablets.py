"""The tablets by name, and how each has its PIN: never in the pack."""

from __future__ import annotations

from kiosk.pack.editing.event import findings_in
from kiosk.pack.editing.rows import add, rows_of, take_out
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import tone
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

NAME, PIN = "name", "pin"


class TabletsPage(Page):
    """A name for each tablet, so that the office knows which is missing. A press takes one out."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        return Sheet(
            words("Tablets"),
            words("The office expects each of these. Press one to take it out."),
            fields=[Field(NAME, words("One more tablet"))],
            choices=[Choice(str(place.row), place.value(book)) for place in rows_of(book, "tablets")],
            rows=[Row(one.wrong, one.do, tone(one)) for one in findings_in(self.editor.findings, "tablets")],
            back=True,
            forward=words("Add it"),
            forward_icon="plus",
        )

    def forward(self) -> None:
        editor, words, book = self.editor, self.words, self.editor.book
        name = " ".join(editor.written(NAME).split())
        names = [place.value(book).casefold() for place in rows_of(book, "tablets")]
        if not name:
            return editor.tell(words("Please give it a name."))
        if name.casefold() in names:
            return editor.tell(words("There is one of that name already."))

        def added() -> None:
            editor.typed.clear()
            editor.tell(words("Saved."))

        return editor.change(add("tablets", {"name": name}), then=added)

    def chose(self, name: str) -> None:
        for place in rows_of(self.editor.book, "tablets"):
            if str(place.row) == name:
                return self.editor.change(take_out(place), then=self._gone)
        return None

    def _gone(self) -> None:
        self.editor.tell(self.words("It is taken out."))


class PinPage(Page):
    """Says where the PIN is, as nobody should look for it in the pack."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("The PIN"),
            words("The pack carries no PIN: whoever copied it could open every tablet.")
            + "\n"
            + words("Each tablet is given its own when it is set up. Use the same on all, if you like.")
            + "\n"
            + words("To change that of this tablet, you need the one until now."),
            actions=[Action(PIN, words("Change the PIN"), "key")],
            back=True,
        )

    def acted(self, name: str) -> None:
        if name == PIN:
            self.editor.sectionAsked.emit(f"tablet:{PIN}")
