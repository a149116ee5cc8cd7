"""The tour of the office: each of its sections, with staff of the practice event at the desk."""

from collections.abc import Iterator

from kiosk.storage.sealed.keys import make_key
from ui.app import Kiosk
from ui.residents.answering import walk_answering
from ui.residents.care import OneStick, give_packs, walk_care
from ui.residents.editor import walk_editor
from ui.residents.questions import walk_questions
from ui.residents.reading import give_answers, wait_for, walk_reading
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.care.places import PlacesModel
from ui.viewmodels.team.section import Part


def walk_office(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Every section of the office, and back to residents. Its own key opens the door."""
    team = kiosk.model.team
    team.language = kiosk.look.manner.language
    team.knock()
    secret = make_key()
    team.room.doors.open_for(secret)
    give_answers(kiosk, secret)
    give_packs(kiosk)
    for section in team.made.values():
        if isinstance(section.model, PlacesModel):
            section.model.sticks.show(OneStick())
    for name, section in team.made.items():
        if section.part is Part.OFFICE and name != "event":
            team.enter(name)
            wait_for(kiosk, screen)
            yield from parts(f"team-{name}", kiosk, screen)
    yield from walk_answering(kiosk, screen)
    yield from walk_editor(kiosk, screen)
    yield from walk_reading(kiosk, screen)
    yield from walk_questions(kiosk, screen)
    yield from walk_care(kiosk, screen)
    team.leave()
