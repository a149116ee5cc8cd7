"""The promises: for each activity the rung, what can change, what cannot, who decides, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.coproduction.rungs import rung_meanings, rung_names
from kiosk.pack.editing.event import EventBook, Place, findings_in
from kiosk.pack.editing.rows import rows_of
from kiosk.pack.findings import Finding
from kiosk.pack.model import Rung
from kiosk.pack.staff import sheets
from kiosk.words import Words
from ui.viewmodels.office.editing.cells import Cell, Kind, Option, brief, yes_no
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import RowPage, tone
from ui.viewmodels.team.sheet import Choice, Row, Sheet

PROMISED = ("questions", "ideas")  # the kinds of activities that must promise


def rungs(words: Words, _book: EventBook) -> Sequence[Option]:
    names, meanings = rung_names(words), rung_meanings(words)
    return [Option(rung.value, names[rung], meanings[rung]) for rung in Rung]


PROMISE = (
    Cell(
        "rung",
        lambda words: words("How much people can change"),
        lambda words: words("Promise no more than you can keep."),
        Kind.PICK,
        options=rungs,
    ),
    Cell(
        "residents_decide",
        lambda words: words("Are residents among those who decide?"),
        lambda words: words("Only then may you promise to decide together."),
        Kind.PICK,
        options=yes_no,
        usual="no",
    ),
    Cell(
        "can_change",
        lambda words: words("What can change"),
        lambda words: words("What their answers can change."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "cannot_change",
        lambda words: words("What cannot change"),
        lambda words: words("What is settled already. Say it honestly."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "who_decides",
        lambda words: words("Who decides"),
        lambda words: words("Who decides in the end."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "by_when",
        lambda words: words("By when"),
        lambda words: words("When they hear back. Once it has passed, the kiosk says that you are late."),
        Kind.WORDS,
    ),
    Cell(
        "next_steps",
        lambda words: words("What happens next"),
        lambda words: words("One step a line."),
        Kind.WORDS,
        several_lines=True,
    ),
)


def promise(activity: str) -> Place:
    return Place("promises", "rung", (("activity", activity),))


class PromisesPage(Page):
    """Every activity, with its rung and what its promise still lacks."""

    def _activities(self) -> list[tuple[str, str, bool]]:
        """The id of each, its title, and whether it must promise."""
        book = self.editor.book
        return [
            (
                place.value(book),
                place.at("title").value(book, book.default_language),
                (place.at("kind").value(book) or "questions").lower() in PROMISED,
            )
            for place in rows_of(book, "activities")
        ]

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Promises"),
            words("Residents read the promise before the first question."),
            choices=[
                Choice(name, brief(title or name), self._note(name, must), leads=True)
                for name, title, must in self._activities()
                if must or promise(name).find(self.editor.book)
            ],
            rows=[Row(one.wrong, one.do, tone(one)) for one in self._lost()],
            back=True,
        )

    def _note(self, activity: str, must: bool) -> str:
        words, book, place = self.words, self.editor.book, promise(activity)
        if not place.find(book):
            return words("No promise yet") if must else ""
        written = place.value(book).lower()
        rung = sheets.RUNGS.get(written)
        said = rung_names(words)[rung] if rung else written
        blank = [
            cell.label(words)
            for cell in PROMISE
            if cell.kind is Kind.WORDS and not place.at(cell.name).value(book)
        ]
        if blank:
            said = f"{said} · " + words("missing: {parts}", parts=", ".join(blank))
        return said

    def _lost(self) -> list[Finding]:
        """Of promises whose activity is not there."""
        book = self.editor.book
        known = {name for name, _, _ in self._activities()}
        rows = [place.row for place in rows_of(book, "promises") if place.value(book) not in known]
        return [one for one in findings_in(self.editor.findings, "promises") if one.row in rows]

    def chose(self, name: str) -> None:
        if name in [one for one, _, _ in self._activities()]:
            self.editor.open(PromisePage(self.editor, promise(name)))


class PromisePage(RowPage):
    """The parts of one promise."""

    def heading(self) -> str:
        return self.words("The promise")

    def line(self) -> str:
        book, activity = self.editor.book, self._place.where[0][1]
        title = Place("activities", "title", (("id", activity),)).value(book, book.default_language)
        return title or activity

    def columns(self) -> Sequence[Cell]:
        return PROMISE
