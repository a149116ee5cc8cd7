"""Ways to a draft: one that is here, a copy of the event in use, a pack from somewhere, or a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pack.editing.draft import Draft, open_draft
from kiosk.pack.staff.sources import EVENT
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.places import Browser
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

HERE = "draft:"  # before the name of a draft that is a choice
COPY, NEW, OPEN, UP, USE, AS_COPY, NAME = "copy", "new", "open", "up", "use", "as-copy", "name"


class ChoosePage(Page):
    """Which event to work on."""

    def sheet(self) -> Sheet:
        words, editor = self.words, self.editor
        here = [Choice(HERE + one.name, one.name, leads=True) for one in editor.drafts.here()]
        return Sheet(
            words("Which event?"),
            words("You work on a copy. The stall stays as it is until you use it."),
            choices=here,
            actions=[
                Action(COPY, words("A copy of this tablet's event"), "change"),
                Action(NEW, words("A new event"), "plus"),
                Action(OPEN, words("A pack from a stick or folder"), "folder"),
            ],
            back=editor.draft is not None,
        )

    def chose(self, name: str) -> None:
        for draft in self.editor.drafts.here():
            if name == HERE + draft.name:
                self.editor.take(draft)

    def acted(self, name: str) -> None:
        editor = self.editor
        if name == COPY:
            return editor.open(NamePage(editor, editor.drafts.in_use))
        if name == NEW:
            return editor.open(NamePage(editor, None))
        return editor.open(FolderPage(editor)) if name == OPEN else None


class FolderPage(Page):
    """A stick or a folder of this machine, with the packs in it."""

    def begin(self) -> None:
        self._browser = Browser(files=(".zip", ".xlsx"))
        self.editor.sticks.look()

    def sheet(self) -> Sheet:
        words, browser = self.words, self._browser
        ways = []
        if (browser.at / EVENT).is_file():
            if self.editor.drafts.may_edit(browser.at):
                ways.append(Action(USE, words("Work on this folder as it is"), "tick", "action"))
            ways.append(Action(AS_COPY, words("Work on a copy of this folder"), "change"))
        if browser.at.parent != browser.at:
            ways.append(Action(UP, words("One folder up"), "up"))
        return Sheet(
            words("Where is the pack?"),
            words("It is a folder with event.xlsx in it, a zip, or one questionnaire.") + f"\n{browser.at}",
            choices=[*self.editor.sticks.choices(), *browser.choices()],
            actions=ways,
            back=True,
        )

    def tick(self) -> None:
        if self.editor.sticks.look():
            self.editor.refresh()

    def chose(self, name: str) -> None:
        if drive := self.editor.sticks.drive(name):
            return self.editor.open_drive(drive, self._into)
        file = self._browser.go(name)
        return self.editor.open(NamePage(self.editor, file)) if file else self.editor.turn()

    def _into(self, root: Path) -> None:
        self._browser.at = root
        self.editor.turn()

    def acted(self, name: str) -> None:
        at = self._browser.at
        if name == UP:
            self._browser.up()
            return self.editor.turn()
        if name == AS_COPY:
            return self.editor.open(NamePage(self.editor, at))
        if name == USE and self.editor.drafts.may_edit(at):
            return self.editor.take(open_draft(at))
        return None


class NamePage(Page):
    """What a copy of `path` is called, or a new event where that is None."""

    def __init__(self, editor: EditingModel, path: Path | None) -> None:
        super().__init__(editor)
        self._path = path

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("What is it called?"),
            words("A short name for your own eyes: residents never see it."),
            fields=[Field(NAME, words("Name"))],
            back=True,
            forward=words("Continue"),
        )

    def forward(self) -> None:
        editor, name, path = self.editor, self.editor.written(NAME).strip(), self._path
        if not name:
            return editor.tell(self.words("Please give it a name."))
        drafts = editor.drafts

        def work(_progress: object) -> Draft:
            return drafts.copy(path, name) if path else drafts.new(name)

        return editor.work(self.words("Looking through the pack"), work, editor.take)
