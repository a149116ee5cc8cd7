"""Who keeps the speech worker: starts it, hands it one utterance at a time, watches it, starts it again."""

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.errors import ErrorCode
from kiosk.speech.child import Child
from kiosk.speech.model import NORMAL_VOLUME, Listeners
from kiosk.speech.protocol import Ask, Job, Tell, job_line

WATCHDOG = 1.5  # seconds that a worker may give no sign of life
START_LIMIT = 8.0  # seconds that a worker may take to start, on a slow tablet with a cold disk
TRIES = 2  # an utterance is tried again once
REST = 5.0  # seconds without a new worker after one was given up

Step = Callable[[], None]


@dataclass
class _Utterance:
    """What is to be spoken now, and how far it has come."""

    job: Job
    sent: bool = False
    started: bool = False
    tries: int = 0


class Keeper:
    """Everything here runs on one thread, `run`; other threads only `post` steps to it."""

    def __init__(self, listeners: Listeners, *, pretend: bool) -> None:
        self._listeners = listeners
        self._pretend = pretend
        self._steps: queue.SimpleQueue[Step | None] = queue.SimpleQueue()
        self._child: Child | None = None
        self._untaken = 0  # the id that was sent and not yet taken: only one is ever on its way
        self._silencing = False
        self._due: float | None = None  # when the worker will have been quiet for too long
        self._now: _Utterance | None = None
        self._gain = NORMAL_VOLUME
        self._without_sound = False
        self._rest_until = 0.0

    def post(self, step: Step | None) -> None:
        """Have `step` done on the keeper's thread; None ends it. From any thread, at once."""
        self._steps.put(step)

    @property
    def child(self) -> Child | None:
        """The worker that runs now."""
        return self._child

    def run(self) -> None:
        """Do what is posted, and mind the clock while a worker owes us something."""
        while True:
            try:
                step = self._steps.get(timeout=self._patience())
            except queue.Empty:
                self._replace()
                continue
            if step is None:
                break
            step()
        self._finish(completed=False)
        if self._child:
            child, self._child = self._child, None
            child.close()

    # what the kiosk wants

    def speak(self, job: Job) -> None:
        self._finish(completed=False)
        self._now = _Utterance(job)
        if time.monotonic() < self._rest_until:
            self._fail(ErrorCode.SPEECH_STOPPED)
        else:
            self._send()

    def refuse(self, number: int) -> None:
        """Nothing can say this one: no voice, and no recording."""
        self.stop()
        self._listeners.failed(number, ErrorCode.NO_VOICE)
        self._listeners.finished(number, False)

    def stop(self) -> None:
        self._finish(completed=False)
        if self._child:
            self._silencing = True
            self._child.ask(Ask.STOP)
            self._expect()

    def volume(self, gain: float) -> None:
        self._gain = gain
        if self._child:
            self._child.ask(Ask.VOLUME, gain=gain)

    def warm(self) -> None:
        if self._child is None and time.monotonic() >= self._rest_until:
            self._start()

    # what the worker tells

    def _hear(self, child: Child, facts: dict[str, Any]) -> None:
        if child is not self._child:
            return
        if facts["is"] != Tell.TAKEN:  # that comes from the worker's ear: its voice may hang all the same
            self._due = None
        match facts["is"]:
            case Tell.TAKEN:
                self._untaken = 0
                self._send()
            case Tell.STOPPED:
                self._silencing = False
            case _ if self._now and self._now.sent and facts.get("id") == self._now.job.id:
                self._hear_utterance(self._now, facts)
        self._expect()

    def _hear_utterance(self, now: _Utterance, facts: dict[str, Any]) -> None:
        match facts["is"]:
            case Tell.STARTED:
                self._without_sound = False
                if not now.started:
                    now.started = True
                    self._listeners.started(now.job.id)
            case Tell.WORD:
                self._listeners.word(now.job.id, facts["start"], facts["length"])
            case Tell.FAILED:
                code = ErrorCode(facts["code"])
                if code is not ErrorCode.NO_SOUND or not self._without_sound:
                    self._listeners.failed(now.job.id, code)
                self._without_sound = self._without_sound or code is ErrorCode.NO_SOUND
                self._finish(completed=False)
            case Tell.FINISHED:
                self._finish(completed=facts["completed"])

    def _lose(self, child: Child) -> None:
        if child is self._child:
            self._replace()

    # the worker's life

    def _start(self) -> Child | None:
        """A new worker, or None where the system has no room for one."""
        try:
            self._child = Child(
                lambda child, facts: self.post(lambda: self._hear(child, facts)),
                lambda child: self.post(lambda: self._lose(child)),
                pretend=self._pretend,
            )
        except OSError:
            self._give_up()
            return None
        self._untaken, self._silencing = 0, False
        self._due = time.monotonic() + START_LIMIT
        self._child.ask(Ask.VOLUME, gain=self._gain)
        return self._child

    def _replace(self) -> None:
        """The worker died or hangs: end it, and try what it was saying once more with a new one."""
        child, self._child = self._child, None
        self._due = None
        if child:
            child.kill()
        if self._now is None:
            return
        self._now.tries += self._now.sent
        self._now.sent = False
        if self._now.tries >= TRIES:
            self._give_up()
        else:
            self._send()

    def _give_up(self) -> None:
        self._rest_until = time.monotonic() + REST
        self._fail(ErrorCode.SPEECH_STOPPED)

    def _send(self) -> None:
        """Send what is to be spoken, once the worker has taken what was sent before."""
        if self._now is None or self._now.sent or (self._child and self._untaken):
            return
        child = self._child or self._start()
        if child:
            self._now.sent = True
            self._untaken = self._now.job.id
            child.send(job_line(Ask.SPEAK, self._now.job))
            self._expect()

    def _expect(self) -> None:
        """From now, if not already, the worker owes a sign of life for what it was asked."""
        owes = self._untaken or self._silencing or (self._now and self._now.sent)
        if owes and self._due is None:
            self._due = time.monotonic() + WATCHDOG

    def _patience(self) -> float | None:
        """Seconds until the worker will have been quiet for too long; None while it owes nothing."""
        return None if self._due is None else max(self._due - time.monotonic(), 0.0)

    def _fail(self, code: ErrorCode) -> None:
        if self._now:
            self._listeners.failed(self._now.job.id, code)
        self._finish(completed=False)

    def _finish(self, *, completed: bool) -> None:
        now, self._now = self._now, None
        if now:
            self._listeners.finished(now.job.id, completed)
