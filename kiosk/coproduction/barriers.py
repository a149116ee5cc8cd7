"""Something here is hard for me: what can be, and the help offered there and then (charter, D and E)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.storage.database import Store

BARRIER = "barrier"  # the tally's name; its buckets are the barriers


class Barrier(StrEnum):
    """What is hard. Counted once a visit each, linked to nothing."""

    WORDS = "words"
    SCREEN = "screen"
    SOUND = "sound"
    QUESTIONS = "questions"
    TRUST = "trust"
    OTHER = "other"


class Aid(StrEnum):
    """Something that can be done about it, each with a button that does it."""

    LANGUAGE = "language"
    BIGGER = "bigger"
    COLOURS = "colours"
    LISTEN = "listen"
    VOICE = "voice"  # slower, faster, louder
    QUIET = "quiet"  # stop reading aloud
    LETTERS = "letters"  # the keys from A to Z
    VOLUNTEER = "volunteer"
    PAPER = "paper"
    HOME = "home"
    SKIP = "skip"
    HAPPENS = "happens"  # what happens to my answers
    START_AGAIN = "start-again"


OFFERED: Mapping[Barrier, tuple[Aid, ...]] = {
    Barrier.WORDS: (Aid.LANGUAGE, Aid.LISTEN, Aid.BIGGER, Aid.VOLUNTEER),
    Barrier.SCREEN: (Aid.BIGGER, Aid.COLOURS, Aid.LETTERS, Aid.VOLUNTEER, Aid.PAPER),
    Barrier.SOUND: (Aid.LISTEN, Aid.VOICE, Aid.QUIET, Aid.VOLUNTEER),
    Barrier.QUESTIONS: (Aid.SKIP, Aid.LISTEN, Aid.VOLUNTEER, Aid.PAPER, Aid.HOME),
    Barrier.TRUST: (Aid.HAPPENS, Aid.VOLUNTEER, Aid.HOME, Aid.START_AGAIN),
    Barrier.OTHER: (Aid.VOLUNTEER, Aid.PAPER, Aid.HOME),
}


def offered(barrier: Barrier, *, listening: bool, home: bool, begun: bool) -> tuple[Aid, ...]:
    """What helps with `barrier` as things stand: nothing that is there already, nor that leads nowhere."""
    absent = {
        Aid.LISTEN: listening,
        Aid.VOICE: not listening,
        Aid.QUIET: not listening,
        Aid.HOME: not home,
        Aid.START_AGAIN: not begun,
    }
    return tuple(aid for aid in OFFERED[barrier] if not absent.get(aid, False))


def count_barrier(store: Store, event_id: str, day: date, barrier: Barrier) -> None:
    """One more who found this hard. KioskErrors of the disk."""
    from kiosk.storage.kept.tallies import Mark, raise_tallies  # noqa: PLC0415 - pages of words wait for no database

    with store.write() as db:
        raise_tallies(db, store.store_id, event_id, day, [Mark(BARRIER, barrier.value)])
