"""How long the kiosk's window is ever kept from its next beat while its voice is cut, killed and hung."""

import argparse
import json
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.speech.model import Listeners
from kiosk.speech.speaker import Speaker
from kiosk.visit.manner import Manner
from ui.app import Kiosk, Surroundings, application
from ui.residents.party import PANEL, offscreen
from ui.residents.screen import Screen

UTTERANCES, HARM_EACH, HANG_EACH = 500, 10, 5  # one utterance in ten loses its worker; one loss in five hangs
BEAT = 5  # ms
SENTENCES = "How much do you agree? " * 3


class Voices:
    """Opens the kiosk's own voice, and counts the ends of what it says."""

    def __init__(self, *, pretend: bool) -> None:
        self.last: Speaker | None = None
        self.ended: Counter[int] = Counter()
        self._pretend = pretend

    def open(self, hear: Listeners) -> Speaker:
        def finished(number: int, completed: bool) -> None:
            self.ended[number] += 1
            hear.finished(number, completed)

        self.last = Speaker(hear.started, hear.word, finished, hear.failed, pretend=self._pretend)
        return self.last


class Cut:
    """Asks for utterances at random moments, each before the last is over, and harms workers between them."""

    def __init__(self, kiosk: Kiosk, voices: Voices, utterances: int) -> None:
        self.gaps: list[float] = []
        self.harmed: Counter[str] = Counter()
        self.asked = 0
        self._pids: set[int] = set()
        self._kiosk = kiosk
        self._voices = voices
        self._utterances = utterances
        self._chance = random.Random(2)
        self._last = time.perf_counter()
        self._next = 0.0
        self.over = QEventLoop()

    def beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now
        if now < self._next:
            return
        self._next = now + self._chance.uniform(0, 0.1)
        if self.asked >= self._utterances and self.harmed.total() >= self._utterances // HARM_EACH:
            self.over.quit()
        else:
            self._turn()

    def _turn(self) -> None:
        """The page again, which is marked as it is read, or other words; then silence, sometimes."""
        narrator = self._kiosk.narrator
        if self._chance.random() < 0.5:
            narrator.again()
        else:
            narrator.say_aloud(SENTENCES, self._chance.choice(["en", "pl", "pa"]))
        self.asked += 1
        if self._chance.random() < 0.3:
            narrator.silence()
        elif self.harmed.total() * HARM_EACH < self.asked:
            self._harm()

    def _harm(self) -> None:
        """Kill or hang the worker, unless this one was harmed before and is not replaced yet."""
        pid = self._voices.last.worker_pid if self._voices.last else None
        if pid is None or pid in self._pids:
            return
        self._pids.add(pid)
        hangs = hasattr(signal, "SIGSTOP") and self.harmed.total() % HANG_EACH == HANG_EACH - 1
        os.kill(pid, signal.SIGSTOP if hangs else signal.SIGTERM)
        self.harmed["hung" if hangs else "killed"] += 1


def measured(folder: Path, utterances: int, *, pretend: bool) -> dict[str, float]:
    """The gaps between two beats in ms, and how much was done meanwhile."""
    offscreen()
    application()
    pack = replace(open_pack(practice_pack(), None), text_recordings={})
    manner = Manner(pack.event.default_language, listening=True)
    voices = Voices(pretend=pretend)
    around = Surroundings(open_voice=voices.open, size=PANEL, manner=manner)
    kiosk = Kiosk(pack, DataFolder(folder).made(), around)
    kiosk.show()
    Screen(kiosk.window).settle()
    cut = Cut(kiosk, voices, utterances)
    timer = QTimer(kiosk.window, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(cut.beat)
    timer.start()
    cut.over.exec()
    timer.stop()
    kiosk.close()
    assert len(voices.ended) >= utterances, "everything that was asked for was said"
    assert set(voices.ended.values()) == {1}, "and ended exactly once"
    return {
        "worst": max(cut.gaps),
        "median": statistics.median(cut.gaps),
        "beats": len(cut.gaps),
        "utterances": cut.asked,
        "killed": cut.harmed["killed"],
        "hung": cut.harmed["hung"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--utterances", type=int, default=UTTERANCES)
    parser.add_argument("--pretend", action="store_true", help="keep time as a sound device would")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        sys.stdout.write(json.dumps(measured(Path(folder), chosen.utterances, pretend=chosen.pretend)))


if __name__ == "__main__":
    main()
