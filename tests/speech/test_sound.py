"""From `speak` to a sound server and back through its recorder: what would be heard."""

import time

import pytest

from kiosk.errors import ErrorCode
from kiosk.speech.render import Renderer
from kiosk.speech.speaker import Speaker

QUESTION = "How much do you agree?"

pytestmark = pytest.mark.slow


def test_what_is_spoken_is_heard_as_loud_as_asked_and_stops(recorder, heard) -> None:
    speaker = Speaker(heard.started, heard.word, heard.finished, heard.failed)
    peaks = {}
    for gain in (1.0, 0.3, 0.0):
        speaker.volume(gain)
        begun = time.monotonic()
        number = speaker.speak(QUESTION, "en", 200)
        assert heard.until("finished", number, True)
        recorder.until_moment(time.monotonic())
        peaks[gain] = recorder.peak(begun, time.monotonic())
    assert peaks[1.0] > 5000
    assert peaks[0.3] == pytest.approx(0.3 * peaks[1.0], rel=0.1)
    assert peaks[0.0] == 0

    speaker.volume(1.0)
    asked = time.monotonic()
    number = speaker.speak(QUESTION, "en")
    assert recorder.until_sound(asked) - asked < 1.0
    stopped = time.monotonic()
    speaker.stop()
    assert heard.until("finished", number, False)
    recorder.until_moment(stopped + 0.5)
    assert recorder.peak(stopped + 0.1, stopped + 0.5) == 0

    # what was cut off is not heard at the start of the next words
    asked = time.monotonic()
    quiet = speaker.speak("…", "en")
    assert heard.until("finished", quiet, True)
    recorder.until_moment(time.monotonic() + 0.1)
    assert recorder.peak(asked, time.monotonic()) == 0
    speaker.close()


def test_a_sound_device_that_goes_away_is_told_and_used_again_when_it_is_back(recorder, heard) -> None:
    with Renderer() as renderer:
        assert renderer.sound() == "PulseAudio"
    speaker = Speaker(heard.started, heard.word, heard.finished, heard.failed)
    number = speaker.speak(QUESTION * 5, "en")
    assert heard.until_word(number)
    recorder.stop()
    assert heard.until("failed", number, ErrorCode.NO_SOUND)
    assert heard.until("finished", number, False)
    recorder.start()
    number = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", number, True)
    assert not heard.of("failed", number)
    speaker.close()
