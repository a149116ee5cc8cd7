"""What the desk shows of a day: counts that are linked to nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from kiosk.pack.model import ActivityKind, Pack
from kiosk.storage.tallies import totals


@dataclass(frozen=True)
class Day:
    """One day's counts, each by its own kind: no two can be put together again.

    `hours` has every hour from the first to the last in which somebody came.
    """

    visits: int
    sign_ups: int
    ideas: int
    assisted: int
    hours: tuple[tuple[int, int], ...]
    activities: Mapping[str, int]
    languages: Mapping[str, int]
    sizes: Mapping[str, int]
    listened: int
    hard: Mapping[str, int]


def of_day(db: Database, pack: Pack, day: date) -> Day:
    """The counts of `pack`'s event on `day`, over every tablet that is merged here."""
    found: dict[str, dict[str, int]] = {}
    for mark, total in totals(db, pack.event.id, day).items():
        found.setdefault(mark.name, {})[mark.bucket] = total
    visits = found.get("visits", {})
    kinds = {activity.id: activity.kind for activity in pack.activities}
    return Day(
        visits=sum(visits.values()),
        sign_ups=sum(n for name, n in visits.items() if kinds.get(name) is ActivityKind.SIGN_UP),
        ideas=sum(found.get("proposed", {}).values()),
        assisted=sum(found.get("assisted", {}).values()),
        hours=_hours(found.get("hour", {})),
        activities=most_first(visits),
        languages=most_first(found.get("language", {})),
        sizes=most_first(found.get("size", {})),
        listened=found.get("listening", {}).get("yes", 0),
        hard=most_first(found.get("hard", {})),
    )


def profile_counts(db: Database, event_id: str) -> dict[str, dict[str, int]]:
    """How many told us which bucket of each profile question, over all days."""
    counts: dict[str, dict[str, int]] = {}
    for mark, total in totals(db, event_id).items():
        kind, _, key = mark.name.partition(":")
        if kind == "profile" and key:
            counts.setdefault(key, {})[mark.bucket] = total
    return counts


def most_first(counts: Mapping[str, int]) -> dict[str, int]:
    """The same counts, the largest first; equal ones by name."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _hours(counts: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    found = {int(hour): total for hour, total in counts.items() if hour.isdigit()}
    return tuple((hour, found.get(hour, 0)) for hour in range(min(found), max(found) + 1)) if found else ()
