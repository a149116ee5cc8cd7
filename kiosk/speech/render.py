"""Asking a worker for sound without playing it, and whether it could be played: tests, `listen`, `doctor`."""

import base64
import queue
from types import TracebackType
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.speech.child import Child
from kiosk.speech.engines.voices import choose_voice
from kiosk.speech.model import NORMAL_RATE, Mark, Rendering
from kiosk.speech.protocol import Ask, Job, Tell, job_line

PATIENCE = 20.0  # seconds for one answer


class Renderer:
    """A worker asked one thing at a time. A context manager."""

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._child = Child(lambda _, facts: self._told.put(facts), lambda _: self._told.put(None))

    def __enter__(self) -> "Renderer":
        return self

    def __exit__(self, kind: type | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._child.close()

    def render(self, text: str, language: str, rate: int = NORMAL_RATE) -> Rendering:
        """`text` as sound, at `rate` per cent; KioskError(NO_VOICE) or KioskError(SPEECH_STOPPED)."""
        voice = choose_voice(text, language)
        if voice is None:
            raise KioskError(ErrorCode.NO_VOICE, language=language)
        self._child.send(job_line(Ask.RENDER, Job(1, text, voice.name, rate)))
        facts = self._answer(Tell.RENDERED)
        return Rendering(base64.b64decode(facts["pcm"]), tuple(Mark(*mark) for mark in facts["marks"]))

    def sound(self) -> str:
        """What would be played through ("PulseAudio", "ALSA", …), or "" where there is no sound device."""
        self._child.ask(Ask.PROBE)
        return str(self._answer(Tell.PROBED)["sound"])

    def _answer(self, wanted: Tell) -> dict[str, Any]:
        while True:
            try:
                facts = self._told.get(timeout=PATIENCE)
            except queue.Empty:
                facts = None
            if facts is None:
                self._child.kill()
                raise KioskError(ErrorCode.SPEECH_STOPPED)
            if facts["is"] == wanted:
                return facts


def render(text: str, language: str, rate: int = NORMAL_RATE) -> Rendering:
    """`text` as sound, by a worker of its own; KioskError(NO_VOICE) or KioskError(SPEECH_STOPPED)."""
    with Renderer() as renderer:
        return renderer.render(text, language, rate)
