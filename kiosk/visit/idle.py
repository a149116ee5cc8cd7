"""Has the resident gone? A wait, a warning that says how long is left, then a clean screen."""

from enum import StrEnum

from kiosk.clock import Clock

# EN 301 549 / WCAG 2.2.1: at least 20 seconds to answer the warning; tired hands get twice that.
WARNING_SECONDS = 40
# ACCESSIBILITY.md row 25: an event may ask for 2 to 5 minutes.
LEAST_IDLE, MOST_IDLE = 120, 300
HELPED_IDLE = 600  # while somebody helps: talking it over takes its time


class Presence(StrEnum):
    HERE = "here"
    WARNED = "warned"
    GONE = "gone"


class IdleWatch:
    """Counts the seconds since anybody touched anything, on a clock that tests can turn."""

    def __init__(self, clock: Clock, idle_seconds: int) -> None:
        self._clock = clock
        self._usual = min(max(idle_seconds, LEAST_IDLE), MOST_IDLE)
        self.idle_seconds = self._usual
        self._touched = clock.monotonic()
        self._warned_at: float | None = None

    def help(self, on: bool) -> None:
        """Somebody helps: a longer wait, until it is over. The wait begins again."""
        self.idle_seconds = HELPED_IDLE if on else self._usual
        self.stay()

    def touch(self) -> None:
        """Somebody did something. A warning stays until it is answered by `stay`."""
        if self._warned_at is None:
            self._touched = self._clock.monotonic()

    def stay(self) -> None:
        """ "I need more time": the wait begins again, any number of times (row 24)."""
        self._warned_at = None
        self._touched = self._clock.monotonic()

    def presence(self) -> Presence:
        """Where things stand now; the first look after the wait starts the warning."""
        now = self._clock.monotonic()
        if self._warned_at is None:
            if now - self._touched < self.idle_seconds:
                return Presence.HERE
            self._warned_at = now
        return Presence.WARNED if now - self._warned_at < WARNING_SECONDS else Presence.GONE

    @property
    def seconds_left(self) -> int:
        """Whole seconds of the warning that are left; all of them while nothing was warned."""
        if self._warned_at is None:
            return WARNING_SECONDS
        return max(0, round(WARNING_SECONDS - (self._clock.monotonic() - self._warned_at)))
