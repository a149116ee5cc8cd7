"""The answers that staff have opened: once for all pages that read them, and gone when these are left."""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from kiosk.storage.audit import Role
from ui.painting.measure import forget_words

if TYPE_CHECKING:
    from exports.office.reading import Reading
    from kiosk.storage.database import Store
    from kiosk.storage.sealed.keys import SecretKey
    from kiosk.team.doors import Doors
    from ui.jobs import Progress, Work

PIECE = 2_000  # records that are let go of between two turns of the window


def unswept(work: Work) -> Work:
    """The same work, and meanwhile nobody looks for rubbish: going through so much that is in use would hold
    the window up. What it made is not looked through again either; it goes once nothing refers to it.
    """

    def calm(progress: Progress) -> Any:
        collecting = (
            gc.isenabled()
        )  # not where a window is: that looks for rubbish itself (ui/session/litter.py)
        gc.disable()
        try:
            return work(progress)
        finally:
            gc.freeze()
            if collecting:
                gc.enable()

    return calm


def shred(*lists: list[Any]) -> None:
    """Empty them piece by piece, off the window's thread: letting go of so much at once takes long too."""

    def work() -> None:
        for each in lists:
            while each:
                del each[-PIECE:]

    Thread(target=work, name="shred", daemon=True).start()


class Readings(QObject):
    """Holds what was opened while staff are on one of the pages that read; `now` is None otherwise."""

    def __init__(self, store: Callable[[], Store], doors: Callable[[], Doors]) -> None:
        super().__init__()
        self._store = store
        self._doors = doors
        self._held: Reading | None = None
        self._left = QTimer(self, singleShot=True, interval=0)
        self._left.timeout.connect(self.drop)

    @property
    def now(self) -> Reading | None:
        """What is open, to staff alone."""
        return self._held if self._doors().admits(Role.STAFF) else None

    @property
    def secret(self) -> SecretKey:
        """The key of the staff who are in: pages ask only once the doors have admitted them."""
        secret = self._doors().secret
        assert secret is not None
        return secret

    def opening(self) -> Work:
        """The work that opens all, for a job. Its result goes to `keep`."""
        store, secret = self._store(), self.secret

        def work(progress: Progress) -> Reading:
            from exports.office.reading import read_office  # noqa: PLC0415 - heavy, and off the window's thread

            with store.another() as own:
                return read_office(own, secret, progress)

        return work

    def keep(self, reading: Reading) -> None:
        """Hold it, unless the desk was locked while it was opened."""
        self._held = reading if self._doors().admits(Role.STAFF) else None

    def stay(self) -> None:
        """A page that reads is there."""
        self._left.stop()

    def leave(self) -> None:
        """It is left: what was opened goes too, unless the next page reads as well."""
        if self._doors().role is None:
            self.drop()
        else:
            self._left.start()

    def drop(self) -> None:
        """Nothing that was opened stays here, nor in what the pages measured."""
        self._left.stop()
        held, self._held = self._held, None
        if held:
            shred(*held.work.answers.values())
        forget_words()
