"""Is somebody there? Each second the wait goes on; a warning; then a clean screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.visit.idle import IdleWatch, Presence

if TYPE_CHECKING:
    from ui.viewmodels.visit.flow import Stage
    from ui.viewmodels.visit.small import PresenceModel

    class Hall(Stage, Protocol):
        """A stage that can ask whether somebody is still there."""

        @property
        def presence(self) -> PresenceModel: ...


class Waiting:
    """Counts while `busy` says that there is something to clear."""

    def __init__(self, stage: Hall, watch: IdleWatch, *, busy: Callable[[], bool]) -> None:
        self._stage = stage
        self._watch = watch
        self._busy = busy

    def touched(self) -> None:
        """Somebody pressed or typed something."""
        self._watch.touch()

    def tick(self) -> None:
        """Once a second: has the resident gone?"""
        if not self._busy():
            return self._watch.touch()
        presence = self._watch.presence()
        if presence is Presence.GONE:
            return self._stage.wipe()
        if presence is Presence.WARNED:
            self._stage.presence.changed.emit()
            if not self._stage.at.warned:
                self._stage.at.warned = True
                self._stage.show()
        return None

    def anew(self) -> None:
        """The wait begins again: another page was opened, or the screen was cleared."""
        self._watch.stay()
        self._stage.at.warned = False

    def stay(self) -> None:
        """ "I need more time"."""
        self.anew()
        self._stage.show()
