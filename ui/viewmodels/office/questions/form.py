"""One form of ours: its questions in order, a new one, what was done undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.errors import ErrorCode
from kiosk.pack.editing.questions.model import Kind, tidy
from kiosk.pack.editing.questions.offered import begun
from ui.messages import message
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.question import QuestionPage
from ui.viewmodels.office.questions.translating import LanguagesPage
from ui.viewmodels.office.questions.wording import NewQuestionPage
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

ADD, UNDO, LANGUAGES, TITLE, AGAIN = "add", "undo", "languages", "title", "again"
ASKED = "asked:"  # before the name of a question that is a choice


class FormPage(Page):
    """The list of its questions."""

    def __init__(self, editor: EditingModel, bench: Bench) -> None:
        super().__init__(editor)
        self.bench = bench

    def sheet(self) -> Sheet:
        words, form = self.words, self.bench.form
        acts = [Action(ADD, words("Add a question"), "plus", "action")]
        if len(form.languages) > 1 and form.questions:
            acts.append(Action(LANGUAGES, words("In other languages"), "language"))
        acts.append(Action(TITLE, words("Change its name"), "change"))
        if self.bench.undoable:
            acts.append(Action(UNDO, words("Undo"), "undo"))
        if self.bench.fault is not None:
            acts.insert(0, Action(AGAIN, words("Save again"), "save", "action"))
        return Sheet(
            form.title,
            self._text(),
            choices=[
                Choice(
                    ASKED + one.name,
                    f"{number}. {self.bench.say(one.label)}",
                    self._note(one.name),
                    leads=True,
                )
                for number, one in enumerate(form.questions, 1)
            ],
            actions=acts,
            back=True,
        )

    def _text(self) -> str:
        words, bench = self.words, self.bench
        if bench.fault is not None:
            return words("Not saved.") + ("" if self.editor.notice else " " + message(bench.fault, words))
        if not bench.form.questions:
            return words("There is no question yet.")
        return words("Each change is saved by itself.")

    def _note(self, name: str) -> str:
        words, question = self.words, self.bench.question(name)
        assert question is not None
        said = [kinds.kinds(words)[question.kind][0]]
        if question.when:
            said.append(kinds.rule(self.bench.form, question, words))
        return ". ".join(said)

    def chose(self, name: str) -> None:
        question = self.bench.question(name.removeprefix(ASKED))
        if question is not None:
            self.editor.open(QuestionPage(self.editor, self.bench, question.name, self))

    def acted(self, name: str) -> None:
        editor, bench = self.editor, self.bench
        if name == ADD:
            return editor.open(KindPage(editor, bench, self))
        if name == LANGUAGES:
            return editor.open(LanguagesPage(editor, bench))
        if name == TITLE:
            return editor.open(TitlePage(editor, bench))
        if name == AGAIN:
            bench.save()
        if name == UNDO and bench.undoable:
            bench.undo()
            return editor.tell(self.words("It is as it was before."))
        return editor.refresh()

    def tick(self) -> None:
        """Somebody saved it in Excel meanwhile: from then on it is Excel's."""
        fault = self.bench.fault
        if fault is not None and fault.code is ErrorCode.WORKBOOK_CHANGED:
            said = message(fault, self.words)
            self.editor.close(said)


class KindPage(Page):
    """What kind of question the new one is."""

    def __init__(self, editor: EditingModel, bench: Bench, under: Page) -> None:
        super().__init__(editor)
        self._bench = bench
        self._under = under

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("How do people answer?"),
            choices=[Choice(kind.value, *said, leads=True) for kind, said in kinds.kinds(words).items()],
            back=True,
        )

    def chose(self, name: str) -> None:
        question = begun(Kind(name), self._bench.form.languages)
        self.editor.open(NewQuestionPage(self.editor, self._bench, question, self._under))


class TitlePage(Page):
    """What the form is called in Excel and in tables; residents read the name of its activity."""

    def __init__(self, editor: EditingModel, bench: Bench) -> None:
        super().__init__(editor)
        self._bench = bench

    def begin(self) -> None:
        self.editor.typed[TITLE] = self._bench.form.title

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("What is this form called?"),
            words("Your team sees this name. Residents see that of the activity."),
            fields=[Field(TITLE, words("Its name"))],
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def forward(self) -> None:
        title = " ".join(tidy(self.editor.written(TITLE)).split())
        if not title:
            return self.editor.tell(self.words("Please give it a name."))
        self._bench.put(replace(self._bench.form, title=title))
        return self.editor.close()
