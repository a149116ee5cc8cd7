"""The PIN that opens the team's menus, and nothing else: no key is wrapped by it.

    pin = Pin(store, clock)            # one for as long as the program runs
    if not pin.is_set: pin.set(new)    # also after the office has reset it
    outcome = pin.try_pin(digits)      # outcome.opened, outcome.wrong, outcome.seconds to wait
    pin.waiting_seconds()              # 0, or whole seconds in which nothing is tried
    pin.change(old, new)               # an outcome too

After three wrong tries it waits 15, then 30, then 60 seconds: by the monotonic clock, so that no change of
the wall clock shortens it, and anew after a restart, since nobody knows how long the tablet was off. A try is
counted on the disk before it is looked at: pulling the plug gives no free one.
"""

import math
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store

LEAST, MOST = 4, 12  # digits
FREE_TRIES = 3
WAITS = (15, 30, 60)  # seconds after the third wrong try, the fourth, and every later one
RESET = "pin_reset"  # what the office sets for its tablets: by tablet name, "" for all, a random token
COST = {"length": 32, "n": 2**15, "r": 8, "p": 1}  # about 80 ms; the digits are few, so it only slows
RUNS = "01234567890 09876543210"


@dataclass(frozen=True)
class Outcome:
    """What came of a try. `wrong` is false too where it was not looked at because of a wait."""

    opened: bool = False
    wrong: bool = False
    seconds: int = 0  # to wait before the next try


class Pin:
    """The PIN of one data folder. Its faults: those of the disk; PIN_DIGITS and PIN_SIMPLE of a new one."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._wrong = int(self._kept.get("wrong", 0))
        self._until = self._wait_from_now()

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN here that the office has not reset since."""
        kept = self._kept
        return "hash" in kept and not set(_asked_resets(self._store)) - set(kept["resets"])

    def waiting_seconds(self) -> int:
        """Whole seconds until a try is looked at; 0 when it is now."""
        return max(0, math.ceil(self._until - self._clock.monotonic())) if self.is_set else 0

    def try_pin(self, digits: str) -> Outcome:
        """Whether `digits` are the PIN. Nothing opens while it waits, or where none is set."""
        if not self.is_set:
            return Outcome()
        if seconds := self.waiting_seconds():
            return Outcome(seconds=seconds)
        self._count(self._wrong + 1)
        if self._fits(digits):
            self._count(0)
            self._until = 0.0
            return Outcome(opened=True)
        self._until = self._wait_from_now()
        if self._wrong >= FREE_TRIES:
            with suppress(KioskError), self._store.write() as db:
                audit.note(db, self._clock, Role.PROGRAM, Act.PIN_REFUSED)
        return Outcome(wrong=True, seconds=self.waiting_seconds())

    def set(self, digits: str) -> None:
        """The first PIN, or the one after a reset. ValueError where one is set: see `change`."""
        if self.is_set:
            raise ValueError("a PIN is set; it is changed by whoever knows it")
        self._keep(checked(digits), Act.PIN_SET)

    def change(self, old: str, new: str) -> Outcome:
        """Another PIN, for somebody who knows the present one; a wrong `old` counts as a try."""
        checked(new)
        outcome = self.try_pin(old)
        if outcome.opened:
            self._keep(new, Act.PIN_CHANGED)
        return outcome

    def _keep(self, digits: str, act: Act) -> None:
        salt = secrets.token_bytes(16)
        kept = {
            "salt": salt.hex(),
            "hash": Scrypt(salt=salt, **COST).derive(digits.encode("ascii")).hex(),
            "wrong": 0,
            "resets": sorted({*self._kept.get("resets", ()), *_asked_resets(self._store)}),
        }
        with self._store.write() as db:
            settings.put(db, settings.PIN, kept)
            audit.note(db, self._clock, Role.VOLUNTEER, act)
        self._wrong, self._until = 0, 0.0

    def _fits(self, digits: str) -> bool:
        kept = self._kept
        try:
            Scrypt(salt=bytes.fromhex(kept["salt"]), **COST).verify(
                digits.encode(errors="replace"), bytes.fromhex(kept["hash"])
            )
        except InvalidKey:
            return False
        return True

    def _count(self, wrong: int) -> None:
        """Remember so many wrong tries. A full disk must not shut the team out: then only until a restart."""
        self._wrong = wrong
        with suppress(KioskError), self._store.write() as db:
            settings.put(db, settings.PIN, {**self._kept, "wrong": wrong})

    def _wait_from_now(self) -> float:
        """Until when nothing is tried, on the monotonic clock."""
        over = self._wrong - FREE_TRIES
        return self._clock.monotonic() + WAITS[min(over, len(WAITS) - 1)] if over >= 0 else 0.0

    @property
    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = settings.get(self._store.db, settings.PIN, {})
        return kept


def checked(digits: str) -> str:
    """`digits` when they may be a PIN; KioskError: PIN_DIGITS, PIN_SIMPLE (one digit over, or a run)."""
    if not re.fullmatch(f"[0-9]{{{LEAST},{MOST}}}", digits):
        raise KioskError(ErrorCode.PIN_DIGITS, least=LEAST, most=MOST)
    if len(set(digits)) == 1 or digits in RUNS:
        raise KioskError(ErrorCode.PIN_SIMPLE)
    return digits


def ask_reset(store: Store, clock: Clock, tablet: str = "") -> None:
    """In the office: the PIN of the tablet of that name, or of every one, ends with the next return pack."""
    with store.write() as db:
        asked = {**_asked(store), tablet: secrets.token_hex(8)}
        settings.put_for_tablets(db, RESET, asked)
        audit.note(db, clock, Role.STAFF, Act.PIN_RESET)


def _asked_resets(store: Store) -> Iterator[str]:
    """The resets that the office has asked for and that mean this tablet."""
    names = {"", settings.get(store.db, settings.TABLET_NAME, "")}
    return (token for name, token in _asked(store).items() if name in names)


def _asked(store: Store) -> dict[str, str]:
    asked = settings.by_office(store.db, RESET, {})
    if not isinstance(asked, dict):
        return {}
    return {name: token for name, token in asked.items() if isinstance(token, str)}
