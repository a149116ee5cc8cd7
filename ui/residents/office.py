"""The tour of the office: each of its sections, with staff of the practice event at the desk."""

from collections.abc import Iterator

from kiosk.storage.keys import practice_key
from ui.app import Kiosk
from ui.residents.editor import walk_editor
from ui.residents.questions import walk_questions
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.team.section import Part


def walk_office(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Every section of the office, and back to residents. The practice key opens the door."""
    team = kiosk.model.team
    team.language = kiosk.look.manner.language
    team.knock()
    team.room.doors.open_for(practice_key())
    for name, section in team.made.items():
        if section.part is Part.OFFICE and name != "event":
            team.enter(name)
            yield from parts(f"team-{name}", kiosk, screen)
    yield from walk_editor(kiosk, screen)
    yield from walk_questions(kiosk, screen)
    team.leave()
