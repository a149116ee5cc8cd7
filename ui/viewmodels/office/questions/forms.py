"""The forms of the draft: ours to change, Excel's to look at, and a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.event import Around, around
from kiosk.pack.editing.questions.files import FormFile, begin_form, makers, open_form
from kiosk.pack.editing.questions.mark import Maker
from kiosk.pack.editing.questions.model import tidy
from kiosk.pack.editing.seen import Stamp, stamp
from kiosk.pack.model import ActivityKind
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.elsewhere import ElsewherePage
from ui.viewmodels.office.questions.form import FormPage
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

NEW, TITLE = "new", "title"


class FormsPage(Page):
    """Every form, with whose it is."""

    def __init__(self, editor: EditingModel) -> None:
        super().__init__(editor)
        self._stamp: Stamp | None = None
        self._found: dict[Path, Maker] = {}
        self._around: Around | None = None

    def begin(self) -> None:
        if self._around is None or stamp(self.draft.folder) != self._stamp:
            self._look()

    def _look(self) -> None:
        draft = self.draft

        def work(_progress: object) -> tuple[Stamp, dict[Path, Maker], Around]:
            return stamp(draft.folder), makers(draft), around(draft)

        def came(found: tuple[Stamp, dict[Path, Maker], Around]) -> None:
            self._stamp, self._found, self._around = found
            self.editor.turn()

        self.editor.work(self.words("Looking through the pack"), work, came)

    def sheet(self) -> Sheet:
        words, of = self.words, kinds.makers(self.words)
        return Sheet(
            words("Questions"),
            words("A form that was made in Excel stays Excel's. You can look at it here."),
            choices=[
                Choice(path.name, path.stem, of[maker], leads=True) for path, maker in self._found.items()
            ],
            actions=[Action(NEW, words("A new form"), "plus", "action")] if self._around else [],
            back=True,
        )

    def chose(self, name: str) -> None:
        path = next((path for path in self._found if path.name == name), None)
        if path is not None:
            said = self.words("Looking through the pack")
            self.editor.work(said, lambda _progress: open_form(path), self._opened)

    def _opened(self, file: FormFile) -> None:
        assert self._around is not None
        if file.ours:
            self.editor.open(
                FormPage(self.editor, Bench(self.editor, self._around, file.form, file, self._kind(file)))
            )
        else:
            self.editor.open(ElsewherePage(self.editor, file, self._opened))

    def _kind(self, file: FormFile) -> ActivityKind | None:
        assert self._around is not None
        return self._around.kind(file.path)

    def acted(self, name: str) -> None:
        if name == NEW and self._around is not None:
            self.editor.open(NewFormPage(self.editor, self._around, self))


class NewFormPage(Page):
    """What a new form is called, and what residents choose it as."""

    def __init__(self, editor: EditingModel, around: Around, under: Page) -> None:
        super().__init__(editor)
        self._around = around
        self._under = under
        self._kind = ActivityKind.QUESTIONS

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("A new form"),
            words("Residents read its name before they choose."),
            fields=[Field(TITLE, words("Its name"), language=self._around.languages[0])],
            choices=[
                Choice(kind.value, name, note, kind is self._kind)
                for kind, (name, note) in kinds.activities(words).items()
            ],
            back=True,
            forward=words("Continue"),
        )

    def chose(self, name: str) -> None:
        self._kind = ActivityKind(name)
        self.editor.refresh()

    def forward(self) -> None:
        editor, title = self.editor, tidy(self.editor.written(TITLE))
        if not title:
            return editor.tell(self.words("Please give it a name."))
        form = begin_form(self.draft, title, self._around.languages)
        page = FormPage(editor, Bench(editor, self._around, form, None, self._kind))
        return editor.open(page, over=self._under)
