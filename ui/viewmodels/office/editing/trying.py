"""The draft tried out in a preview, as residents will meet it; the stall and its answers are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.library import open_pack
from ui.jobs import Progress
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Action, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

SHUT = "shut"


class PreviewPage(Page):
    """Opens it as it comes; says how to come back, beside the window or under it."""

    def __init__(self, editor: EditingModel) -> None:
        super().__init__(editor)
        self._shown = False

    def begin(self) -> None:
        self._shown = self.editor.room.trial.running

    def sheet(self) -> Sheet:
        words, room = self.words, self.editor.room
        if not room.trial.running:
            return Sheet(
                words("Preview"),
                words("See the event as residents will. What you put in is practice."),
                tail=words("The stall and its answers are not touched."),
                back=True,
                forward=words("Open the preview"),
                forward_icon="show",
            )
        where = (
            words("It lies over this page. To come back, press “Close the preview” in its strip.")
            if room.full_screen
            else words("It is open in a window of its own, with a strip for staff beside it.")
        )
        return Sheet(
            words("The preview is open"),
            where + "\n" + words("After a change, open it again to see it."),
            actions=[Action(SHUT, words("Close the preview"), "cross")],
            back=True,
            forward=words("Open it again"),
            forward_icon="again",
        )

    def tick(self) -> None:
        """It may be closed by its own window."""
        running = self.editor.room.trial.running
        if running != self._shown:
            self._shown = running
            self.editor.turn()

    def forward(self) -> None:
        room, folder = self.editor.room, self.draft.folder

        def work(_progress: Progress) -> None:
            room.trial.close()
            open_pack(folder, room.trial.data.made().packs)
            room.trial.open(folder)

        self.editor.work(self.words("Opening the preview"), work, lambda _done: self._opened())

    def _opened(self) -> None:
        self._shown = True
        self.editor.turn()

    def acted(self, name: str) -> None:
        if name == SHUT:
            self.editor.room.trial.close()
            self._shown = False
            self.editor.turn()
