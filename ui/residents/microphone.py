"""A microphone that hears what it is told: for tests, pictures and made-up residents."""

from kiosk.recording.recorder import Listeners
from kiosk.recording.sound import BITS, LONGEST, Recording

HEARD = Recording(b"ID3", 34.0, 0.8)


def pretended(listeners: Listeners) -> "PretendRecorder":
    """One that hears something."""
    return PretendRecorder(listeners, HEARD)


class PretendRecorder:
    """A recorder without a process. `hears` is what it would record; None where no microphone works."""

    def __init__(self, listeners: Listeners, hears: Recording | None) -> None:
        self.listeners = listeners
        self.hears = hears
        self.jobs: list[str] = []
        self.going_on = ""

    def record(self, most: float = LONGEST, bits: int = BITS) -> int:
        """Begin; the recording comes when it is stopped."""
        return self._begin("record" if self.hears else "")

    def play(self, recording: Recording, gain: float) -> int:
        return self._begin("play")

    def _begin(self, job: str) -> int:
        self.jobs.append(job or "nothing")
        self.going_on = job
        return len(self.jobs)

    def tell(self, level: float = 0.6) -> None:
        """What the process would tell by now."""
        number = len(self.jobs)
        if not self.going_on:
            return self.listeners.failed(number)
        self.listeners.begun(number)
        if self.going_on == "record" and self.hears:
            self.listeners.heard(number, self.hears.seconds, level)
        return None

    def stop(self) -> None:
        job, self.going_on = self.going_on, ""
        if job:
            self.listeners.ended(len(self.jobs), self.hears if job == "record" else None)

    def drop(self) -> None:
        self.going_on = ""
