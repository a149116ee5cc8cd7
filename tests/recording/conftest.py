"""A recorder that keeps time as if it heard, and what it told."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.recording.recorder import Listeners, Recorder
from kiosk.recording.sound import Recording

PATIENCE = 15.0  # seconds: only a broken recorder ever takes that long


class Told:
    """What a recorder told, in order; `until` waits for it."""

    def __init__(self) -> None:
        self.facts: list[tuple] = []
        self._change = threading.Condition()
        self.listeners = Listeners(
            lambda job: self._note("begun", job),
            lambda job, seconds, level: self._note("heard", job, seconds, level),
            lambda job, recording: self._note("ended", job, recording),
            lambda job: self._note("failed", job),
        )

    def _note(self, *facts: object) -> None:
        with self._change:
            self.facts.append(facts)
            self._change.notify_all()

    def of(self, what: str, job: int) -> list[tuple]:
        return [facts for facts in self.facts if facts[:2] == (what, job)]

    def until(self, what: str, job: int) -> tuple:
        with self._change:
            assert self._change.wait_for(lambda: self.of(what, job), PATIENCE), self.facts
            return self.of(what, job)[0]

    def recording(self, job: int) -> Recording:
        return self.until("ended", job)[2]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def recorder(told: Told) -> Iterator[Callable[..., Recorder]]:
    made: list[Recorder] = []

    def make(*, pretend: bool = True) -> Recorder:
        made.append(Recorder(told.listeners, pretend=pretend))
        return made[-1]

    yield make
    for one in made:
        one.drop()
