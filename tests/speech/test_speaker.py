"""What whoever listens to a speaker is told, whatever happens to its worker."""

import os
import random
import signal
import subprocess
import sys
import time
import wave

import pytest

from kiosk.errors import ErrorCode
from kiosk.speech import keeper
from kiosk.speech.render import render
from kiosk.speech.speaker import Speaker

QUESTION = "How much do you agree?"
LONG = "Thank you for coming to the community event today, it matters a great deal. " * 5

posix_only = pytest.mark.skipif(
    not hasattr(signal, "SIGSTOP"), reason="a worker is made to hang by a POSIX signal"
)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr(keeper, "WATCHDOG", 0.6)
    return 0.6


@pytest.fixture
def recording(tmp_path, tone):
    path = tmp_path / "clip.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(tone(0.4).tobytes())
    return path


def test_nothing_runs_before_the_first_words(speaker) -> None:
    assert speaker.worker_pid is None


def test_an_utterance_starts_goes_word_by_word_and_finishes(speaker, heard) -> None:
    number = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", number, True)
    words = [QUESTION[start : start + length] for _, _, start, length in heard.of("word", number)]
    assert words == ["How", "much", "do", "you", "agree"]
    assert heard.told[0] == ("started", number)
    assert heard.told[-1] == ("finished", number, True)


def test_words_are_told_when_they_are_heard_and_not_before(speaker, heard) -> None:
    sound = render(QUESTION, "en")
    number = speaker.speak(QUESTION, "en")
    assert heard.until("finished", number, True)
    began = heard.time_of("started", number)
    for mark, told in zip(sound.marks, heard.of("word", number), strict=True):
        late = heard.time_of(*told) - began - mark.at / 1000
        assert -0.03 < late < 0.5
    assert heard.time_of("finished", number, True) - began > sound.seconds - 0.03


def test_new_words_cut_off_the_old_ones_which_are_never_heard_of_again(speaker, heard) -> None:
    first = speaker.speak(LONG, "en")
    assert heard.until_word(first)
    second = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", second, True)
    cut = heard.told.index(("finished", first, False))
    assert all(facts[1] == second for facts in heard.told[cut + 1 :])


def test_stop_ends_what_is_being_said(speaker, heard) -> None:
    number = speaker.speak(LONG, "en")
    assert heard.until_word(number)
    asked = time.monotonic()
    speaker.stop()
    assert heard.until("finished", number, False)
    assert heard.time_of("finished", number, False) - asked < 0.2
    assert not heard.of("failed", number)


def test_nothing_to_say_is_said_at_once(speaker, heard) -> None:
    assert heard.until("finished", speaker.speak("", "en"), True)


def test_without_a_voice_the_fault_is_told_and_the_next_words_are_heard(speaker, heard) -> None:
    number = speaker.speak("Iska warran", "so")
    wrong_script = speaker.speak(QUESTION, "pa")
    after = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", after, True)
    for refused in (number, wrong_script):
        assert heard.of("failed", refused) == [("failed", refused, ErrorCode.NO_VOICE)]
        assert heard.of("finished", refused) == [("finished", refused, False)]


def test_a_recording_is_heard_even_in_a_language_without_a_voice(speaker, heard, recording) -> None:
    number = speaker.speak("Iska warran", "so", recording=recording)
    assert heard.until("finished", number, True)
    assert not heard.of("word", number)
    lasted = heard.time_of("finished", number, True) - heard.time_of("started", number)
    assert 0.3 < lasted < 1.0


def test_a_recording_is_heard_slower_too(speaker, heard, recording) -> None:
    number = speaker.speak("Iska warran", "so", 50, recording=recording)
    assert heard.until("finished", number, True)
    lasted = heard.time_of("finished", number, True) - heard.time_of("started", number)
    assert 0.65 < lasted < 1.3


def test_a_recording_that_cannot_be_read_gives_way_to_the_voice(speaker, heard, tmp_path) -> None:
    damaged = tmp_path / "clip.mp3"
    damaged.write_bytes(b"not a sound")
    number = speaker.speak(QUESTION, "en", 200, recording=damaged)
    unheard = speaker.speak("Iska warran", "so", recording=tmp_path / "missing.wav")
    assert heard.until("finished", unheard, False)
    assert heard.of("failed", unheard) == [("failed", unheard, ErrorCode.NO_VOICE)]
    number = speaker.speak(QUESTION, "en", 200, recording=damaged)
    assert heard.until("finished", number, True)
    assert heard.of("word", number)


def test_a_worker_killed_while_speaking_is_replaced_and_the_words_are_said_again(speaker, heard) -> None:
    number = speaker.speak(QUESTION, "en")
    assert heard.until_word(number)
    killed = speaker.worker_pid
    os.kill(killed, signal.SIGTERM)
    assert heard.until("finished", number, True)
    assert speaker.worker_pid != killed
    assert heard.of("word", number)[-1][2] == QUESTION.index("agree")
    assert len(heard.of("started", number)) == 1
    assert not heard.of("failed", number)


