"""The words of a form in the event's other languages, each beside the words it was written in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.edit import option_worded, said, worded
from kiosk.pack.editing.questions.model import Question
from kiosk.pack.model import Text
from kiosk.words import language_of
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.team.sheet import Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

LABEL, HINT, MESSAGE, OF = "label", "hint", "message", "choice:"


class LanguagesPage(Page):
    """Which language. `name` is the one question to translate; without it, all of them one after another."""

    def __init__(self, editor: EditingModel, bench: Bench, name: str = "") -> None:
        super().__init__(editor)
        self._bench = bench
        self._name = name

    def sheet(self) -> Sheet:
        words, form = self.words, self._bench.form
        return Sheet(
            words("In other languages"),
            words("Ask somebody who speaks it. A translation by a machine can say something else."),
            choices=[
                Choice(code, language_of(code).offered_as, self._note(code), leads=True)
                for code in form.languages[1:]
            ],
            back=True,
        )

    def _note(self, code: str) -> str:
        words = self.words
        left = sum(_left(one, code) for one in self._asked())
        if not left:
            return words("All of it is translated")
        return words.plural("{count} text still to translate", "{count} texts still to translate", left)

    def _asked(self) -> list[Question]:
        return [one for one in self._bench.form.questions if self._name in ("", one.name)]

    def chose(self, name: str) -> None:
        if name not in self._bench.form.languages[1:]:
            return
        lacking = [one.name for one in self._asked() if _left(one, name)]
        names = lacking or [one.name for one in self._asked()]
        self.editor.open(TranslationPage(self.editor, self._bench, name, names))


class TranslationPage(Page):
    """The texts of one question after another."""

    def __init__(self, editor: EditingModel, bench: Bench, language: str, names: list[str]) -> None:
        super().__init__(editor)
        self._bench = bench
        self._language = language
        self._names = names
        self._at = 0

    @property
    def _question(self) -> Question:
        question = self._bench.question(self._names[self._at])
        assert question is not None
        return question

    def begin(self) -> None:
        self.editor.typed.update(
            {name: text.words.get(self._language, "") for name, text in _texts(self._question).items()}
        )

    def sheet(self) -> Sheet:
        words, last = self.words, self._at + 1 == len(self._names)
        named = language_of(self._language)
        labels = {LABEL: words("Question"), HINT: words("Short help"), MESSAGE: words("If it does not fit")}
        fields = [
            Field(
                name,
                labels.get(name, words("Choice")),
                beside=self._bench.say(text),
                beside_language=self._bench.language,
                lines=True,
                language=self._language,
            )
            for name, text in _texts(self._question).items()
        ]
        place = words("Question {number} of {of}", number=self._at + 1, of=len(self._names))
        return Sheet(
            named.offered_as,
            place if len(self._names) > 1 else "",
            fields=fields,
            back=True,
            forward=words("Save") if last else words("Save, then the next"),
            forward_icon="save",
        )

    def forward(self) -> None:
        self._keep()
        if self._at + 1 == len(self._names):
            return self.editor.close()
        self._at += 1
        return self._turn()

    def back(self) -> bool:
        if self._at == 0:
            return False
        self._at -= 1
        self._turn()
        return True

    def _turn(self) -> None:
        self.editor.typed.clear()
        self.begin()
        self.editor.turn()

    def _keep(self) -> None:
        question = self._question
        texts = {
            name: said(text, self._language, self.editor.written(name))
            for name, text in _texts(question).items()
        }
        options = (option_worded(one, texts.get(OF + one.name, one.label)) for one in question.options)
        hint, message = texts.get(HINT, question.hint), texts.get(MESSAGE, question.message)
        kept = replace(question, hint=hint, message=message, options=tuple(options))
        self._bench.change(worded(kept, texts.get(LABEL, question.label)))


def _texts(question: Question) -> dict[str, Text]:
    """Its texts that have words, by the field they are translated in."""
    found = {LABEL: question.label, HINT: question.hint, MESSAGE: question.message}
    found |= {OF + one.name: one.label for one in question.options}
    return {name: text for name, text in found.items() if text}


def _left(question: Question, language: str) -> int:
    return sum(not text.has(language) for text in _texts(question).values())
