"""The sections of the desk: one line each, in the order of the side bar.

A new section is a model and a line here, or for staff in ui/viewmodels/office/sections.py; one whose model's
`role` is STAFF asks for the passphrase.
"""

from collections.abc import Callable

from ui.behind.backroom import BackRoom
from ui.viewmodels.office.sections import office_sections
from ui.viewmodels.team.carry import CarryModel
from ui.viewmodels.team.helping import HelpingSectionModel
from ui.viewmodels.team.ideas import IdeasModel
from ui.viewmodels.team.missing import MissingModel
from ui.viewmodels.team.printing.model import PrintModel
from ui.viewmodels.team.section import Part, Section
from ui.viewmodels.team.setting_up.model import SetUpModel
from ui.viewmodels.team.sheet import Choice, Sheet, SheetModel, WordsNow
from ui.viewmodels.team.tablet import TabletModel
from ui.viewmodels.team.today import TodayModel

PartNow = Callable[[], Part | None]


class MenuModel(SheetModel):
    """The side bar as a page, where letters are too large for a bar."""

    def __init__(self, room: BackRoom, words: WordsNow, part: PartNow) -> None:
        super().__init__(room, words)
        self.sections: tuple[Section, ...] = ()
        self._part = part

    def sheet(self) -> Sheet:
        words, part = self.words(), self._part() or Part.DESK
        ways = sorted(self.sections, key=lambda one: one.part is part)  # the way across comes first
        named = [(one, one.named(part, words)) for one in ways]
        return Sheet(
            words("Office") if part is Part.OFFICE else words("Team desk"),
            choices=[Choice(one.id, name, one.badge()) for one, name in named if name],
        )

    def chose(self, name: str) -> None:
        self.sectionAsked.emit(name)


def sections(room: BackRoom, words: WordsNow, part: PartNow) -> tuple[Section, ...]:
    """Every section, whoever may see it; the menu is the last."""
    menu, ideas = MenuModel(room, words, part), IdeasModel(room, words)
    desk = (
        Section(
            "today",
            lambda words: words("Today"),
            TodayModel(room, words),
            "Team/TodayPage",
            across=lambda words: words("Team desk"),
        ),
        Section("ideas", lambda words: words("Ideas"), ideas, badge=ideas.waiting),
        Section("missing", lambda words: words("Who is missing"), MissingModel(room, words)),
        Section("help", lambda words: words("Help somebody"), HelpingSectionModel(room, words)),
        Section("carry", lambda words: words("To the office"), CarryModel(room, words)),
        Section("print", lambda words: words("Print"), PrintModel(room, words)),
        Section("tablet", lambda words: words("This tablet"), TabletModel(room, words)),
        Section("set-up", lambda words: words("Set up"), SetUpModel(room, words), listed=lambda: False),
    )
    menu.sections = (*office_sections(room, words), *desk)
    return (*menu.sections, Section("menu", lambda words: words("Menu"), menu, listed=lambda: False))
