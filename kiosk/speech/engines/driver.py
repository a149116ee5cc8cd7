"""The voice: pyttsx3's espeak driver on the library of the wheel, giving sound instead of playing it."""

import ctypes
import os
from collections.abc import Callable
from typing import Any

import espeakng_loader

from kiosk.speech.marks import Marker
from kiosk.speech.model import BYTES_PER_FRAME, SAMPLE_RATE, Mark, words_a_minute

Feed = Callable[[bytes, list[Mark]], bool]  # takes a piece of sound and its marks; False ends the rendering

_BUFFER_MS = 200  # of sound rendered before the engine hands it over


def load_engine() -> tuple[Any, Any]:
    """pyttsx3's `_espeak` bindings and its driver class, bound to the library of espeakng-loader.

    pyttsx3 looks for a system library only; while it is imported, whatever it asks for is the wheel's.
    """
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    own = espeakng_loader.get_library_path()
    system_loader = ctypes.cdll.LoadLibrary
    ctypes.cdll.LoadLibrary = lambda name: system_loader(own)  # type: ignore[method-assign]
    try:
        from pyttsx3.drivers import _espeak, espeak  # noqa: PLC0415 - only while the loader is ours
    finally:
        ctypes.cdll.LoadLibrary = system_loader  # type: ignore[method-assign]
    return _espeak, espeak.EspeakDriver


class _Unheard:
    """The proxy a pyttsx3 driver reports to. Ours hands its sound over directly and has nothing to report."""

    def notify(self, topic: str, **facts: object) -> None:
        pass

    def setBusy(self, busy: bool) -> None:  # noqa: N802 - pyttsx3's name
        pass


class Driver:
    """Renders one text at a time, in the thread that calls it. Build it once in a process."""

    def __init__(self) -> None:
        self._espeak, base = load_engine()
        rate = self._espeak.Initialize(self._espeak.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS)
        if rate != SAMPLE_RATE:
            raise RuntimeError(f"the speech engine did not start: {rate}")
        base._moduleInitialized = True
        base._defaultVoice = "gmw/en"
        self._marker = Marker("")
        self._feed: Feed = lambda pcm, marks: True
        driver = type("CollectingDriver", (base,), {"_onSynth": lambda _, *handed: self._on_synth(*handed)})
        self._driver = driver(_Unheard())
        self._voice = ""

    def render(self, text: str, voice: str, rate: int, feed: Feed) -> None:
        """Give `text` to `feed`, piece by piece, in `voice` (espeak-ng's name) at `rate` per cent.

        Raises ValueError for a voice that the engine does not have.
        """
        if voice != self._voice:
            self._driver.setProperty("voice", voice)
            self._voice = voice
        self._driver.setProperty("rate", words_a_minute(rate))
        self._marker = Marker(text)
        self._feed = feed
        spoken = text.replace("\0", " ").encode("utf-8", "replace")
        self._espeak.Synth(spoken, flags=self._espeak.CHARS_UTF8 | self._espeak.ENDPAUSE)

    def _on_synth(self, wav: Any, count: int, events: Any) -> int:
        marks: list[Mark] = []
        place = 0
        while (event := events[place]).type != self._espeak.EVENT_LIST_TERMINATED:
            if event.type == self._espeak.EVENT_WORD:
                mark = self._marker.snap(event.text_position - 1, event.audio_position)
                if mark:
                    marks.append(mark)
            place += 1
        pcm = ctypes.string_at(wav, count * BYTES_PER_FRAME) if wav and count > 0 else b""
        return 0 if self._feed(pcm, marks) else 1
