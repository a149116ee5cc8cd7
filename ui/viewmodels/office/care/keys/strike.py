"""Tablets that this office knows by their keys, and the end of one that was lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kiosk.days import said_day
from kiosk.sync.merging.signers import Signer, signers, strike
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.office.care.said import in_groups, listed
from ui.viewmodels.office.care.stepped import FIRST
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

TABLETS, ONE, OTHER = "tablets", "one-tablet", "other-tablet"
STRIKE, TYPED = "strike", "typed"


class StrikePart(KeyPart):
    """What a tablet brought stays; from then on nothing new comes from it."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self._tablet = ""

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {TABLETS: self._list, ONE: self._one, OTHER: self._other}

    def _list(self) -> Sheet:
        words = self.words
        found = signers(self.page.room.store.db)
        return Sheet(
            words("Tablets known here"),
            words("Was one lost or stolen? Press it.") if found else words("No tablet is known here yet."),
            choices=[Choice(one.fingerprint, self._name(one), self._note(one)) for one in found],
            actions=[Action(OTHER, words("One that is not in this list"), "keyboard")],
            back=True,
        )

    def _name(self, one: Signer) -> str:
        words = self.words
        return words("Tablet {name}", name=one.tablet) if one.tablet else words("A tablet without a name")

    def _note(self, one: Signer) -> str:
        return listed((self._status(one), in_groups(one.fingerprint)), self.words)

    def _status(self, one: Signer) -> str:
        words = self.words
        said = {
            "accepted": words("accepted"),
            "held": words("not accepted yet"),
            "struck": words("struck off"),
        }
        return said.get(one.status, one.status)

    def _one(self) -> Sheet:
        words = self.words
        one = next((one for one in signers(self.page.room.store.db) if one.fingerprint == self._tablet), None)
        if one is None:
            return Sheet(words("That was taken out meanwhile. Nothing was changed."), back=True)
        struck = one.status == "struck"
        return Sheet(
            self._name(one),
            words("What it brought stays. It brings nothing new.")
            if struck
            else words("Strike it off when it is lost. What it brought stays; nothing new comes from it."),
            rows=[
                Row(words("Fingerprint"), in_groups(one.fingerprint)),
                Row(words("How it stands"), self._status(one)),
                Row(words("First seen"), said_day(date.fromisoformat(one.day), words)),
            ],
            actions=[] if struck else [Action(STRIKE, words("Strike it off"), "cross", "stop")],
            tail="" if struck else words("Nobody can undo this."),
            back=True,
        )

    def _other(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Strike off a tablet"),
            words("Type its fingerprint, as it is on its list or sticker. Nothing new comes from it."),
            fields=[Field(TYPED, words("Fingerprint"))],
            back=True,
            forward=words("Strike it off"),
            forward_icon="cross",
        )

    # --- pressed

    def chose(self, name: str) -> None:
        self._tablet = name
        self.page.to(ONE)

    def acted(self, name: str) -> None:
        if name == STRIKE:
            return self._strike(self._tablet)
        return self.page.to(OTHER)

    def forward(self) -> None:
        self._strike(self.page.written(TYPED))

    def back(self) -> None:
        self.page.to(FIRST if self.page.step == TABLETS else TABLETS)

    def _strike(self, fingerprint: str) -> None:
        room = self.page.room
        strike(room.store, fingerprint, room.clock)
        self.page.to(TABLETS, self.words("The tablet is struck off."))
