"""The part of the walk that passes Help, what is hard and what helps, helper mode, and today so far."""

from collections.abc import Iterator

from kiosk.clock import today
from kiosk.coproduction.barriers import Barrier
from kiosk.coproduction.live import CHOICES, LiveQuestion, live_marks, live_question, publish
from kiosk.coproduction.small_numbers import STEP
from kiosk.forms.kinds import Kind
from kiosk.storage.kept.tallies import raise_tallies
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts


def pages(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Each page once, in the present language, size and colours."""
    yield from _help(kiosk, screen)
    live = live_question(kiosk.pack)
    if live:
        yield from _answered(live, kiosk, screen)


def _help(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    model = kiosk.model
    model.openHelp()
    yield from parts("help", kiosk, screen)
    for place, name in enumerate(("hard", "happens", "home")):
        if place < len(model.text.actions):
            model.text.act(place)
            yield from parts(f"help-{name}", kiosk, screen)
            model.back()
    model.text.act(0)
    for barrier in Barrier:
        model.aids.choose(barrier.value)
        yield from parts(f"hard-{barrier.value}", kiosk, screen)
        for aid in ("volunteer", "paper"):
            if barrier is Barrier.OTHER:
                model.aids.choose(aid)
                yield from parts(f"hard-{aid}", kiosk, screen)
                model.back()
        model.back()
    model.closeOverlay()


def _answered(live: LiveQuestion, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Somebody with a helper answers the live question, after five others have."""
    model, pack = kiosk.model, kiosk.pack
    activity = next((one for one in pack.activities if one.form_id == live.form_id and one.on), None)
    if activity is None:
        return
    model.helping.start()
    model.begin(activity.id)
    visit = model.at.visit
    assert visit is not None
    if not _answer(visit, live, kiosk):
        model.leave()
        return
    visit.step = Step.READ_BACK
    model.show()
    yield from parts("read-back", kiosk, screen)
    model.forward()
    yield from parts("helped-thanks", kiosk, screen)
    model.helping.end()
    if pack.event.continue_address:
        model.thanks.more()
        yield from parts("before-you-go", kiosk, screen)
        model.closeOverlay()
    model.aid.open("today")
    yield from parts("today", kiosk, screen)
    model.closeOverlay()
    model.leave()


def _answer(visit: Visit, live: LiveQuestion, kiosk: Kiosk) -> bool:
    """The visit's answer, and five before it; whether the question was there to be answered."""
    question = next((one for one in visit.main.questions() if one.name == live.question), None)
    if question is None or question.kind not in CHOICES or not (question.choices or question.range):
        return False
    names = [one.name for one in question.choices] or [str(question.range.start)]  # type: ignore[union-attr]
    several = question.kind is Kind.SELECT_MULTIPLE
    store, event_id, day = kiosk.keeping.store, kiosk.pack.event.id, today(kiosk.around.clock)
    for turn in range(STEP):
        visit.main.answer(question.path, " ".join(names[: turn + 1]) if several else names[turn % 2])
        marks = live_marks(live, visit.main.question(question.path))
        with store.write() as db:
            raise_tallies(db, store.store_id, event_id, day, marks)
            publish(store, event_id, day, live)
    return True
