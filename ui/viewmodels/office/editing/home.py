"""The editor's first page: the draft that is open, what can be edited of it, and what `check` finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.findings import Finding, Severity
from ui.viewmodels.office.editing.choosing import ChoosePage
from ui.viewmodels.office.editing.leaving import CarryPage, ExcelPage, UsePage
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.editing.rooms import ROOMS
from ui.viewmodels.office.editing.trying import PreviewPage
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

PREVIEW, CARRY, USE, EXCEL, OTHER = "preview", "carry", "use", "excel", "other"
MOST = 20  # findings that are listed; the rest is told as a number


class HomePage(Page):
    """With no draft open, the ways to one are its choices."""

    def __init__(self, editor: EditingModel) -> None:
        super().__init__(editor)
        self._ways = ChoosePage(editor)

    def begin(self) -> None:
        if self.editor.draft is not None:
            self.editor.see()
        else:
            self._ways.begin()

    def sheet(self) -> Sheet:
        editor, words = self.editor, self.words
        if editor.draft is None:
            return self._ways.sheet()
        return Sheet(
            words("Event {name}", name=editor.draft.name),
            "\n".join(
                filter(None, (words("You work on a copy, and use it when you are ready."), self._state()))
            ),
            choices=[Choice(room.id, room.name(words), leads=True) for room in ROOMS],
            rows=self._found(),
            actions=[
                Action(PREVIEW, words("Preview"), "show"),
                Action(CARRY, words("Save as a pack to carry"), "carry"),
                Action(USE, words("Use it on this tablet"), "tick", "action"),
                Action(EXCEL, words("Work on it in Excel"), "change"),
                Action(OTHER, words("Work on another event"), "folder"),
            ],
        )

    def _state(self) -> str:
        """Whether it could be used now, in a line."""
        words, seen = self.words, self.editor.seen
        if seen is None:
            return ""
        if seen.mistakes:
            return words.plural(
                "{count} thing to put right first", "{count} things to put right first", len(seen.mistakes)
            )
        return words("No mistakes: it is ready.")

    def _found(self) -> list[Row]:
        """What is to put right, then what is to think about."""
        words, seen = self.words, self.editor.seen
        if seen is None:
            return []
        mistakes = list(seen.mistakes)
        advice = [one for one in seen.findings if one.severity is Severity.ADVICE]
        shown = [*mistakes, *advice][:MOST]
        rows = [Row(where(one), f"{one.wrong}: {one.do}", "look" if one in mistakes else "") for one in shown]
        if left := len(mistakes) + len(advice) - len(shown):
            rows.append(Row(words("And more"), str(left)))
        return rows

    def chose(self, name: str) -> None:
        if self.editor.draft is None:
            return self._ways.chose(name)
        room = next((room for room in ROOMS if room.id == name), None)
        if room is None:
            return None
        if room.page is None:
            return self.editor.sectionAsked.emit(room.id)
        if self.editor.seen is None:
            return None
        if kept := self.editor.kept_by_excel:
            return self.editor.tell(kept)
        return self.editor.open(room.page(self.editor))

    def acted(self, name: str) -> None:
        editor = self.editor
        if editor.draft is None:
            return self._ways.acted(name)
        pages = {PREVIEW: PreviewPage, CARRY: CarryPage, USE: UsePage, EXCEL: ExcelPage, OTHER: ChoosePage}
        return editor.open(pages[name](editor)) if name in pages else None

    def tick(self) -> None:
        if self.editor.draft is not None and self.editor.seen is not None and not self.editor.seen.fresh:
            self.editor.see()


def where(finding: Finding) -> str:
    """File, sheet, row and column of a finding, as `check` prints them."""
    row = f"{finding.row}" if finding.row else ""
    return " · ".join(part for part in (finding.file, finding.sheet, row, finding.column) if part)
