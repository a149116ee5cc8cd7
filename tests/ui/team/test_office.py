"""The office's part of the window: the way in, what its first page says, and the way back."""

from kiosk.storage import settings


def test_staff_come_in_from_the_page_of_the_tablet(office_desk):
    assert (office_desk.page, office_desk.heading) == ("team-office", "The office")
    assert office_desk.sees("Packs taken in")


def test_the_desk_is_one_press_away_and_the_office_one_press_back(office_desk):
    office_desk.press("Team desk")
    assert office_desk.page == "team-today"
    office_desk.press("Office")
    assert office_desk.page == "team-office"


def test_a_volunteers_side_bar_has_no_office(real_desk):
    assert real_desk.model.team.sections[0]["name"] == "Today"
    assert "Office" not in [one["name"] for one in real_desk.model.team.sections]


def test_the_first_page_says_whose_tablet_is_still_to_come(office_desk):
    room = office_desk.model.team.room
    settings.put(room.store.db, settings.TABLETS, {"real2027": ["A", "B"]})
    office_desk.press("Overview")
    assert office_desk.sees("0 of 2")
    assert office_desk.sees("A, B")
