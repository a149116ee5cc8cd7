"""Help somebody: the next visit is assisted, by voice and hand or from a paper form."""

from __future__ import annotations

from ui.viewmodels.team.sheet import Action, Sheet, SheetModel

HELP, PAPER = "help", "paper"


class HelpingSectionModel(SheetModel):
    """Starts helper mode, which ends by itself with the visit; then residents have the screen again."""

    def sheet(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Help somebody"),
            words("You read aloud or type for the next visitor. It is marked as helped.")
            + "\n"
            + words("At the end, read every answer back. After that you cannot open it again."),
            actions=[
                Action(HELP, words("Help the next visitor"), "people", "action"),
                Action(PAPER, words("Enter a paper form"), "paper"),
            ],
            tail=words("Let them say it in their own words. Write down what they say, not what you think."),
        )

    def acted(self, name: str) -> None:
        self.leaveAsked.emit()  # whatever lay there before is cleared: a new visit begins
        self.room.help_next(name == PAPER)
