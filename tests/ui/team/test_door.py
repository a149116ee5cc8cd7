"""The team's door: how it opens, what it keeps out, and when it falls shut."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.team.doors import IDLE_SECONDS

GATE = "team-gate"


def test_one_or_two_touches_open_nothing(stall, knock):
    knock(stall, None, touches=2)
    assert stall.page == "welcome"


def test_three_touches_lead_to_a_page_that_says_whom_it_is_for(stall, knock):
    knock(stall, None)
    assert stall.page == GATE
    assert stall.heading == "For the team"
    assert stall.sees("If that is not you, please go back.")
    stall.press("Back")
    assert stall.page == "welcome"


def test_keys_open_it_from_the_end_of_the_bar_and_its_name_is_spoken(stall):
    stall.press("Listen")
    for _ in range(60):
        if stall.focused.endswith("For the team"):
            break
        stall.key(Qt.Key.Key_Tab)
    assert stall.spoken[-1].startswith("Tipton Community Day. For the team, button")
    stall.key(Qt.Key.Key_Return)
    assert stall.page == GATE


def test_the_pin_is_typed_with_a_real_keyboard_too(stall, knock):
    knock(stall, None)
    stall.control("PIN")
    for _ in range(20):
        if stall.focused == "PIN":
            break
        stall.key(Qt.Key.Key_Tab)
    stall.screen.write("2580")
    stall.key(Qt.Key.Key_Return)
    assert stall.page == "team-today"


def test_return_in_an_empty_field_brings_the_keys_of_the_screen(stall, knock):
    knock(stall, None)
    for _ in range(20):
        if stall.focused == "PIN":
            break
        stall.key(Qt.Key.Key_Tab)
    stall.key(Qt.Key.Key_Return)
    stall.press(*"2580", "Done")
    assert stall.page == "team-today"


def test_the_digits_are_neither_shown_nor_spoken(stall, knock):
    stall.press("Listen")
    knock(stall, None)
    stall.press("PIN")
    before = len(stall.spoken)
    stall.press(*"2580")
    assert not any(digit in "".join(stall.spoken[before:]) for digit in "2580")
    assert "2580" not in [name for name in stall.texts if len(name) > 1]


def test_wrong_pins_wait_15_30_then_60_seconds_calmly(stall, knock):
    knock(stall, None)
    for _ in range(3):
        stall.press("PIN", *"1470", "Done")
    assert stall.sees("That is not the PIN.")
    assert stall.sees("Please wait 15 seconds, then try again.")
    stall.press("PIN", *"2580", "Done")
    assert stall.page == GATE, "not even the right one"
    stall.wait(14)
    assert stall.sees("Please wait 1 second, then try again.")
    stall.wait(1)
    stall.press("PIN", *"2580", "Done")
    assert stall.page == "team-today"


def test_a_real_event_without_a_pin_asks_for_one_twice(make_stall, real_pack, knock):
    stall = knock(make_stall(real_pack), None)
    assert stall.heading == "Choose a PIN for the team"
    stall.press("PIN", *"1234", "Done")
    assert stall.sees("easy to guess")
    stall.press("PIN", *"7193", "Done", "PIN", *"7194", "Done")
    assert stall.sees("The two were not the same.")
    stall.press("PIN", *"7193", "Done", "PIN", *"7193", "Done")
    assert stall.page == "team-today"
    stall.press("Back to residents")
    knock(stall, "7193")
    assert stall.page == "team-today"


def test_where_no_key_lies_there_is_no_door_for_staff(make_stall, real_pack, knock):
    stall = knock(make_stall(real_pack), None)
    stall.press("PIN", *"7193", "Done", "PIN", *"7193", "Done", "Back to residents")
    knock(stall, None)
    assert stall.screen.find("Staff: use the passphrase") is None


def test_staff_come_in_by_the_passphrase(real_desk, knock, finished):
    real_desk.press("Back to residents")
    knock(real_desk, None)
    real_desk.press("Staff: use the passphrase")
    gate = real_desk.model.team.leaf.model
    gate.write("passphrase", "wrong wrong wrong")
    real_desk.press("Open")
    finished(real_desk)
    assert real_desk.page == GATE
    gate.write("passphrase", "river lamp garden copper")
    real_desk.press("Open")
    finished(real_desk)
    assert real_desk.page == "team-office"
    assert real_desk.sees("Staff")


@pytest.mark.parametrize("leaving", ["Back", "Start again"])
def test_a_passphrase_that_is_still_looked_at_opens_nothing_once_staff_have_gone(
    real_desk, knock, finished, leaving
):
    """It takes a second: the office must not open in front of the next person."""
    real_desk.press("Back to residents")
    knock(real_desk, None)
    real_desk.press("Staff: use the passphrase")
    gate = real_desk.model.team.leaf.model
    gate.write("passphrase", "river lamp garden copper")
    gate.forward()
    assert real_desk.model.team.room.jobs.busy
    gate.back() if leaving == "Back" else real_desk.model.wipe()
    finished(real_desk)
    assert real_desk.page == "welcome"
    doors = real_desk.model.team.room.doors
    assert (doors.role, doors.secret) == (None, None)
    knock(real_desk, None)
    assert real_desk.page == GATE
    assert real_desk.screen.find("Staff: use the passphrase")


# --- shut again


def test_back_to_residents_locks(desk, knock):
    desk.press("Back to residents")
    assert desk.page == "welcome"
    knock(desk, None)
    assert desk.page == GATE


def test_two_idle_minutes_lock_and_cover_and_the_pin_leads_back(desk):
    desk.press("Ideas")
    desk.wait(IDLE_SECONDS - 1)
    assert desk.page == "team-ideas"
    desk.wait(1)
    assert desk.page == GATE
    assert "Waiting for you" not in desk.texts
    desk.press("PIN", *"2580", "Done")
    assert desk.page == "team-ideas"


def test_a_locked_desk_gives_residents_the_screen_in_the_end(desk):
    desk.wait(IDLE_SECONDS)
    desk.wait(desk.kiosk.watch.idle_seconds + 1)
    desk.wait(60)
    assert desk.page == "welcome"


def test_a_touch_keeps_it_open(desk):
    for _ in range(3):
        desk.wait(IDLE_SECONDS - 10)
        desk.press("Today")
    assert desk.page == "team-today"


def test_a_sleep_locks_at_once(desk):
    desk.model.team.slept()
    desk.screen.settle()
    assert desk.page == GATE


def test_a_jump_of_the_clock_locks(desk):
    desk.clock._now += timedelta(hours=8)
    desk.model.tick()
    desk.screen.settle()
    assert desk.page == GATE


def test_what_was_being_typed_is_gone_when_it_locks(desk):
    desk.press("This tablet", "Change the PIN", "The PIN until now", *"258")
    desk.wait(IDLE_SECONDS)
    assert desk.page == GATE
    assert desk.model.typing.text == ""
    desk.press("PIN", *"2580", "Done", "Change the PIN")
    assert all(not one["text"] for one in desk.model.team.leaf.model.fields)


@pytest.mark.parametrize("where", ["language", "look", "help"])
def test_the_bar_leads_away_from_the_gate(stall, knock, where):
    knock(stall, None)
    stall.press(where.title())
    stall.press("Back" if where == "help" else "Done")
    assert stall.page == "welcome"


# --- beside a visit


def test_a_visit_goes_on_where_it_was_in_its_language(stall, knock):
    stall.model.begin(stall.pack.activities[0].id)
    stall.press("Start")
    stall.kiosk.look.speak("pl")
    stall.screen.settle()
    before = stall.heading
    stall.model.team.knock()
    stall.screen.settle()
    stall.press("PIN", *"2580", "Done")
    assert stall.sees("The stall is open."), "the desk speaks the event's language"
    stall.press("Back to residents")
    assert stall.heading == before


def test_nothing_of_the_desk_is_left_for_the_next_resident(desk):
    desk.press("Back to residents")
    assert desk.model.team.room.doors.role is None
    assert desk.page == "welcome"
    desk.key(Qt.Key.Key_Escape)
    assert desk.page == "welcome"
