"""The same person twice: what staff decided about two sign-ups, and what follows for contact files.

Nothing is put together: both records stay as they were given, and each can be withdrawn by its own reference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import Kind, annotate, annotations, take_out
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey

SAME, DIFFERENT = "same", "different"
Pair = tuple[str, str]  # the ids of two records, the smaller first


def pair_of(one: str, other: str) -> Pair:
    """The two ids in order."""
    return (one, other) if one < other else (other, one)


def decide(store: Store, secret: SecretKey, one: str, other: str, *, same: bool, clock: Clock) -> None:
    """Keep what staff decided about two sign-ups, in place of what they decided before.

    KioskError: RECORD_NOT_HERE, KEY_MISSING, SEAL_BROKEN.
    """
    first, second = pair_of(one, other)
    here = store.db.execute("SELECT 1 FROM record WHERE id = ? AND gone % 2 = 0", [second]).fetchone()
    if first == second or not here:
        raise KioskError(ErrorCode.RECORD_NOT_HERE, record=second)
    values = {"other": second, "decision": SAME if same else DIFFERENT}
    annotate(store, secret, first, Kind.TWICE, values, clock)


def undecide(store: Store, secret: SecretKey, one: str, other: str, clock: Clock) -> bool:
    """Take a decision back; whether there was one."""
    first, second = pair_of(one, other)
    found = annotations(store, secret, record_id=first, kind=Kind.TWICE)
    return take_out(store, [note.id for note in found if note.values["other"] == second], clock) > 0


def decisions(store: Store, secret: SecretKey) -> Mapping[Pair, str]:
    """What was decided, by pair of records that are both here: `same` or `different`."""
    here = {row[0] for row in store.db.execute("SELECT id FROM record WHERE gone % 2 = 0")}
    return {
        (note.record_id, note.values["other"]): note.values["decision"]
        for note in annotations(store, secret, kind=Kind.TWICE)
        if note.values["other"] in here
    }


def people(pairs: Iterable[Pair]) -> Mapping[str, str]:
    """For each record in a pair of the same person, one id that stands for that person."""
    person: dict[str, str] = {}
    for one, other in pairs:
        first, second = person.setdefault(one, one), person.setdefault(other, other)
        kept, given_up = sorted((first, second))
        for record, stands in person.items():
            if stands == given_up:
                person[record] = kept
    return person


@dataclass(frozen=True)
class Word:
    """One record's answer to one consent: `yes` or not, and the day of it."""

    record_id: str
    purpose: str
    day: str
    yes: bool


def superseded(words: Iterable[Word], person: Mapping[str, str]) -> Mapping[tuple[str, str], bool]:
    """The (record, purpose) that say yes and do not count by themselves: the same person answered again.

    Whether that person still says yes, in the record that counts.

    Their latest word counts; on one day a no counts before a yes, and of two yeses one is enough.
    """
    latest: dict[tuple[str, str], Word] = {}
    known = [word for word in words if word.record_id in person]
    for word in known:
        key = (person[word.record_id], word.purpose)
        if key not in latest or _rank(word) > _rank(latest[key]):
            latest[key] = word
    return {
        (word.record_id, word.purpose): latest[person[word.record_id], word.purpose].yes
        for word in known
        if word.yes and latest[person[word.record_id], word.purpose] != word
    }


def _rank(word: Word) -> tuple[str, bool, str]:
    return word.day, not word.yes, word.record_id
