"""The desk: what today brought, and the stall opened, paused and closed."""

import pytest

from kiosk.clock import today
from kiosk.storage import damage, settings
from kiosk.storage.kept.tallies import Mark, raise_tallies


@pytest.fixture
def counted():
    """So many visits at these hours, as a day leaves them."""

    def count(stall, *hours, activity=None, **more):
        store, event = stall.kiosk.keeping.store, stall.pack.event.id
        name = activity or stall.pack.activities[0].id
        for hour in hours:
            marks = [
                Mark("visits", name),
                Mark("hour", f"{hour:02}"),
                Mark("language", "en"),
                Mark("size", "standard"),
            ]
            marks += [Mark(key, value) for key, value in more.items()]
            raise_tallies(store.db, store.store_id, event, today(stall.clock), marks)

    return count


def test_nobody_yet(desk):
    assert desk.sees("0")
    assert desk.sees("Nobody has been here yet today.")


def test_visits_are_counted_by_the_hour(desk, counted):
    counted(desk, 10, 12, 12)
    desk.press("Today")
    assert "3" in desk.texts
    assert desk.sees("visits today")
    assert "By the hour. 10:00: 1, 11:00: 0, 12:00: 2" in desk.everywhere()


def test_a_visit_that_is_saved_shows_without_a_press(desk, counted):
    counted(desk, 11)
    for _ in range(15):
        desk.wait(1)
    assert "By the hour. 11:00: 1" in desk.everywhere()


def test_small_numbers_of_how_people_used_it_are_not_told(desk, counted):
    counted(desk, *[11] * 13)
    counted(desk, 11, language="pl", barrier="words", assisted="yes")
    desk.press("Today")
    said = " ".join(desk.everywhere())
    assert "fewer than 10: English, Polish" in said
    assert "Polish 1" not in said
    assert "fewer than 10: the words" in said


def test_opening_asks_for_the_date_first(desk):
    desk.press("Close")
    desk.press("Open")
    assert desk.heading == "Is today 12 June 2027?"
    assert desk.model.team.room.stall.state == "closed"
    desk.press("Yes, open the stall")
    assert desk.model.team.room.stall.state == "open"
    assert desk.sees("The stall is open.")


def test_a_wrong_date_opens_nothing_and_says_what_to_do(desk):
    desk.press("Close", "Open", "No, it is another day")
    assert desk.sees("set the date in its own settings")
    assert desk.model.team.room.stall.state == "closed"
    desk.press("Back")
    assert desk.sees("The stall is closed.")


@pytest.mark.parametrize(
    ("press", "heading"),
    [("Pause", "We are taking a short break"), ("Close", "This stall is closed now")],
)
def test_residents_meet_a_calm_page_while_it_rests(desk, knock, press, heading):
    desk.press(press, "Back to residents")
    assert desk.heading == heading
    desk.press("Help", "Back")
    assert desk.heading == heading
    desk.kiosk.look.speak("pl")
    desk.screen.settle()
    assert desk.heading != heading, "in the resident's language"
    desk.wait(desk.kiosk.watch.idle_seconds + 1)
    desk.wait(60)
    assert desk.heading == heading
    knock(desk)
    desk.press("Open", "Yes, open the stall", "Back to residents")
    assert desk.page == "welcome"


def test_a_visit_under_way_is_finished_first(stall, knock):
    stall.model.begin(stall.pack.activities[0].id)
    stall.press("Start")
    before = stall.heading
    stall.model.team.knock()
    stall.screen.settle()
    stall.press("PIN", *"2580", "Done", "Pause", "Back to residents")
    assert stall.heading == before
    stall.model.wipe()
    stall.screen.settle()
    assert stall.heading == "We are taking a short break"


def test_it_rests_still_after_a_restart(make_stall, pack, desk):
    desk.press("Pause", "Back to residents")
    desk.model.rest("open")
    assert desk.page == "welcome"
    desk.kiosk.open_storage()
    desk.screen.settle()
    assert desk.heading == "We are taking a short break"


def test_a_stall_left_open_overnight_asks_to_be_opened_again(desk):
    desk.press("Open", "Yes, open the stall")
    desk.clock.advance(60)
    desk.model.team.touched()
    desk.clock._now = desk.clock._now.replace(day=13)
    assert "since 12 June 2027" in desk.model.team.made["today"].model._state()


def test_damage_is_told_once_and_marked_as_told(desk):
    db = desk.model.team.room.store.db
    settings.put(db, settings.SET_ASIDE, [{"folder": "1", "records": 12}])
    desk.press("Today")
    assert desk.sees("12 records came back from it.")
    desk.press("I have read it")
    assert damage.untold(db) == []
    assert not desk.sees("came back from it")
