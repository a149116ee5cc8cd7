"""The sections of the office for what comes in and how it is kept: one line each."""

from ui.backroom import BackRoom
from ui.viewmodels.office.care.bring_in import BringInModel
from ui.viewmodels.office.care.keeping import KeepingModel
from ui.viewmodels.office.care.keys.model import KeysModel
from ui.viewmodels.office.care.packs import PacksModel
from ui.viewmodels.office.care.send_back import SendBackModel
from ui.viewmodels.office.care.trail import TrailModel
from ui.viewmodels.office.care.twice import TwiceModel
from ui.viewmodels.team.section import Part, Section
from ui.viewmodels.team.sheet import WordsNow

OFFICE = Part.OFFICE


def care_sections(room: BackRoom, words: WordsNow) -> tuple[Section, ...]:
    """In the order in which an office does them."""
    return (
        Section("bring-in", lambda words: words("Bring in"), BringInModel(room, words), part=OFFICE),
        Section("packs", lambda words: words("Tablets and packs"), PacksModel(room, words), part=OFFICE),
        Section("twice", lambda words: words("Same person twice"), TwiceModel(room, words), part=OFFICE),
        Section("send-back", lambda words: words("Send back"), SendBackModel(room, words), part=OFFICE),
        Section("keys", lambda words: words("Keys"), KeysModel(room, words), part=OFFICE),
        Section("keeping", lambda words: words("Keeping"), KeepingModel(room, words), part=OFFICE),
        Section("trail", lambda words: words("Audit trail"), TrailModel(room, words), part=OFFICE),
    )