def test_a_worker_killed_twice_is_given_up_and_later_tried_again(speaker, heard, monkeypatch) -> None:
    monkeypatch.setattr(keeper, "REST", 0.0)
    number = speaker.speak(LONG, "en")
    assert heard.until_word(number)
    os.kill(first := speaker.worker_pid, signal.SIGTERM)
    told = len(heard.of("word", number))
    while len(heard.of("word", number)) == told:
        heard.until("nothing", within=0.05)
    assert speaker.worker_pid != first
    os.kill(speaker.worker_pid, signal.SIGTERM)
    assert heard.until("finished", number, False)
    assert heard.of("failed", number) == [("failed", number, ErrorCode.SPEECH_STOPPED)]
    assert heard.until("finished", speaker.speak(QUESTION, "en", 200), True)


def test_after_giving_up_there_is_a_rest_without_new_workers(speaker, heard, monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", sys.executable + "-that-is-not-there")
    first, second = speaker.speak(QUESTION, "en"), speaker.speak(QUESTION, "en")
    assert heard.until("finished", second, False)
    assert heard.of("failed", first) == [("failed", first, ErrorCode.SPEECH_STOPPED)]
    assert heard.of("failed", second) == [("failed", second, ErrorCode.SPEECH_STOPPED)]
    monkeypatch.undo()
    third = speaker.speak(QUESTION, "en")
    assert heard.until("failed", third, ErrorCode.SPEECH_STOPPED)


@posix_only
def test_a_worker_that_hangs_is_replaced_by_the_watchdog(speaker, heard, impatient) -> None:
    number = speaker.speak(LONG, "en")
    assert heard.until_word(number)
    os.kill(hung := speaker.worker_pid, signal.SIGSTOP)
    asked = time.monotonic()
    after = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", after, True)
    assert speaker.worker_pid != hung
    assert heard.time_of("started", after) - asked < impatient + 1.5


@posix_only
def test_a_worker_that_hangs_when_told_to_stop_is_ended(speaker, heard, impatient) -> None:
    number = speaker.speak(LONG, "en")
    assert heard.until_word(number)
    os.kill(speaker.worker_pid, signal.SIGSTOP)
    speaker.stop()
    while speaker.worker_pid is not None:
        heard.until("nothing", within=0.05)
    assert heard.of("finished", number) == [("finished", number, False)]


@posix_only
def test_cut_at_random_with_kills_and_hangs_nobody_waits_and_each_ends_once(
    speaker, heard, impatient
) -> None:
    chance = random.Random(7)
    longest = 0.0
    numbers = []
    for turn in range(60):
        asked = time.perf_counter()
        if chance.random() < 0.3:
            speaker.stop()
        speaker.volume(chance.random())
        numbers.append(speaker.speak(LONG, chance.choice(["en", "pl", "ro"]), chance.choice([50, 100, 200])))
        longest = max(longest, time.perf_counter() - asked)
        heard.until_word(numbers[-1], within=chance.uniform(0, 0.06))
        if turn % 12 == 5 and (worker := speaker.worker_pid):
            os.kill(worker, chance.choice([signal.SIGKILL, signal.SIGSTOP]))
    last = speaker.speak(QUESTION, "en", 200)
    assert heard.until("finished", last, True)
    assert longest < 0.1
    for number in numbers:
        assert heard.of("finished", number) == [("finished", number, False)]
        assert len(heard.of("started", number)) <= 1


def test_without_a_sound_device_it_is_told_once_and_each_utterance_ends(heard, monkeypatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.devnull)
    speaker = Speaker(heard.started, heard.word, heard.finished, heard.failed)
    first = speaker.speak(QUESTION, "en")
    assert heard.until("finished", first, False)
    second = speaker.speak(QUESTION, "en")
    assert heard.until("finished", second, False)
    speaker.close()
    assert heard.of("failed", first) == [("failed", first, ErrorCode.NO_SOUND)]
    assert not heard.of("failed", second)


def test_closing_ends_the_worker_and_what_was_being_said(heard) -> None:
    speaker = Speaker(heard.started, heard.word, heard.finished, heard.failed, pretend=True)
    number = speaker.speak(LONG, "en")
    assert heard.until_word(number)
    speaker.close()
    assert heard.told[-1] == ("finished", number, False)
    assert speaker.worker_pid is None


def test_a_worker_ends_with_the_kiosk() -> None:
    worker = subprocess.Popen(
        [sys.executable, "-m", "kiosk.speech.worker", "--pretend"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with worker:
        assert b"ready" in worker.stdout.readline()
        worker.stdin.close()
        assert worker.wait(5) == 0
