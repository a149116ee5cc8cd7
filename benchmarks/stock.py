"""Stock pyttsx3, warm, from `say` to the moment that it hands its sound to a player: milliseconds, as JSON.

It then plays through `aplay`; what is measured ends before that, in its favour.
"""

import json
import os
import sys
import time

from kiosk.speech.engines.driver import load_engine

QUESTION = "How much do you agree?"


def measured(rounds: int) -> list[float]:
    load_engine()  # the engine of the wheel, which pyttsx3 would look for on the system
    import pyttsx3  # noqa: PLC0415 - once that is loaded
    from pyttsx3.drivers import espeak  # noqa: PLC0415 - as above

    handed: list[float] = []

    class Player:
        """`os`, for the driver: it notes when the player would be started, and starts none."""

        remove = staticmethod(os.remove)

        @staticmethod
        def system(_command: str) -> int:
            handed.append(time.perf_counter())
            return 0

    espeak.os = Player  # type: ignore[assignment]
    engine = pyttsx3.init("espeak")
    took = []
    for _ in range(rounds + 1):
        asked = time.perf_counter()
        engine.say(QUESTION)
        engine.runAndWait()
        took.append((handed[-1] - asked) * 1000)
    return took[1:]  # the first is cold


if __name__ == "__main__":
    times = measured(int(sys.argv[1]))
    sys.stderr.flush()
    print(json.dumps(times))
