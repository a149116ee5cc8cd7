"""The ideas wall and the next question: where each press on their pages leads."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.pack.model import Activity, ActivityKind, Pack
from ui.messages import message
from ui.viewmodels.visit import texts as visit_texts
from ui.viewmodels.working import texts
from ui.viewmodels.working.idea import OnWall
from ui.viewmodels.working.menu import Card, Menu
from ui.viewmodels.working.places import Place
from ui.viewmodels.working.writing import Asked

if TYPE_CHECKING:
    from kiosk.coproduction.wall import Shown
    from ui.viewmodels.working.flow import Ground

READ, ADD, ASK, ANSWER = "read", "add", "ask", "answer"


class WallFlow:
    """What somebody does on the wall in one visit."""

    def __init__(self, ground: Ground, pack: Pack) -> None:
        self._ground = ground
        self._pack = pack
        self.wall = next((one for one in pack.activities if one.kind is ActivityKind.IDEAS and one.on), None)
        self.sign_up = next(
            (one for one in pack.activities if one.kind is ActivityKind.SIGN_UP and one.on), None
        )
        self.forget()

    def forget(self) -> None:
        """The next person finds nothing of this one's."""
        self.order = uuid.uuid4().hex  # ideas stand in another order for each visit
        self._ideas: tuple[Shown, ...] = ()
        self._at = 0
        self._backed: dict[str, int] = {}  # taps as they are after this visit's own
        self._kind = "idea"
        self._told = ""
        self._problem = ""

    # --- the pages

    def open(self) -> None:
        self._told = ""
        self._ground.go(Place.WALL)

    def menu(self) -> Menu:
        """What there is to do here."""
        words, data = self._ground.words(), self._ground.data()
        self._ideas = data.ideas(words.language, self.order)
        count = len(self._ideas)
        cards = [Card(ADD, words("Add an idea"), words("Others will see it."), "plus")]
        if count:
            summary = words.plural("{count} idea", "{count} ideas", count)
            cards.insert(0, Card(READ, words("Read the ideas"), summary, "ideas"))
        if self._pack.event.resident_questions:
            cards.append(
                Card(
                    ASK, words("Ask the next question"), words("The people after you answer it."), "question"
                )
            )
        if data.questions:
            cards.append(Card(ANSWER, words("Answer a question"), words("Asked by a resident."), "questions"))
        empty = "" if count else words("No ideas yet. Yours can be the first.")
        assert self.wall is not None
        return Menu(self._says(self.wall), self._told or empty or self._line(), cards)

    def _line(self) -> str:
        assert self.wall is not None
        return self.wall.summary.say(self._ground.words().language, self._pack.event.default_language)

    def _says(self, activity: Activity) -> str:
        return activity.title.say(self._ground.words().language, self._pack.event.default_language)

    def idea(self) -> OnWall | None:
        if not self._ideas:
            return None
        self._at = min(self._at, len(self._ideas) - 1)
        shown = self._ideas[self._at]
        return OnWall(
            shown,
            self._backed.get(shown.id, shown.taps),
            shown.id in self._backed,
            last=self._at >= len(self._ideas) - 1,
            helps=self.sign_up is not None,
        )

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def line(self) -> str:
        """Which idea of how many."""
        return self._ground.words()("Idea {number} of {of}", number=self._at + 1, of=len(self._ideas))

    def asked(self) -> Menu:
        """Residents' questions, each in its own words."""
        words = self._ground.words()
        cards = [
            Card(
                activity,
                idea.text,
                icon="question",
                tongue="" if idea.language == words.language else idea.language,
            )
            for activity, idea in self._ground.data().questions
        ]
        return Menu(words("Asked by a resident"), words("Which question would you like to answer?"), cards)

    def writing(self) -> Asked:
        make = texts.asked_idea if self._kind == "idea" else texts.asked_question
        return make(self._ground.words(), self._pack.event)

    def page(self, place: Place) -> visit_texts.Page:
        """The words of a place that is a page of words."""
        words = self._ground.words()
        if place is Place.REPORT:
            return texts.report(words)
        if place is Place.HELP:
            return texts.could_help(words)
        data = self._ground.data()
        written = data.tidied(self._ground.writing.words)
        return texts.read_back(words, written, reads=data.wall.reads(words.language))

    # --- what is pressed

    def choose(self, card: str) -> None:
        self._told = ""
        if card == READ:
            self._at = 0
            self._ground.go(Place.IDEA)
        elif card == ANSWER:
            self.answer()
        elif card in (ADD, ASK):
            self.begin("idea" if card == ADD else "question")
        else:
            self._ground.visit(card)

    def answer(self) -> None:
        """To the residents' questions; where there is one only, straight to it."""
        found = self._ground.data().questions
        if len(found) == 1:
            return self._ground.visit(found[0][0])
        return self._ground.go(Place.ASKED)

    def begin(self, kind: str) -> None:
        """Somebody has something to say: what that can change first, where the event promises anything."""
        self._kind = kind
        self._ground.writing.forget()
        self._ground.data().begin(kind)
        promised = self.wall is not None and self._pack.promise_of(self.wall) is not None
        self._ground.go(Place.PROMISE if promised else Place.WRITE)

    def forward(self, place: Place) -> None:
        if place is Place.PROMISE:
            self._ground.go(Place.WRITE)
        elif place is Place.IDEA and self._at >= len(self._ideas) - 1:
            self.begin("idea")
        elif place is Place.IDEA:
            self._turn(+1)
        elif not self._ground.data().tidied(self._ground.writing.words):
            self._ground.writing.refuse(self._ground.words()("Please write something first."))
        else:
            self._ground.go(Place.READ_BACK)

    def back(self, place: Place) -> bool:
        """Back within the place; False when it is left."""
        if place is Place.IDEA and self._at > 0:
            self._turn(-1)
            return True
        return False

    def _turn(self, way: int) -> None:
        self._at += way
        self._problem = ""
        self._ground.show()

    def did(self, act: str) -> None:
        """A button under an idea."""
        if act == "back":
            self._back_it()
        else:
            self._ground.go(Place.HELP if act == "help" else Place.REPORT)

    def _back_it(self) -> None:
        shown, words = self._ideas[self._at], self._ground.words()
        try:
            self._ground.data().wall.back(shown.id)
        except KioskError as fault:
            self._problem = message(fault, words)
        else:
            self._problem = ""
            self._backed[shown.id] = shown.taps + 1
        self._ground.refresh(self._problem or words("You backed this"))

    def act(self, place: Place, button: int) -> None:
        """A button under a page of words."""
        words = self._ground.words()
        if place is Place.READ_BACK:
            return self._ground.save() if button == 0 else self._ground.leave_place()
        if place is Place.HELP and self.sign_up:
            idea = self._ideas[self._at].id
            with suppress(KioskError):  # a count: a disk that is full must not stand in the way of an offer
                self._ground.data().wall.could_help(idea)
            return self._ground.visit(self.sign_up.id, kept_with=idea if button == 1 else "")
        if button == 0:
            try:
                self._ground.data().wall.report(self._ideas[self._at].id)
                self._told = words("Thank you. It is hidden until a volunteer has looked.")
            except KioskError as fault:
                self._told = message(fault, words)
            return self._ground.only(Place.WALL)
        return self._ground.leave_place()
