"""Which press of which page leads where: every signal of a page, joined to what the kiosk does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.viewmodels.kiosk import KioskModel


def wire(kiosk: KioskModel) -> None:
    """Once, when every page's model is there."""
    kiosk.look.languageTurned.connect(kiosk.turn_to)
    kiosk.look.changed.connect(kiosk.changed)
    kiosk.welcome.chosen.connect(kiosk.begin)
    kiosk.promise.rungsAsked.connect(lambda: kiosk.open_over("rungs"))
    kiosk.question.noticeAsked.connect(lambda: kiosk.open_over("full-notice"))
    kiosk.question.typingAsked.connect(kiosk.visits.type)
    kiosk.typing.closed.connect(kiosk.visits.stop_typing)
    kiosk.question.speakAsked.connect(kiosk.visits.speak)
    kiosk.speaking.closed.connect(kiosk.visits.stop_speaking)
    kiosk.speaking.typingAsked.connect(kiosk.visits.type_instead)
    kiosk.speaking.said.connect(kiosk.question.said)
    for page in (kiosk.promise, kiosk.question, kiosk.check, kiosk.text, kiosk.ask, *kiosk.working):
        page.wentOn.connect(kiosk.forward)
        page.wentBack.connect(kiosk.back)
    for over in (kiosk.aids, kiosk.home, kiosk.today):
        over.wentBack.connect(kiosk.back)
    kiosk.typing.keysChosen.connect(kiosk.look.setKeys)
    kiosk.check.changeAsked.connect(kiosk.visits.change)
    kiosk.text.acted.connect(kiosk.acted)
    kiosk.ask.acted.connect(kiosk.acted)
    kiosk.thanks.finished.connect(kiosk.wipe)
    kiosk.ruler.closed.connect(kiosk.closeOverlay)
    kiosk.helping.changed.connect(kiosk.changed)
    kiosk.listening.stopped.connect(kiosk.listen)
