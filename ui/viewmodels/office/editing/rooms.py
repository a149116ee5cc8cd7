"""What can be edited of an event: one line each, in the order of the home page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.words import Words
from ui.viewmodels.office.editing.event.activities import ActivitiesPage
from ui.viewmodels.office.editing.event.area import AreaPage
from ui.viewmodels.office.editing.event.facts import FactsPage
from ui.viewmodels.office.editing.event.languages import LanguagesPage
from ui.viewmodels.office.editing.event.pin import PinPage
from ui.viewmodels.office.editing.event.privacy import PrivacyPage
from ui.viewmodels.office.editing.event.promises import PromisesPage
from ui.viewmodels.office.editing.event.together import TogetherPage
from ui.viewmodels.office.editing.event.wording import WordingPage
from ui.viewmodels.office.questions.forms import FormsPage

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel
    from ui.viewmodels.office.editing.page import Page


@dataclass(frozen=True)
class Room:
    """One choice of the home page: a page of the editor, or without one the section of that id."""

    id: str
    name: Callable[[Words], str]
    page: Callable[[EditingModel], Page] | None = None


ROOMS: tuple[Room, ...] = (
    Room("facts", lambda words: words("Title, place and date"), FactsPage),
    Room("languages", lambda words: words("Languages"), LanguagesPage),
    Room("activities", lambda words: words("Activities"), ActivitiesPage),
    Room("questions", lambda words: words("Questions"), FormsPage),
    Room("clips", lambda words: words("Spoken clips")),
    Room("promises", lambda words: words("Promises"), PromisesPage),
    Room("replies", lambda words: words("You said, we did")),
    Room("privacy", lambda words: words("Privacy"), PrivacyPage),
    Room("together", lambda words: words("Working together"), TogetherPage),
    Room("area", lambda words: words("Who lives here"), AreaPage),
    Room("wording", lambda words: words("Words of the program"), WordingPage),
    Room("pin", lambda words: words("The PIN"), PinPage),
)
