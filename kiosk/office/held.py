"""What the office holds, at a glance: records by event, tablets heard from, and what was set aside."""

from dataclasses import dataclass

from sqlite_utils import Database

from kiosk.sync import ledger


@dataclass(frozen=True)
class Held:
    """Counts of what is here. `events` are (event id, records that are not withdrawn), `missing` tablets by
    name, of `expected` in all; `aside` rows and files wait in quarantine."""

    events: tuple[tuple[str, int], ...]
    packs: int
    missing: tuple[str, ...]
    expected: int
    aside: int

    @property
    def records(self) -> int:
        return sum(count for _, count in self.events)


def sealed_to(db: Database, fingerprint: str) -> int:
    """How many records here only the key of that fingerprint opens."""
    found = db.execute("SELECT count(*) FROM record WHERE key = ? AND length(sealed) > 0", [fingerprint])
    return int(found.fetchone()[0])


def held(db: Database) -> Held:
    """Counted now, in one pass over each table."""
    events = db.execute(
        "SELECT event_id, count(*) FROM record WHERE gone % 2 = 0 GROUP BY event_id ORDER BY event_id"
    )
    missing, expected = ledger.missing(db)
    packs = db.execute("SELECT count(*) FROM pack WHERE sha256 != ''").fetchone()[0]
    aside = db.execute("SELECT count(*) FROM quarantine").fetchone()[0]
    return Held(tuple(events), packs, missing, expected, aside)
