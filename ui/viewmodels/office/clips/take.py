"""One clip in the making: recorded, made ready, heard, recorded again. Nothing of it is kept here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.editing.clips.sound import as_kept, made_ready
from kiosk.recording.sound import RATE, Recording, UnreadableError, samples_of
from ui.jobs import Job, note_bug

if TYPE_CHECKING:
    from ui.surroundings import OpenRecorder
    from ui.viewmodels.question.speaking import Takes

LONGEST = 60.0  # seconds: no text of an event takes longer
BITS = 128  # kbit/s while it is recorded: it is written anew, smaller, when it is kept


class Stage(StrEnum):
    READY = "ready"
    OPENING = "opening"
    RECORDING = "recording"
    PREPARING = "preparing"
    MADE = "made"
    PLAYING = "playing"
    SILENT = "silent"  # nobody was heard
    NO_MICROPHONE = "no-microphone"
    NO_SOUND = "no-sound"


class Take(QObject):
    """`sound` is the clip that was made; `had` the recording that there was before."""

    changed = Signal()
    moved = Signal()  # the time, and how loud it is
    begunBy = Signal(int)  # these four from the recorder's thread
    heardBy = Signal(int, float, float)
    endedBy = Signal(int, object)
    failedBy = Signal(int)

    def __init__(
        self, open_recorder: OpenRecorder | None, hush: Callable[[], AbstractContextManager[None]]
    ) -> None:
        super().__init__()
        self._open_recorder = open_recorder
        self._hush = hush
        self._hushed = ExitStack()
        self._recorder: Takes | None = None
        self._job = 0
        self._making: Job | None = None
        self.begin()
        self.begunBy.connect(self._begun)
        self.heardBy.connect(self._heard)
        self.endedBy.connect(self._ended)
        self.failedBy.connect(self._failed)

    def begin(self, had: bytes = b"") -> None:
        """Another text: what was recorded for the last one is gone."""
        self.drop()
        self.had = had
        self.sound = b""
        self.seconds = self.level = 0.0
        self.stage = Stage.READY
        self.changed.emit()

    def drop(self) -> None:
        """Nobody listens or plays any more."""
        if self._recorder:
            self._recorder.drop()
        self._job = 0
        self._making = None
        self._hushed.close()

    # --- pressed

    def record(self) -> None:
        self.seconds, self.sound = 0.0, b""
        recorder = self._recording()
        if recorder is None:
            return self._become(Stage.NO_MICROPHONE)
        self._quiet()
        self._become(Stage.OPENING)
        self._job = recorder.record(LONGEST, BITS)
        return None

    def listen(self) -> None:
        """To the clip that was made, or else to the one that was there."""
        heard, recorder = self.sound or self.had, self._recording()
        if heard and recorder is not None:
            self._quiet()
            self._become(Stage.PLAYING)
            self._job = recorder.play(Recording(heard, 0.0), 1.0)

    def stop(self) -> None:
        if self._recorder:
            self._recorder.stop()

    @property
    def busy(self) -> bool:
        return self.stage in (Stage.OPENING, Stage.RECORDING, Stage.PREPARING, Stage.PLAYING)

    # --- what the recorder tells

    def _recording(self) -> Takes | None:
        if self._recorder is None and self._open_recorder is not None:
            from kiosk.recording.recorder import Listeners  # noqa: PLC0415 - where somebody records

            listeners = Listeners(self.begunBy.emit, self.heardBy.emit, self.endedBy.emit, self.failedBy.emit)
            self._recorder = self._open_recorder(listeners)
        return self._recorder

    def _quiet(self) -> None:
        self._hushed.close()
        self._hushed.enter_context(self._hush())

    def _become(self, stage: Stage) -> None:
        self.stage = stage
        self.level = 0.0
        if not self.busy:
            self._hushed.close()
        self.changed.emit()
        self.moved.emit()

    @Slot(int)
    def _begun(self, job: int) -> None:
        if job == self._job and self.stage is Stage.OPENING:
            self._become(Stage.RECORDING)

    @Slot(int, float, float)
    def _heard(self, job: int, seconds: float, level: float) -> None:
        if job == self._job:
            self.seconds, self.level = seconds, level
            self.moved.emit()

    @Slot(int, object)
    def _ended(self, job: int, recording: Recording | None) -> None:
        if job != self._job:
            return None
        if recording is not None:
            return self._prepare(recording)
        if self.stage is Stage.PLAYING:
            return self._become(Stage.MADE if self.sound else Stage.READY)
        return self._become(Stage.SILENT)

    @Slot(int)
    def _failed(self, job: int) -> None:
        if job == self._job:
            self._become(Stage.NO_SOUND if self.stage is Stage.PLAYING else Stage.NO_MICROPHONE)

    # --- made ready, off the window's thread

    def _prepare(self, recording: Recording) -> None:
        self._become(Stage.PREPARING)
        job = self._making = Job(lambda _progress: prepared(recording), self)
        job.finished.connect(lambda sound: self._prepared(job, sound))
        job.failed.connect(note_bug)
        job.failed.connect(lambda _fault: self._prepared(job, b""))
        job.start()

    def wait(self) -> None:
        """Until it is made ready: for tests."""
        if self._making is not None:
            self._making.wait()

    def _prepared(self, job: Job, sound: bytes) -> None:
        if job is self._making:
            self._making = None
            self.sound = sound
            self._become(Stage.MADE if sound else Stage.SILENT)


def prepared(recording: Recording) -> bytes:
    """The clip as it is kept, MP3; nothing where nobody is heard in it."""
    try:
        clip = made_ready(samples_of(recording.sound, RATE))
    except UnreadableError:
        return b""
    return as_kept(clip) if clip else b""
