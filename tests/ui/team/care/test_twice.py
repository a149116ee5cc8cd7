"""The same person twice: shown side by side, decided by staff, and gone as the desk locks."""

import pytest

from kiosk.office.twice import decisions
from kiosk.storage.kept.records import remember_forms


@pytest.fixture
def twice(office_desk, tablet, finished):
    """Two sign-ups of one person, and one of another, in the office."""
    room = office_desk.model.team.room
    pack = room.pack
    remember_forms(room.store, pack, office_desk.clock.now().date())
    activity = next(one for one in pack.activities if "detail:name" in pack.form_of(one).roles.values())
    source = pack.form_of(activity)
    paths = {role: path for path, role in source.roles.items()}
    maker = tablet("A")
    maker.store = room.store
    for name, phone in (
        ("Gurpreet Kaur", "07700 900123"),
        ("Gurpreet K Kaur", "+44 7700 900123"),
        ("Ann Other", "07700 900999"),
    ):
        answers = {paths["detail:name"]: name, paths["detail:phone"]: phone}
        maker.keep(activity=activity.id, form_version=source.version, answers=answers)
    office_desk.press("Same person twice", "Look for them")
    finished(office_desk)
    return office_desk


def test_a_pair_is_suggested_and_shown_side_by_side(twice):
    pair = next(text for text in twice.texts if "Gurpreet" in text)
    assert "not decided" in twice.control(pair.split(",")[0]).name
    assert not twice.sees("Ann Other")
    twice.press(pair.split(",")[0])
    assert twice.heading == "Is this one person?"
    assert twice.sees("07700 900123")
    assert twice.sees("+44 7700 900123")


def test_staff_decide_and_take_it_back(twice):
    room = twice.model.team.room
    name = next(text for text in twice.texts if "Gurpreet" in text).split(",")[0]
    twice.press(name, "They are one person")
    assert twice.sees("Kept.")
    assert list(decisions(room.store, room.doors.secret).values()) == ["same"]
    twice.press(name, "They are two people")
    assert list(decisions(room.store, room.doors.secret).values()) == ["different"]
    twice.press(name, "Take the decision back")
    assert decisions(room.store, room.doors.secret) == {}


def test_names_go_as_the_desk_locks(twice):
    model = twice.model.team.made["twice"].model
    twice.model.team.lock()
    twice.screen.settle()
    assert not twice.sees("Gurpreet")
    assert model._found == []


def test_none_is_said(office_desk, finished):
    office_desk.press("Same person twice", "Look for them")
    finished(office_desk)
    assert office_desk.sees("No two sign-ups here look like one person.")
