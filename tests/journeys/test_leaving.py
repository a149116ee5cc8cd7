"""Start again, nobody there any more, and what is left for the next person: nothing (rows 14, 24, 25, 26)."""

import pytest
from PySide6.QtCore import Property, QObject, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.visit.idle import WARNING_SECONDS
from kiosk.visit.manner import Colours, Manner, Size

CANARY = "Zqxwv Kjhgf"
# What an item of the kit keeps words in. Meta-objects are not asked: PySide keeps their wrappers too long.
ITEM_WORDS = (
    *("text", "name", "words", "label", "spoken", "answer", "title", "summary", "heading", "line", "spelled"),
    *("sentence", "caption", "source", "fullLine", "shortLine", "footnote", "displayText", "preeditText"),
)
IDLE = 150  # seconds, in the practice event

TO_THE_FIELD = ("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")

# How each page is reached from Welcome.
PLACES = {
    "promise": ("Help design the park",),
    "rungs": ("Help design the park", "Decide together"),
    "question": ("Help design the park", "Start", "Continue"),
    "typing": (*TO_THE_FIELD, "What else? Please say."),
    "refused": (
        "Help design the park",
        "Start",
        "Continue",
        "Skip",
        "Skip",
        "How many minutes would you walk to a park?",
        "Done",
    ),
    "check": ("How was today?", "Start", "Back"),
    "age": ("Join in, share a skill", "Start"),
    "too young": ("Join in, share a skill", "Start", "No"),
    "language": ("How was today?", "Language"),
    "look": ("How was today?", "Look"),
    "help": ("How was today?", "Help"),
    "listen": ("How was today?", "Listen", "Listen"),
    "start again itself": ("How was today?", "Start again"),
}


def everything(stall):
    """What every view-model and every item in the window holds, as text: for a canary to be in."""
    models = [stall.model, *(value for _, value in properties(stall.model) if isinstance(value, QObject))]
    held = [
        f"{type(model).__name__}.{name}={value!r}" for model in models for name, value in properties(model)
    ]
    for item in items(stall.kiosk.window.contentItem()):
        held += [f"{name}={value}" for name in ITEM_WORDS if (value := item.property(name)) is not None]
    return held


def properties(model):
    names = [
        name for kind in type(model).__mro__ for name, of in vars(kind).items() if isinstance(of, Property)
    ]
    return [(name, getattr(model, name)) for name in names]


def items(parent):
    for child in parent.childItems():
        yield child
        yield from items(child)


def leftovers(stall, *words):
    return [line for line in everything(stall) if any(word in line for word in words)]


@pytest.mark.parametrize("place", PLACES)
def test_start_again_wipes_at_once_after_one_question(stall, place):
    stall.press(*PLACES[place])
    stall.press("Start again")
    assert stall.heading == "Start again?"
    stall.press("Yes, clear it")
    assert stall.page == "welcome"
    assert stall.model.at.visit is None
    assert stall.saved() == []


def test_start_again_can_be_taken_back(stall):
    stall.press("Help design the park", "Start", "Continue", "Never", "Start again", "No, go back")
    assert stall.heading == "How often do you go to a park now?"
    assert stall.control("Never").checked


def test_there_is_nothing_to_start_again_on_welcome(stall):
    assert stall.screen.find("Start again") is None


def test_back_out_of_a_visit_asks_only_if_something_would_be_lost(stall):
    stall.press("How was today?", "Back")
    assert stall.page == "welcome"
    stall.press("Help design the park", "Start", "Continue", "Never", "Back", "Back", "Back")
    assert stall.heading == "Start again?"
    stall.press("Yes, clear it")
    assert stall.page == "welcome"


# --- nobody there


