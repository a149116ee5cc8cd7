"""Speaking an answer: record, stop, listen back, record again, delete. The kiosk is silent meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import ErrorCode, KioskError
from kiosk.recording.sound import LONGEST, Recording
from kiosk.words import Words
from ui.messages import message
from ui.viewmodels.qt import prop
from ui.viewmodels.question.offered import asked_words
from ui.viewmodels.question.spoken import TAKING, State, main_of, minutes, text_of

if TYPE_CHECKING:
    from kiosk.recording.recorder import Listeners
    from kiosk.visit.visit import Visit


class Takes(Protocol):
    """What is needed of a recorder (kiosk/recording)."""

    def record(self, most: float = ..., bits: int = ...) -> int: ...
    def play(self, recording: Recording, gain: float) -> int: ...
    def stop(self) -> None: ...
    def drop(self) -> None: ...


class SpeakingModel(QObject):
    """One spoken answer. It goes into the visit as soon as it is recorded; `closed` when Done is pressed."""

    changed = Signal()
    moved = Signal()  # the time, and how loud it is
    closed = Signal()
    typingAsked = Signal()
    said = Signal(str)
    begunBy = Signal(int)  # these four from the recorder's thread
    heardBy = Signal(int, float, float)
    endedBy = Signal(int, object)
    failedBy = Signal(int)

    def __init__(
        self,
        words: Callable[[], Words],
        *,
        open_recorder: Callable[[Listeners], Takes],
        gain: Callable[[], float],
    ) -> None:
        super().__init__()
        self._words = words
        self._open_recorder = open_recorder
        self._gain = gain
        self._recorder: Takes | None = None
        self._clear()
        self.begunBy.connect(self._begun)
        self.heardBy.connect(self._heard)
        self.endedBy.connect(self._ended)
        self.failedBy.connect(self._failed)

    def _clear(self) -> None:
        self._visit: Visit | None = None
        self._path = ""
        self._state = State.READY
        self._job = 0
        self._seconds = self._level = 0.0
        self._most = 0.0
        self._fault = ""
        self._stopped = self._closing = False

    # --- what the kiosk does with it

    def begin(self, visit: Visit) -> None:
        """Speak the visit's present answer, or hear it again."""
        self._clear()
        self._visit, self._path = visit, visit.path
        self._become(State.KEPT if visit.recording else State.READY)

    def pause(self) -> None:
        """Another page comes over this one: what was said so far is kept."""
        if self._recorder and self._state in (*TAKING, State.PLAYING):
            self._stopped = True
            self._recorder.stop()

    def forget(self) -> None:
        """Nothing of what was said stays here, and nobody listens any more."""
        if self._recorder:
            self._recorder.drop()
        self._clear()
        self.changed.emit()
        self.moved.emit()

    @property
    def recorder(self) -> Takes | None:
        """What records here, once something did."""
        return self._recorder

    @property
    def hushed(self) -> bool:
        """Whether the kiosk must not speak, or it would record and drown itself."""
        return self._state in (*TAKING, State.PLAYING)

    # --- what the recorder tells

    def _recording(self) -> Takes:
        if self._recorder is None:
            from kiosk.recording.recorder import Listeners  # noqa: PLC0415 - few visits speak

            listeners = Listeners(self.begunBy.emit, self.heardBy.emit, self.endedBy.emit, self.failedBy.emit)
            self._recorder = self._open_recorder(listeners)
        return self._recorder

    @Slot(int)
    def _begun(self, job: int) -> None:
        if job == self._job and self._state is State.OPENING:
            self._become(State.RECORDING)

    @Slot(int, float, float)
    def _heard(self, job: int, seconds: float, level: float) -> None:
        if job == self._job:
            self._seconds, self._level = seconds, level
            self.moved.emit()

    @Slot(int, object)
    def _ended(self, job: int, recording: Recording | None) -> None:
        if job != self._job or self._visit is None:
            return
        if recording and self._visit.path == self._path:
            self._visit.answer(recording)
        kept = self._visit.recording is not None
        self._become(State.KEPT if kept else State.READY)
        if self._closing:
            return self.closed.emit()
        return self.said.emit(self.text) if recording else None

    @Slot(int)
    def _failed(self, job: int) -> None:
        if job != self._job or self._visit is None:
            return
        playing = self._state is State.PLAYING
        code = ErrorCode.NO_SOUND if playing else ErrorCode.NO_MICROPHONE
        self._fault = message(KioskError(code), self._words())
        self._become(State.FAILED)
        if self._closing:
            return self.closed.emit()
        return self.said.emit(self._fault)

    # --- what the page shows

    def _become(self, state: State) -> None:
        self._state = state
        self._level = 0.0
        self.changed.emit()
        self.moved.emit()

    def _label(self) -> str:
        return asked_words(self._visit.question, self._words()) if self._visit else ""

    def _text(self) -> str:
        if self._visit is None:
            return ""
        if self._state is State.FAILED:
            return self._fault
        full = self._most > 0 and self._seconds >= self._most and not self._stopped
        return text_of(self._state, self._visit, self._words(), full=full)

    def _main(self) -> dict[str, str]:
        return main_of(self._state, self._words())

    def _clock(self) -> str:
        shown = self._state is State.RECORDING
        return f"{minutes(self._seconds)} / {minutes(self._most)}" if shown else ""

    def _is(self, *states: State) -> bool:
        return self._state in states

    question = prop(str, _label, notify=changed)
    text = prop(str, _text, notify=changed)
    main = prop("QVariantMap", _main, notify=changed)
    recording = prop(bool, lambda self: self._is(State.RECORDING), notify=changed)
    kept = prop(bool, lambda self: self._is(State.KEPT), notify=changed)
    typable = prop(bool, lambda self: self._is(State.READY, State.FAILED), notify=changed)
    finishable = prop(bool, lambda self: self._is(*TAKING, State.KEPT, State.PLAYING), notify=changed)
    clock = prop(str, _clock, notify=moved)
    level = prop(float, lambda self: self._level, notify=moved)

    # --- what a resident does

    @Slot()
    def press(self) -> None:
        """The large button."""
        visit = self._visit
        if visit is None:
            return
        if self._state in (*TAKING, State.PLAYING):
            self.pause()
        elif self._state is State.KEPT and visit.recording:
            self._state = State.PLAYING  # at once: not a word over it
            self._job = self._recording().play(visit.recording, self._gain())
            self._become(State.PLAYING)
        else:
            self.again()

    @Slot()
    def again(self) -> None:
        """Record; what was recorded before stays until there is something new."""
        if self._visit is None:
            return
        before = self._visit.recording.seconds if self._visit.recording else 0.0
        self._seconds, self._stopped = 0.0, False
        self._most = min(self._visit.spoken.left + before, LONGEST)
        self._state = State.OPENING
        self._job = self._recording().record(self._most)
        self._become(State.OPENING)

    @Slot()
    def delete(self) -> None:
        """Nothing is kept of it."""
        if self._visit:
            self._visit.answer("")
            self._become(State.READY)
            self.said.emit(self._words()("Deleted."))

    @Slot()
    def type(self) -> None:
        """Rather by keys."""
        self.typingAsked.emit()

    @Slot()
    def done(self) -> None:
        """Back to the question; a recording that goes on ends first, and is kept."""
        self._closing = self._state in TAKING
        self.pause()
        if not self._closing:
            self.closed.emit()
