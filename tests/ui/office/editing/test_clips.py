"""The page of spoken clips: a text is recorded, heard, kept and named; Excel's cells are told."""

import math
from array import array

import pytest

from kiosk.pack.library import open_pack
from kiosk.recording.sound import RATE, Recording, as_mp3
from ui.residents.microphone import PretendRecorder


def page(stall):
    return stall.model.team.leaf.model


def spoken(seconds=2, peak=9000):
    wave = [
        round(peak * math.sin(2 * math.pi * 220 * at / RATE) * abs(math.sin(2 * math.pi * 3 * at / RATE)))
        for at in range(seconds * RATE)
    ]
    return Recording(as_mp3(array("h", [0] * RATE + wave + [0] * RATE), 64), 4.0, 0.7)


class Microphone:
    """Makes the recorders of the kiosk, and has the last of them at hand."""

    def __init__(self):
        self.hears = spoken()
        self.recorder = None

    def __call__(self, listeners):
        self.recorder = PretendRecorder(listeners, self.hears)
        return self.recorder


@pytest.fixture
def microphone():
    return Microphone()


@pytest.fixture
def clips(editor, finished, microphone):
    """The page of clips, at the choice of a language."""
    editor.model.team.made["clips"].model.take._open_recorder = microphone
    editor.press("Spoken clips")
    finished(editor)
    return editor


@pytest.fixture
def punjabi(clips, finished):
    """The list of the Punjabi texts."""
    clips.press("Punjabi ਪੰਜਾਬੀ")
    finished(clips)
    return clips


def record(stall, microphone):
    stall.press("Record")
    microphone.recorder.tell()
    stall.screen.settle()
    stall.press("Stop")
    page(stall).take.wait()
    stall.screen.settle()


def test_each_language_of_the_event_can_be_chosen(clips):
    seen = clips.everywhere()
    assert {"English", "Polish Polski", "Urdu اردو"} <= set(seen)


def test_the_list_says_how_far_it_is_and_begins_with_what_is_not_recorded(punjabi):
    done, of = 0, len(page(punjabi)._lines)
    assert punjabi.sees(f"{done} of {of} texts recorded in Punjabi")
    assert punjabi.sees("Not recorded yet")


def test_a_text_is_recorded_heard_kept_and_the_next_one_comes(punjabi, microphone, finished, draft):
    punjabi.press("Record the first one")
    first = page(punjabi)._words_now
    assert punjabi.heading == first
    record(punjabi, microphone)
    assert punjabi.sees("Recorded. Listen to it, keep it, or record it again.")
    punjabi.press("Listen")
    assert microphone.recorder.going_on == "play"
    punjabi.press("Stop")
    line = page(punjabi).line
    punjabi.press("Keep it, then the next")
    finished(punjabi)
    assert (draft.media / line.file).read_bytes().startswith(b"\xff")
    assert open_pack(draft.folder, None).text_recordings[line.places[0].key].words["pa"] == line.file
    assert page(punjabi)._words_now != first
    assert punjabi.sees("1 of ")


def test_what_is_kept_is_shorter_than_what_was_heard(punjabi, microphone):
    punjabi.press("Record the first one")
    record(punjabi, microphone)
    assert 0 < len(page(punjabi).take.sound) < len(microphone.hears.sound) * 0.75


def test_the_meter_moves_while_somebody_speaks(punjabi, microphone):
    punjabi.press("Record the first one", "Record")
    microphone.recorder.tell(0.6)
    punjabi.screen.settle()
    assert page(punjabi).level == 0.6
    assert punjabi.sees("0:04 / 1:00")
    assert not punjabi.sees("The next text")


def test_a_missing_microphone_is_said_plainly_and_can_be_tried_again(punjabi, microphone):
    microphone.hears = None
    punjabi.press("Record the first one", "Record")
    microphone.recorder.tell()
    punjabi.screen.settle()
    assert punjabi.sees("No microphone works here.")
    microphone.recorder.hears = spoken()
    punjabi.press("Try again")
    microphone.recorder.tell()
    punjabi.screen.settle()
    assert punjabi.sees("Read it aloud now.")


def test_where_nobody_spoke_nothing_can_be_kept(punjabi, microphone):
    microphone.hears = Recording(as_mp3(array("h", [0] * 2 * RATE), 64), 2.0, 0.0)
    punjabi.press("Record the first one")
    record(punjabi, microphone)
    assert punjabi.sees("Nothing was heard.")
    assert not punjabi.sees("Keep it")


def test_recorded_again_the_new_one_is_kept(punjabi, microphone):
    punjabi.press("Record the first one")
    record(punjabi, microphone)
    before = page(punjabi).take.sound
    microphone.recorder.hears = spoken(seconds=3)
    punjabi.press("Record again")
    assert page(punjabi).take.sound == b""
    microphone.recorder.tell()
    punjabi.screen.settle()
    punjabi.press("Stop")
    page(punjabi).take.wait()
    punjabi.screen.settle()
    assert page(punjabi).take.sound not in (b"", before)


def test_the_name_for_excels_cell_is_told(punjabi, microphone, finished):
    model = page(punjabi)
    line = next(line for line in model._lines if line.by_hand and not line.places[0].ours)
    model._open(line.words)
    punjabi.screen.settle()
    record(punjabi, microphone)
    punjabi.press("Keep it, then the next")
    finished(punjabi)
    punjabi.press("Back", "Names to write in Excel")
    seen = " ".join(punjabi.everywhere())
    place = line.by_hand[0]
    assert line.file in seen
    assert f"{place.file} · {place.sheet} · {place.row}" in seen


def test_when_the_desk_locks_nobody_listens_any_more(punjabi, microphone):
    punjabi.press("Record the first one", "Record")
    microphone.recorder.tell()
    punjabi.screen.settle()
    punjabi.wait(121)
    assert microphone.recorder.going_on == ""
    assert punjabi.page == "team-gate"


def test_the_kiosk_is_silent_while_it_records(punjabi, microphone):
    narrator = punjabi.kiosk.narrator
    punjabi.press("Record the first one", "Record")
    microphone.recorder.tell()
    assert narrator._hushed == 1
    punjabi.press("Stop")
    page(punjabi).take.wait()
    punjabi.screen.settle()
    assert narrator._hushed == 0


def test_the_way_back_leads_to_the_event(clips, finished):
    clips.press("Back")
    finished(clips)
    assert clips.heading == "Event mine"
