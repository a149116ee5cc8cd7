"""The languages of the event, the one it starts in, who checked the words, and what is still to translate."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.pack.editing.event import Place, findings_at, key
from kiosk.pack.editing.languages import blanks, checked, offer, start_in
from kiosk.pack.editing.rows import rows_of
from kiosk.pack.staff import sheets
from kiosk.words import LANGUAGES, language_of
from ui.viewmodels.office.editing.cells import Cell
from ui.viewmodels.office.editing.event.known import CELLS
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.row import not_yet
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

WHO, WHEN = "who", "when"
FIRST, CHECKED, BLANK = "first", "checked", "blank"
MOST = 60  # texts that are listed at once


class LanguagesPage(Page):
    """A tick for each language that residents are offered."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        offered = book.languages
        lacking = blanks(self.editor.findings)
        others = [code for code in offered if code not in LANGUAGES]
        rows = [Row(code, words("The program itself does not speak it."), "look") for code in others]
        found = findings_at(self.editor.findings, book, key("languages"))
        return Sheet(
            words("Languages"),
            words("Tick what residents are offered. The words of one that you take out are kept."),
            choices=[
                Choice(
                    code,
                    language_of(code).offered_as,
                    self._note(code, lacking[code]) if code in offered else "",
                    code in offered,
                    several=True,
                )
                for code in LANGUAGES
            ],
            rows=[*rows, *(Row(one.wrong, one.do, "look") for one in found)],
            actions=[
                Action(FIRST, words("Language it starts in"), "language"),
                Action(BLANK, words("What is still to translate"), "change"),
                Action(CHECKED, words("Who checked the words"), "tick"),
            ],
            back=True,
        )

    def _note(self, code: str, lacking: int) -> str:
        words, book = self.words, self.editor.book
        if lacking:
            return words.plural("{count} text is blank", "{count} texts are blank", lacking)
        if code == book.default_language:
            return words("It starts in this one")
        who = book.checked.get(code)
        return words("Checked by {name}.", name=who) if who else words("Not checked yet")

    def chose(self, name: str) -> None:
        book = self.editor.book
        if name == book.default_language:
            return self.editor.tell(self.words("It starts in this language. Choose another one first."))
        codes = [code for code in book.languages if code != name]
        if name not in book.languages:
            codes.append(name)
        return self.editor.change(offer(codes), then=self.editor.turn)

    def acted(self, name: str) -> None:
        pages = {FIRST: FirstPage, CHECKED: CheckersPage, BLANK: BlankPage}
        return self.editor.open(pages[name](self.editor)) if name in pages else None


class FirstPage(Page):
    """Which language the kiosk starts in."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        return Sheet(
            words("Language it starts in"),
            words("And the one that you write first: the others are translated from it."),
            choices=[
                Choice(code, language_of(code).offered_as, chosen=code == book.default_language)
                for code in book.languages
            ],
            back=True,
        )

    def chose(self, name: str) -> None:
        editor = self.editor
        editor.change(start_in(name), then=lambda: editor.close(self.words("Saved.")))


class CheckersPage(Page):
    """Each language that is translated, with who has checked it."""

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        translated = [code for code in book.languages if code != book.default_language]
        return Sheet(
            words("Who checked the words"),
            words("Somebody who speaks the language reads all of it on a tablet.")
            + " "
            + words("Until then residents are told."),
            choices=[
                Choice(
                    code,
                    language_of(code).offered_as,
                    book.checked.get(code) or words("Not checked yet"),
                    leads=True,
                )
                for code in translated
            ],
            back=True,
        )

    def chose(self, name: str) -> None:
        if name in self.editor.book.languages:
            self.editor.open(CheckerPage(self.editor, name))


class CheckerPage(Page):
    """Who has checked one language, and when."""

    def __init__(self, editor: object, language: str) -> None:
        super().__init__(editor)  # type: ignore[arg-type]
        self._language = language
        self._row = Place("texts", "checked_by", (("key", sheets.ALL_WORDS),))

    def begin(self) -> None:
        book = self.editor.book
        self.editor.typed[WHO] = self._row.value(book, self._language)
        self.editor.typed[WHEN] = self._row.at("checked_on").value(book, self._language)

    def sheet(self) -> Sheet:
        words, book = self.words, self.editor.book
        found = findings_at(self.editor.findings, book, self._row.at("checked_on"))
        return Sheet(
            language_of(self._language).offered_as,
            words("Leave the name blank where nobody has: residents are told so."),
            fields=[
                Field(WHO, words("Who checked all of it")),
                Field(
                    WHEN, words("When, as 2027-06-12"), "number",
                    wrong="\n".join(f"{one.wrong}: {one.do}" for one in found),
                ),
            ],
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )  # fmt: skip

    def forward(self) -> None:
        editor = self.editor
        who, day = editor.written(WHO).strip(), editor.written(WHEN).strip()
        editor.change(checked(self._language, who, day), then=lambda: editor.close(self.words("Saved.")))


class BlankPage(Page):
    """Every text of event.xlsx that a language of the event lacks."""

    def _blank(self) -> Sequence[tuple[Cell, Place, tuple[str, ...]]]:
        book = self.editor.book
        places = [(cell, key(cell.name)) for cell in CELLS["event"]]
        for sheet, cells in CELLS.items():
            if sheet != "event":
                places += [(cell, row.at(cell.name)) for row in rows_of(book, sheet) for cell in cells]
        found = ((cell, place, cell.missing(book, place)) for cell, place in places)
        return [one for one in found if one[2]]

    def sheet(self) -> Sheet:
        words, book, blank = self.words, self.editor.book, self._blank()
        choices = [
            Choice(
                str(number),
                cell.shown(words, book, place) or cell.label(words),
                f"{cell.label(words)} · {not_yet(words, missing)}",
                leads=True,
            )
            for number, (cell, place, missing) in enumerate(blank[:MOST])
        ]
        text = words("Nothing: every text is there in every language.") if not blank else ""
        return Sheet(words("What is still to translate"), text, choices=choices, back=True)

    def chose(self, name: str) -> None:
        blank = self._blank()
        if name.isdigit() and int(name) < len(blank):
            cell, place, _ = blank[int(name)]
            self.editor.open(cell.page(self.editor, place))
