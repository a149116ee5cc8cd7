"""The end of a key: what it means is said first, then its name is typed, and then nobody opens it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.clock import today
from kiosk.days import said_day
from kiosk.office import keyring
from kiosk.office.held import sealed_to
from kiosk.storage.kept.retention import kept_events
from ui.jobs import Progress
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.office.care.stepped import FIRST
from ui.viewmodels.team.sheet import Action, Field, Row, Sheet

DESTROY, SURE, DESTROYED = "destroy", "destroy-sure", "destroyed"
GO_ON, LEAVE, TYPED = "go-on", "leave", "typed"
SHORT = 8  # signs of the fingerprint that are typed


class DestroyPart(KeyPart):
    """Where it is the key that opened this office, the office closes with it."""

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {DESTROY: self._means, SURE: self._sure, DESTROYED: self._gone}

    def _means(self) -> Sheet:
        words, room, key = self.words, self.page.room, self.page.key
        rows = [Row(words("Records sealed to it"), str(sealed_to(room.store.db, key)))]
        for kept in kept_events(room.store):
            if key in kept.keys and kept.until > today(room.clock):
                told = words("to be kept until {day}", day=said_day(kept.until, words))
                rows.append(Row(words("Event {name}", name=kept.event_id), told, "look"))
        return Sheet(
            words("Destroy this key?"),
            "\n".join(
                (
                    words("No answer sealed to it opens again, here or on any stick, mail or backup."),
                    words("Nobody can undo this. Tables that were exported before stay readable."),
                    words("Copies of its file and its recovery sheet still open it. Destroy those too."),
                )
            ),
            rows=rows,
            actions=[Action(GO_ON, words("I understand, go on"), "wipe", "stop")],
            back=True,
        )

    def _sure(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Destroy this key?"),
            words(
                "To destroy it, type the first eight signs of its fingerprint: {name}",
                name=self.page.key[:SHORT],
            ),
            fields=[Field(TYPED, words("Eight signs"))],
            back=True,
            forward=words("Destroy it"),
            forward_icon="wipe",
        )

    def _gone(self) -> Sheet:
        words = self.words
        lines = [words("Now destroy its copies and its recovery sheet.")]
        ways = []
        if self.page.closes:
            lines.append(words("It had opened this office, which closes as you leave this page."))
            ways = [Action(LEAVE, words("Back to residents"), "home", "finish")]
        return Sheet(
            words("The key is destroyed here"), "\n".join(lines), actions=ways, back=not self.page.closes
        )

    # --- pressed

    def acted(self, name: str) -> None:
        if name == LEAVE:
            return self.page.leaveAsked.emit()
        return self.page.to(SURE)

    def back(self) -> None:
        self.page.to({SURE: DESTROY, DESTROY: "key"}.get(self.page.step, FIRST))

    def forward(self) -> None:
        page, key = self.page, self.page.key
        if "".join(page.written(TYPED).split()).lower() not in (key[:SHORT], key):
            return page.tell(self.words("That is not its fingerprint. Nothing was destroyed."))
        store, clock = page.room.store, page.room.clock
        secret = page.room.doors.secret

        def work(_progress: Progress) -> None:
            with store.another() as own:
                keyring.destroy(own, key, clock)

        def gone(_fact: Any) -> None:
            page.closes = secret is not None and secret.fingerprint == key and page.on_screen
            page.to(DESTROYED)

        return page.work(self.words("Destroying it"), work, gone, stoppable=False)