def test_still_there_after_the_events_own_wait(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    stall.wait(IDLE - 1)
    assert stall.page == "question"
    stall.wait(1)
    assert stall.heading == "Are you still there?"
    assert stall.sees(str(WARNING_SECONDS))
    stall.wait(13)
    assert stall.sees("27")


def test_more_time_any_number_of_times_and_the_answer_is_still_there(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    for _ in range(5):
        stall.wait(IDLE)
        stall.wait(WARNING_SECONDS - 1)
        stall.press("I need more time")
        assert stall.page == "question"
        assert stall.control("Never").checked


def test_what_was_being_typed_is_still_there_after_more_time(stall):
    stall.press(*TO_THE_FIELD, "What else? Please say.")
    stall.screen.write("A tap")
    stall.wait(IDLE)
    stall.press("I need more time")
    assert stall.page == "typing"
    assert stall.model.typing.text == "A tap"
    stall.screen.write("!")
    stall.press("Done")
    assert stall.model.question.fields[0]["text"] == "A tap!"


def test_nobody_answers_and_the_screen_clears_itself(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    stall.wait(IDLE)
    stall.wait(WARNING_SECONDS - 1)
    assert stall.page == "still-there"
    stall.wait(1)
    assert stall.page == "welcome"
    assert stall.saved() == []


def test_clear_it_now(stall):
    stall.press("Help design the park", "Start")
    stall.wait(IDLE)
    stall.press("Clear it now")
    assert stall.page == "welcome"


def test_thank_you_goes_back_to_welcome_by_itself(stall):
    stall.press("How was today?", "Start", "Good")
    stall.wait(IDLE)
    stall.wait(WARNING_SECONDS)
    assert stall.page == "welcome"
    assert len(stall.saved()) == 1


def test_welcome_left_alone_stays_as_it_is(stall):
    stall.wait(10 * IDLE)
    stall.wait(WARNING_SECONDS)
    assert stall.page == "welcome"


def test_a_language_left_on_welcome_goes_back_too(stall):
    stall.press("Language", "Polish Polski")
    stall.press(stall.model.words()("Done"))
    assert stall.page == "welcome"
    stall.wait(IDLE)
    stall.wait(WARNING_SECONDS)
    assert stall.kiosk.look.manner == Manner()


@pytest.mark.parametrize("does", ["a key", "a press"])
def test_anything_one_does_begins_the_wait_again(stall, does):
    stall.press("Help design the park", "Start", "Continue")
    for _ in range(3):
        stall.wait(IDLE - 1)
        if does == "a key":
            stall.key(Qt.Key.Key_Tab)
        else:
            stall.press("Never")
    assert stall.page == "question"


# --- the next person


def test_the_look_is_the_events_again(stall):
    stall.press("Look", "Largest", "High contrast", "Listen")
    stall.model.listening.faster()
    stall.model.listening.louder()
    stall.kiosk.look.speak("ur")
    assert stall.kiosk.look.manner == Manner(
        "ur", Size.LARGEST, Colours.HIGH_CONTRAST, listening=True, rate=125, volume=6
    )
    stall.model.closeOverlay()
    stall.model.begin("today")
    stall.model.wipe()
    stall.screen.settle()
    assert stall.kiosk.look.manner == Manner()
    assert stall.sees("What would you like to do?")


def type_the_canary(stall):
    stall.press(*TO_THE_FIELD)
    stall.write("What else? Please say.", CANARY)


@pytest.mark.parametrize("leaving", ["start again", "idle", "while typing", "finish"])
def test_nothing_of_the_last_person_is_anywhere(stall, leaving):
    type_the_canary(stall)
    assert leftovers(stall, CANARY), "the canary is seen where it should be"
    if leaving == "start again":
        stall.press("Start again", "Yes, clear it")
    elif leaving == "idle":
        stall.wait(IDLE)
        stall.wait(WARNING_SECONDS)
    elif leaving == "while typing":
        stall.press("What else? Please say.", "Start again", "Yes, clear it")
    else:
        stall.press("Continue", "Skip", "Skip", "Skip", "Continue", "No, thank you", "Finish and clear")
    assert stall.page == "welcome"
    assert leftovers(stall, CANARY) == []


def test_the_reference_is_gone_with_the_person(stall):
    stall.press("How was today?", "Start", "Good")
    reference = stall.model.at.saved.reference
    groups = [reference[:3], reference[3:6], reference[6:]]
    assert leftovers(stall, " ".join(groups))
    stall.press("Finish and clear")
    assert leftovers(stall, reference, " ".join(groups)) == []


def test_the_next_person_cannot_undo_into_the_last_ones_words(stall):
    type_the_canary(stall)
    stall.press("Start again", "Yes, clear it", *TO_THE_FIELD, "What else? Please say.")
    for _ in range(3):
        stall.press("Undo")
    stall.key(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert stall.model.typing.text == ""
    assert leftovers(stall, CANARY) == []


@pytest.mark.parametrize("letter", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_was_copied_cannot_be_pasted_by_the_next_person(stall, letter):
    type_the_canary(stall)
    stall.press("What else? Please say.")
    stall.key(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    stall.key(letter, held=Qt.KeyboardModifier.ControlModifier)
    stall.press("Start again", "Yes, clear it", *TO_THE_FIELD, "What else? Please say.")
    stall.key(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert stall.model.typing.text == ""
    assert CANARY not in QGuiApplication.clipboard().text()


def hear_out(stall, parts=8):
    """Let the voice come to the end of a page, part by part."""
    for _ in range(parts):
        stall.voice.finish()
        stall.screen.settle()


def test_say_it_again_says_nothing_of_the_last_person(stall):
    stall.press("Listen", "How was today?", "Start", "Good")
    hear_out(stall)
    reference = stall.model.thanks.spelled
    assert any(reference in words for words in stall.spoken)
    stall.press("Finish and clear")
    said = len(stall.spoken)
    stall.press("Listen", "Listen", "Say it again")
    hear_out(stall)
    assert stall.spoken[said:]
    assert not any(reference in words for words in stall.spoken[said:])
