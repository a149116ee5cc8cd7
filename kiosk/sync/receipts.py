"""Receipts: what the office has said that it holds, and what this tablet still has to carry."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from kiosk.storage.kept.ideas import Idea, hash_of_idea, ideas_of
from kiosk.storage.kept.tallies import STAYS_HERE
from kiosk.sync.transfer import UNRECEIPTED

PUT_RECEIPT = (
    "INSERT INTO receipt SELECT ?1, ?2, ?3, ?4 WHERE length(?1) = 64"
    " OR EXISTS (SELECT 1 FROM record WHERE id = ?1) OR EXISTS (SELECT 1 FROM idea WHERE id = ?1)"
    " ON CONFLICT DO UPDATE SET gone = excluded.gone, revision = excluded.revision, hash = excluded.hash"
    " WHERE (excluded.gone, excluded.revision, excluded.hash) > (gone, revision, hash)"
    # Of two words on an idea at one revision, its status says which counts: here, the one told last.
    " OR ((excluded.gone, excluded.revision) = (gone, revision)"
    " AND EXISTS (SELECT 1 FROM idea WHERE id = excluded.record_id))"
)


STATUSES = ("waiting", "approved", "hidden")  # the later of these wins at one revision


@dataclass(frozen=True)
class Outstanding:
    """What no receipt names as it now is: records, ideas, counts that have risen since, and withdrawals:
    also those whose record is somewhere else.
    """

    records: int
    ideas: int
    counts: int
    withdrawals: int

    @property
    def total(self) -> int:
        return self.records + self.ideas + self.counts + self.withdrawals


def outstanding(db: Database) -> Outstanding:
    """What would be lost if this tablet were wiped now."""
    receipts = {
        row[0]: tuple(row[1:]) for row in db.execute("SELECT record_id, gone, revision, hash FROM receipt")
    }
    ideas = sum(
        receipts.get(idea.id) != (idea.gone, _step(idea), hash_of_idea(idea)) for idea in ideas_of(db)
    )
    counts = sum(receipts.get(row[0], (0, -1))[1] < row[2] for row in count_receipts(db))
    withdrawals = sum(receipts.get(row[0], (0, -1))[1] < row[2] for row in withdrawal_receipts(db))
    records = db.execute("SELECT count(*)" + UNRECEIPTED).fetchone()[0]
    return Outstanding(int(records), ideas, counts, withdrawals)


def idea_receipts(db: Database) -> Iterator[tuple[Any, ...]]:
    """A receipt for each idea: id, gone, where it stands, hash in hex."""
    return ((idea.id, idea.gone, _step(idea), hash_of_idea(idea).hex()) for idea in ideas_of(db))


def _step(idea: Idea) -> int:
    """Revision and status as one number that only rises: a later receipt wins, whatever its hash."""
    return idea.revision * len(STATUSES) + STATUSES.index(idea.status)


def count_receipts(db: Database) -> Iterator[tuple[str, int, int, str]]:
    """A receipt for each running total that is carried: its key's sha256, and the total as its revision."""
    for *key, total in db.execute("SELECT store_id, event_id, day, name, bucket, total FROM tally"):
        if key[3] not in STAYS_HERE:
            identity = _count_id("tally", *key)
            yield identity, 0, total, identity
    for *key, total in db.execute("SELECT store_id, idea_id, total FROM backing"):
        identity = _count_id("backing", *key)
        yield identity, 0, total, identity


def withdrawal_receipts(db: Database) -> Iterator[tuple[str, int, int, str]]:
    """A receipt for each withdrawal that is known, as one for a count: its count as the revision."""
    for look, record_id, gone in db.execute("SELECT lookup, record_id, gone FROM withdrawal"):
        identity = _count_id("withdrawal", look, record_id)
        yield identity, 0, gone, identity


def _count_id(*key: str) -> str:
    return hashlib.sha256("\0".join(key).encode()).hexdigest()
