"""The part of the walk that passes the pages of working together: replies, charter, wall, next question."""

from collections.abc import Iterator

from kiosk.coproduction.approving import Answers, Approvals, Kind
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.working.answers import ALL, BY_REFERENCE, BY_THEME
from ui.viewmodels.working.places import ASKED, CHARTER, REPLIES, Place
from ui.viewmodels.working.wall import ADD, ASK, READ

IDEA = "A walk for people who are new here, with tea at the end."
QUESTION = "Should the library open on Sunday afternoons?"
OTHERS = {
    "ur": "تالاب کے پاس ایک بینچ، جہاں بزرگ بیٹھ کر بات کر سکیں۔",
    "pa": "ਤਲਾਅ ਕੋਲ ਇੱਕ ਬੈਂਚ, ਜਿੱਥੇ ਬਜ਼ੁਰਗ ਬੈਠ ਕੇ ਗੱਲ ਕਰ ਸਕਣ।",
    "en": " ".join(["A garden where each street has a bed, and we cook together in the autumn."] * 7),
}


def pages(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Each page once, in the present language, size and colours."""
    kiosk.model.know()
    yield from _charter(kiosk, screen)
    yield from _replies(kiosk, screen)
    if kiosk.model.together.wall.wall:
        yield from _wall(kiosk, screen)
        yield from _question(kiosk, screen)
    kiosk.model.leave()


def _charter(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    model = kiosk.model
    model.begin(CHARTER)
    for number in range(model.charter.count):
        yield from parts(f"charter-{number}", kiosk, screen)
        if not model.charter.last:
            model.forward()
    model.leave()


def _replies(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    model = kiosk.model
    model.begin(REPLIES)
    yield from parts("replies", kiosk, screen)
    cards = [card["id"] for card in model.menu.cards]
    if BY_THEME in cards:
        model.menu.choose(BY_THEME)
        yield from parts("replies-themes", kiosk, screen)
        model.back()
    if BY_REFERENCE in cards:
        model.menu.choose(BY_REFERENCE)
        yield from parts("replies-look-up", kiosk, screen)
        model.writing.typeIn()
        yield from parts("replies-look-up-typing", kiosk, screen)
        model.typing.done()
        model.forward()
        yield from parts("replies-look-up-refused", kiosk, screen)
        model.together.go(Place.NO_REPLY)
        yield from parts("replies-none", kiosk, screen)
        model.back()
        model.back()
    if ALL in cards:
        model.menu.choose(ALL)
        while True:
            yield from parts(f"reply-{model.together.replies.number}", kiosk, screen)
            if model.reply.last:
                break
            model.forward()
    model.leave()


def _wall(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    model = kiosk.model
    wall = model.together.wall.wall
    assert wall is not None
    _enter(kiosk, wall.id)
    yield from parts("wall", kiosk, screen)
    if READ in [card["id"] for card in model.menu.cards]:
        model.menu.choose(READ)
        yield from parts("idea", kiosk, screen)
        model.idea.act("back")
        yield from parts("idea-backed", kiosk, screen)
        for act in ("help", "report"):
            if act in [one["id"] for one in model.idea.acts]:
                model.idea.act(act)
                yield from parts(f"idea-{act}", kiosk, screen)
                model.back() if act == "help" else model.ask.act(1)
        model.back()
    yield from _written("idea-new", ADD, IDEA, kiosk, screen)
    yield from _of_others(kiosk, screen)


def _of_others(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Ideas that others wrote, each in its own language and script, and a long one."""
    model, event, store = kiosk.model, kiosk.pack.event, kiosk.keeping.store
    desk, wall = Approvals(store, kiosk.around.clock, event.id), kiosk.keeping.together.wall
    for number, (language, text) in enumerate(OTHERS.items()):
        idea = f"{number}0000000-0000-4000-8000-000000000000"
        wall.add(idea, Kind.IDEA, text, language, f"{number}" * 64)
        desk.approve(idea, reads=True)
    here = model.together.wall.wall
    assert here is not None
    _enter(kiosk, here.id)
    model.menu.choose(READ)
    while True:
        if model.idea.text in OTHERS.values():
            yield from parts(f"idea-in-{model.idea.tongue or model.manner.language}", kiosk, screen)
        if model.idea.last:
            break
        model.forward()
    model.leave()


def _enter(kiosk: Kiosk, wall: str) -> None:
    """The wall, with its ideas in the same order each time."""
    kiosk.model.begin(wall)
    kiosk.model.together.wall.order = "walk"
    kiosk.model.show()


def _written(name: str, card: str, text: str, kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Something is written, read back and saved."""
    model = kiosk.model
    model.menu.choose(card)
    if model.page == "promise":
        yield from parts(f"{name}-promise", kiosk, screen)
        model.forward()
    yield from parts(name, kiosk, screen)
    model.forward()
    yield from parts(f"{name}-refused", kiosk, screen)
    model.writing.typeIn()
    model.typing.write(text)
    yield from parts(f"{name}-typing", kiosk, screen)
    model.typing.done()
    yield from parts(f"{name}-written", kiosk, screen)
    model.forward()
    yield from parts(f"{name}-read-back", kiosk, screen)
    model.ask.act(0)
    yield from parts(f"{name}-thanks", kiosk, screen)
    model.leave()


def _question(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """One resident asks, a volunteer approves, the next resident is asked."""
    model, event = kiosk.model, kiosk.pack.event
    wall = model.together.wall.wall
    if wall is None or not event.resident_questions:
        return
    for text, answers in ((QUESTION, Answers.AGREE), ("What do you miss here?", Answers.WORDS)):
        model.begin(wall.id)
        walk = _written("question-new", ASK, text, kiosk, screen)
        yield from walk if answers is Answers.AGREE else ()
        list(walk)
        desk = Approvals(kiosk.keeping.store, kiosk.around.clock, event.id)
        for one in desk.waiting():
            if one.idea.kind == "question":
                desk.approve(one.idea.id, answers=answers, reads=True)
    model.begin(ASKED)
    yield from parts("asked", kiosk, screen)
    for activity, _ in kiosk.keeping.together.questions:
        model.together.visit(activity)
        while model.at.visit is not None and model.page == "promise":
            model.forward()
        yield from parts("asked-question", kiosk, screen)
        model.leave()
