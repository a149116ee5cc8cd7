"""A new key, and another passphrase for one that lies here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.office import keyring
from ui.jobs import Progress
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.office.care.stepped import FIRST
from ui.viewmodels.team.passphrase import choosing, fields, refused, strength_rows
from ui.viewmodels.team.sheet import Field, Sheet

NEW, PASSPHRASE = "new-key", "passphrase"
OLD, CHOSEN, AGAIN = "old", "chosen", "again"


class PassphrasePart(KeyPart):
    """Typed twice, with how strong it is."""

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {NEW: self._new, PASSPHRASE: self._change}

    def _new(self) -> Sheet:
        return choosing(CHOSEN, AGAIN, self.page.written(CHOSEN), self.words)

    def _change(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Change the passphrase"),
            words("The new one alone opens the key. Older copies of its file open with the old one."),
            fields=[
                Field(OLD, words("The passphrase until now"), hidden=True),
                *fields(CHOSEN, AGAIN, words),
            ],
            rows=strength_rows(self.page.written(CHOSEN), words),
            back=True,
            forward=words("Change it"),
            forward_icon="key",
        )

    def back(self) -> None:
        self.page.to(FIRST if self.page.step == NEW else "key")

    def forward(self) -> None:
        page = self.page
        old, chosen, again = (page.written(name) for name in (OLD, CHOSEN, AGAIN))
        if why := refused(chosen, again, self.words):
            page.typed.pop(AGAIN, None)
            return page.tell(why)
        return self._make(chosen) if page.step == NEW else self._rewrap(old, chosen)

    def _make(self, chosen: str) -> None:
        page, store, clock = self.page, self.page.room.store, self.page.room.clock

        def work(_progress: Progress) -> str:
            with store.another() as own:
                return keyring.make(own, chosen, clock)[0].fingerprint

        def made(fingerprint: Any) -> None:
            page.key = fingerprint
            page.to("key", self.words("The key is here. Copy its recovery sheet next."))

        page.work(self.words("Making the key"), work, made, stoppable=False)

    def _rewrap(self, old: str, chosen: str) -> None:
        page, store, clock, key = self.page, self.page.room.store, self.page.room.clock, self.page.key

        def work(_progress: Progress) -> None:
            with store.another() as own:
                keyring.rewrap(own, key, old, chosen, clock)

        def done(_fact: Any) -> None:
            page.to("key", self.words("The passphrase is changed."))

        page.work(self.words("Changing it"), work, done, stoppable=False)
