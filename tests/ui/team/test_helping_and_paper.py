"""Help somebody and paper forms from the desk; the tablet's own page."""

from kiosk.clock import today
from kiosk.storage.audit import Act
from kiosk.storage.kept.tallies import Mark
from kiosk.visit.manner import Manner
from kiosk.visit.saving import answer_sets, lookups, marks


def quick(stall):
    return next(a.id for a in stall.pack.activities if a.kind == "quick")


def test_the_next_visit_is_helped_and_ends_it(desk):
    desk.press("Help somebody", "Help the next visitor")
    assert desk.page == "welcome"
    assert desk.model.helping.on
    assert desk.model.team.room.doors.role is None, "the desk is locked while a resident is there"


def test_a_paper_form_is_marked_as_paper(desk, make_stall):
    desk.press("Help somebody", "Enter a paper form")
    assert desk.model.helping.paper
    desk.model.begin(quick(desk))
    assert desk.model.at.visit.paper
    assert desk.model.at.visit.assisted
    visit = desk.model.at.visit
    found = lookups(visit.reference, "0" * 32, "")
    (record, *_) = answer_sets(visit, found, Manner(), today(desk.clock))
    assert record.notes["paper"] is True
    assert record.assisted
    assert Mark("paper", "yes") in marks(visit, Manner(), 11)


def test_what_is_typed_without_paper_is_not_marked_so(desk):
    desk.press("Help somebody", "Help the next visitor")
    desk.model.begin(quick(desk))
    assert not desk.model.at.visit.paper
    desk.model.wipe()
    desk.model.begin(quick(desk))
    assert not desk.model.at.visit.assisted


# --- this tablet


def test_the_tablet_says_how_it_is(desk):
    desk.press("This tablet")
    said = " ".join(desk.everywhere())
    assert "Room on the disk" in said
    assert "12 June 2027" in said
    assert "Last copy" in said
    assert "Not yet" in said


def test_the_pin_is_changed_by_whoever_knows_it(real_desk, knock):
    real_desk.press("This tablet", "Change the PIN")
    model = real_desk.model.team.leaf.model
    for name, digits in (("old", "7194"), ("new", "8264"), ("again", "8264")):
        model.write(name, digits)
    real_desk.press("Change it")
    assert real_desk.sees("That is not the PIN.")
    for name, digits in (("old", "7193"), ("new", "8264"), ("again", "8264")):
        model.write(name, digits)
    real_desk.press("Change it")
    assert real_desk.sees("The PIN is changed.")
    real_desk.press("Back to residents")
    knock(real_desk, "8264")
    assert real_desk.page == "team-today"


def test_an_office_is_not_cleared(real_desk):
    real_desk.press("Pause", "This tablet", "Clear this tablet")
    assert real_desk.sees("holds an office key")


def test_a_tablet_with_nothing_left_is_cleared_with_the_pin(make_stall, real_pack, knock):
    stall = knock(make_stall(real_pack), None)
    stall.press("PIN", *"7193", "Done", "PIN", *"7193", "Done")
    reopened = []
    stall.model.team.room.reopen = lambda: reopened.append(True)
    stall.press("This tablet", "Clear this tablet")
    assert stall.sees("Pause or close the stall first.")
    stall.press("Today", "Close", "This tablet", "Clear this tablet")
    stall.press("PIN", *"7194", "Done", "Clear it")
    assert stall.sees("That is not the PIN.")
    stall.press("PIN", *"7193", "Done", "Clear it")
    assert reopened
    rows = stall.kiosk.keeping.store.db.execute("SELECT act FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    assert rows[0] == Act.WIPED


def test_the_program_is_closed_by_the_team_after_a_question(desk):
    closed = []
    desk.model.team.room.quit_program = lambda: closed.append(True)
    desk.press("This tablet", "Close the program")
    assert not closed
    desk.press("Yes, close it")
    assert closed
