"""The event editor: one page over the other, over the home page of the draft that is open."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.drafts import Drafts, in_use
from kiosk.pack.editing.changing import change_event
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.event import Change, EventBook
from kiosk.pack.editing.seen import Seen, look
from kiosk.pack.findings import Finding
from kiosk.storage.audit import Role
from ui.behind.backroom import BackRoom
from ui.messages import message
from ui.session.drives import Drives
from ui.viewmodels.office.editing.home import HomePage
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.busy import STOP, BusySheetModel
from ui.viewmodels.team.places import Sticks
from ui.viewmodels.team.sheet import Sheet, WordsNow


class EditingModel(BusySheetModel):
    """`seen` is the draft as it was last read and checked; None until then."""

    role = Role.STAFF

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words, drives)
        self.sticks = Sticks(self.drives, words)
        self.drafts = Drafts(room.home, in_use(room.home))
        self.draft: Draft | None = None
        self.seen: Seen | None = None
        self._book: EventBook | None = None
        self._kept: dict[str, str] = {}
        self._pages: list[Page] = [HomePage(self)]

    @property
    def page(self) -> Page:
        return self._pages[-1]

    def enter(self) -> None:
        kept, self._kept = self._kept, {}
        if kept and self.seen is not None and not self.room.jobs.busy:
            self.typed.update(kept)
            self.see()
            return self.tell(self.words()("You had typed this. It is not saved yet."))
        if not self.room.jobs.busy:
            self.draft = self.drafts.current()
            del self._pages[1:]
            self.page.begin()
        return super().enter()

    def forget(self) -> None:
        """What was typed and not saved comes again with staff: a draft holds nothing of a resident's."""
        if self.page.unsaved:
            self._kept = dict(self.typed)
        self.room.trial.close()
        super().forget()

    def tick(self) -> None:
        self.page.tick()

    # --- pages

    def open(self, page: Page, over: Page | None = None) -> None:
        """Show it over the one that is there, or over another one: then those between are gone."""
        if over is not None:
            del self._pages[self._pages.index(over) + 1 :]
        self._pages.append(page)
        self._arrive()

    def close(self, said: str = "") -> None:
        """Back to the page under it, with what happened."""
        self._pages.pop()
        self._arrive(said)

    def home(self, said: str = "") -> None:
        """Back to the home page, with what happened."""
        del self._pages[1:]
        self._arrive(said)

    def _arrive(self, said: str = "") -> None:
        self.typed.clear()
        self.notice = said
        self.page.begin()
        self.turn()

    # --- the draft

    def take(self, draft: Draft | None) -> None:
        """Work on this one from now on; None puts it away."""
        self.drafts.remember(draft)
        self.draft = draft
        self.seen = None
        self.home()

    def see(self, then: Callable[[], None] = lambda: None) -> None:
        """Read and check the draft anew where it changed; `then` at once, or when that is done."""
        draft, seen = self.draft, self.seen
        if draft is None or (seen is not None and seen.draft == draft and seen.fresh):
            return then()

        def came(seen: Seen) -> None:
            self.seen = seen
            if self.kept_by_excel and len(self._pages) > 1:
                return self.home(self.kept_by_excel)
            then()
            return self.turn()

        return self.work(self.words()("Looking through the pack"), lambda _progress: look(draft), came)

    @property
    def book(self) -> EventBook:
        """event.xlsx as it was last read. Pages are opened only where it could be."""
        assert self.seen is not None and self.seen.event is not None
        if self._book is None or self._book.opened is not self.seen.event:
            self._book = EventBook(self.seen.event)
        return self._book

    @property
    def kept_by_excel(self) -> str:
        """Why event.xlsx is not written here, in words; empty where it may be."""
        words, seen = self.words(), self.seen
        if seen is None or seen.event is None:
            return words("event.xlsx cannot be read. Mend it in Excel first.")
        if not seen.event.losses:
            return ""
        name, reason = seen.draft.event_file.name, ", ".join(seen.event.losses)
        return message(KioskError(ErrorCode.WORKBOOK_KEPT, path=name, reason=reason), words)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What `check` found when the draft was last looked through."""
        return self.seen.findings if self.seen else ()

    @property
    def mistakes(self) -> tuple[Finding, ...]:
        return self.seen.mistakes if self.seen else ()

    def change(self, *changes: Change, then: Callable[[], None]) -> None:
        """Write into event.xlsx; `then` once it is saved and looked through. A fault is told on the page."""
        seen = self.seen
        assert seen is not None

        def came(seen: Seen) -> None:
            self.seen = seen
            then()

        self.work(self.words()("Saving"), lambda _progress: change_event(seen, *changes), came)

    def failed(self, fault: object) -> None:
        super().failed(fault)
        if isinstance(fault, KioskError) and fault.code is ErrorCode.WORKBOOK_CHANGED:
            self.see()

    # --- what is shown and pressed

    def shown(self) -> Sheet:
        return self.page.sheet()

    def acted(self, name: str) -> None:
        if name == STOP:
            return self.room.jobs.stop()
        return self.page.acted(name)

    def chose(self, name: str) -> None:
        self.page.chose(name)

    def typed_in(self, field_id: str) -> None:
        self.page.typed_in(field_id)

    def went_on(self) -> None:
        self.page.forward()

    def went_back(self) -> None:
        if self.page.back():
            return self.turn()
        return self.close() if len(self._pages) > 1 else None
