"""A page that fills in words: each language of the event beside the English, or one line for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.editing.event import Change, Place, findings_at
from kiosk.pack.findings import Finding, Severity
from kiosk.words import language_of
from ui.viewmodels.office.editing.cells import Cell, Kind
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.sheet import Action, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

ONE = "value"  # the field of what is the same in all languages
KEEP, DROP = "keep", "drop"


class TextPage(Page):
    """Nothing is written before Save; Back asks where something was typed."""

    def __init__(self, editor: EditingModel, cell: Cell, place: Place) -> None:
        super().__init__(editor)
        self._cell = cell
        self._place = place
        self._asking = False
        self._was: dict[str, str] = {}

    def begin(self) -> None:
        self._asking = False
        self._was = self._now()
        self.editor.typed.update(self._was)

    def _fields(self) -> tuple[str, ...]:
        return self.editor.book.languages if self._cell.kind is Kind.WORDS else (ONE,)

    def _now(self) -> dict[str, str]:
        """What the workbook says, by field."""
        book = self.editor.book
        return {name: self._place.value(book, "" if name == ONE else name) for name in self._fields()}

    @property
    def changed(self) -> dict[str, str]:
        """What was typed that is not in the workbook, by field."""
        typed, now = self.editor.typed, self._now()
        return {
            name: typed[name].strip()
            for name, was in now.items()
            if name in typed and typed[name].strip() != was
        }

    @property
    def unsaved(self) -> bool:
        return bool(self.changed)

    # --- what is shown

    def sheet(self) -> Sheet:
        words, cell = self.words, self._cell
        if self._asking:
            return Sheet(
                words("Keep what you typed?"),
                words("It is not saved yet."),
                actions=[
                    Action(KEEP, words("Save it"), "save", "action"),
                    Action(DROP, words("Throw it away"), "wipe", "stop"),
                ],
                back=True,
            )
        return Sheet(
            cell.label(words),
            cell.why(words),
            fields=[self._field(name) for name in self._fields()],
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def _field(self, name: str) -> Field:
        words, cell = self.words, self._cell
        wrong = "\n".join(f"{one.wrong}: {one.do}" for one in self._found(name))
        if name == ONE:
            return Field(
                name, cell.label(words), cell.purpose, lines=cell.several_lines,
                note=self._elsewhere(name), wrong=wrong,
            )  # fmt: skip
        return Field(
            name,
            language_of(name).offered_as,
            cell.purpose,
            lines=cell.several_lines,
            beside=self.beside(name),
            beside_language=self._other(self.beside_language(name)),
            note="\n".join(filter(None, (self._elsewhere(name), self.note(name)))),
            wrong=wrong,
            language=name,
        )

    def beside(self, name: str) -> str:
        """What the words in a language stand next to: those that they are translated from."""
        default = self.editor.book.default_language
        return "" if name == default else self.editor.typed.get(default, "")

    def _other(self, language: str) -> str:
        """The language, where that is not the page's own."""
        return "" if language == self.words.language else language

    def beside_language(self, name: str) -> str:
        return self.editor.book.default_language

    def note(self, name: str) -> str:
        """Whether a speaker has checked them."""
        book = self.editor.book
        if name == book.default_language or not self.editor.typed.get(name):
            return ""
        if who := book.checked.get(name):
            return self.words("Checked by {name}.", name=who)
        return self.words("Not checked yet")

    def after(self) -> Change | None:
        """What else changes where words of the page do."""
        return None

    def _elsewhere(self, name: str) -> str:
        """Where another program wrote the cell meanwhile: what it says now."""
        now = self._now().get(name, "")
        if now == self._was.get(name, ""):
            return ""
        return self.words("It was changed elsewhere. It says now: {words}", words=now or "–")

    def _found(self, name: str) -> tuple[Finding, ...]:
        found = self.editor.findings
        return findings_at(found, self.editor.book, self._place, "" if name == ONE else name)

    # --- pressed

    def typed_in(self, field_id: str) -> None:
        self.editor.refresh()

    def back(self) -> bool:
        if self._asking:
            self._asking = False
            return True
        self._asking = self.unsaved
        return self._asking

    def acted(self, name: str) -> None:
        if name == KEEP:
            return self.forward()
        return self.editor.close() if name == DROP else None

    def forward(self) -> None:
        self._asking = False
        changed = self.changed
        if not changed:
            return self.editor.close()
        changes = [self._put(name, value) for name, value in changed.items()]
        if last := self.after():
            changes.append(last)
        return self.editor.change(*changes, then=lambda: self._saved(changed))

    def _put(self, name: str, value: str) -> Change:
        return lambda book: self._place.put(book, value, "" if name == ONE else name)

    def _saved(self, changed: dict[str, str]) -> None:
        words, editor = self.words, self.editor
        self._was = self._now()
        self._place = self._place.seen(editor.book)
        mistakes = [one for name in changed for one in self._found(name) if one.severity is Severity.MISTAKE]
        if mistakes:
            return editor.tell(words("Saved. Please look at what is marked."))
        checkers = [editor.book.checked[name] for name in changed if name in editor.book.checked]
        said = words("Saved.")
        if checkers:
            said += " " + words("{name} checked other words: ask again.", name=", ".join(checkers))
        return editor.close(said)
