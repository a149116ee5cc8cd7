"""You said, we did: by browsing, by theme, or by the reference; what nobody has read comes first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.pack.model import Pack
from ui.viewmodels.visit.texts import Page
from ui.viewmodels.working import texts
from ui.viewmodels.working.menu import Card, Menu
from ui.viewmodels.working.places import Place
from ui.viewmodels.working.writing import Asked

if TYPE_CHECKING:
    from kiosk.coproduction.replies import Said
    from ui.viewmodels.working.flow import Ground

ALL, BY_THEME, BY_REFERENCE = "all", "by-theme", "by-reference"


class ReplyFlow:
    """What somebody reads of the replies in one visit. A look-up leaves no trace."""

    def __init__(self, ground: Ground, pack: Pack) -> None:
        self._ground = ground
        self._pack = pack
        self.forget()

    def forget(self) -> None:
        self._all: tuple[Said, ...] = ()
        self._shown: tuple[Said, ...] = ()
        self._at = 0

    # --- the pages

    def open(self) -> None:
        self._all = self._ground.data().replies
        self._ground.go(Place.REPLIES)

    def menu(self) -> Menu:
        words = self._ground.words()
        heading = words("You said, we did")
        if not self._all:
            return Menu(heading, words("We have not answered yet. Come back and see."))
        new = sum(one.new for one in self._all)
        count = words.plural("{count} reply", "{count} replies", len(self._all))
        cards = [
            Card(
                ALL, words("Read the replies"), words("{count} new", count=new) if new else count, "replies"
            ),
            Card(BY_REFERENCE, words("I have a reference"), words("Find what we did with it"), "reference"),
        ]
        if len(self._themes()) > 1:
            about = words("Park, library, and so on")
            cards.insert(1, Card(BY_THEME, words("Choose what it is about"), about, "search"))
        return Menu(heading, words("Newest first. We say it too when we cannot."), cards)

    def themes(self) -> Menu:
        words = self._ground.words()
        of = Counter(self._theme(one) for one in self._all)
        cards = [
            Card(
                str(place),
                theme,
                words.plural("{count} reply", "{count} replies", of[theme]),
                letter=theme[:1].upper(),
            )
            for place, theme in enumerate(self._themes())
        ]
        return Menu(words("What is it about?"), "", cards)

    def _themes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._theme(one) for one in self._all if one.theme))

    def _theme(self, one: Said) -> str:
        return one.theme.say(self._ground.words().language, self._pack.event.default_language)

    def reply(self) -> tuple[Said | None, bool]:
        """The reply that is shown, and whether it is the last. Whoever sees it has read it."""
        if not self._shown:
            return None, True
        one = self._shown[self._at]
        self._ground.data().seen(one)
        return one, self._at >= len(self._shown) - 1

    @property
    def number(self) -> int:
        """Which reply is shown, from 1."""
        return self._at + 1

    @property
    def line(self) -> str:
        """Which reply of how many."""
        return self._ground.words()("Reply {number} of {of}", number=self.number, of=len(self._shown))

    def writing(self) -> Asked:
        return texts.asked_reference(self._ground.words())

    def page(self) -> Page:
        return texts.no_reply(self._ground.words(), self._pack.event)

    # --- what is pressed

    def choose(self, card: str) -> None:
        if card == BY_THEME:
            return self._ground.go(Place.THEMES)
        if card == BY_REFERENCE:
            self._ground.writing.forget()
            return self._ground.go(Place.LOOK_UP)
        if card == ALL:
            return self._read(self._all)
        theme = self._themes()[int(card)]
        return self._read(tuple(one for one in self._all if self._theme(one) == theme))

    def _read(self, found: tuple[Said, ...]) -> None:
        self._shown, self._at = found, 0
        self._ground.go(Place.REPLY)

    def forward(self, place: Place) -> None:
        if place is Place.LOOK_UP:
            return self._find()
        self._at = min(self._at + 1, len(self._shown) - 1)
        return self._ground.show()

    def _find(self) -> None:
        try:
            found = self._ground.data().answering(self._all, self._ground.writing.words)
        except KioskError:
            wrong = self._ground.words()("That is not a whole reference. Please check each sign.")
            return self._ground.writing.refuse(wrong)
        self._ground.writing.forget()
        if found:
            return self._read(found)
        return self._ground.go(Place.NO_REPLY)

    def back(self, place: Place) -> bool:
        """Back within the place; False when it is left."""
        if place is Place.REPLY and self._at > 0:
            self._at -= 1
            self._ground.show()
            return True
        if place is Place.LOOK_UP:
            self._ground.writing.forget()
        return False
