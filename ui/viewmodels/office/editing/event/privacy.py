"""Privacy: each purpose and channel that people are asked for, the notices, and how long all is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.pack.editing.event import EventBook, Place, findings_in, key
from kiosk.pack.editing.rows import add, new_id, rows_of, take_out
from kiosk.pack.findings import Finding
from kiosk.words import Words
from ui.viewmodels.office.editing.cells import Cell, Kind, Option, yes_no
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import CellsPage, RowPage, tone
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

ADD, OUT, YES, RULES = "add", "out", "yes", "rules"


def bases(words: Words, _book: EventBook) -> Sequence[Option]:
    told = words("Told as a notice: nobody is asked to agree.")
    return (
        Option("consent", words("People say yes"), words("Asked as a question, never ticked beforehand.")),
        Option("public task", words("Public task"), told),
        Option("legal obligation", words("Legal obligation"), told),
        Option("legitimate interests", words("Legitimate interests"), told),
        Option("contract", words("Contract"), told),
        Option("vital interests", words("Vital interests"), told),
    )


def channels(words: Words, _book: EventBook) -> Sequence[Option]:
    return (
        Option("email", words("E-mail")),
        Option("text", words("Text message")),
        Option("phone", words("Phone call")),
        Option("post", words("Post")),
        Option("", words("None")),
    )


CONSENT = (
    Cell(
        "words",
        lambda words: words("The question"),
        lambda words: words("One purpose, one way of reaching people. Name who writes or calls."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "organisation",
        lambda words: words("Who may write or call"),
        lambda words: words("The organisation or team, as residents know it."),
    ),
    Cell(
        "basis",
        lambda words: words("Why you may"),
        lambda words: words("The lawful basis. Ask whoever looks after data protection."),
        Kind.PICK,
        options=bases,
        usual="consent",
    ),
    Cell(
        "channel",
        lambda words: words("How they are reached"),
        lambda words: words("Each way is a question of its own."),
        Kind.PICK,
        options=channels,
    ),
    Cell(
        "keep_until",
        lambda words: words("Details are kept until"),
        lambda words: words("A day, as 2028-06-30. Staff erase them then."),
        purpose="number",
    ),
    Cell(
        "notice_short",
        lambda words: words("Short notice"),
        lambda words: words("Shown where details are asked for."),
        Kind.WORDS,
        several_lines=True,
    ),
    Cell(
        "notice_full",
        lambda words: words("Full notice"),
        lambda words: words("Who, what for, why you may, how long, rights, and how to complain."),
        Kind.WORDS,
        several_lines=True,
    ),
)

KEEPING = (
    Cell(
        "retention_days",
        lambda words: words("Answers are kept for so many days"),
        lambda words: words("From 1 to 3650. After that staff take them out."),
        purpose="number",
        usual="365",
    ),
    Cell(
        "read_within_days",
        lambda words: words("Read within so many days"),
        lambda words: words("From 1 to 365. Residents are told wherever they write freely."),
        purpose="number",
        usual="7",
    ),
    Cell(
        "sign_up_min_age",
        lambda words: words("Least age to leave details"),
        lambda words: words("From 13 to 99. Usual is 18."),
        purpose="number",
        usual="18",
    ),
    Cell(
        "unchecked_sign_up",
        lambda words: words("Sign up in unchecked languages?"),
        lambda words: words("Where no speaker has checked the words of a consent."),
        Kind.PICK,
        options=yes_no,
        usual="yes",
    ),
)


class PrivacyPage(Page):
    """Every purpose that the pack has, and the way to the rules of keeping."""

    def sheet(self) -> Sheet:
        words = self.words
        others = [one for one in findings_in(self.editor.findings, "consents") if not one.row]
        return Sheet(
            words("Privacy"),
            words("Each purpose and each way of reaching people is a question of its own."),
            choices=[
                Choice(str(place.row), self._name(place), self._note(place), leads=True)
                for place in rows_of(self.editor.book, "consents")
            ],
            rows=[Row(one.wrong, one.do, tone(one)) for one in others],
            actions=[
                Action(ADD, words("One more purpose"), "plus"),
                Action(RULES, words("How long all is kept"), "calendar"),
            ],
            back=True,
        )

    def _name(self, place: Place) -> str:
        """The question itself, as that is what tells one from the other."""
        book = self.editor.book
        return CONSENT[0].shown(self.words, book, place.at("words")) or place.value(book) or "–"

    def _note(self, place: Place) -> str:
        words, book = self.words, self.editor.book
        channel = next(cell for cell in CONSENT if cell.name == "channel")
        wrong = [one.wrong for one in findings_in(self.editor.mistakes, "consents", place.row)]
        return " · ".join([channel.shown(words, book, place.at("channel")), *wrong[:1]])

    def chose(self, name: str) -> None:
        for place in rows_of(self.editor.book, "consents"):
            if str(place.row) == name:
                return self.editor.open(ConsentPage(self.editor, place))
        return None

    def acted(self, name: str) -> None:
        pages = {ADD: AddConsentPage, RULES: KeepingPage}
        return self.editor.open(pages[name](self.editor)) if name in pages else None


class ConsentPage(RowPage):
    """One purpose and channel."""

    def __init__(self, editor: EditingModel, place: Place) -> None:
        super().__init__(editor, place)
        self._asking = False

    def heading(self) -> str:
        return self.words("One purpose")

    def line(self) -> str:
        identity = self._place.value(self.editor.book)
        return self.words("In the sign-up, its question has the role {role}.", role=f"consent:{identity}")

    def columns(self) -> Sequence[Cell]:
        return CONSENT

    def others(self) -> Sequence[Finding]:
        found = findings_in(self.editor.findings, "consents", self._place.find(self.editor.book))
        return [one for one in found if "(id)" in one.column]

    def sheet(self) -> Sheet:
        words, shown = self.words, super().sheet()
        if self._asking:
            return Sheet(
                words("Take this purpose out?"),
                words("What people have said yes to already is kept with their details."),
                actions=[Action(YES, words("Yes, take it out"), "wipe", "stop")],
                back=True,
            )
        return Sheet(
            shown.heading, shown.text, choices=shown.choices, rows=shown.rows, back=True,
            actions=[Action(OUT, words("Take it out"), "wipe")],
        )  # fmt: skip

    def back(self) -> bool:
        asked, self._asking = self._asking, False
        return asked

    def acted(self, name: str) -> None:
        if name == OUT:
            self._asking = True
            return self.editor.turn()
        if name == YES and self._asking:
            self.editor.change(
                take_out(self._place), then=lambda: self.editor.close(self.words("It is taken out."))
            )
        return None


class AddConsentPage(Page):
    """The way in which people are reached for a new purpose."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("One more purpose"),
            words("How are people reached for it?"),
            choices=[Choice(one.value, one.name) for one in channels(words, self.editor.book) if one.value],
            back=True,
        )

    def chose(self, name: str) -> None:
        editor, book = self.editor, self.editor.book
        identity = new_id(book, "consents", f"purpose_{name}")
        values = {"id": identity, "basis": "consent", "channel": name}

        def added() -> None:
            editor.close()
            editor.open(ConsentPage(editor, Place("consents", "id", (("id", identity),))))

        editor.change(add("consents", values), then=added)


class KeepingPage(CellsPage):
    """How long, how soon, and from what age."""

    def heading(self) -> str:
        return self.words("How long all is kept")

    def cells(self) -> Sequence[tuple[Cell, Place]]:
        return [(cell, key(cell.name)) for cell in KEEPING]
