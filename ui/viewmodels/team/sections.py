"""The sections of the team's part: one line each, in the order of the side bar.

A new section is a model and a line here; one whose model's `role` is STAFF asks for the passphrase.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.storage.audit import Role
from kiosk.words import Words
from ui.backroom import BackRoom
from ui.viewmodels.team.carry import CarryModel
from ui.viewmodels.team.helping import HelpingSectionModel
from ui.viewmodels.team.ideas import IdeasModel
from ui.viewmodels.team.missing import MissingModel
from ui.viewmodels.team.printing import PrintModel
from ui.viewmodels.team.setting_up.model import SetUpModel
from ui.viewmodels.team.sheet import Choice, Sheet, SheetModel, WordsNow
from ui.viewmodels.team.tablet import TabletModel
from ui.viewmodels.team.today import TodayModel

SHEET = "Team/SheetPage"


def nothing() -> str:
    return ""


def always() -> bool:
    return True


@dataclass(frozen=True)
class Section:
    """One entry of the side bar: its page's QML file and model, what waits there, whether it is offered."""

    id: str
    name: Callable[[Words], str]
    model: SheetModel
    file: str = SHEET
    badge: Callable[[], str] = nothing
    listed: Callable[[], bool] = always

    @property
    def role(self) -> Role:
        """Who may see it: the model asks at each press too."""
        return self.model.role


class MenuModel(SheetModel):
    """The side bar as a page, where letters are too large for a bar."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.sections: tuple[Section, ...] = ()

    def sheet(self) -> Sheet:
        words = self.words()
        listed = [one for one in self.sections if one.listed()]
        return Sheet(
            words("Team desk"),
            choices=[Choice(one.id, one.name(words), one.badge()) for one in listed],
        )

    def chose(self, name: str) -> None:
        self.sectionAsked.emit(name)


def sections(room: BackRoom, words: WordsNow) -> tuple[Section, ...]:
    """Every section, whoever may see it."""
    menu, ideas = MenuModel(room, words), IdeasModel(room, words)
    made = (
        Section("today", lambda words: words("Today"), TodayModel(room, words), "Team/TodayPage"),
        Section("ideas", lambda words: words("Ideas"), ideas, badge=ideas.waiting),
        Section("missing", lambda words: words("Who is missing"), MissingModel(room, words)),
        Section("help", lambda words: words("Help somebody"), HelpingSectionModel(room, words)),
        Section("carry", lambda words: words("To the office"), CarryModel(room, words)),
        Section("print", lambda words: words("Print"), PrintModel(room, words)),
        Section("tablet", lambda words: words("This tablet"), TabletModel(room, words)),
        Section("set-up", lambda words: words("Set up"), SetUpModel(room, words), listed=lambda: False),
    )
    menu.sections = made
    return (*made, Section("menu", lambda words: words("Menu"), menu, listed=lambda: False))
