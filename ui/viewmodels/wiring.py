"""Which press of which page leads where: every signal of a page, joined to what the kiosk does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.viewmodels.kiosk import KioskModel

GOES_ON = {"promise", "question", "check", "text", "ask", "menu", "idea", "writing", "reply", "charter"}
GOES_BACK = {"aids", "home", "today"}
SAYS = {"question", "typing", "speaking", "thanks", "idea", "writing"}  # changes, for whoever listens


def wire_always(kiosk: KioskModel) -> None:
    """What is there from the first frame on."""
    kiosk.look.languageTurned.connect(kiosk.turn_to)
    kiosk.look.changed.connect(kiosk.changed)
    kiosk.welcome.chosen.connect(kiosk.begin)
    kiosk.helping.changed.connect(kiosk.changed)
    kiosk.listening.stopped.connect(kiosk.listen)
    kiosk.listening.said.connect(kiosk.said)


def wire_page(kiosk: KioskModel, page: str, model: Any) -> None:
    """A page's own, once its model is made."""
    if page in GOES_ON:
        model.wentOn.connect(kiosk.forward)
    if page in GOES_ON | GOES_BACK:
        model.wentBack.connect(kiosk.back)
    if page in SAYS:
        model.said.connect(kiosk.said)
    if page in WIRES:
        WIRES[page](kiosk, model)


def _question(kiosk: KioskModel, question: Any) -> None:
    question.noticeAsked.connect(lambda: kiosk.open_over("full-notice"))
    question.typingAsked.connect(kiosk.visits.type)
    question.speakAsked.connect(kiosk.visits.speak)


def _typing(kiosk: KioskModel, typing: Any) -> None:
    typing.closed.connect(kiosk.team.typed)
    typing.closed.connect(kiosk.visits.stop_typing)
    typing.keysChosen.connect(kiosk.look.setKeys)


def _speaking(kiosk: KioskModel, speaking: Any) -> None:
    speaking.closed.connect(kiosk.visits.stop_speaking)
    speaking.typingAsked.connect(kiosk.visits.type_instead)


def _thanks(kiosk: KioskModel, thanks: Any) -> None:
    thanks.finished.connect(kiosk.wipe)
    thanks.moreAsked.connect(kiosk.aid.open)


def _presence(kiosk: KioskModel, presence: Any) -> None:
    presence.stayed.connect(kiosk.waiting.stay)
    presence.cleared.connect(kiosk.clear)


WIRES: Mapping[str, Callable[[KioskModel, Any], object]] = {
    "promise": lambda kiosk, promise: promise.rungsAsked.connect(lambda: kiosk.open_over("rungs")),
    "question": _question,
    "typing": _typing,
    "speaking": _speaking,
    "check": lambda kiosk, check: check.changeAsked.connect(kiosk.visits.change),
    "thanks": _thanks,
    "text": lambda kiosk, text: text.acted.connect(kiosk.acted),
    "ask": lambda kiosk, ask: ask.acted.connect(kiosk.acted),
    "ruler": lambda kiosk, ruler: ruler.closed.connect(kiosk.closeOverlay),
    "still-there": _presence,
    "aids": lambda kiosk, aids: aids.chosen.connect(kiosk.aid.choose),
    "menu": lambda kiosk, menu: menu.chosen.connect(kiosk.together.choose),
    "idea": lambda kiosk, idea: idea.did.connect(kiosk.together.wall.did),
    "writing": lambda kiosk, writing: writing.typingAsked.connect(kiosk.together.type),
}
