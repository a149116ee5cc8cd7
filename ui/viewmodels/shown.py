"""What is shown follows from where things stand: the page, its words, and the line of the top bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.pack.model import Pack
from kiosk.team.health import Charge
from kiosk.visit.step import Step
from kiosk.words import Words
from ui.viewmodels.working.places import PAGES, Place

if TYPE_CHECKING:
    from kiosk.visit.visit import Visit
    from ui.viewmodels.visit import texts
    from ui.viewmodels.visit.pages import Saved

STEP_PAGES = {
    Step.LEFT_OUT: "text",
    Step.PARTIAL: "text",
    Step.PROMISE: "promise",
    Step.AGE: "ask",
    Step.TOO_YOUNG: "text",
    Step.NOTICE: "text",
    Step.QUESTION: "question",
    Step.ANOTHER: "ask",
    Step.CHECK: "check",
    Step.ABOUT: "ask",
    Step.READ_BACK: "check",
    Step.SAVING: "check",
}
# Those of Help.
OVERLAYS = ("help", "volunteer", "paper", "happens", "hard", "barrier", "before-you-go", "home", "today")
OVERLAY_PAGES = {
    "help": "text",
    "volunteer": "text",
    "paper": "text",
    "happens": "text",
    "hard": "aids",
    "barrier": "aids",
    "before-you-go": "aids",
    "rungs": "text",
    "full-notice": "text",
    "fault": "text",
    "wet": "text",
    "start-again": "ask",
    "team-typing": "typing",
}


@dataclass
class Standing:
    """Where things stand: a visit or what it left, what lies over it, and whether somebody is there."""

    visit: Visit | None = None
    saved: Saved | None = None
    failure: KioskError | None = None
    overlay: str = ""
    warned: bool = False
    closed: bool = False  # nobody signs up in this language here, for no speaker has checked its words
    resting: str = ""  # "paused" or "closed" between two visits, while the stall is so
    charge: Charge = Charge.FINE  # of the battery: when it is empty, no visit begins
    places: tuple[Place, ...] = ()  # of working together, one on another
    title: str = ""  # of the top bar, where a place has its own
    line: str = ""

    def cleared(self, overlay: str = "") -> Standing:
        """Nothing of anybody's visit; how the stall and its battery are stays as it is."""
        return Standing(overlay=overlay, resting=self.resting, charge=self.charge)

    @property
    def rest(self) -> str:
        """Why no visit can begin now: "paused", "closed", "empty", or nothing."""
        return self.resting or ("empty" if self.charge is Charge.EMPTY else "")

    @property
    def untouched(self) -> bool:
        """Nothing has begun and nothing lies over Welcome."""
        return self.visit is None and self.saved is None and not self.overlay and not self.places


def page(standing: Standing) -> str:
    """The QML page to show; `text` and `ask` are filled from `words_page`."""
    if standing.warned:
        return "still-there"
    if standing.overlay:
        return OVERLAY_PAGES.get(standing.overlay, standing.overlay)
    if standing.failure:
        return "ask"
    if standing.saved:
        return "thanks"
    if standing.visit:
        return "text" if standing.closed else STEP_PAGES[standing.visit.step]
    if standing.places:
        return PAGES[standing.places[-1]]
    return "text" if standing.rest else "welcome"


def closed(standing: Standing, words: Words) -> bool:
    """Whether no details are taken in this language: no speaker has checked it, and the event says no."""
    visit = standing.visit
    if visit is None or words.checked or visit.pack.event.unchecked_sign_up:
        return False
    return bool(visit.consents)


def words_page(standing: Standing, pack: Pack, words: Words) -> texts.Page | None:
    """The kiosk's own words for what is shown now, if it is such a page."""
    from ui.viewmodels.visit import texts  # noqa: PLC0415 - after the first frame

    visit = standing.visit
    over: dict[str, Callable[[], texts.Page]] = {
        "rungs": lambda: texts.rungs(words),
        "start-again": lambda: texts.start_again(words),
        "fault": lambda: texts.fault(words),
        "wet": lambda: texts.wet(words),
    }
    if standing.overlay in over:
        return over[standing.overlay]()
    if standing.failure and not standing.overlay:
        return texts.not_saved(words, standing.failure)
    if visit is None:
        return texts.resting(words, standing.rest) if standing.rest and not standing.saved else None
    if standing.overlay == "full-notice":
        return texts.full_notice(words, visit)
    if standing.closed and not standing.overlay:
        return texts.not_in_this_language(words)
    steps: dict[Step, Callable[[], texts.Page]] = {
        Step.LEFT_OUT: lambda: texts.left_out(words, visit),
        Step.PARTIAL: lambda: texts.partial(words),
        Step.AGE: lambda: texts.age(words, pack.event),
        Step.TOO_YOUNG: lambda: texts.too_young(words, pack.event),
        Step.NOTICE: lambda: texts.notice(words, visit),
        Step.ANOTHER: lambda: texts.another(words, visit),
        Step.ABOUT: lambda: texts.about(words),
    }
    maker = steps.get(visit.step)
    return maker() if maker else None


def bar_title(standing: Standing, pack: Pack, words: Words) -> str:
    """The activity while there is one, else the event."""
    activity = standing.visit.activity if standing.visit else None
    if standing.saved:
        activity = standing.saved.pack.activity(standing.saved.activity_id)
    if standing.title:
        return standing.title
    return (activity or pack.event).title.say(words.language, pack.event.default_language)


def bar_line(standing: Standing, pack: Pack, words: Words) -> str:
    """How far along; on Welcome, who is asking."""
    visit = standing.visit
    if standing.saved:
        return words("Saved")
    if visit is None and standing.line:
        return standing.line
    if visit is None:
        return pack.event.organiser.say(words.language, pack.event.default_language)
    if visit.step in (Step.QUESTION, Step.NOTICE, Step.ANOTHER):
        number, of = visit.position
        if visit.in_about:
            return words("About you, {number} of {of}", number=number, of=of)
        return words("Question {number} of {of}", number=number, of=of)
    return words("Almost done") if visit.step in (Step.CHECK, Step.ABOUT) else words("Before you start")
