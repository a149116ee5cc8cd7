"""The sections of the office: one line each, in the order in which an office does them. All are for staff."""

from functools import partial

from kiosk.storage.audit import Role
from ui.behind.backroom import BackRoom
from ui.viewmodels.office.answering.replies import RepliesModel
from ui.viewmodels.office.answering.report import ReportModel
from ui.viewmodels.office.care.bring_in import BringInModel
from ui.viewmodels.office.care.keeping import KeepingModel
from ui.viewmodels.office.care.keys.model import KeysModel
from ui.viewmodels.office.care.packs import PacksModel
from ui.viewmodels.office.care.send_back import SendBackModel
from ui.viewmodels.office.care.trail import TrailModel
from ui.viewmodels.office.care.twice import TwiceModel
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


def office_sections(room: BackRoom, words: WordsNow) -> tuple[Section, ...]:
    """Every section of the office. The first stands in the desk's side bar too, while staff are in."""
    section = partial(Section, part=Part.OFFICE)
    return (
        section(
            "office",
            lambda words: words("Overview"),
            OverviewModel(room, words),
            across=lambda words: words("Office"),
            listed=lambda: room.doors.admits(Role.STAFF),
        ),
        section("bring-in", lambda words: words("Bring in"), BringInModel(room, words)),
        section("packs", lambda words: words("Tablets and packs"), PacksModel(room, words)),
        section("answers", lambda words: words("Answers"), AnswersModel(room, words), views=TABLE),
        section("words", lambda words: words("In their own words"), OwnWordsModel(room, words)),
        section("people", lambda words: words("Sign-ups"), PeopleModel(room, words), views=TABLE),
        section("twice", lambda words: words("Same person twice"), TwiceModel(room, words)),
        section("export", lambda words: words("Export"), ExportModel(room, words), views=TABLE),
        section("replies", lambda words: words("Replies"), RepliesModel(room, words)),
        section("report", lambda words: words("Report"), ReportModel(room, words)),
        section("send-back", lambda words: words("Send back"), SendBackModel(room, words)),
        section("event", lambda words: words("The event"), EditingModel(room, words)),
        section(  # behind "The event"
            "clips",
            lambda words: words("Spoken clips"),
            ClipsModel(room, words),
            file="Office/ClipsPage",
            listed=lambda: False,
        ),
        section("keys", lambda words: words("Keys"), KeysModel(room, words)),
        section("keeping", lambda words: words("Keeping"), KeepingModel(room, words)),
        section("trail", lambda words: words("Audit trail"), TrailModel(room, words)),
    )
