"""Again, on, hushed, spelt, in every language, from recordings, and marked as it is read (SPEECH.md)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.pack.model import Text
from kiosk.words import Words

QUESTION = ("Help design the park", "Start", "Continue")
OFTEN = "How often do you go to a park now?"
NAME = "What name should we use?"


@pytest.fixture
def asked(stall):
    stall.press(*QUESTION, "Listen")
    return stall


def entry(spoken):
    return spoken.text, spoken.language, spoken.rate, spoken.volume


def marked(stall):
    """The word that is underlined, if any is."""
    texts = [
        item for item in walk(stall.kiosk.window.contentItem()) if (item.property("markStart") or 0) >= 0
    ]
    found = [item for item in texts if item.property("markStart") is not None and item.isVisible()]
    return [
        item.property("text")[item.property("markStart") :][: item.property("markLength")] for item in found
    ]


def walk(item):
    for child in item.childItems():
        yield child
        yield from walk(child)


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


# --- marked as it is read


def test_the_word_that_is_heard_is_marked_on_the_page(asked):
    page = asked.voice.log[-1].text
    for word in ("often", "park", "press"):
        asked.voice.word(page.index(word), len(word))
        asked.screen.settle()
        assert marked(asked) == ([word] if word in OFTEN else [])
    asked.voice.word(page.index("often"), 5)
    asked.screen.settle()
    asked.voice.finish()
    asked.screen.settle()
    assert marked(asked) == []


def test_a_mark_is_gone_with_any_key_and_with_the_page(asked):
    page = asked.voice.log[-1].text
    for away in (lambda: asked.key(Qt.Key.Key_Shift), lambda: asked.press("Continue")):
        asked.voice.word(page.index("often"), 5) if asked.voice.speaking else asked.kiosk.narrator.again()
        asked.screen.settle()
        away()
        assert marked(asked) == []


def test_what_an_older_utterance_tells_marks_nothing(asked):
    narrator = asked.kiosk.narrator
    narrator.heard.emit(99, asked.voice.log[-1].text.index("often"), 5)
    asked.screen.settle()
    assert marked(asked) == []


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


# --- personal details (row 10) and errors (rows 8 and 9)


def to_the_name(stall):
    stall.press("Join in, share a skill", "Start", "Yes", "Skip", "Skip", "E-mail", "Continue")
    for _ in range(5):
        stall.press("Yes", "Continue")
    stall.press("Continue")
    assert stall.heading == NAME


def test_details_are_said_after_a_yes_and_no_longer_than_the_visit(stall):
    stall.press("Listen")
    to_the_name(stall)
    stall.press(NAME)
    stall.screen.write("Zq")
    assert "Z" not in "".join(stall.spoken[-2:])
    stall.press("Done")
    assert "Zq" not in " ".join(stall.spoken)
    stall.press("Read my details aloud")
    assert stall.spoken[-1] == "Read my details aloud, chosen"
    stall.press(NAME)
    assert "Zq" in stall.spoken[-1]
    stall.screen.write("x")
    assert stall.spoken[-1] == "x"
    stall.model.wipe()
    assert not stall.kiosk.look.manner.details


def test_nobody_is_asked_about_details_who_does_not_listen(stall):
    to_the_name(stall)
    assert "Read my details aloud" not in stall.everywhere()


def test_a_finger_does_not_find_out_details_on_check(stall, request):
    stall.press("Listen")
    to_the_name(stall)
    stall.write(NAME, "Zqxwv")
    stall.press("Continue")
    stall.write("What is your e-mail address?", "zqxwv@example.org")
    stall.press("Continue", "Continue")
    assert stall.page == "check"
    for seen in stall.screen.controls():
        stall.kiosk.senses.explorer._meet(seen.rect.center().toPointF())
    assert "zqxwv" not in " ".join(stall.spoken).casefold()


def test_what_is_wrong_takes_the_keys_and_leads_to_the_field(asked):
    minutes = "How many minutes would you walk to a park?"
    asked.press("Skip", "Skip")
    asked.write(minutes, "500")
    asked.press("Continue")
    assert asked.focused == "Please write a number from 0 to 180."
    assert asked.spoken[-1].startswith("Please write a number from 0 to 180.")
    asked.press("Continue")
    assert asked.focused == "Please write a number from 0 to 180.", "and every time"
    asked.key(Qt.Key.Key_Return)
    assert asked.focused == minutes
    assert asked.spoken[-1] == f"{minutes}, a place to write, 500"


# --- what is typed


def test_a_real_keyboard_is_heard_too(asked):
    asked.press("Skip", "Something else", "Continue", "What else? Please say.")
    for text, key, name in (
        ("a", Qt.Key.Key_A, "a"),
        ("B", Qt.Key.Key_B, "capital B"),
        (",", Qt.Key.Key_Comma, "comma"),
        ("", Qt.Key.Key_Backspace, "Delete"),
    ):
        asked.key(key, text)
        assert asked.spoken[-1] == name
    assert asked.model.typing.text == "aB"


def test_the_keys_of_the_screen_keep_the_keys_of_a_keyboard(asked):
    asked.press("Skip", "Something else", "Continue", "What else? Please say.")
    while asked.focused != "capital Q":
        asked.key(Qt.Key.Key_Tab)
    asked.key(Qt.Key.Key_Return)
    assert (asked.focused, asked.model.typing.text) == ("q", "Q")
    asked.key(Qt.Key.Key_Down)
    assert asked.focused == "a"
    asked.key(Qt.Key.Key_Right)
    assert asked.focused == "s"
    asked.key(Qt.Key.Key_Up)
    assert asked.focused == "w"
