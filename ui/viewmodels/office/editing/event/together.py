"""Working together: ideas, residents' own questions, spoken answers, and the one live question."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.pack.editing.event import EventBook, findings_in
from kiosk.pack.editing.rows import add, new_id, rows_of, take_out
from kiosk.words import Words
from ui.viewmodels.office.editing.cells import Cell, Kind, Option, yes_no
from ui.viewmodels.office.editing.event.facts import KeysPage
from ui.viewmodels.office.editing.event.live import LivePage
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import RowPage
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

IDEAS, ADD, OUT, TEXT = "ideas", "add", "out", "text"


def partial(words: Words, _book: EventBook) -> Sequence[Option]:
    return (
        Option("no", words("No"), words("What is not finished is gone.")),
        Option("sealed", words("Yes, sealed"), words("Residents are told so.")),
    )


def statuses(words: Words, _book: EventBook) -> Sequence[Option]:
    return (
        Option("shown", words("On the wall")),
        Option("waiting", words("Waiting for a volunteer")),
        Option("hidden", words("Hidden")),
    )


TOGETHER = (
    Cell(
        "resident_questions",
        lambda words: words("Residents propose the next question?"),
        lambda words: words("On the ideas wall. A volunteer approves each one first."),
        Kind.PICK,
        options=yes_no,
        usual="yes",
    ),
    Cell(
        "live_question",
        lambda words: words("The live question"),
        lambda words: words("Whoever has answered it sees what others said so far."),
        opens=LivePage,
    ),
    Cell(
        "voice_answers",
        lambda words: words("Speak an answer instead of typing?"),
        lambda words: words("A voice is kept as a recording, sealed like all answers."),
        Kind.PICK,
        options=yes_no,
        usual="no",
    ),
    Cell(
        "keep_partial",
        lambda words: words("Keep answers that were not finished?"),
        lambda words: words("Usual is no."),
        Kind.PICK,
        options=partial,
        usual="no",
    ),
    Cell(
        "idle_seconds",
        lambda words: words("Seconds until “Still there?”"),
        lambda words: words("From 30 to 1800. Usual is 150."),
        purpose="number",
        usual="150",
    ),
)

IDEA = (
    Cell(
        "text",
        lambda words: words("The idea"),
        lambda words: words("Short, and without names."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "status",
        lambda words: words("Where it stands"),
        lambda words: words("An idea that the wall begins with is shown at once."),
        Kind.PICK,
        options=statuses,
        usual="shown",
    ),
)


class TogetherPage(KeysPage):
    """The switches, and the ideas that the wall begins with."""

    def heading(self) -> str:
        return self.words("Working together")

    def keys(self) -> Sequence[Cell]:
        return TOGETHER

    def sheet(self) -> Sheet:
        words, shown = self.words, super().sheet()
        ideas = Action(IDEAS, words("Ideas to begin the wall with"), "ideas")
        return Sheet(
            shown.heading, words("The ideas wall itself is switched on under Activities."),
            choices=shown.choices, rows=shown.rows, actions=[ideas], back=True,
        )  # fmt: skip

    def acted(self, name: str) -> None:
        if name == IDEAS:
            self.editor.open(IdeasPage(self.editor))


class IdeasPage(Page):
    """Each idea of the pack."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        choices = []
        for place in rows_of(book, "ideas"):
            wrong = [one.wrong for one in findings_in(self.editor.mistakes, "ideas", place.row)]
            status = IDEA[1].shown(words, book, place.at("status"))
            text = IDEA[0].shown(words, book, place.at("text")) or place.value(book)
            choices.append(Choice(str(place.row), text, " · ".join([status, *wrong[:1]]), leads=True))
        return Sheet(
            words("Ideas to begin the wall with"),
            words("A few good ones help the first people to add theirs."),
            choices=choices,
            actions=[Action(ADD, words("One more idea"), "plus")],
            back=True,
        )

    def chose(self, name: str) -> None:
        for place in rows_of(self.editor.book, "ideas"):
            if str(place.row) == name:
                return self.editor.open(IdeaPage(self.editor, place))
        return None

    def acted(self, name: str) -> None:
        if name == ADD:
            self.editor.open(AddIdeaPage(self.editor))


class IdeaPage(RowPage):
    """One idea."""

    def heading(self) -> str:
        return self.words("The idea")

    def columns(self) -> Sequence[Cell]:
        return IDEA

    def sheet(self) -> Sheet:
        shown = super().sheet()
        out = Action(OUT, self.words("Take it out"), "wipe")
        return Sheet(
            shown.heading, shown.text, choices=shown.choices, rows=shown.rows, actions=[out], back=True
        )

    def acted(self, name: str) -> None:
        if name == OUT:
            self.editor.change(
                take_out(self._place), then=lambda: self.editor.close(self.words("It is taken out."))
            )


class AddIdeaPage(Page):
    """Its words in the first language; the others follow on its page."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("One more idea"),
            words("Short, and without names."),
            fields=[Field(TEXT, words("The idea"), lines=True, language=self.editor.book.default_language)],
            back=True,
            forward=words("Add it"),
            forward_icon="plus",
        )

    def forward(self) -> None:
        editor, book, words = self.editor, self.editor.book, self.words
        text = editor.written(TEXT).strip()
        if not text:
            return editor.tell(words("Please write it first."))
        values = {"id": new_id(book, "ideas", text), "text": text, "status": "shown"}
        return editor.change(
            add("ideas", values, book.default_language), then=lambda: editor.close(words("Saved."))
        )
