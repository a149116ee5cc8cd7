"""The replies editor: what was answered so far, one reply at a time, and the ways that replies leave."""

from __future__ import annotations

from kiosk.clock import today
from kiosk.coproduction.replies import Said, replies, written
from kiosk.coproduction.statuses import status_words
from kiosk.days import said_day_or
from kiosk.office.replying import Draft, as_reply, draft_of, keep_draft, named, new_draft
from kiosk.pack.model import Reply
from kiosk.storage.audit import Role
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.session.drives import Drives
from ui.viewmodels.office.answering.leaving import PackPage, PublishPage, workbook
from ui.viewmodels.office.answering.page import Page
from ui.viewmodels.office.answering.writing import WritingPage
from ui.viewmodels.team.placing import PlaceModel
from ui.viewmodels.team.sheet import Action, Choice, Sheet, WordsNow

WRITE, BOOK, PACK, PUBLISH = "write", "book", "pack", "publish"
SAID, PROMISE = "said:", "promise:"  # before the id of a choice: a reply, or an activity


class RepliesModel(PlaceModel):
    """A reply that was begun stays until it is kept or given up, also while the desk is locked.

    `found` is every reply of the event as it stands today; `typed_now` the references typed since the
    program began, by reply, as nobody can read those that are kept.
    """

    role = Role.STAFF

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        self.draft: Draft | None = None
        self.found: tuple[Said, ...] = ()
        self.typed_now: dict[str, tuple[str, ...]] = {}
        self._pages: list[Page] = []
        super().__init__(room, words, drives)

    @property
    def page(self) -> Page:
        return self._pages[-1]

    def own_begin(self) -> None:
        self._pages = [ListPage(self)]
        if self.draft is not None:
            self._pages.append(WritingPage(self))
        self.page.begin()

    def forget(self) -> None:
        if self.draft is not None:
            self.page.gather()
            self._pages = [ListPage(self), WritingPage(self)]  # its fields are empty from now on
        super().forget()

    # --- pages

    def open(self, page: Page) -> None:
        """Show it over the one that is there."""
        self._pages.append(page)
        self._arrive()

    def close(self) -> None:
        """Back to the page under it."""
        self._pages.pop()
        self._arrive()

    def home(self, said: str = "") -> None:
        """Back to the list, with what happened."""
        del self._pages[1:]
        self._arrive(said)

    def _arrive(self, said: str = "") -> None:
        self.typed.clear()
        self.notice = said
        self.page.begin()
        self.turn()

    # --- what is here

    def look(self) -> None:
        """What there is today, of this event."""
        room = self.room
        event_id = room.pack.event.id
        every = replies(room.pack, today(room.clock), room.store)
        mine = [one for one in every if one.event_id == event_id]
        self.found = tuple(sorted(mine, key=lambda one: (one.date, one.id), reverse=True))

    def _written(self) -> tuple[Said, ...]:
        """The same as they were written: none is late by itself, no promise is among them."""
        event_id = self.room.pack.event.id
        return tuple(one for one in written(self.room.pack, self.room.store) if one.event_id == event_id)

    def for_workbook(self) -> list[Reply]:
        """Every reply of the event, the oldest first, with the references that can still be read."""
        found = sorted(self._written(), key=lambda one: (one.date, one.id))
        return [as_reply(one, self.typed_now.get(one.id, ())) for one in found]

    def change(self, reply_id: str) -> None:
        """Write a reply that is here anew."""
        day = today(self.room.clock)
        said = next((one for one in self._written() if one.id == reply_id), None)
        if said is not None:
            self.draft = draft_of(said, day)
            self.open(WritingPage(self))

    def begin_new(self, activity: str = "") -> None:
        self.draft = new_draft(self.room.pack, today(self.room.clock), activity)
        self.open(WritingPage(self))

    def keep(self) -> None:
        """Keep the reply that is being written. Some 80 ms a reference, so off the window's thread."""
        assert self.draft is not None
        room = self.room
        draft = self.draft = named(self.draft, room.pack, self.found)

        def work(_progress: Progress) -> Reply:
            with room.store.another() as store:
                return keep_draft(store, room.clock, room.pack, draft)

        def then(reply: Reply) -> None:
            self.typed_now[reply.id] = (*self.typed_now.get(reply.id, ()), *reply.references)
            self.draft = None
            words = self.words()
            self.home(words("The reply is kept. What you send back takes it to every tablet."))

        self.work(self.words()("Keeping it"), work, then)

    # --- shown and pressed

    def own_sheet(self) -> Sheet:
        return self.page.sheet()

    def own_act(self, name: str) -> None:
        self.page.acted(name)

    def own_choice(self, name: str) -> None:
        self.page.chose(name)

    def own_back(self) -> None:
        self.page.back()

    def own_tick(self) -> None:
        self.page.tick()

    def typed_in(self, field_id: str) -> None:
        self.page.typed_in(field_id)

    def went_on(self) -> None:
        self.page.forward()


class ListPage(Page):
    """Every reply, the newest first, and the promises whose day has passed without one."""

    def begin(self) -> None:
        self.desk.look()

    def sheet(self) -> Sheet:
        words, found = self.words, self.desk.found
        line = words("We have not answered yet.") if not found else ""
        ways = []
        if any(not one.promised for one in found):
            ways = [
                Action(PUBLISH, words("A page to publish"), "show"),
                Action(BOOK, words("A workbook to carry"), "carry"),
                Action(PACK, words("Into an event's workbook"), "calendar"),
            ]
        new = Choice(
            WRITE, words("Write a reply"), words("By theme, by promise, or by reference"), leads=True
        )
        choices = [new, *(self._choice(one) for one in found)]
        return Sheet(words("You said, we did"), line, choices=choices, actions=ways)

    def _choice(self, one: Said) -> Choice:
        words = self.words
        name = self.say(one.theme) or self.say(one.said)
        status = status_words(words)[one.status]
        if one.promised:
            day = said_day_or(one.by_when, words)
            return Choice(
                PROMISE + one.activity,
                name,
                words("We said {day}. That day has passed.", day=day),
                leads=True,
            )
        return Choice(SAID + one.id, name, f"{status} · {said_day_or(one.date, words)}", leads=True)

    def chose(self, name: str) -> None:
        if name == WRITE:
            return self.desk.begin_new()
        if name.startswith(PROMISE):
            return self.desk.begin_new(name.removeprefix(PROMISE))
        return self.desk.change(name.removeprefix(SAID))

    def acted(self, name: str) -> None:
        desk = self.desk
        if name == PUBLISH:
            return desk.open(PublishPage(desk))
        if name == PACK:
            return desk.open(PackPage(desk))
        return desk.ask_where(workbook(desk)) if name == BOOK else None

    def forward(self) -> None: ...
    def back(self) -> None: ...
