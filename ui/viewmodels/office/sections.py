"""The sections of the office: one line each, in the order of the side bar. All of them are for staff."""

from kiosk.storage.audit import Role
from kiosk.words import Words
from ui.backroom import BackRoom
from ui.viewmodels.office.answering.replies import RepliesModel
from ui.viewmodels.office.answering.report import ReportModel
from ui.viewmodels.office.care.sections import care_sections
from ui.viewmodels.office.clips.model import ClipsModel
from ui.viewmodels.office.editing.model import EditingModel
from ui.viewmodels.office.overview import OverviewModel
from ui.viewmodels.team.section import Part, Section
from ui.viewmodels.team.sheet import WordsNow


def _overview(words: Words) -> str:
    return words("Overview")


def _office(words: Words) -> str:
    return words("Office")


def _replies(words: Words) -> str:
    return words("Replies")


def _report(words: Words) -> str:
    return words("Report")


def _event(words: Words) -> str:
    return words("The event")


def _clips(words: Words) -> str:
    return words("Spoken clips")


def _never() -> bool:
    return False


def office_sections(room: BackRoom, words: WordsNow) -> tuple[Section, ...]:
    """Every section of the office. The first stands in the desk's side bar too, while staff are in."""
    return (
        Section(
            "office",
            _overview,
            OverviewModel(room, words),
            part=Part.OFFICE,
            across=_office,
            listed=lambda: room.doors.admits(Role.STAFF),
        ),
        Section("replies", _replies, RepliesModel(room, words), part=Part.OFFICE),
        Section("report", _report, ReportModel(room, words), part=Part.OFFICE),
        Section("event", _event, EditingModel(room, words), part=Part.OFFICE),
        Section(
            "clips", _clips, ClipsModel(room, words), file="Office/ClipsPage", part=Part.OFFICE, listed=_never
        ),  # behind "The event"
        *care_sections(room, words),
    )
