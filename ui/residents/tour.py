"""A walk past every page, so that pictures can be drawn and sizes measured: nothing is left to chance."""

from collections.abc import Iterator

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.kinds import Kind
from kiosk.pack.model import ActivityKind
from kiosk.visit.spoken import speakable
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit
from ui.app import Kiosk
from ui.residents import aided, working
from ui.residents.desk import walk_team
from ui.residents.microphone import PretendRecorder
from ui.residents.office import walk_office
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.question.sketch import DRAWN

SAMPLE = {
    Kind.INTEGER: "7",
    Kind.DECIMAL: "2.5",
    Kind.TEXT: "A bench where people can talk, and a tap.",
    Kind.DATE: "2027-11-13",
    Kind.TIME: "14:30:00",
    Kind.DATETIME: "2027-11-13T14:30:00",
}
DETAILS = {
    "detail:name": "Amrit Kaur",
    "detail:phone": "07700 900123",
    "detail:email": "amrit@example.org",
    "detail:postcode": "DY4 8HX",
}


def walk(kiosk: Kiosk, clock: FakeClock, screen: Screen) -> Iterator[Stop]:
    """Every page of the kiosk in its present language, size and colours, sub-page by sub-page."""
    model = kiosk.model
    yield from parts("welcome", kiosk, screen)
    for name, opens in (
        ("language", model.openLanguage),
        ("look", model.openLook),
    ):
        opens()
        yield from parts(name, kiosk, screen)
        model.closeOverlay()
    yield from aided.pages(kiosk, screen)
    if kiosk.pack.event.organiser:
        yield from working.pages(kiosk, screen)
    for activity in kiosk.pack.activities:
        if activity.on and activity.kind not in (ActivityKind.ABOUT, ActivityKind.IDEAS):
            model.begin(activity.id)
            yield from _visit(activity.id, kiosk, screen)
            model.leave()
    yield from _rare(kiosk, clock, screen)
    if kiosk.pack.event.organiser:
        yield from walk_team(kiosk, screen)
        yield from walk_office(kiosk, screen)


def _visit(name: str, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """A whole visit: each step, each question empty and answered, typing, and Check."""
    model = kiosk.model
    asked: set[str] = set()
    while (visit := model.at.visit) is not None:
        if visit.step is Step.QUESTION:
            if visit.path in asked:
                raise LookupError(f"the tour of {name} is held up at {visit.path}")
            asked.add(visit.path)
            yield from _question(name, visit, kiosk, screen)
            _go_on(visit, kiosk)
            continue
        step = f"{name}-{visit.step.value}"
        yield from parts(step, kiosk, screen)
        if visit.step is Step.PROMISE:
            model.open_over("rungs")
            yield from parts(f"{name}-rungs", kiosk, screen)
            model.closeOverlay()
        elif visit.step is Step.AGE:
            visit.too_young()
            model.show()
            yield from parts(f"{name}-too-young", kiosk, screen)
            model.back()
        elif visit.step is Step.NOTICE:
            model.open_over("full-notice")
            yield from parts(f"{name}-full-notice", kiosk, screen)
            model.closeOverlay()
        model.forward()
    yield from parts(f"{name}-thanks", kiosk, screen)


def _go_on(visit: Visit, kiosk: Kiosk) -> None:
    """Past the question, with no answer where this one will not do."""
    path = visit.path
    kiosk.model.forward()
    if kiosk.model.question.problem and visit.path == path:
        visit.interview.answer(path, "")
        kiosk.model.forward()


def _question(name: str, visit: Visit, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    question, model = visit.question, kiosk.model.question
    label = f"{name}-{question.name}"
    yield from parts(label, kiosk, screen)
    if question.required and not question.value:
        kiosk.model.forward()
        yield from parts(f"{label}-refused", kiosk, screen)
    if question.kind in SAMPLE:
        model.typeIn(model.fields[0]["id"])
        yield from parts(f"{label}-typing", kiosk, screen)
        kiosk.model.typing.done()
        if speakable(visit):
            yield from _speaking(label, kiosk, screen)
        role = visit.source.roles.get(visit.path, "")
        visit.interview.answer(visit.path, DETAILS.get(role, SAMPLE[question.kind]))
        kiosk.model.show()
    elif question.kind in DRAWN:
        model.draw("M200 100L300 250L420 120M500 200")
        yield from parts(f"{label}-drawn", kiosk, screen)
    elif model.choices:
        model.choose(model.choices[0]["name"])
        if kiosk.model.at.visit is visit and visit.question.path == question.path:
            yield from parts(f"{label}-chosen", kiosk, screen)


def _speaking(label: str, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Before, while and after an answer is spoken, with a pretended microphone; then no answer."""
    speaking = kiosk.model.speaking
    kiosk.model.question.act("speak")
    yield from parts(f"{label}-speaking", kiosk, screen)
    speaking.press()
    if isinstance(speaking.recorder, PretendRecorder):
        speaking.recorder.tell()
        yield from parts(f"{label}-recording", kiosk, screen)
        speaking.press()
        yield from parts(f"{label}-recorded", kiosk, screen)
        speaking.done()
        yield from parts(f"{label}-spoken", kiosk, screen)
        kiosk.model.question.act("clear")
    else:
        kiosk.model.closeOverlay()


def _rare(kiosk: Kiosk, clock: FakeClock, screen: Screen) -> Iterator[Stop]:
    """Pages that a good day does not show."""
    model = kiosk.model
    model.openLook()
    model.listen()
    model.open_over("listen")
    yield from parts("listen", kiosk, screen)
    model.listen()
    model.open_over("ruler")
    yield from parts("ruler", kiosk, screen)
    model.ruler.leave()
    model.begin(kiosk.pack.activities[0].id)
    model.askStartAgain()
    yield from parts("start-again", kiosk, screen)
    model.closeOverlay()
    clock.advance(kiosk.watch.idle_seconds + 1)
    model.tick()
    yield from parts("still-there", kiosk, screen)
    model.presence.stay()
    model.at.failure = KioskError(ErrorCode.DISK_FULL, path=kiosk.data.root.name)
    model.show()
    yield from parts("not-saved", kiosk, screen)
    model.recover()
    yield from parts("fault", kiosk, screen)
    model.leave()
