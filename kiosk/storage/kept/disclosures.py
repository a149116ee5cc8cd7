"""The disclosure log: whose details a team was given, for what, and when first; never a name."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date

from sqlite_utils import Database


@dataclass(frozen=True)
class Disclosure:
    """One person's details for one purpose and channel, to one team."""

    record_id: str
    event_id: str
    organisation: str
    purpose: str
    channel: str


def disclose(db: Database, given: Sequence[Disclosure], day: date) -> None:
    """Log what a team is about to be given; the first day counts."""
    with db.atomic():
        db.conn.executemany(
            "INSERT INTO disclosure VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(*astuple(one), day.isoformat()) for one in given],
        )


def disclosures(db: Database) -> list[tuple[Disclosure, str]]:
    """All that any team was given, with the day, by record."""
    rows = db.execute(
        "SELECT record_id, event_id, organisation, purpose, channel, day FROM disclosure ORDER BY 1, 3, 4, 5"
    )
    return [(Disclosure(*row[:5]), row[5]) for row in rows]
