"""The tour of the event editor: a copy of the event that is open, and each of its pages."""

from collections.abc import Iterator

from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.editing.choosing import NamePage
from ui.viewmodels.office.editing.leaving import CarryPage, ExcelPage, UsePage
from ui.viewmodels.office.editing.model import EditingModel
from ui.viewmodels.office.editing.rooms import ROOMS

NAME = "summer-fair"
# Behind the rooms: the presses that lead there, c a choice and a an action, by name of the page.
BEHIND = (
    ("title", ("c:facts", "c:title")),
    ("date", ("c:facts", "c:date")),
    ("first-language", ("c:languages", "a:first")),
    ("checkers", ("c:languages", "a:checked")),
    ("checker", ("c:languages", "a:checked", "c:pa")),
    ("blank", ("c:languages", "a:blank")),
    ("activity", ("c:activities", "c:2")),
    ("kind", ("c:activities", "c:2", "c:kind")),
    ("add-activity", ("c:activities", "a:add")),
    ("promise", ("c:promises", "c:park")),
    ("rung", ("c:promises", "c:park", "c:rung")),
    ("steps", ("c:promises", "c:park", "c:next_steps")),
    ("consent", ("c:privacy", "c:2")),
    ("notice", ("c:privacy", "c:2", "c:notice_full")),
    ("basis", ("c:privacy", "c:2", "c:basis")),
    ("keeping", ("c:privacy", "a:rules")),
    ("voice", ("c:together", "c:voice_answers")),
    ("group", ("c:area", "c:2")),
    ("add-group", ("c:area", "a:add")),
)


def walk_editor(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """From the choice of an event to each page of its copy. Staff are at the desk."""
    team = kiosk.model.team
    team.enter("event")
    model = team.made["event"].model
    assert isinstance(model, EditingModel)
    yield from parts("team-event-which", kiosk, screen)
    model.open(NamePage(model, None))
    yield from parts("team-event-name", kiosk, screen)
    model.take(model.drafts.copy(model.drafts.in_use, NAME))
    _waited(model, screen)
    yield from parts("team-event-home", kiosk, screen)
    for room in ROOMS:
        if room.page is not None:
            model.home()
            _waited(model, screen)
            model.choose(room.id)
            _waited(model, screen)
            yield from parts(f"team-event-{room.id}", kiosk, screen)
    for name, presses in BEHIND:
        model.home()
        _waited(model, screen)
        for press in presses:
            kind, _, what = press.partition(":")
            (model.choose if kind == "c" else model.act)(what)
            _waited(model, screen)
        yield from parts(f"team-event-{name}", kiosk, screen)
    model.home()
    _waited(model, screen)
    for name, page in (("carry", CarryPage), ("use", UsePage), ("excel", ExcelPage)):
        model.open(page(model))
        yield from parts(f"team-event-{name}", kiosk, screen)
        model.close()
    model.take(None)


def _waited(model: EditingModel, screen: Screen) -> None:
    """Until what looks the draft through has ended: the page that was asked for is there then."""
    screen.settle()
    while job := model.room.jobs.job:
        job.wait()
        screen.settle()
