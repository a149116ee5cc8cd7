"""Any text of the program, said otherwise at this event: looked for, and written language by language."""

from __future__ import annotations

from kiosk.pack.editing.event import Change, Place, findings_in
from kiosk.pack.editing.rows import clear_blank, rows_of
from kiosk.pack.staff import sheets
from kiosk.words import Words, facts_of, program_texts
from ui.viewmodels.office.editing.cells import Cell, Kind
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.text import TextPage
from ui.viewmodels.team.sheet import Choice, Field, Row, Sheet

SEARCH = "search"
MOST = 30  # texts that are listed at once
LEAST = 2  # letters to look for
KEPT = ("text", "recording", "checked_by", "checked_on")


class WordingPage(Page):
    """What the event says otherwise already; with something to look for, the texts that have it."""

    def begin(self) -> None:
        self._looked = ""

    def sheet(self) -> Sheet:
        words = self.words
        found = self._found()
        rows = [
            Row(one.wrong, one.do, "look")
            for one in findings_in(self.editor.mistakes, "texts")
            if "(key)" in one.column
        ]
        if self._looked and not found:
            rows.append(Row(self._looked, words("No text of the program has this. Try a shorter word.")))
        return Sheet(
            words("Words of the program"),
            words("Look for a word that a page shows in English, then write your own text."),
            fields=[Field(SEARCH, words("Look for"), language="en")],
            choices=[Choice(text, text, self._note(text), leads=True) for text in found[:MOST]],
            rows=rows,
            tail=words("And more. Write more letters to see fewer.") if len(found) > MOST else "",
            back=True,
            forward=words("Find it"),
            forward_icon="search",
        )

    def _own(self) -> dict[str, Place]:
        book = self.editor.book
        return {
            " ".join(place.value(book).split()): place
            for place in rows_of(book, "texts")
            if place.value(book) not in ("", sheets.ALL_WORDS)
        }

    def _found(self) -> list[str]:
        """Those that the event has words for where nothing is looked for, or those that have it."""
        own = self._own()
        if not self._looked:
            return list(own)
        wanted = self._looked.casefold()
        known = [text for text in program_texts() | own.keys() if wanted in text.casefold()]
        return sorted(known, key=lambda text: (text not in own, len(text), text))

    def _note(self, text: str) -> str:
        place = self._own().get(text)
        return own_text(place).shown(self.words, self.editor.book, place.at("text")) if place else ""

    def typed_in(self, field_id: str) -> None:
        self.forward()

    def forward(self) -> None:
        editor = self.editor
        looked = editor.written(SEARCH).strip()
        if looked and len(looked) < LEAST:
            return editor.tell(self.words("Write two letters or more."))
        self._looked = looked
        editor.notice = ""
        return editor.turn()

    def chose(self, name: str) -> None:
        if name in program_texts() or name in self._own():
            place = self._own().get(name) or Place("texts", "key", (("key", name),))
            self.editor.open(OwnTextPage(self.editor, own_text(place), place.at("text")))


def own_text(place: Place) -> Cell:
    return Cell("text", lambda _words: place.where[0][1], why, Kind.WORDS, several_lines=True)


def why(words: Words) -> str:
    return words("Blank means the program's own words, which stand beside it.")


class OwnTextPage(TextPage):
    """Its words beside the program's in each language."""

    def beside(self, name: str) -> str:
        text = self._place.where[0][1]
        return Words(name)(text) if name != "en" else text

    def beside_language(self, name: str) -> str:
        return name

    def note(self, name: str) -> str:
        facts = sorted(facts_of(self._place.where[0][1]))
        if not facts:
            return super().note(name)
        copied = self.words("Copy {facts} as it is: a fact goes there.", facts=" ".join(facts))
        return "\n".join(filter(None, (copied, super().note(name))))

    def after(self) -> Change:
        """A row without words of its own goes."""
        return clear_blank("texts", KEPT)
