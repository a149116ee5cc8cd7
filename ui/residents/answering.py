"""The tour of answering back: a reply, part by part, the ways that replies leave, and the report."""

from collections.abc import Iterator
from pathlib import Path

from exports.report.report import ReportSummary
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.answering.replies import RepliesModel
from ui.viewmodels.office.answering.report import Made, ReportModel
from ui.viewmodels.team.placing import Placed
from ui.viewmodels.team.sheet import SheetModel

REFERENCE = "7F3K9QXDY"
SAID = "The north path is dark after four. We want lights there, and a bench where the bus stops."
DID = "We asked for power there. The lights come with it."
# The presses that lead to each page, c a choice and a an action, then back to the reply.
REPLY = (
    ("about", "c:theme"),
    ("promise", "c:promise"),
    ("stands", "c:status"),
    ("days", "c:days"),
    ("whose", "c:references"),
    ("words", "c:words:en"),
    ("others", "c:others"),
)


def walk_answering(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Every page behind the sections Replies and Report, with staff at the desk."""
    made = kiosk.model.team.made
    replies, report = made["replies"].model, made["report"].model
    assert isinstance(replies, RepliesModel)
    assert isinstance(report, ReportModel)
    yield from _replies(kiosk, screen, replies)
    yield from _report(kiosk, screen, report)


def _replies(kiosk: Kiosk, screen: Screen, model: RepliesModel) -> Iterator[Stop]:
    kiosk.model.team.enter("replies")
    model.choose("write")
    yield from parts("team-replies-new", kiosk, screen)
    assert model.draft is not None
    draft = model.draft.saying("theme", "en", "Lights").saying("said", "en", SAID).saying("did", "en", DID)
    model.draft = draft.having(references=(REFERENCE,), by_when="2027-12-09").knowing((REFERENCE,))
    model.refresh()
    yield from parts("team-replies-whole", kiosk, screen)
    for name, press in REPLY:
        _press(model, press)
        _wait(kiosk, screen)
        yield from parts(f"team-replies-{name}", kiosk, screen)
        if name == "others":
            model.choose("ur")
            yield from parts("team-replies-translation", kiosk, screen)
            model.back()
        model.back()
    model.back()
    yield from parts("team-replies-leave", kiosk, screen)
    model.act("leave")
    for name, press in (("publish", "a:publish"), ("pack", "a:pack")):
        _press(model, press)
        yield from parts(f"team-replies-{name}", kiosk, screen)
        model.back()


def _report(kiosk: Kiosk, screen: Screen, model: ReportModel) -> Iterator[Stop]:
    kiosk.model.team.enter("report")
    model.choose("pdf")
    yield from parts("team-report-language", kiosk, screen)
    model._made = Made(ReportSummary(132, 1, 2), Placed((Path("report-en.pdf"),), "Documents", None, False))
    model.turn()
    yield from parts("team-report-done", kiosk, screen)


def _press(model: SheetModel, press: str) -> None:
    kind, _, name = press.partition(":")
    (model.choose if kind == "c" else model.act)(name)


def _wait(kiosk: Kiosk, screen: Screen) -> None:
    jobs = kiosk.model.team.room.jobs
    while jobs.job:
        jobs.job.wait()
        screen.settle()
