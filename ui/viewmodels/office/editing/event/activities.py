"""The activities: on or off, in which order, of which kind, with which questionnaire, and their titles."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.event import EventBook, Place, findings_in
from kiosk.pack.editing.rows import add, move, new_id, rows_of
from kiosk.pack.findings import Finding
from kiosk.pack.staff import sheets
from kiosk.words import Words
from ui.viewmodels.office.editing.cells import Cell, Kind, Option, brief, yes_no
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import RowPage
from ui.viewmodels.team.sheet import Action, Choice, Sheet

UP, DOWN, ADD, WALL = "up", "down", "add", "wall"


def kinds(words: Words, _book: EventBook) -> Sequence[Option]:
    return (
        Option("questions", words("Questions"), words("With a promise before the first one.")),
        Option("sign_up", words("Sign-up"), words("Leaves details, kept apart from answers.")),
        Option("quick", words("Quick question"), words("One tap, without a promise.")),
        Option("ideas", words("Ideas wall"), words("People read ideas, back one, or add one.")),
        Option("about", words("About you"), words("After the check, always optional.")),
    )


def forms(_words: Words, book: EventBook) -> Sequence[Option]:
    """The questionnaires of the draft."""
    return [Option(path.name, path.stem) for path in Draft(book.opened.path.parent).form_files()]


ACTIVITY = (
    Cell(
        "title",
        lambda words: words("Title"),
        lambda words: words("What residents see and press."),
        Kind.WORDS,
    ),
    Cell(
        "summary",
        lambda words: words("A line under it"),
        lambda words: words("How many questions, how many minutes."),
        Kind.WORDS,
    ),
    Cell(
        "on",
        lambda words: words("Shown to residents"),
        lambda words: words("What is off stays in the pack."),
        Kind.PICK,
        options=yes_no,
        usual="yes",
    ),
    Cell(
        "kind",
        lambda words: words("Kind"),
        lambda words: words("What it does, and what residents are told first."),
        Kind.PICK,
        options=kinds,
        usual="questions",
    ),
    Cell(
        "form",
        lambda words: words("Questionnaire"),
        lambda words: words("A file of the folder forms."),
        Kind.PICK,
        options=forms,
    ),
)


class ActivitiesPage(Page):
    """In the order of Welcome."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        return Sheet(
            words("Activities"),
            words("In the order in which residents see them. Press one to change it."),
            choices=[
                Choice(
                    str(place.row),
                    brief(place.at("title").value(book, book.default_language) or place.value(book) or "–"),
                    self._note(place),
                    leads=True,
                )
                for place in rows_of(book, "activities")
            ],
            actions=[Action(ADD, words("One more activity"), "plus")],
            back=True,
        )

    def _note(self, place: Place) -> str:
        words, book = self.words, self.editor.book
        named = {one.name: one for one in ACTIVITY}
        kind = named["kind"].shown(words, book, place.at("kind"))
        off = (place.at("on").value(book) or "yes").lower() in sheets.NO
        wrong = [one.wrong for one in findings_in(self.editor.mistakes, "activities", place.row)]
        return " · ".join([*([words("Off")] if off else []), kind, *wrong[:1]])

    def chose(self, name: str) -> None:
        for place in rows_of(self.editor.book, "activities"):
            if str(place.row) == name:
                return self.editor.open(ActivityPage(self.editor, place))
        return None

    def acted(self, name: str) -> None:
        if name == ADD:
            self.editor.open(AddPage(self.editor))


class ActivityPage(RowPage):
    """One activity, and its place among the others."""

    def heading(self) -> str:
        book = self.editor.book
        return self._place.at("title").value(book, book.default_language) or self.words("Activity")

    def line(self) -> str:
        words, book = self.words, self.editor.book
        rows = [place.row for place in rows_of(book, "activities")]
        row = self._place.find(book)
        if row not in rows:
            return words("It is not there any more.")
        return words("Number {place} of {count}", place=rows.index(row) + 1, count=len(rows))

    def columns(self) -> Sequence[Cell]:
        wall = self._place.at("kind").value(self.editor.book).lower() == "ideas"
        return [cell for cell in ACTIVITY if not (wall and cell.name == "form")]

    def others(self) -> Sequence[Finding]:
        found = findings_in(self.editor.findings, "activities", self._place.find(self.editor.book))
        return [one for one in found if "(id)" in one.column]

    def sheet(self) -> Sheet:
        words, shown = self.words, super().sheet()
        ways = [
            Action(UP, words("One place up"), "up"),
            Action(DOWN, words("One place down"), "more"),
        ]
        return Sheet(
            shown.heading, shown.text, choices=shown.choices, rows=shown.rows, actions=ways, back=True
        )

    def acted(self, name: str) -> None:
        by = {UP: -1, DOWN: 1}.get(name, 0)
        if by:
            place = self._place
            self.editor.change(move(place, by), then=lambda: self._moved(place))

    def _moved(self, place: Place) -> None:
        """Its row is another one now; it is found by its id."""
        self._place = Place(place.sheet, place.column, place.where)
        self.editor.turn()


class AddPage(Page):
    """Which questionnaire the new activity asks, or the ideas wall."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        used = {place.at("form").value(book).lower() for place in rows_of(book, "activities")}
        walls = [place for place in rows_of(book, "activities") if place.at("kind").value(book) == "ideas"]
        free = [Choice(WALL, words("Ideas wall"), words("Without a questionnaire"))] if not walls else []
        return Sheet(
            words("One more activity"),
            words("Which questionnaire does it ask?"),
            choices=[
                *(
                    Choice(one.value, one.name, words("In use already") if one.value.lower() in used else "")
                    for one in forms(words, book)
                ),
                *free,
            ],
            back=True,
        )

    def chose(self, name: str) -> None:
        editor, book, words = self.editor, self.editor.book, self.words
        wall = name == WALL
        identity = new_id(book, "activities", "wall" if wall else name.rpartition(".")[0])
        values = {
            "id": identity,
            "form": "" if wall else name,
            "kind": "ideas" if wall else "questions",
            "title": words("Ideas wall") if wall else name.rpartition(".")[0],
            "icon": "ideas" if wall else "questions",
            "on": "no",
        }

        def added() -> None:
            editor.close()
            editor.open(ActivityPage(editor, Place("activities", "id", (("id", identity),))))

        editor.change(add("activities", values, book.default_language), then=added)
