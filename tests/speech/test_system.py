"""A worker that speaks with an engine of the system: here pyttsx3's own dummy, which has English only."""

import json
import subprocess
import sys

import pytest

from kiosk.speech.engines.system import SystemVoice
from kiosk.speech.protocol import Ask, Job, job_line

QUESTION = "How much do you agree?"


@pytest.fixture
def told_by():
    """Sends jobs to a worker and gives what it told until its input ended."""

    def ask(*jobs: Job) -> list[dict]:
        command = [sys.executable, "-m", "kiosk.speech.worker", "--pretend", "--engine=dummy"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
            told = []
            for job in jobs:
                worker.stdin.write(job_line(Ask.SPEAK, job))
                worker.stdin.flush()
                while not told or told[-1]["is"] != "finished" or told[-1]["id"] != job.id:
                    told.append(json.loads(worker.stdout.readline()))
            worker.stdin.close()
        return told

    return ask


def test_the_system_voice_is_told_of_like_our_own(told_by) -> None:
    told = told_by(Job(1, QUESTION, "gmw/en", 100), Job(2, "And now", "gmw/en", 200))
    words = [
        QUESTION[one["start"] :][: one["length"]] for one in told if one["is"] == "word" and one["id"] == 1
    ]
    assert words == ["How", "much", "do", "you", "agree"]
    for number in (1, 2):
        ends = [one["is"] for one in told if one.get("id") == number and one["is"] not in ("word", "taken")]
        assert ends == ["started", "finished"]


def test_a_language_that_the_system_lacks_has_no_voice(told_by) -> None:
    told = told_by(Job(1, "Dzień dobry", "zlw/pl", 100))
    assert [one.get("code") for one in told if one["is"] == "failed"] == ["no-voice"]


def test_it_stops_when_cancelled() -> None:
    heard = []
    asked = iter([False, True])
    voice = SystemVoice("dummy")
    # an engine that never says it has finished
    voice._engine.say = lambda text: None
    assert voice.speak(QUESTION, "en", 100, 1.0, hear=heard.append, cancelled=lambda: next(asked))
    assert heard == [None]
