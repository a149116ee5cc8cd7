"""The system's own voice (SAPI5 on Windows), for a machine where the wheel's library cannot be loaded."""

import time
from collections.abc import Callable
from typing import Any

from kiosk.speech.marks import Marker
from kiosk.speech.model import Mark, words_a_minute

TURN = 0.01  # seconds between turns of the engine's loop


class SystemVoice:
    """A pyttsx3 engine that plays for itself, driven from outside (its own loop never comes back).

    Tried with pyttsx3's dummy engine only: SAPI5 itself, on Windows, has not been tried.
    It belongs to the thread that builds it. `engine` is pyttsx3's name for the driver.
    """

    def __init__(self, engine: str) -> None:
        from pyttsx3.engine import Engine  # noqa: PLC0415 - only where it is needed

        self._engine = Engine(engine)
        self._events: list[tuple[str, dict[str, Any]]] = []
        for topic in ("started-utterance", "started-word", "finished-utterance"):
            self._engine.connect(topic, self._listener(topic))
        self._engine.startLoop(False)

    def speak(
        self,
        text: str,
        language: str,
        rate: int,
        gain: float,
        *,
        hear: Callable[[Mark | None], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        """Say `text` and return when it was heard or cancelled; False where the system has no such voice.

        `hear` is told of the start (None) and of each word; `cancelled` is asked about every TURN.
        """
        voices = [voice for voice in self._engine.getProperty("voices") if _speaks(voice, language)]
        if not voices:
            return False
        if self._engine.getProperty("voice") != voices[0].id:
            self._engine.setProperty("voice", voices[0].id)
        self._engine.setProperty("rate", words_a_minute(rate))
        self._engine.setProperty("volume", gain)
        marker = Marker(text)
        self._events.clear()
        if text.strip():
            self._engine.say(text)
            hear(None)
            while self._turn(marker, hear):
                if cancelled():
                    self._engine.stop()
                    break
        return True

    def _turn(self, marker: Marker, hear: Callable[[Mark | None], None]) -> bool:
        """One turn of the engine's loop; False once the utterance is over."""
        self._engine.iterate()
        events, self._events[:] = self._events[:], []
        for topic, facts in events:
            mark = marker.snap(facts["location"], 0) if topic == "started-word" else None
            if mark:
                hear(mark)
        if any(topic == "finished-utterance" for topic, _ in events):
            return False
        time.sleep(TURN)
        return True

    def _listener(self, topic: str) -> Callable[..., None]:
        return lambda **facts: self._events.append((topic, facts))


def _speaks(voice: Any, language: str) -> bool:
    return any(
        str(spoken).lower().replace("_", "-").partition("-")[0] == language for spoken in voice.languages
    )
