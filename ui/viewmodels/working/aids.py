"""Help and what lies under it: what is hard, what helps, and each page leading back to the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kiosk.coproduction.barriers import Aid, Barrier, offered
from kiosk.pack.model import Pack
from kiosk.visit.manner import Colours, Keys, Size
from ui.viewmodels.visit.flow import Stage
from ui.viewmodels.working import aid_words
from ui.viewmodels.working.menu import Menu

if TYPE_CHECKING:
    from kiosk.visit.idle import IdleWatch
    from ui.viewmodels.book import PageModels

SIZES = tuple(Size)
TEXTS = ("help", "volunteer", "paper", "happens")
MENUS = ("hard", "barrier", "before-you-go")


class Hall(Stage, Protocol):
    """What the aids need of the kiosk: its bar's own ways, and the way on."""

    def forward(self) -> None: ...
    def listen(self) -> None: ...
    def openLanguage(self) -> None: ...


class AidFlow:
    """Leads through Help. `count` adds one to a barrier's tally; each is counted once a visit."""

    def __init__(
        self, hall: Hall, pages: PageModels, pack: Pack, watch: IdleWatch, count: Callable[[Barrier], None]
    ) -> None:
        self._hall = hall
        self._pages = pages
        self._pack = pack
        self._watch = watch
        self._count = count
        self.forget()

    def forget(self) -> None:
        """The next person: nothing was hard yet."""
        self._counted: set[Barrier] = set()
        self._trail: list[str] = []
        self._barrier = Barrier.OTHER
        self._note = ""

    # --- from one page to the next

    def open(self, overlay: str) -> None:
        """That page, with nothing of these under it."""
        self._trail = []
        self._note = ""
        self._hall.open_over(overlay)

    def go(self, overlay: str) -> None:
        """That page, over the one that is shown."""
        self._trail.append(self._hall.at.overlay)
        self._note = ""
        self._hall.open_over(overlay)

    def back(self) -> None:
        self._note = ""
        if self._trail:
            return self._hall.open_over(self._trail.pop())
        return self._hall.closeOverlay()

    def act(self, place: int) -> None:
        """A button of Help, by its place."""
        self.go(aid_words.help_buttons(home=self._home)[place])

    def choose(self, card: str) -> None:
        """A card: something that is hard, something that helps, or one more thing to see."""
        if self._hall.at.overlay == "hard":
            self._barrier = Barrier(card)
            if self._barrier not in self._counted:
                self._counted.add(self._barrier)
                self._count(self._barrier)
            return self.go("barrier")
        if self._hall.at.overlay == "before-you-go":
            return self.go(card)
        return self.do(Aid(card))

    # --- what helps

    def do(self, aid: Aid) -> None:
        """At once: where it shows on this page, the page stays and says so."""
        manner, look = self._hall.manner, self._pages.look
        self._note = ""
        if aid in (Aid.VOLUNTEER, Aid.PAPER, Aid.HAPPENS, Aid.HOME):
            return self.go(aid.value)
        if aid is Aid.LANGUAGE:
            return self._hall.openLanguage()
        if aid is Aid.VOICE:
            return self._hall.open_over("listen")
        if aid is Aid.START_AGAIN:
            return self._hall.askStartAgain()
        if aid is Aid.SKIP:
            self._hall.closeOverlay()
            return self._hall.forward()
        self._note = aid.value
        changes: dict[Aid, dict[str, object]] = {
            Aid.BIGGER: {"size": SIZES[min(SIZES.index(manner.size) + 1, len(SIZES) - 1)]},
            Aid.COLOURS: {"colours": Colours.HIGH_CONTRAST},
            Aid.LISTEN: {"listening": True},
            Aid.QUIET: {"listening": False},
            Aid.LETTERS: {"keys": Keys.A_TO_Z},
        }
        look.become(replace(manner, **changes[aid]))  # type: ignore[arg-type]
        return self._hall.show()

    def _offered(self) -> tuple[Aid, ...]:
        """What helps with what is hard, but for what is so already."""
        at, manner = self._hall.at, self._hall.manner
        begun = bool(at.visit or at.places)
        absent = {
            Aid.BIGGER: manner.size is SIZES[-1],
            Aid.COLOURS: manner.colours is Colours.HIGH_CONTRAST,
            Aid.LETTERS: manner.keys is Keys.A_TO_Z,
            Aid.SKIP: self._pages.question.skippable is False or at.visit is None or not self._asking,
        }
        aids = offered(self._barrier, listening=manner.listening, home=self._home, begun=begun)
        return tuple(aid for aid in aids if not absent.get(aid, False))

    @property
    def _asking(self) -> bool:
        """Whether a question lies under this."""
        visit = self._hall.at.visit
        return visit is not None and visit.step.value == "question"

    @property
    def _home(self) -> bool:
        return bool(self._pack.event.continue_address)

    # --- what is shown

    def fill(self) -> None:
        """The words of the page that is open."""
        overlay, words, pages = self._hall.at.overlay, self._hall.words(), self._pages
        if overlay == "help":
            minutes = self._watch.idle_seconds // 60
            pages.text.show(aid_words.help_page(words, self._pack.event, minutes=minutes))
        elif overlay == "happens":
            pages.text.show(aid_words.happens(words, self._pack.event))
        elif overlay in TEXTS:
            pages.text.show((aid_words.volunteer if overlay == "volunteer" else aid_words.paper)(words))
        elif overlay == "barrier":
            pages.aids.show(self._aids())
        elif overlay in MENUS:
            pages.aids.show((aid_words.barriers if overlay == "hard" else aid_words.before_you_go)(words))
        elif overlay == "home":
            pages.home.show()
        elif overlay == "today" and self._hall.at.saved:
            pages.today.show(self._hall.at.saved.today)

    def _aids(self) -> Menu:
        words = self._hall.words()
        title = next(c.title for c in aid_words.barriers(words).cards if c.id == self._barrier)
        cards = tuple(aid_words.aid_card(aid, words) for aid in self._offered())
        line = aid_words.done(Aid(self._note), words) if self._note else words("Choose what may help.")
        return Menu(title, line, cards)
