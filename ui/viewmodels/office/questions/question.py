"""One question: all that it says, and a way to change each of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.edit import can_move, in_the_way, moved, removed
from kiosk.pack.editing.questions.model import CHOSEN, LISTED, OPEN_ENDED, SINGLE, Kind, Question
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.choices import ChoicesPage
from ui.viewmodels.office.questions.role import RolePage
from ui.viewmodels.office.questions.rule import RulePage
from ui.viewmodels.office.questions.translating import LanguagesPage
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

WORDS, CHOICES, RULE, ROLE, LANGUAGES, UP, DOWN, DELETE = (
    "words", "choices", "rule", "role", "languages", "up", "down", "delete",
)  # fmt: skip
REQUIRED, QUICK, OTHER = "required", "quick", "other"


class QuestionPage(Page):
    """`under` is the page of its form, to which it goes back when it is deleted."""

    def __init__(self, editor: EditingModel, bench: Bench, name: str, under: Page) -> None:
        super().__init__(editor)
        self.bench = bench
        self.name = name
        self._under = under

    @property
    def question(self) -> Question:
        question = self.bench.question(self.name)
        assert question is not None
        return question

    def sheet(self) -> Sheet:
        words, bench = self.words, self.bench
        order = [one.name for one in bench.form.questions]
        place = words("Question {number} of {of}", number=order.index(self.name) + 1, of=len(order))
        kind = kinds.kinds(words)[self.question.kind][0]
        return Sheet(
            bench.say(self.question.label),
            f"{place}. {kind}.",
            rows=self._rows(),
            choices=self._switches(),
            actions=self._actions(),
            back=True,
        )

    def _rows(self) -> list[Row]:
        words, question, bench = self.words, self.question, self.bench
        rows = []
        if question.hint:
            rows.append(Row(words("Short help"), bench.say(question.hint)))
        if question.kind in LISTED:
            said = [kinds.choice(question, name, bench.language, words) for name in question.choice_names]
            rows.append(Row(words("Choices"), ", ".join(said) or words("None yet"), "" if said else "look"))
        if question.least is not None:
            rows.append(Row(words("The least it may be"), str(question.least)))
        if question.most is not None:
            rows.append(Row(words("The most it may be"), str(question.most)))
        rows.append(Row(words("Asked"), kinds.rule(bench.form, question, words)))
        if question.role:
            known = kinds.roles(question, bench.kind, bench.around, words)
            rows.append(Row(words("What it is for"), known[question.role]))
        return rows

    def _switches(self) -> list[Choice]:
        words, question = self.words, self.question
        found = []
        if question.kind is not Kind.NOTE:
            found.append((REQUIRED, words("An answer is needed"), question.required))
        if question.kind in SINGLE:
            found.append((QUICK, words("One tap is enough"), question.quick))
        if question.kind in OPEN_ENDED:
            found.append((OTHER, words("“Something else” too"), question.other))
        return [Choice(name, said, "", on, several=True) for name, said, on in found]

    def _actions(self) -> list[Action]:
        words, question, form = self.words, self.question, self.bench.form
        acts = [Action(WORDS, words("Change the words"), "change", "action")]
        if question.kind in LISTED:
            acts.append(Action(CHOICES, words("Change the choices"), "check-filled"))
        if any(one.kind in CHOSEN for one in form.earlier(self.name)):
            acts.append(Action(RULE, words("When it is asked"), "question"))
        if (
            question.kind is not Kind.NOTE
            and len(kinds.roles(question, self.bench.kind, self.bench.around, words)) > 1
        ):
            acts.append(Action(ROLE, words("What it is for"), "info"))
        if len(form.languages) > 1:
            acts.append(Action(LANGUAGES, words("In other languages"), "language"))
        if can_move(form, self.name, -1):
            acts.append(Action(UP, words("Ask it earlier"), "up"))
        if can_move(form, self.name, 1):
            acts.append(Action(DOWN, words("Ask it later"), "more"))
        return [*acts, Action(DELETE, words("Delete this question"), "wipe", "stop")]

    # --- pressed

    def chose(self, name: str) -> None:
        if name not in (REQUIRED, QUICK, OTHER):
            return
        question = self.question
        was = {REQUIRED: question.required, QUICK: question.quick, OTHER: question.other}[name]
        switched = {
            REQUIRED: replace(question, required=not was),
            QUICK: replace(question, quick=not was),
            OTHER: replace(question, other=not was),
        }[name]
        self.bench.change(switched)
        self.editor.refresh()

    def acted(self, name: str) -> None:
        from ui.viewmodels.office.questions.wording import WordsPage  # noqa: PLC0415 - that leads here again

        editor, bench = self.editor, self.bench
        if name in (UP, DOWN):
            return self._move(-1 if name == UP else 1)
        if name == DELETE:
            return self._delete()
        pages: dict[str, Callable[[], Page]] = {
            WORDS: lambda: WordsPage(editor, bench, self.question),
            CHOICES: lambda: ChoicesPage(editor, bench, self.name),
            RULE: lambda: RulePage(editor, bench, self.name),
            ROLE: lambda: RolePage(editor, bench, self.name),
            LANGUAGES: lambda: LanguagesPage(editor, bench, self.name),
        }
        return editor.open(pages[name]()) if name in pages else None

    def _move(self, way: int) -> None:
        editor, words, bench = self.editor, self.words, self.bench
        blocking = in_the_way(bench.form, self.name, way)
        if blocking is not None:
            said = words("It cannot change places with “{question}”: one waits for the other's answer.",
                         question=bench.say(blocking.label))  # fmt: skip
            return editor.tell(said)
        bench.put(moved(bench.form, self.name, way))
        editor.notice = ""
        return editor.refresh()

    def _delete(self) -> None:
        words, bench, editor = self.words, self.bench, self.editor
        freed = len(bench.form.waiting_for(self.name))
        said = words("Deleted. Undo brings it back.")
        if freed:
            said += " " + words.plural(
                "{count} other question waited for it, and is now asked of everybody.",
                "{count} other questions waited for it, and are now asked of everybody.",
                freed,
            )
        bench.put(removed(bench.form, self.name))
        editor.close(said)
