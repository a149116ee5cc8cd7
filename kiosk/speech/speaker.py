"""The kiosk's voice: what the window asks to speak, be silent, be louder; nothing here makes it wait."""

import itertools
import threading
from pathlib import Path

from kiosk.speech.engines.voices import choose_voice
from kiosk.speech.keeper import Keeper
from kiosk.speech.model import NORMAL_RATE, Listeners, OnFailed, OnFinished, OnStarted, OnWord
from kiosk.speech.protocol import Job


class Speaker:
    """Speaks through a worker process, which starts with the first words or with `warm`.

    All methods return at once. The callbacks come from one thread of the speaker's own and must return
    quickly. Every id ends with exactly one `on_finished`. `on_failed` may come before it: NO_VOICE and
    SPEECH_STOPPED each time, NO_SOUND only the first time after there was sound. A word may still come in
    the moment of a `stop`: whoever shows it compares its id with the last one that `speak` returned.
    """

    def __init__(
        self,
        on_started: OnStarted,
        on_word: OnWord,
        on_finished: OnFinished,
        on_failed: OnFailed,
        *,
        pretend: bool = False,
    ) -> None:
        """`pretend` keeps time as a sound device would and makes no sound."""
        self._ids = itertools.count(1)
        self._keeper = Keeper(Listeners(on_started, on_word, on_finished, on_failed), pretend=pretend)
        self._thread = threading.Thread(target=self._keeper.run, name="speech", daemon=True)
        self._thread.start()

    @property
    def worker_pid(self) -> int | None:
        """The process that speaks now, or None."""
        child = self._keeper.child
        return child.pid if child else None

    def speak(self, text: str, language: str, rate: int = NORMAL_RATE, recording: Path | None = None) -> int:
        """Begin saying `text` (in `language`, at `rate` per cent of the normal pace); return its id at once.

        A `recording` is played instead where it can be read. What was being said is cut off.
        """
        number = next(self._ids)
        voice = choose_voice(text, language)
        if voice is None and recording is None:
            self._keeper.post(lambda: self._keeper.refuse(number))
        else:
            clip = str(recording) if recording else ""
            job = Job(number, text, voice.name if voice else "", rate, clip)
            self._keeper.post(lambda: self._keeper.speak(job))
        return number

    def stop(self) -> None:
        """Be silent. What was being said ends with `on_finished(id, False)`."""
        self._keeper.post(self._keeper.stop)

    def volume(self, gain: float) -> None:
        """Set the loudness, 0 (silent) to 1; it is kept when the worker is replaced."""
        self._keeper.post(lambda: self._keeper.volume(gain))

    def warm(self) -> None:
        """Start the worker now, so that the first words are not late."""
        self._keeper.post(self._keeper.warm)

    def close(self) -> None:
        """Be silent for good and end the worker; waits for it, half a second at most."""
        self._keeper.post(None)
        self._thread.join(2.0)
