"""The choices of a question: a new one, their order, their words, a picture of the pack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from kiosk.pack.editing.questions import edit
from kiosk.pack.editing.questions.model import FACES, Kind, Option, tidy
from kiosk.pack.editing.questions.offered import LEAST_CHOICES, rather_not
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.office.questions.of_question import OfQuestion
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

NEW, ADD, NOT_SAY = "new", "add", "not-say"
WORDS, PICTURE, UP, DOWN, DELETE, NO_PICTURE = "words", "picture", "up", "down", "delete", "none"
OF = "choice:"  # before the name of a choice of the question, on the page
MOST = 12  # choices that a page and its next hold without tiring anybody (check says so too)


class _Pictured(OfQuestion):
    """What the pages here share."""

    def picture(self, option: Option) -> str:
        """The address of its picture, for the page."""
        path = self.draft.media / option.picture
        return QUrl.fromLocalFile(str(path)).toString() if option.picture and path.is_file() else ""


class ChoicesPage(_Pictured):
    """All of them, in order."""

    def sheet(self) -> Sheet:
        words, question = self.words, self.question
        acts = [Action(ADD, words("Add this choice"), "plus", "action")]
        if not question.option(self._not_say.name):
            acts.append(Action(NOT_SAY, words("Add “Prefer not to say”"), "plus"))
        return Sheet(
            words("Choices"),
            self._text(),
            fields=[Field(NEW, words("A new choice"), language=self.bench.language)],
            choices=[
                Choice(
                    OF + one.name,
                    f"{number}. {self.bench.say(one.label)}",
                    leads=True,
                    picture=self.picture(one),
                )
                for number, one in enumerate(question.options, 1)
            ],
            actions=acts if self._room else [],
            back=True,
        )

    @property
    def _not_say(self) -> Option:
        return rather_not(self.bench.form.languages)

    @property
    def _room(self) -> bool:
        return self.question.kind is not Kind.SMILEYS or len(self.question.options) + 1 in FACES

    def _text(self) -> str:
        words, count = self.words, len(self.question.options)
        if self.question.kind is Kind.SMILEYS:
            return words("The unhappiest comes first. There are two to five faces.")
        if count < LEAST_CHOICES:
            return words("Write each choice, and add it. At least two are needed.")
        if count > MOST:
            return words("These are many to read on one screen. At most 12 are kind.")
        return ""

    def typed_in(self, field_id: str) -> None:
        if field_id == NEW and self._room:
            self._add()

    def acted(self, name: str) -> None:
        if name == ADD:
            if not tidy(self.editor.written(NEW)):
                return self.editor.tell(self.words("Please write the words first."))
            return self._add()
        if name == NOT_SAY and not self.question.option(self._not_say.name):
            question = self.question
            self.bench.change(replace(question, options=(*question.options, self._not_say)))
        return self.editor.refresh()

    def _add(self) -> None:
        typed = tidy(self.editor.written(NEW))
        if typed:
            self.bench.change(edit.with_option(self.question, self.bench.language, typed))
            self.editor.typed[NEW] = ""
            self.editor.notice = ""
            self.editor.refresh()

    def chose(self, name: str) -> None:
        option = self.question.option(name.removeprefix(OF))
        if option is not None:
            self.editor.open(ChoicePage(self.editor, self.bench, self.name, option.name))


class _OfChoice(_Pictured):
    """What is asked of one choice."""

    def __init__(self, editor: EditingModel, bench: Bench, name: str, choice: str) -> None:
        super().__init__(editor, bench, name)
        self.choice = choice

    @property
    def option(self) -> Option:
        option = self.question.option(self.choice)
        assert option is not None
        return option

    def put(self, option: Option) -> None:
        self.bench.change(edit.with_changed(self.question, option))


class ChoicePage(_OfChoice):
    """Its words, its place, its picture."""

    def begin(self) -> None:
        self.editor.typed[WORDS] = self.option.label.words.get(self.bench.language, "")

    def sheet(self) -> Sheet:
        words, names = self.words, self.question.choice_names
        place = names.index(self.choice)
        acts = []
        if self.bench.around.pictures:
            acts.append(Action(PICTURE, words("Its picture"), "photo"))
        if place:
            acts.append(Action(UP, words("One place up"), "up"))
        if place + 1 < len(self.question.options):
            acts.append(Action(DOWN, words("One place down"), "more"))
        if self.question.kind is not Kind.SMILEYS or len(names) - 1 in FACES:
            acts.append(Action(DELETE, words("Delete this choice"), "wipe", "stop"))
        return Sheet(
            self.bench.say(self.option.label),
            words("Choice {number} of {of}", number=place + 1, of=len(self.question.options)),
            fields=[Field(WORDS, words("The words"), language=self.bench.language)],
            actions=acts,
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def forward(self) -> None:
        typed, option, language = tidy(self.editor.written(WORDS)), self.option, self.bench.language
        if not typed:
            return self.editor.tell(self.words("Please write the words first."))
        self.put(edit.option_worded(option, edit.said(option.label, language, typed)))
        return self.editor.close()

    def acted(self, name: str) -> None:
        editor, bench = self.editor, self.bench
        if name == PICTURE:
            return editor.open(PicturePage(editor, bench, self.name, self.choice))
        if name in (UP, DOWN):
            bench.change(edit.option_moved(self.question, self.choice, -1 if name == UP else 1))
            return editor.refresh()
        if name == DELETE:
            question = edit.without_option(self.question, self.choice)
            bench.change(question)
            return editor.close(self.words("Deleted. Undo brings it back."))
        return None


class PicturePage(_OfChoice):
    """Which picture of the pack stands beside it."""

    def sheet(self) -> Sheet:
        words = self.words
        none = Choice(NO_PICTURE, words("No picture"), chosen=not self.option.picture)
        return Sheet(
            words("Its picture"),
            words("These are the pictures in the folder media."),
            choices=[none, *map(self._shown, self.bench.around.pictures)],
            back=True,
        )

    def _shown(self, name: str) -> Choice:
        option = self.option
        address = self.picture(replace(option, picture=name))
        return Choice(OF + name, name, "", name == option.picture, picture=address)

    def chose(self, name: str) -> None:
        picture = name.removeprefix(OF) if name.startswith(OF) else ""
        self.put(replace(self.option, picture=picture))
        self.editor.close()
