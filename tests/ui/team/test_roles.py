"""Two roles hold: every page and every act of the team's, tried by whoever should not."""

import pytest

from kiosk.storage.audit import Role
from kiosk.team.doors import PRACTICE_PIN
from ui.viewmodels.team.section import Part, Section
from ui.viewmodels.team.sheet import Choice, Sheet, SheetModel


class StaffOnly(SheetModel):
    """A page as the office has them, so that the gate is tried before there is one."""

    role = Role.STAFF

    def __init__(self, room, words):
        super().__init__(room, words)
        self.did = []

    def sheet(self):
        return Sheet(
            "Answers", "Gurpreet, 07700 900123", choices=[Choice("a", "An answer")], back=True, forward="On"
        )

    def acted(self, name):
        self.did.append(name)

    def chose(self, name):
        self.did.append(name)

    def went_on(self):
        self.did.append("on")

    def went_back(self):
        self.did.append("back")

    def typed_in(self, field_id):
        self.did.append(field_id)


def every_act(model):
    """Each way a press can come in, by name of what is on the page and by names that are not."""
    shown = model.sheet()
    for one in (*shown.actions, *shown.choices):
        yield lambda one=one: model.act(one.id)
        yield lambda one=one: model.choose(one.id)
    yield model.forward
    yield model.back
    yield lambda: model.entered("pin")


@pytest.fixture
def with_staff_page(real_desk):
    """The same desk with a page that only staff may see."""
    team = real_desk.model.team
    model = StaffOnly(team.room, real_desk.model.words)
    team.add(Section("answers", lambda _words: "Answers", model))
    return real_desk, model


def test_a_resident_opens_no_page_of_the_team(real_desk):
    team = real_desk.model.team
    real_desk.press("Back to residents")
    for name in list(team.made):
        team.enter(name)
        real_desk.screen.settle()
        assert real_desk.page == "team-gate", name
        assert real_desk.heading in ("For the team", "For staff")
        team.leave()


def test_a_resident_presses_nothing_of_the_team(real_desk):
    team, room = real_desk.model.team, real_desk.model.team.room
    sheets = {name: section.model.sheet() for name, section in team.made.items()}
    real_desk.press("Back to residents")
    before = list(room.store.db.execute("SELECT * FROM audit")), room.stall
    for name, section in team.made.items():
        assert section.model.heading == "", f"{name} shows {sheets[name].heading!r} to a resident"
        assert section.model.rows == section.model.choices == section.model.actions == []
        for act in every_act(section.model):
            act()
    assert (list(room.store.db.execute("SELECT * FROM audit")), room.stall) == before
    assert not room.jobs.busy


def test_a_volunteer_opens_every_page_of_the_desk(real_desk):
    team = real_desk.model.team
    for name, section in team.made.items():
        if section.part is Part.OFFICE:
            continue
        team.enter(name)
        real_desk.screen.settle()
        assert section.role is Role.VOLUNTEER
        assert real_desk.page == f"team-{name}"


def test_a_volunteer_opens_no_page_of_the_office(real_desk):
    team = real_desk.model.team
    office = [name for name, section in team.made.items() if section.part is Part.OFFICE]
    assert office
    for name in office:
        team.enter(name)
        real_desk.screen.settle()
        assert team.made[name].role is Role.STAFF
        assert (real_desk.page, real_desk.heading) == ("team-gate", "For staff")
        real_desk.press("Use the PIN", "PIN", *PRACTICE_PIN, "Done")


def test_a_volunteer_does_no_act_of_the_office(real_desk):
    room = real_desk.model.team.room
    before = room.store.db.execute("SELECT * FROM audit").fetchall()
    for section in real_desk.model.team.made.values():
        if section.part is Part.OFFICE:
            assert section.model.heading == ""
            for act in every_act(section.model):
                act()
    assert room.store.db.execute("SELECT * FROM audit").fetchall() == before
    assert not room.jobs.busy


def test_a_volunteer_opens_no_page_of_staff(with_staff_page):
    stall, model = with_staff_page
    stall.model.team.enter("answers")
    stall.screen.settle()
    assert stall.page == "team-gate"
    assert stall.heading == "For staff"
    assert not stall.sees("Gurpreet")
    assert model.heading == ""


def test_a_volunteer_does_no_act_of_staff(with_staff_page):
    _, model = with_staff_page
    for act in every_act(model):
        act()
    assert model.did == []


def test_staff_open_both_and_their_page_is_covered_when_the_desk_locks(with_staff_page, finished):
    stall, model = with_staff_page
    stall.model.team.enter("answers")
    gate = stall.model.team.leaf.model
    gate.write("passphrase", "river lamp garden copper")
    gate.forward()
    finished(stall)
    assert stall.page == "team-answers"
    assert stall.sees("Gurpreet")
    model.act("tag")
    assert model.did == ["tag"]
    stall.wait(120)
    assert stall.page == "team-gate"
    assert not stall.sees("Gurpreet")
    assert model.heading == ""
    model.act("tag")
    assert model.did == ["tag"]
