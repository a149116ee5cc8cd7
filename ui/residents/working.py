"""The part of the walk that passes the pages of working together: replies, charter, wall, next question."""

from collections.abc import Iterator

from kiosk.coproduction.approving import Answers, Approvals
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.working.answers import ALL, BY_REFERENCE, BY_THEME
from ui.viewmodels.working.places import ASKED, CHARTER, REPLIES, Place
from ui.viewmodels.working.wall import ADD, ASK, READ

IDEA = "A walk for people who are new here, with tea at the end."
QUESTION = "Should the library open on Sunday afternoons?"
NOBODYS = "7F3K9QXD"  # all but the check sign of a reference that was given to nobody


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
    model.begin(wall.id)
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
