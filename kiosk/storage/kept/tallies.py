"""Running totals, one dimension each, linked to no record: what a screen or a volunteer may count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

STAYS_HERE = ("hour",)  # by the hour is for the stall's own use: it is never carried away


@dataclass(frozen=True)
class Mark:
    """One more for `bucket` of `name`, for instance Mark("language", "pa")."""

    name: str
    bucket: str = ""


def raise_tallies(db: Database, store_id: str, event_id: str, day: date, marks: Iterable[Mark]) -> None:
    """Add one for each mark, in the caller's transaction."""
    rows = [(store_id, event_id, day.isoformat(), mark.name, mark.bucket) for mark in marks]
    with db.atomic():
        db.conn.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET total = total + 1", rows
        )


def totals(db: Database, event_id: str, day: date | None = None) -> Mapping[Mark, int]:
    """The totals of an event over every store, of one day or of all."""
    rows = db.execute(
        "SELECT name, bucket, sum(total) FROM tally WHERE event_id = ? AND (? IS NULL OR day = ?)"
        " GROUP BY name, bucket ORDER BY name, bucket",
        [event_id, *[day.isoformat() if day else None] * 2],
    )
    return {Mark(name, bucket): total for name, bucket, total in rows}
