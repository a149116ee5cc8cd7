"""The words of a question: what is asked, a short help, and for a number how large it may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.edit import added, said, worded
from kiosk.pack.editing.questions.model import LISTED, MOST_DIGITS, Kind, Question, tidy
from kiosk.pack.editing.questions.offered import bounds_told
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.choices import ChoicesPage
from ui.viewmodels.office.questions.question import QuestionPage
from ui.viewmodels.team.sheet import Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

LABEL, HINT, LEAST, MOST = "label", "hint", "least", "most"


class WordsPage(Page):
    """Of a question that is there."""

    def __init__(self, editor: EditingModel, bench: Bench, question: Question) -> None:
        super().__init__(editor)
        self.bench = bench
        self.question = question

    def begin(self) -> None:
        typed, question, language = self.editor.typed, self.question, self.bench.language
        typed[LABEL] = question.label.words.get(language, "")
        typed[HINT] = question.hint.words.get(language, "")
        typed[LEAST] = "" if question.least is None else str(question.least)
        typed[MOST] = "" if question.most is None else str(question.most)

    def sheet(self) -> Sheet:
        words, language = self.words, self.bench.language
        note = self.question.kind is Kind.NOTE
        fields = [
            Field(LABEL, words("The words") if note else words("The question"), lines=True, language=language)
        ]
        if not note:
            fields.append(
                Field(HINT, words("A short help under it, if needed"), lines=True, language=language)
            )
        if self.question.kind is Kind.NUMBER:
            fields += [
                Field(LEAST, words("The least it may be"), "number"),
                Field(MOST, words("The most it may be"), "number"),
            ]
        return Sheet(
            kinds.kinds(words)[self.question.kind][0],
            words("At most 15 words a sentence. One idea each."),
            fields=fields,
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def forward(self) -> None:
        if (wrong := self._wrong()) != "":
            return self.editor.tell(wrong)
        self.bench.change(self._written())
        return self.editor.close()

    def _wrong(self) -> str:
        """What is wrong with what was typed, in words."""
        words = self.words
        if not tidy(self.editor.written(LABEL)):
            return words("Please write the words first.")
        try:
            least, most = self._bounds()
        except ValueError:
            return words("Please write a whole number, as 7.")
        upside_down = least is not None and most is not None and least > most
        return words("The least is more than the most.") if upside_down else ""

    def _bounds(self) -> tuple[int | None, int | None]:
        return _number(self.editor.written(LEAST)), _number(self.editor.written(MOST))

    def _written(self) -> Question:
        """The question with what was typed."""
        question, language, editor = self.question, self.bench.language, self.editor
        least, most = self._bounds()
        if (least, most) != (question.least, question.most):
            message = bounds_told(least, most, self.bench.form.languages)
            question = replace(question, least=least, most=most, message=message)
        hint = said(question.hint, language, editor.written(HINT))
        label = said(question.label, language, editor.written(LABEL))
        return worded(replace(question, hint=hint), label)


class NewQuestionPage(WordsPage):
    """Of one that is not there yet. Choices come next, where it has any."""

    def __init__(self, editor: EditingModel, bench: Bench, question: Question, under: Page) -> None:
        super().__init__(editor, bench, question)
        self._under = under

    def forward(self) -> None:
        if (wrong := self._wrong()) != "":
            return self.editor.tell(wrong)
        bench, editor, written = self.bench, self.editor, self._written()
        bench.put(added(bench.form, written))
        name = bench.form.questions[-1].name
        page = QuestionPage(editor, bench, name, self._under)
        editor.open(page, over=self._under)
        if written.kind in LISTED and not written.options:
            editor.open(ChoicesPage(editor, bench, name))
        return None


def _number(typed: str) -> int | None:
    """What was typed as a whole number; None where nothing was. ValueError."""
    plain = typed.strip()
    if len(plain) > MOST_DIGITS:
        raise ValueError
    return int(plain) if plain else None
