"""Speaking an answer: by touch, by keys and by ear; kept, changed, deleted, and gone with the visit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.recording.sound import FAINT, Recording
from kiosk.visit.manner import Manner, Size
from ui.residents.microphone import PretendRecorder

SPEAK, RECORD, STOP, HEAR = "Speak your answer", "Record", "Stop", "Hear your answer"
WISH = {"type": "text", "name": "wish", "label": "What would you change?"}
VOICE = Recording(b"ID3 a voice", 34.0, 0.8)
OTHER = Recording(b"ID3 another voice", 5.0, 0.8)


@pytest.fixture
def speaking(form_alone, make_stall):
    """A stall on a form of these rows where answers may be spoken, at its first page, and its microphone."""

    def begin(*rows, hears=VOICE, allowed=True, manner=None):
        pack = form_alone(*(rows or (WISH,)))
        pack = replace(pack, event=replace(pack.event, voice_answers=allowed))
        made = []

        def open_recorder(listeners):
            made.append(PretendRecorder(listeners, hears))
            return made[-1]

        stall = make_stall(pack, manner=manner, open_recorder=open_recorder)
        stall.recorders = made
        stall.press(stall.model.welcome.cards[0]["spoken"])
        return stall

    return begin


def tell(stall):
    stall.recorders[0].tell()
    stall.screen.settle()


def record(stall):
    stall.press(RECORD)
    tell(stall)
    stall.press(STOP)


def test_an_answer_is_spoken_by_touch_and_kept_sealed(speaking):
    stall = speaking()
    stall.press(SPEAK)
    assert stall.sees("The kiosk says nothing while it records.")
    assert stall.sees("You have 2 minutes.")
    stall.press(RECORD)
    tell(stall)
    assert stall.sees("0:34 / 2:00")
    stall.press(STOP)
    assert stall.heading == "Your answer is recorded: 34 seconds."
    stall.press("Done")
    assert stall.page == "question"
    assert stall.sees("Your answer is recorded: 34 seconds.")
    assert stall.model.question.fields == []
    stall.press("Continue")
    assert stall.sees("Recorded: 34 seconds")
    stall.press("Save")
    (record_,) = stall.saved()
    assert record_.recordings == {"/data/wish": VOICE.sound}
    assert record_.answers == {"/data/wish": "[spoken 1]"}


def test_by_keys_alone_at_the_largest_size_one_button_records_and_stops(speaking, keyed):
    stall = speaking(manner=Manner(size=Size.LARGEST))
    keyed(stall, SPEAK, RECORD)
    tell(stall)
    assert stall.focused == STOP
    stall.screen.key(Qt.Key.Key_Space)
    assert stall.focused == HEAR
    keyed(stall, "Done", "Continue")
    assert stall.page == "check"


def test_by_ear_it_is_told_before_and_after_and_nothing_is_said_meanwhile(speaking):
    stall = speaking()
    stall.press("Listen", SPEAK)
    assert "The kiosk says nothing while it records." in stall.spoken[-1]
    stall.press(RECORD)
    before = len(stall.spoken)
    tell(stall)
    stall.screen.key(Qt.Key.Key_Tab)
    stall.model.question.said.emit("a word")
    assert stall.spoken[before:] == []
    stall.press(STOP)
    assert stall.spoken[-1] == "Your answer is recorded: 34 seconds."
    stall.press(HEAR)
    before = len(stall.spoken)
    tell(stall)
    stall.screen.key(Qt.Key.Key_Tab)
    assert stall.spoken[before:] == []


def test_it_is_heard_again_and_stopped(speaking):
    stall = speaking()
    stall.press(SPEAK)
    record(stall)
    stall.press(HEAR)
    tell(stall)
    assert stall.sees("This is what you said.")
    stall.press(STOP)
    assert stall.sees(HEAR)
    assert stall.recorders[0].jobs == ["record", "play"]


def test_recording_again_replaces_and_deleting_leaves_nothing(speaking):
    stall = speaking()
    stall.press(SPEAK)
    record(stall)
    stall.recorders[0].hears = OTHER
    stall.press("Record again")
    tell(stall)
    stall.press(STOP)
    assert stall.sees("Your answer is recorded: 5 seconds.")
    visit = stall.model.at.visit
    assert visit.spoken.within({"/data/wish": visit.question.value}) == {"/data/wish": OTHER.sound}
    assert visit.spoken.of("[spoken 1]") is None
    stall.press("Delete it")
    assert visit.question.value == ""
    stall.press("Back", SPEAK)
    record(stall)
    stall.press("Done", "Delete it, and type")
    stall.write("What would you change?", "The benches")
    stall.press("Continue", "Save")
    (record_,) = stall.saved()
    assert (record_.answers, record_.recordings) == ({"/data/wish": "The benches"}, {})


def test_done_while_recording_keeps_what_was_said(speaking):
    stall = speaking()
    stall.press(SPEAK, RECORD)
    tell(stall)
    stall.press("Done")
    assert stall.page == "question"
    assert stall.model.at.visit.recording == VOICE


def test_help_in_the_middle_keeps_what_was_said(speaking):
    stall = speaking()
    stall.press(SPEAK, RECORD)
    tell(stall)
    stall.press("Help", "Back")
    assert stall.page == "question"
    assert stall.model.at.visit.recording == VOICE


def test_starting_again_forgets_it_and_nobody_listens_any_more(speaking):
    stall = speaking()
    stall.press(SPEAK, RECORD)
    tell(stall)
    visit = stall.model.at.visit
    stall.model.wipe()
    assert stall.recorders[0].going_on == ""
    stall.recorders[0].listeners.ended(1, VOICE)  # one that was on its way
    stall.screen.settle()
    assert stall.page == "welcome"
    assert visit.recording is None
    assert stall.model.speaking.question == ""


def test_a_missing_microphone_is_said_and_typing_still_works(speaking):
    stall = speaking(hears=None)
    stall.press("Listen", SPEAK, RECORD)
    tell(stall)
    missing = "This kiosk hears nothing: no microphone works. Please type your answer."
    assert stall.sees(missing)
    assert stall.spoken[-1] == missing
    stall.press("Type instead")
    assert stall.page == "typing"
    stall.screen.write("Benches")
    stall.press("Done", "Continue", "Save")
    assert stall.saved()[0].answers == {"/data/wish": "Benches"}


def test_a_voice_too_faint_to_hear_is_told_at_once(speaking):
    stall = speaking(hears=replace(VOICE, loudest=FAINT / 2))
    stall.press(SPEAK)
    record(stall)
    assert stall.sees("We heard almost nothing. Speak closer to the kiosk, or type instead.")


def test_when_the_time_is_up_that_is_said(speaking):
    stall = speaking(hears=replace(VOICE, seconds=120.0))
    stall.press(SPEAK, RECORD)
    tell(stall)
    stall.recorders[0].stop()  # by itself
    stall.screen.settle()
    assert stall.heading == "Your time is over. What you said is recorded: 120 seconds."


def test_nobody_is_asked_whether_they_are_there_while_they_speak(speaking):
    stall = speaking()
    stall.press(SPEAK, RECORD)
    tell(stall)
    stall.wait(stall.kiosk.watch.idle_seconds + 1)
    assert stall.page == "speaking"
    stall.press(STOP)
    stall.wait(stall.kiosk.watch.idle_seconds + 1)
    assert stall.page == "still-there"


def test_a_voice_answers_a_question_that_must_be_answered_and_no_rule_on_words(speaking):
    strict = {**WISH, "required": "yes", "constraint": "string-length(.) > 20", "appearance": "multiline"}
    stall = speaking(strict)
    stall.press("Continue")
    assert stall.sees("Please fill this in to go on.")
    stall.press(SPEAK)
    record(stall)
    stall.press("Done", "Continue")
    assert stall.page == "check"
    stall.press("Save")
    assert stall.page == "thanks"


@pytest.mark.parametrize(
    "row",
    [
        {**WISH, "type": "integer"},
        {**WISH, "appearance": "numbers"},
        {**WISH, "kiosk::role": "detail:name"},
        {**WISH, "appearance": "email"},
        {"type": "date", "name": "wish", "label": "When?"},
    ],
)
def test_numbers_dates_and_details_are_not_spoken(speaking, row):
    assert SPEAK not in speaking(row).everywhere()


def test_nothing_is_spoken_where_the_event_does_not_ask_for_it(speaking):
    assert SPEAK not in speaking(allowed=False).everywhere()


def test_the_time_of_a_whole_visit_has_an_end(speaking):
    rows = [{**WISH, "name": f"wish{number}"} for number in range(12)]
    stall = speaking(*rows, hears=replace(VOICE, seconds=120.0))
    for _ in range(10):
        stall.press(SPEAK)
        record(stall)
        stall.press("Done", "Continue")
    assert SPEAK not in stall.everywhere()
