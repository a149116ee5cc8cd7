"""Every kind of speaker keeps the same contract; the silent one also keeps a log."""

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode
from kiosk.speech.silent import SilentSpeaker

QUESTION = "How much do you agree?"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def silent(heard, clock) -> SilentSpeaker:
    return SilentSpeaker(heard.started, heard.word, heard.finished, heard.failed, clock=clock)


@pytest.fixture(params=["speaker", "silent"])
def output(request: pytest.FixtureRequest):
    return request.getfixturevalue(request.param)


def test_ids_rise_and_a_cut_utterance_ends_before_the_next_starts(output, heard) -> None:
    first = output.speak(QUESTION, "en")
    assert heard.until("started", first)
    second = output.speak(QUESTION, "en")
    assert heard.until("started", second)
    output.stop()
    assert heard.until("finished", second, False)
    assert second > first
    told = [facts for facts in heard.told if facts[0] != "word"]
    assert told == [
        ("started", first),
        ("finished", first, False),
        ("started", second),
        ("finished", second, False),
    ]


def test_a_missing_voice_is_told_and_ends_the_utterance(output, heard) -> None:
    number = output.speak("Iska warran", "so")
    assert heard.until("finished", number, False)
    assert heard.told == [("failed", number, ErrorCode.NO_VOICE), ("finished", number, False)]


def test_stopping_and_closing_in_silence_do_no_harm(output, heard) -> None:
    output.stop()
    output.volume(0.5)
    output.warm()
    output.close()
    assert heard.told == []


def test_the_log_says_what_was_said_how_when_and_for_how_long(silent, clock) -> None:
    silent.volume(0.5)
    silent.speak(QUESTION, "en", 200)
    clock.advance(0.2)
    silent.speak("Dziękuję", "pl")
    clock.advance(60)
    assert silent.speaking is None
    first, second = silent.log
    assert (first.text, first.language, first.rate, first.time, first.volume) == (QUESTION, "en", 200, 0, 0.5)
    assert (first.ended, first.completed) == (0.2, False)
    assert second.completed
    assert 0.2 < second.ended < 5


def test_a_test_can_let_words_be_heard_and_an_utterance_end(silent, heard) -> None:
    number = silent.speak(QUESTION, "en")
    silent.word(0, 3)
    silent.finish()
    assert heard.told == [("started", number), ("word", number, 0, 3), ("finished", number, True)]
