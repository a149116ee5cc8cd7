"""What can be edited of an event: one line each, in the order of the home page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.words import Words
from ui.viewmodels.office.questions.forms import FormsPage

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel
    from ui.viewmodels.office.editing.page import Page


def _questions(words: Words) -> str:
    return words("Questions")


@dataclass(frozen=True)
class Room:
    """One choice of the home page: a page of the editor, or without one the section of that id."""

    id: str
    name: Callable[[Words], str]
    page: Callable[[EditingModel], Page] | None = None


ROOMS: tuple[Room, ...] = (Room("questions", _questions, FormsPage),)
