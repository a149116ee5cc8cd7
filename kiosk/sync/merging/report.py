"""What a merge tells staff."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quarantined:
    """A row, a file or a pack that was not taken in, and why. `line` 0 is the whole of it."""

    pack: str
    file: str
    line: int
    reason: str


@dataclass(frozen=True)
class Held:
    """A pack that waits until staff accept who signed it, or that a struck-off tablet signed."""

    pack: str
    fingerprint: str
    tablet: str
    struck: bool = False


@dataclass(frozen=True)
class MergeReport:
    """What a merge did. Packs by name; `new`, `changed` and `withdrawn` count records.

    `missing` are the tablets that the event expects and nothing has come from yet, of `expected` in all.
    `ended` came of events whose keeping has ended, and were not kept.
    `left` is set where a return pack was merged: what is here and no receipt names yet.
    """

    packs: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    held: tuple[Held, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    missing: tuple[str, ...] = ()
    expected: int = 0
    left: int | None = None
    ended: int = 0
