"""What is spoken, and when, from a speaker that keeps quiet and remembers (ACCESSIBILITY.md rows 2 to 10)."""

import itertools

import pytest
from PySide6.QtCore import Qt

from kiosk.errors import ErrorCode
from kiosk.words import Words

TAB = Qt.Key.Key_Tab
SECRET = "Zqxwv"


@pytest.fixture
def heard(stall):
    """A stall with Listen on, and what it has said since one last asked."""
    stall.press("Listen")

    class Heard:
        place = 0

        def __call__(self):
            new = stall.spoken[self.place :]
            self.place = len(stall.spoken)
            return new

    return Heard()


def last(stall):
    return stall.voice.log[-1]


def test_nothing_is_said_before_it_is_asked_for(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    assert stall.spoken == []


def test_listen_reads_the_page_that_is_there(stall, heard):
    (words,) = heard()
    assert "This is practice. Nobody will read what you put in." in words
    assert "What would you like to do?" in words


def test_a_page_is_read_whole_as_it_comes(stall, heard):
    heard()
    stall.press("Help design the park")
    words = heard()[-1]
    assert "What we promise about this" in words
    assert "This is: Decide together." in words
    assert "The money: £180,000. The football pitch stays." in words
    stall.press("Start", "Continue")
    assert heard()[-1].startswith("How often do you go to a park now?")


BAR = {"Language", "Look", "Listen", "Help", "Start again", "Help design the park"}


@pytest.mark.parametrize("page", [("Help design the park",), ("Help design the park", "Start", "Continue")])
def test_all_that_is_shown_is_said_by_the_page_or_by_the_keys(stall, heard, page):
    """Row 2: what is visible less what was spoken is nothing, but for the bar's own line."""
    stall.press(*page)
    for _ in range(20):
        stall.key(TAB)
    said = " ".join(heard())
    unsaid = [text for text in stall.texts if text not in BAR and not text.startswith("Practice ·")]
    assert [text for text in unsaid if text not in said] == []


def test_a_part_of_a_page_says_that_there_is_more(stall, heard):
    stall.kiosk.look.setSize("largest")
    stall.screen.settle()
    stall.press("Help design the park")
    assert "There is more. Press More." in last(stall).text
    first = last(stall).text
    stall.press("More")
    assert last(stall).text != first


def test_the_keys_say_name_role_and_state(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Never")
    heard()
    for _ in range(4):
        stall.key(TAB)
    assert heard()[-1] == "Never, choice, chosen"
    stall.key(Qt.Key.Key_Backtab)
    assert heard()[-1] == "A few times a year, choice, not chosen"
    for _ in range(2):
        stall.key(TAB)
    assert heard()[-1] == "Back, button"


def test_a_field_is_said_to_be_one(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip")
    stall.key(TAB)
    assert last(stall).text == "How many minutes would you walk to a park?, a place to write, empty"


def test_choosing_says_what_it_did(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Never")
    assert last(stall).text == "Never, chosen"
    stall.press("Never")
    assert last(stall).text == "Never, not chosen"


def test_a_wrong_answer_and_its_remedy_are_said(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip")
    stall.write("How many minutes would you walk to a park?", "500")
    stall.press("Continue")
    assert "Please write a number from 0 to 180." in last(stall).text


def test_what_holds_up_check_is_said(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip", "Skip", "Skip", "Skip")
    assert stall.page == "check"
    stall.model.at.visit.main.answer("/data/minutes", "500")
    stall.press("Continue")
    assert stall.page == "question"
    assert "Please write a number from 0 to 180." in last(stall).text


@pytest.mark.parametrize("does", ["a key", "a finger"])
def test_any_input_is_met_with_silence(stall, heard, does):
    stall.press("Help design the park", "Start", "Continue")
    entry = last(stall)
    assert stall.voice.speaking is entry
    stall.clock.advance(0.3)
    if does == "a key":
        stall.key(Qt.Key.Key_Shift)
    else:
        stall.screen.tap(stall.kiosk.window.contentItem().boundingRect().center().toPoint())
    assert stall.voice.speaking is None
    assert (entry.ended, entry.completed) == (entry.time + 0.3, False)


def test_nothing_is_said_over_anything(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Never", "Continue", "Back", "Help", "Back")
    log = stall.voice.log
    assert len(log) > 5
    for one, after in itertools.pairwise(log):
        assert one.ended is not None
        assert one.ended <= after.time


def test_say_it_again_is_the_page_again(stall, heard):
    stall.press("Help design the park", "Start", "Continue")
    page = last(stall).text
    stall.press("Listen")
    assert last(stall).text.startswith("Reading aloud")
    stall.press("Done")
    assert last(stall).text == page


def test_slower_faster_louder_quieter(stall, heard):
    stall.press("Listen", "Faster")
    assert last(stall).rate == 125
    stall.press("Slower", "Slower")
    assert last(stall).rate == 80
    before = last(stall).volume
    stall.press("Quieter")
    assert last(stall).volume < before
    stall.press("Louder", "Louder", "Louder", "Louder", "Louder", "Louder")
    assert last(stall).volume == 1.0
    assert stall.sees("Speed 80 %. Loudness 6 of 6.")


def test_listen_can_be_turned_off_and_then_nothing_is_said(stall, heard):
    stall.press("Listen", "Stop reading aloud")
    assert stall.voice.speaking is None
    heard()
    stall.press("Help design the park", "Start")
    assert heard() == []


def test_speech_is_in_the_language_that_is_shown(stall, heard):
    stall.press("Help design the park", "Start", "Continue")
    assert last(stall).language == "en"
    for language in ("pa", "ur", "pl"):
        stall.kiosk.look.speak(language)
        stall.screen.settle()
        assert last(stall).language == language
        assert last(stall).text.startswith(stall.model.question.label)


def test_the_warning_is_said_aloud_with_its_length(stall, heard):
    stall.press("Help design the park", "Start", "Continue")
    stall.wait(150)
    words = last(stall).text
    assert "Are you still there?" in words
    assert "40 seconds" in words
    assert "I need more time" in words


def test_the_reference_is_said_sign_by_sign(stall, heard):
    stall.press("How was today?", "Start", "Good")
    reference = stall.model.at.saved.reference
    stall.voice.finish()
    stall.screen.settle()
    assert ", ".join(reference[:3]) + ". " + ", ".join(reference[3:6]) in last(stall).text


def to_the_name(stall):
    stall.press("Join in, share a skill", "Start", "Yes", "Skip", "Skip", "E-mail", "Continue")
    for _ in range(5):
        stall.press("Yes", "Continue")
    stall.press("Continue")
    assert stall.heading == "What name should we use?"


def test_details_are_never_said(stall, heard):
    to_the_name(stall)
    stall.press("What name should we use?")
    heard()
    stall.press(f"capital {SECRET[0]}", *SECRET[1:])
    assert stall.model.typing.text == SECRET
    assert heard() == []
    stall.press("Done")
    stall.key(TAB)
    stall.press("Continue")
    stall.write("What is your e-mail address?", f"{SECRET.lower()}@example.org")
    stall.press("Continue", "Continue")
    assert stall.page == "check"
    assert any(SECRET in text for text in stall.everywhere()), "shown"
    told = " ".join(stall.spoken)
    assert SECRET.lower() not in told.lower()
    assert "hidden from the voice" in told


def test_other_letters_are_named_as_they_are_typed(stall, heard):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")
    stall.press("What else? Please say.")
    heard()
    stall.press("capital A", "space", "comma", "Delete")
    assert heard() == ["capital A", "space", "comma", "Delete"]


def test_a_missing_voice_is_told_on_the_screen(stall, heard):
    stall.press("Help design the park")
    stall.kiosk.narrator.failed.emit(1, ErrorCode.NO_SOUND.value)
    stall.screen.settle()
    assert stall.model.listening.voiceNotice
    assert stall.sees(stall.model.listening.voiceNotice.split(".")[0])


def test_each_language_is_read_in_its_own_words(stall):
    stall.kiosk.look.speak("ur")
    stall.screen.settle()
    stall.press(Words("ur")("Listen"))
    assert Words("ur")("What would you like to do?") in last(stall).text


def test_nothing_that_happens_while_the_window_closes_begins_another_voice(stall, heard):
    """A process that nobody ends, and words from it to a window that is gone."""
    heard()
    opened = []
    stall.kiosk.narrator._open_voice = opened.append
    stall.kiosk.narrator.close()
    stall.key(TAB)
    stall.model.arrived("A page")
    stall.model.look.languagesAsked.emit()
    assert opened == []
    assert heard() == []


def test_a_voice_that_is_not_heard_does_not_turn_the_team_out(stall):
    """Somebody of the team tries the sound, on a tablet that has none."""
    stall.model.team.knock()
    stall.kiosk.narrator.failed.emit(1, ErrorCode.NO_SOUND.value)
    stall.screen.settle()
    assert stall.model.team.here
