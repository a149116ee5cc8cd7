"""The battery, as residents meet it: a line on Welcome, then a rest between two visits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.team.health import Charge

if TYPE_CHECKING:
    from ui.viewmodels.visit.flow import Stage
    from ui.viewmodels.visit.welcome import WelcomeModel

EVERY = 60  # seconds between two looks


class ChargeWatch:
    """Looks once a minute. A visit that has begun is never cut off: it may be finished and saved."""

    def __init__(self, stage: Stage, welcome: WelcomeModel, read: Callable[[], Charge]) -> None:
        self._stage = stage
        self._welcome = welcome
        self._read = read
        self._ticks = 0

    def tick(self) -> None:
        """A second has gone by."""
        self._ticks += 1
        if self._ticks % EVERY != 1:
            return
        now = self._read()
        if now is self._stage.at.charge:
            return
        self._stage.at.charge = now
        self._welcome.ask_for_charge(now is not Charge.FINE)
        if self._stage.at.untouched:
            self._stage.show()
