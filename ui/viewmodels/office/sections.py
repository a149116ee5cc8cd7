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
from ui.viewmodels.office.reading.answers import AnswersModel
from ui.viewmodels.office.reading.exporting import ExportModel
from ui.viewmodels.office.reading.own_words import OwnWordsModel
from ui.viewmodels.office.reading.people import PeopleModel
from ui.viewmodels.team.section import Part, Section
from ui.viewmodels.team.sheet import WordsNow

TABLE = {"table": "Office/TablePage"}


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
    part = Part.OFFICE
    return (
        Section(
            "office",
            _overview,
            OverviewModel(room, words),
            part=part,
            across=_office,
            listed=lambda: room.doors.admits(Role.STAFF),
        ),
        Section("answers", lambda words: words("Answers"), AnswersModel(room, words), part=part, views=TABLE),
        Section("words", lambda words: words("In their own words"), OwnWordsModel(room, words), part=part),
        Section("people", lambda words: words("Sign-ups"), PeopleModel(room, words), part=part, views=TABLE),
        Section("export", lambda words: words("Export"), ExportModel(room, words), part=part, views=TABLE),
        Section("replies", _replies, RepliesModel(room, words), part=Part.OFFICE),
        Section("report", _report, ReportModel(room, words), part=Part.OFFICE),
        Section("event", _event, EditingModel(room, words), part=Part.OFFICE),
        Section(
            "clips", _clips, ClipsModel(room, words), file="Office/ClipsPage", part=Part.OFFICE, listed=_never
        ),  # behind "The event"
        *care_sections(room, words),
    )
