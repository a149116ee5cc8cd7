"""Time as the kiosk needs it: a day for a record, seconds for a wait. Tests bring their own."""

import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the rest of the kiosk may ask about time."""

    def now(self) -> datetime:
        """The local moment, with its zone."""

    def monotonic(self) -> float:
        """Seconds that never run backwards; only differences mean anything."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        return time.monotonic()


class FakeClock:
    """A clock that moves only when told to, for tests and made-up residents."""

    def __init__(self, start: datetime | None = None) -> None:
        self._now = start or datetime(2027, 6, 12, 11, 0, tzinfo=UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass on both hands of the clock."""
        self._seconds += seconds
        self._now += timedelta(seconds=seconds)


def today(clock: Clock) -> date:
    """The local date, which is all of time that a record keeps (DATA.md: `day` only)."""
    return clock.now().date()
