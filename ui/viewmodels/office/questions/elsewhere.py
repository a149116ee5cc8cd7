"""A form that Excel keeps: looked at, and copied where the editor knows all that is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.files import FormFile, copy_form
from kiosk.pack.editing.questions.mark import Maker
from kiosk.pack.editing.questions.read import Beyond
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.team.sheet import Action, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

COPY = "copy"
MOST = 20  # things that only Excel can change, listed


class ElsewherePage(Page):
    """Its questions, read-only. `then` is given a copy that is ours."""

    def __init__(self, editor: EditingModel, file: FormFile, then: Callable[[FormFile], None]) -> None:
        super().__init__(editor)
        self._file = file
        self._then = then

    def sheet(self) -> Sheet:
        words, form, beyond = self.words, self._file.form, self._file.reading.beyond
        lines = [kinds.makers(words)[self._file.maker] + "."]
        lines.append(words("It is changed in Excel, and never written over here."))
        if beyond:
            lines.append(words("Some of it only Excel can change. It is listed below the questions."))
        elif self._file.maker is not Maker.US:
            lines.append(words("You can make a copy, and change that here."))
        named = kinds.kinds(words)
        rows = [
            Row(one.label.say(form.languages[0]) or one.name, named[one.kind][0]) for one in form.questions
        ]
        rows += [Row(_place(one), one.said or "…", "look") for one in beyond[:MOST]]
        if len(beyond) > MOST:
            rows.append(Row(words("And more"), str(len(beyond) - MOST)))
        copy = Action(COPY, words("Make a copy to change here"), "change", "action")
        return Sheet(form.title, "\n".join(lines), rows=rows, actions=[] if beyond else [copy], back=True)

    def acted(self, name: str) -> None:
        if name == COPY and not self._file.reading.beyond:
            file, draft, editor = self._file, self.draft, self.editor

            def copied(made: FormFile) -> None:
                editor.close()
                self._then(made)
                name, words = made.path.name, self.words
                editor.tell(words("This is the copy, {file}. Name it in an activity to ask it.", file=name))

            editor.work(self.words("One moment."), lambda _progress: copy_form(draft, file), copied)


def _place(one: Beyond) -> str:
    """As `check` says where something stands."""
    row = str(one.row) if one.row else ""
    return " · ".join(filter(None, (one.sheet, row, one.column)))
