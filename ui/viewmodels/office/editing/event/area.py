"""Who lives here: the area's shares, so that the stall sees who is missing."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.pack.editing.event import Place, findings_in
from kiosk.pack.editing.rows import add, rows_of, take_out
from kiosk.pack.findings import Finding
from ui.viewmodels.office.editing.cells import Cell, Kind
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import RowPage, tone
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

ADD, OUT = "add", "out"
KEY, BUCKET, SHARE = "key", "bucket", "share"
NEAR = 0.02  # how far shares may be from a whole, as people round them

GROUP = (
    Cell(
        "label",
        lambda words: words("Name"),
        lambda words: words("The group in words, as in About you."),
        Kind.WORDS,
    ),
    Cell(
        "share",
        lambda words: words("Share"),
        lambda words: words("How many of all people here: 0.34, or 34%."),
        purpose="number",
    ),
)


def part(written: str) -> float | None:
    """A share as a number from 0 to 1; None where it is none."""
    try:
        share = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


class AreaPage(Page):
    """Every group with its share, and whether the shares of a question make a whole."""

    def sheet(self) -> Sheet:
        words = self.words
        others = [one for one in findings_in(self.editor.findings, "profile") if not one.row]
        return Sheet(
            words("Who lives here"),
            words("With these, volunteers see who is missing at the stall. The census has them."),
            choices=[
                Choice(str(place.row), self._name(place), self._note(place), leads=True)
                for place in rows_of(self.editor.book, "profile")
            ],
            rows=[*self._wholes(), *(Row(one.wrong, one.do, tone(one)) for one in others)],
            actions=[Action(ADD, words("One more group"), "plus")],
            back=True,
        )

    def _name(self, place: Place) -> str:
        book = self.editor.book
        label = GROUP[0].shown(self.words, book, place.at("label")) or place.at(BUCKET).value(book)
        return f"{place.value(book)}: {label}"

    def _note(self, place: Place) -> str:
        written = place.at(SHARE).value(self.editor.book)
        share = part(written)
        shown = written if share is None else f"{share * 100:.4g} %"
        wrong = [one.wrong for one in findings_in(self.editor.mistakes, "profile", place.row)]
        return " · ".join(filter(None, (shown, *wrong[:1])))

    def _wholes(self) -> list[Row]:
        """The sum of each question's shares."""
        book, sums = self.editor.book, dict[str, float]()
        for place in rows_of(book, "profile"):
            name = place.value(book)
            sums[name] = sums.get(name, 0.0) + (part(place.at(SHARE).value(book)) or 0.0)
        return [
            Row(name, self.words("{share} % in all", share=f"{total * 100:.4g}"), self._tone(total))
            for name, total in sums.items()
        ]

    @staticmethod
    def _tone(total: float) -> str:
        return "fine" if abs(total - 1) <= NEAR else "look" if total > 1 + NEAR else ""

    def chose(self, name: str) -> None:
        for place in rows_of(self.editor.book, "profile"):
            if str(place.row) == name:
                return self.editor.open(GroupPage(self.editor, place))
        return None

    def acted(self, name: str) -> None:
        if name == ADD:
            self.editor.open(AddGroupPage(self.editor))


class GroupPage(RowPage):
    """One group of people."""

    def heading(self) -> str:
        return self.words("One group")

    def line(self) -> str:
        book = self.editor.book
        return f"{self._place.value(book)} / {self._place.at(BUCKET).value(book)}"

    def columns(self) -> Sequence[Cell]:
        return GROUP

    def others(self) -> Sequence[Finding]:
        found = findings_in(self.editor.findings, "profile", self._place.find(self.editor.book))
        return [one for one in found if "(key)" in one.column or "(bucket)" in one.column]

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


class AddGroupPage(Page):
    """A group by the names that the form About you has for it."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("One more group"),
            words("Both names are those of the questionnaire About you."),
            fields=[
                Field(KEY, words("The question, as age or town")),
                Field(BUCKET, words("The answer's short name, as under_25")),
                Field(SHARE, words("Share"), "number"),
            ],
            back=True,
            forward=words("Add it"),
            forward_icon="plus",
        )

    def forward(self) -> None:
        editor, words = self.editor, self.words
        values = {name: editor.written(name).strip() for name in (KEY, BUCKET, SHARE)}
        if not all(values.values()):
            return editor.tell(words("Please fill in all three."))
        return editor.change(add("profile", values), then=lambda: editor.close(words("Saved.")))
