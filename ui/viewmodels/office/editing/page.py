"""What the pages of the event editor share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.editing.draft import Draft
from kiosk.words import Words
from ui.viewmodels.team.sheet import Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel


class Page:
    """One page. `editor.open(page)` leads on, `editor.close()` back; `back` true: it went back by itself."""

    def __init__(self, editor: EditingModel) -> None:
        self.editor = editor

    @property
    def words(self) -> Words:
        return self.editor.words()

    @property
    def draft(self) -> Draft:
        """The draft that is open; pages that have none of it are opened without one."""
        draft = self.editor.draft
        assert draft is not None
        return draft

    @property
    def unsaved(self) -> bool:
        """Whether something is typed here that is not in the workbook yet."""
        return False

    def begin(self) -> None:
        """It comes, for the first time or again."""

    def sheet(self) -> Sheet:
        raise NotImplementedError

    def acted(self, name: str) -> None: ...
    def chose(self, name: str) -> None: ...
    def forward(self) -> None: ...

    def back(self) -> bool:
        return False

    def typed_in(self, field_id: str) -> None: ...
    def tick(self) -> None: ...
