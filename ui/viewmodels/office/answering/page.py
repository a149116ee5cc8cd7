"""What the pages of the replies editor share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.office.replying import Draft
from kiosk.pack.model import Text
from kiosk.words import Words
from ui.viewmodels.team.sheet import Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.answering.replies import RepliesModel


class Page:
    """One page over the other: `desk.open(page)` leads on, `desk.close()` back."""

    def __init__(self, desk: RepliesModel) -> None:
        self.desk = desk

    @property
    def words(self) -> Words:
        return self.desk.words()

    @property
    def draft(self) -> Draft:
        """The reply that is being written; pages that change it are opened only while there is one."""
        assert self.desk.draft is not None
        return self.desk.draft

    @property
    def default(self) -> str:
        return self.desk.room.pack.event.default_language

    def say(self, text: Text) -> str:
        """In the team's language where there is one."""
        return text.say(self.words.language, self.default)

    def begin(self) -> None:
        """It comes, for the first time or again."""

    def sheet(self) -> Sheet:
        raise NotImplementedError

    def gather(self) -> None:
        """Take what stands in the fields into the draft: the page goes, by whatever way."""

    def acted(self, name: str) -> None: ...
    def chose(self, name: str) -> None: ...

    def forward(self) -> None:
        self.gather()
        self.desk.close()

    def back(self) -> None:
        self.gather()
        self.desk.close()

    def typed_in(self, field_id: str) -> None:
        self.gather()
        self.desk.refresh()

    def tick(self) -> None: ...
