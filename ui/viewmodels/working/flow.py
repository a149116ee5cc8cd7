"""Working together, page by page: which place is shown, and where Continue, Back and each card lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk import journal
from kiosk.errors import KioskError
from kiosk.pack.model import Pack
from kiosk.words import Words
from ui.viewmodels.visit.flow import Stage
from ui.viewmodels.visit.pages import Promised
from ui.viewmodels.working.answers import ReplyFlow
from ui.viewmodels.working.places import ASKED, CHARTER, REPLIES, Place
from ui.viewmodels.working.wall import WallFlow

if TYPE_CHECKING:
    from ui.behind.together import Together
    from ui.viewmodels.book import PageModels
    from ui.viewmodels.visit.flow import VisitFlow
    from ui.viewmodels.working.writing import WritingModel

OF_WALL = frozenset(
    {
        Place.WALL,
        Place.IDEA,
        Place.REPORT,
        Place.HELP,
        Place.PROMISE,
        Place.WRITE,
        Place.READ_BACK,
        Place.ASKED,
    }
)


class Ground(Protocol):
    """What the wall and the replies stand on: the words, the data, and the ways to another place."""

    @property
    def writing(self) -> WritingModel: ...
    def words(self) -> Words: ...
    def data(self) -> Together: ...
    def go(self, place: Place) -> None: ...
    def only(self, place: Place) -> None: ...
    def leave_place(self) -> None: ...
    def show(self) -> None: ...
    def refresh(self, said: str) -> None: ...
    def save(self) -> None: ...
    def visit(self, activity_id: str, *, kept_with: str = "") -> None: ...


class TogetherFlow:
    """Leads through the places that `stage.at.places` lists, the last of them shown."""

    def __init__(
        self,
        stage: Stage,
        pages: PageModels,
        pack: Pack,
        visits: VisitFlow,
        *,
        data: Callable[[], Together],
    ) -> None:
        self._stage = stage
        self._pages = pages
        self._pack = pack
        self._visits = visits
        self.data = data
        self.known = False  # the data folder is open, so that Welcome can say what is in it
        self.wall = WallFlow(self, pack)
        self.replies = ReplyFlow(self, pack)

    def words(self) -> Words:
        return self._stage.words()

    @property
    def writing(self) -> WritingModel:
        model: WritingModel = self._pages.writing
        return model

    # --- from Welcome

    def opens(self, card: str) -> bool:
        """Whether a card of Welcome leads here."""
        return card in (REPLIES, CHARTER, ASKED) or (self.wall.wall is not None and card == self.wall.wall.id)

    def begin(self, card: str) -> None:
        self.forget()
        if card == CHARTER:
            self._pages.charter.show(0)
            self.go(Place.CHARTER)
        elif card == REPLIES:
            self.replies.open()
        elif card == ASKED:
            self.wall.answer()
        else:
            self.wall.open()

    def forget(self) -> None:
        """The next person finds nothing of what this one read or wrote."""
        self.wall.forget()
        self.replies.forget()
        for writing in self._pages.made("writing"):
            writing.forget()

    @property
    def promised(self) -> Promised | None:
        """What the wall promises, for the page of the promise."""
        promise = self._pack.promise_of(self.wall.wall) if self.wall.wall and self._stage.at.places else None
        return Promised(self._pack, promise) if promise else None

    # --- places

    @property
    def place(self) -> Place:
        return self._stage.at.places[-1]

    def go(self, place: Place) -> None:
        self._stage.at.places = (*self._stage.at.places, place)
        self._stage.show()

    def only(self, place: Place) -> None:
        """That place, with nothing under it."""
        self._stage.at.places = (place,)
        self._stage.show()

    def leave_place(self) -> None:
        self._stage.at.places = self._stage.at.places[:-1]
        if self._stage.at.places:
            return self._stage.show()
        return self._stage.leave()

    def show(self) -> None:
        self._stage.show()

    def refresh(self, said: str) -> None:
        """Something on this page has changed: shown where it stands, and said."""
        self.fill()
        self._pages.idea.said.emit(said)

    def fill(self) -> None:
        """What the page of this place shows."""
        at = self._stage.at
        at.title = at.line = ""
        if self.known and at.untouched:
            self._pages.welcome.know(self.data().questions, self.data().replies)
        if not at.places or at.saved or at.visit or at.failure:
            return
        place, pages = self.place, self._pages
        if place in OF_WALL and self.wall.wall:
            at.title = self.wall.wall.title.say(self.words().language, self._pack.event.default_language)
        if place in (Place.WALL, Place.ASKED, Place.REPLIES, Place.THEMES):
            menus = {
                Place.WALL: self.wall.menu,
                Place.ASKED: self.wall.asked,
                Place.THEMES: self.replies.themes,
            }
            pages.menu.show(menus.get(place, self.replies.menu)())
        elif place in (Place.WRITE, Place.LOOK_UP):
            pages.writing.show(self.wall.writing() if place is Place.WRITE else self.replies.writing())
        elif place is Place.IDEA:
            at.line = self.wall.line
            pages.idea.show(self.wall.idea(), self.wall.problem)
        elif place is Place.REPLY:
            reply, last = self.replies.reply()
            at.line = self.replies.line
            pages.reply.show(reply, last=last)
        elif place is Place.CHARTER:
            charter = pages.charter
            at.line = self.words()("{number} of {of}", number=charter.at + 1, of=charter.count)
            charter.show(charter.at)
        elif place is Place.NO_REPLY:
            pages.text.show(self.replies.page())
        elif place is not Place.PROMISE:
            pages.ask.show(self.wall.page(place))

    # --- what is pressed

    def choose(self, card: str) -> None:
        (self.wall if self.place in OF_WALL else self.replies).choose(card)

    def forward(self) -> None:
        if self.place is Place.CHARTER:
            return self._turn(+1)
        return (self.wall if self.place in OF_WALL else self.replies).forward(self.place)

    def back(self) -> None:
        if self.place is Place.CHARTER and self._pages.charter.at > 0:
            return self._turn(-1)
        if self.wall.back(self.place) or self.replies.back(self.place):
            return None
        return self.leave_place()

    def _turn(self, way: int) -> None:
        self._pages.charter.show(self._pages.charter.at + way)
        self._stage.show()

    def act(self, button: int) -> None:
        """A button under a page of words; where saving failed, once more or start again."""
        if self._stage.at.failure:
            return self.save() if button == 0 else self._stage.askStartAgain()
        return self.wall.act(self.place, button)

    def type(self) -> None:
        self._visits.write(self.writing)

    def save(self) -> None:
        """Keep what was written, and only then say thank you (DATA.md)."""
        at = self._stage.at
        try:
            at.saved = self.data().propose(
                self.writing.words, self._stage.manner, assisted=self._stage.helping.on
            )
        except KioskError as fault:
            journal.note(f"an idea could not be saved: {fault.code.value}")
            at.failure = fault
        else:
            at.failure, at.places = None, ()
            self.forget()
        self._stage.show()

    def visit(self, activity_id: str, *, kept_with: str = "") -> None:
        """On to an activity: a sign-up, or a resident's question."""
        self._stage.at.places = ()
        self.forget()
        self._visits.begin(activity_id, kept_with=kept_with)
