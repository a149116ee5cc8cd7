"""One entry of the team's side bars: its page, who may see it, and in which bar it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kiosk.storage.audit import Role
from kiosk.words import Words
from ui.viewmodels.team.sheet import SheetModel

SHEET = "Team/SheetPage"


def nothing() -> str:
    return ""


def always() -> bool:
    return True


class Part(Enum):
    """Which side bar a section stands in."""

    DESK = "desk"
    OFFICE = "office"


@dataclass(frozen=True)
class Section:
    """One entry of a side bar: its page's QML file and model, what waits there, whether it is offered.

    One with a name for `across` stands in the other part's bar too, by that name: it is the way there.
    """

    id: str
    name: Callable[[Words], str]
    model: SheetModel
    file: str = SHEET
    badge: Callable[[], str] = nothing
    listed: Callable[[], bool] = always
    part: Part = Part.DESK
    across: Callable[[Words], str] | None = None
    views: Mapping[str, str] = field(default_factory=dict)  # QML files by the model's view

    def named(self, part: Part, words: Words) -> str:
        """What it is called in the side bar of `part`; empty where it does not stand there."""
        if not self.listed():
            return ""
        if self.part is part:
            return self.name(words)
        return self.across(words) if self.across else ""

    @property
    def shown(self) -> str:
        """The QML file that shows the model as it stands."""
        return self.views.get(self.model.view, self.file)

    @property
    def role(self) -> Role:
        """Who may see it: the model asks at each press too."""
        return self.model.role
