"""The wall when something goes wrong, when somebody leaves, and by keys alone."""

import pytest

from kiosk.coproduction.wall import Wall
from kiosk.errors import ErrorCode, KioskError
from kiosk.visit.manner import Size
from kiosk.words import Words

LANGUAGES = ("en", "ur", "pa")


def test_an_idea_that_cannot_be_saved_is_kept_on_the_screen_and_tried_again(
    open_wall, monkeypatch, team, write
):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue")

    def full(*_given, **_more):
        raise KioskError(ErrorCode.DISK_FULL, path="data")

    with monkeypatch.context() as broken:
        broken.setattr(Wall, "add", full)
        stall.press("Yes, save it")
    assert stall.heading == "Sorry, it is not saved yet"
    stall.press("Try again")
    assert stall.page == "thanks"
    assert [one.text for one in team(stall).ideas("waiting")] == ["Bins"]


def test_a_second_try_is_the_same_idea_under_the_same_code(open_wall, monkeypatch, team, write):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue")
    add = Wall.add

    def kept_and_then_lost(wall, *given, **more):
        add(wall, *given, **more)
        raise KioskError(ErrorCode.SAVE_FAILED, reason="the disk said nothing")

    with monkeypatch.context() as broken:
        broken.setattr(Wall, "add", kept_and_then_lost)
        stall.press("Yes, save it")
    stall.press("Try again")
    assert len(team(stall).ideas("waiting")) == 1
    assert team(stall).counts["proposed/idea"] == 1
    assert team(stall).taken_out(stall.model.at.saved.reference)


@pytest.mark.parametrize("leave", ["start again", "idle", "fault"])
def test_the_next_person_finds_nothing_of_what_was_written_or_backed(open_wall, event, leave, write):
    stall = open_wall()
    stall.press("Read the ideas", "I back this", "Back", "Add an idea")
    write(stall, "What is your idea?", "My neighbour's name")
    if leave == "start again":
        stall.press("Start again", "Yes, clear it")
    elif leave == "idle":
        stall.wait(event.event.idle_seconds + 1)
        stall.wait(60)
    else:
        stall.model.recover()
        stall.screen.settle()
        stall.press("Back to the start")
    assert stall.page == "welcome"
    assert stall.model.writing.text == stall.model.typing.text == ""
    stall.press("Ideas wall", "Read the ideas")
    assert stall.screen.find("I back this")  # once a visit, and this is another visit
    stall.press("Back", "Add an idea")
    assert stall.model.writing.text == ""


def test_help_language_and_look_lead_back_to_where_one_was(open_wall, event):
    stall = open_wall()
    stall.press("Read the ideas")
    for button in ("Help", "Look", "Language"):
        stall.press(button, "Back" if button == "Help" else "Done")
        assert stall.page == "idea"
    stall.press("Language", "Punjabi ਪੰਜਾਬੀ", Words("pa")("Done"))
    assert stall.sees(event.ideas[0].text.say("pa"))


@pytest.mark.parametrize("size", [Size.STANDARD, Size.LARGEST])
def test_the_wall_by_keys_alone(open_wall, keyed, tabbed, size, team):
    stall = open_wall(size=size)
    keyed(stall, "Read the ideas", "I back this")
    assert stall.sees("You backed this")
    keyed(stall, "Back", "Add an idea")
    tabbed(stall, "What is your idea?")
    stall.screen.write("Bins")
    keyed(stall, "Continue", "Yes, save it")
    assert stall.page == "thanks"
    assert [one.text for one in team(stall).ideas("waiting")] == ["Bins"]
