"""When a question is asked: of everybody, or only after certain answers to an earlier one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.model import CHOSEN, Question, Sense, When
from kiosk.pack.editing.questions.rules import senses
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.of_question import OfQuestion
from ui.viewmodels.team.sheet import Choice, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

EVERYBODY = "everybody"
OF, HOW, WHAT = "question:", "sense:", "answer:"


class RulePage(OfQuestion):
    """Which earlier question it waits for."""

    def _offered(self) -> list[Question]:
        return [one for one in self.bench.form.earlier(self.name) if one.kind in CHOSEN and one.choice_names]

    def sheet(self) -> Sheet:
        words, when = self.words, self.question.when
        return Sheet(
            words("When is it asked?"),
            words("It can wait for the answer to an earlier question that has choices."),
            choices=[
                Choice(EVERYBODY, words("Of everybody"), chosen=when is None),
                *(
                    Choice(
                        OF + one.name,
                        words("After “{question}”", question=self.bench.say(one.label)),
                        chosen=when is not None and when.question == one.name,
                    )
                    for one in self._offered()
                ),
            ],
            back=True,
        )

    def chose(self, name: str) -> None:
        if name == EVERYBODY:
            self.bench.change(replace(self.question, when=None))
            return self.editor.close()
        asked = next((one for one in self._offered() if OF + one.name == name), None)
        if asked is not None:
            self.editor.open(AnswersPage(self.editor, self.bench, self.question, asked, self))
        return None


class AnswersPage(Page):
    """Which answers to that question it waits for. `under` is the page that asked which question."""

    def __init__(
        self, editor: EditingModel, bench: Bench, question: Question, asked: Question, under: Page
    ) -> None:
        super().__init__(editor)
        self._bench = bench
        self._question = question
        self._asked = asked
        self._under = under
        when = question.when if question.when and question.when.question == asked.name else None
        self._sense = when.sense if when else senses(asked)[0]
        self._chosen = when.choices if when else ()

    def sheet(self) -> Sheet:
        words, asked = self.words, self._asked
        named = [
            (name, kinds.choice(asked, name, self._bench.language, words)) for name in asked.choice_names
        ]
        return Sheet(
            words("Only after which answers?"),
            f"“{self._bench.say(asked.label)}”\n" + words("Whoever skips it has given no answer."),
            choices=[
                *(
                    Choice(HOW + sense, said, chosen=sense is self._sense)
                    for sense, said in kinds.sense(asked, words).items()
                ),
                *(Choice(WHAT + name, said, "", name in self._chosen, several=True) for name, said in named),
            ],
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def chose(self, name: str) -> None:
        if name.startswith(HOW):
            self._sense = Sense(name.removeprefix(HOW))
        elif name.startswith(WHAT):
            ticked = {*self._chosen} ^ {name.removeprefix(WHAT)}
            self._chosen = tuple(one for one in self._asked.choice_names if one in ticked)
        self.editor.refresh()

    def forward(self) -> None:
        if not self._chosen:
            return self.editor.tell(self.words("Please tick an answer first."))
        when = When(self._asked.name, self._sense, self._chosen)
        self._bench.change(replace(self._question, when=when))
        self.editor.close()
        return self.editor.close()
