"""The keeper of the worker, with workers that say what the test has them say."""

import json
import threading

import pytest

from kiosk.errors import ErrorCode
from kiosk.speech import keeper as keepers
from kiosk.speech.keeper import Keeper
from kiosk.speech.model import Listeners
from kiosk.speech.protocol import Ask, Job, Tell


class MadeUpWorker:
    def __init__(self, on_told, on_gone, *, pretend: bool) -> None:
        self.asked: list[tuple[str, int | None]] = []
        self.killed = False
        self._on_told = on_told
        self._on_gone = on_gone

    def send(self, message: bytes) -> None:
        facts = json.loads(message)
        self.asked.append((facts["is"], facts["id"]))

    def ask(self, what: Ask, **facts: object) -> None:
        self.asked.append((what, None))

    def tell(self, what: Tell, **facts: object) -> None:
        self._on_told(self, {"is": what, **facts})

    def go(self) -> None:
        self._on_gone(self)

    def kill(self) -> None:
        self.killed = True

    def close(self) -> None:
        pass

    @property
    def jobs(self) -> list[int | None]:
        return [number for what, number in self.asked if what == Ask.SPEAK]


class Stage:
    """A keeper that runs, and the workers it has started so far."""

    def __init__(self, heard, monkeypatch: pytest.MonkeyPatch) -> None:
        self.workers: list[MadeUpWorker] = []
        monkeypatch.setattr(keepers, "Child", self._hire)
        listeners = Listeners(heard.started, heard.word, heard.finished, heard.failed)
        self.keeper = Keeper(listeners, pretend=True)
        self._thread = threading.Thread(target=self.keeper.run)
        self._thread.start()

    def _hire(self, on_told, on_gone, *, pretend: bool) -> MadeUpWorker:
        self.workers.append(MadeUpWorker(on_told, on_gone, pretend=pretend))
        return self.workers[-1]

    def speak(self, number: int) -> None:
        self.keeper.post(lambda: self.keeper.speak(Job(number, "words", "gmw/en", 100)))
        self.settle()

    def stop(self) -> None:
        self.keeper.post(self.keeper.stop)
        self.settle()

    def settle(self) -> None:
        done = threading.Event()
        self.keeper.post(done.set)
        assert done.wait(5)

    def close(self) -> None:
        self.keeper.post(None)
        self._thread.join(5)


@pytest.fixture
def stage(heard, monkeypatch):
    stage = Stage(heard, monkeypatch)
    yield stage
    stage.close()


def test_only_one_utterance_is_ever_on_its_way_and_the_newest_follows(stage) -> None:
    for number in (1, 2, 3):
        stage.speak(number)
    (worker,) = stage.workers
    assert worker.jobs == [1]
    worker.tell(Tell.TAKEN, id=1)
    stage.settle()
    assert worker.jobs == [1, 3]


def test_what_a_worker_says_of_an_older_utterance_is_dropped(stage, heard) -> None:
    stage.speak(1)
    stage.speak(2)
    (worker,) = stage.workers
    worker.tell(Tell.TAKEN, id=1)
    worker.tell(Tell.STARTED, id=1)
    worker.tell(Tell.WORD, id=1, start=0, length=5)
    worker.tell(Tell.FINISHED, id=1, completed=True)
    stage.settle()
    assert heard.told == [("finished", 1, False)]


def test_what_a_replaced_worker_says_is_dropped(stage, heard) -> None:
    stage.speak(1)
    old = stage.workers[0]
    old.go()
    stage.settle()
    old.tell(Tell.STARTED, id=1)
    old.tell(Tell.FAILED, id=1, code=ErrorCode.NO_SOUND)
    old.go()
    stage.settle()
    assert heard.told == []
    new = stage.workers[1]
    assert new.jobs == [1]
    assert not new.killed
    new.tell(Tell.FINISHED, id=1, completed=True)
    stage.settle()
    assert heard.told == [("finished", 1, True)]


def test_a_worker_that_hears_but_does_not_speak_is_replaced(stage, heard, monkeypatch) -> None:
    monkeypatch.setattr(keepers, "WATCHDOG", 0.05)
    monkeypatch.setattr(keepers, "START_LIMIT", 60)
    stage.speak(1)
    for worker_number in (0, 1):
        stage.workers[worker_number].tell(Tell.READY)
        stage.workers[worker_number].tell(Tell.TAKEN, id=1)
        assert heard.until("nothing", within=0.15) is False
    assert heard.told == [("failed", 1, ErrorCode.SPEECH_STOPPED), ("finished", 1, False)]
    assert [worker.killed for worker in stage.workers] == [True, True]


def test_taking_new_words_all_the_time_does_not_hide_that_none_are_spoken(stage, heard, monkeypatch) -> None:
    monkeypatch.setattr(keepers, "WATCHDOG", 0.1)
    for number in range(1, 10):
        stage.speak(number)
        if number == 1:
            stage.workers[0].tell(Tell.READY)
        stage.workers[0].tell(Tell.TAKEN, id=number)
        heard.until("nothing", within=0.03)
    assert stage.workers[0].killed


def test_a_worker_that_does_not_answer_a_stop_is_ended_even_in_silence(stage, heard, monkeypatch) -> None:
    monkeypatch.setattr(keepers, "WATCHDOG", 0.05)
    stage.speak(1)
    (worker,) = stage.workers
    worker.tell(Tell.TAKEN, id=1)
    worker.tell(Tell.FINISHED, id=1, completed=True)
    stage.settle()
    heard.until("nothing", within=0.1)
    assert not worker.killed
    stage.stop()
    heard.until("nothing", within=0.15)
    assert worker.killed


def test_a_new_worker_is_told_the_volume(stage) -> None:
    stage.keeper.post(lambda: stage.keeper.volume(0.5))
    stage.speak(1)
    assert stage.workers[0].asked == [(Ask.VOLUME, None), (Ask.SPEAK, 1)]
