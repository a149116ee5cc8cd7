"""Again, on, hushed, spelt, in every language and from recordings (SPEECH.md)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.pack.model import Text
from kiosk.words import Words
from ui.voicing.known import Known

QUESTION = ("Help design the park", "Start", "Continue")
OFTEN = "How often do you go to a park now?"


def entry(spoken):
    return spoken.text, spoken.language, spoken.rate, spoken.volume


# --- again, on, off


def test_again_is_the_identical_entry(asked):
    page = asked.voice.log[-1]
    asked.press("Listen", "Say it again")
    assert entry(asked.voice.log[-1]) == entry(page)


def test_reading_goes_on_from_the_word_where_it_stopped(asked):
    page = asked.voice.log[-1].text
    asked.voice.word(page.index(OFTEN) + OFTEN.index("park"), 4)
    asked.screen.settle()
    asked.press("Listen", "Read on")
    assert asked.page == "question"
    assert asked.spoken[-1].startswith("park now?")
    assert page.endswith(asked.spoken[-1])


def test_a_key_pauses_and_goes_on(asked):
    page = asked.voice.log[-1].text
    asked.voice.word(page.index("often"), 5)
    asked.screen.settle()
    asked.key(Qt.Key.Key_MediaTogglePlayPause)
    assert asked.voice.speaking is None
    asked.key(Qt.Key.Key_MediaTogglePlayPause)
    assert asked.spoken[-1].startswith("often do you go")


def test_a_change_of_pace_is_said_in_the_new_pace(asked):
    asked.press("Listen", "Faster")
    assert entry(asked.voice.log[-1])[:3] == ("Speed 125 %. Loudness 5 of 6.", "en", 125)


def test_hushed_nothing_is_said_and_then_it_is_again(asked):
    said = len(asked.spoken)
    with asked.kiosk.narrator.hush():
        assert asked.voice.speaking is None
        asked.press("Never")
    assert len(asked.spoken) == said
    asked.press("Never")
    assert asked.spoken[-1] == "Never, not chosen"


# --- recordings of the pack


@pytest.fixture
def recorded(form_alone, tmp_path):
    """A form with recordings of its question and of one choice; and one of the program's own texts."""
    pack = form_alone(
        {"type": "select_one yes_no", "name": "agree", "label": "Do you agree?", "media::audio": "agree.wav"},
        choices=(
            {"list_name": "yes_no", "name": "yes", "label": "Yes, I do", "media::audio": "yes.wav"},
            {"list_name": "yes_no", "name": "no", "label": "No", "media::audio": ""},
        ),
    )
    (tmp_path / "media").mkdir()
    for name in ("agree.wav", "yes.wav", "do.wav"):
        (tmp_path / "media" / name).write_bytes(b"")
    own = {"What would you like to do?": Text({"en": "do.wav"})}
    return replace(pack, folder=tmp_path, text_recordings=own)


def test_a_text_of_the_event_has_its_recording_in_each_language(make_stall, pack, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "pa.mp3").write_bytes(b"")
    title = pack.activities[0].title
    own = {title.words["en"]: Text({"pa": "pa.mp3", "pl": "gone.mp3"})}
    known = Known(replace(pack, folder=tmp_path, text_recordings=own), make_stall().model)
    assert known.own("pa")[title.words["pa"]].recording.name == "pa.mp3"
    assert title.words["pl"] not in known.own("pl")
    assert title.words["en"] not in known.own("en")


def test_a_recording_is_played_first_and_the_voice_says_the_rest(make_stall, recorded):
    stall = make_stall(recorded)
    stall.press("Listen")
    ask = [each for each in stall.voice.log if each.recording]
    while not ask and stall.voice.speaking:
        stall.voice.finish()
        stall.screen.settle()
        ask = [each for each in stall.voice.log if each.recording]
    assert [(each.text, each.recording.name) for each in ask] == [("What would you like to do?", "do.wav")]

    stall.press(stall.model.welcome.cards[0]["spoken"])
    first = stall.voice.log[-1]
    assert (first.text, first.recording.name) == ("Do you agree?", "agree.wav")
    stall.voice.finish()
    stall.screen.settle()
    assert stall.spoken[-1].startswith("To go on, press")

    stall.press("Yes, I do")
    assert stall.voice.log[-1].recording.name == "yes.wav"
    stall.voice.finish()
    stall.screen.settle()
    assert (stall.spoken[-1], stall.voice.log[-1].recording) == ("chosen", None)


def test_a_key_cuts_all_that_was_still_to_be_said(make_stall, recorded):
    stall = make_stall(recorded)
    stall.press("Listen", stall.model.welcome.cards[0]["spoken"])
    stall.key(Qt.Key.Key_Shift)
    said = len(stall.spoken)
    stall.screen.settle()
    assert len(stall.spoken) == said


# --- languages and voices


def test_each_language_says_its_own_name_in_its_own_voice(stall):
    stall.press("Language", "Hear the languages")
    for _ in stall.pack.event.languages:
        stall.voice.finish()
        stall.screen.settle()
    said = [(each.language, each.text) for each in stall.voice.log]
    assert [language for language, _ in said] == list(stall.pack.event.languages)
    assert all(Words(language)("Choose your language") in text for language, text in said)


def test_the_name_of_a_language_is_said_in_it(stall):
    stall.press("Listen", "Language")
    while stall.focused != "Punjabi ਪੰਜਾਬੀ":
        stall.key(Qt.Key.Key_Tab)
    assert (stall.spoken[-1], stall.voice.log[-1].language) == ("Punjabi", "en")
    stall.voice.finish()
    stall.screen.settle()
    assert (stall.spoken[-1], stall.voice.log[-1].language) == ("ਪੰਜਾਬੀ", "pa")


def test_a_language_without_a_voice_is_told_once_where_it_can_be_seen(stall):
    stall.press(*QUESTION, "Listen")
    stall.kiosk.look.speak("so")
    stall.screen.settle()
    stall.kiosk.narrator.failed.emit(1, "no-voice")
    stall.screen.settle()
    assert stall.page == "listen"
    assert stall.sees(stall.model.listening.voiceNotice)
    stall.model.closeOverlay()
    stall.kiosk.narrator.failed.emit(2, "no-voice")
    stall.screen.settle()
    assert stall.page == "question"


# --- the reference


def test_the_reference_is_slow_and_spelt_on_asking(stall):
    stall.press("How was today?", "Start", "Good", "Listen")
    reference = stall.model.at.saved.reference
    while stall.voice.log[-1].rate == 100 and stall.voice.speaking:
        stall.voice.finish()
        stall.screen.settle()
    assert stall.voice.log[-1].rate < 100
    assert stall.voice.log[-1].text.replace(", ", "").replace(". ", "") == reference
    stall.press("Spell my reference")
    words = {"7": "7", "F": "Foxtrot", "K": "Kilo", "Z": "Zulu", "A": "Alpha"}
    said = stall.spoken[-1].replace(".", ",").split(", ")
    assert len([word for word in said if word]) == len(reference)
    assert all(said[place].rstrip(",")[0] == sign for place, sign in enumerate(reference))
    assert all(
        said[place].rstrip(",") == words[sign] for place, sign in enumerate(reference) if sign in words
    )
