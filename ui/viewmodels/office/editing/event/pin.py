"""How a tablet has its PIN: never in the pack."""

from __future__ import annotations

from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Action, Sheet

PIN = "pin"


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
