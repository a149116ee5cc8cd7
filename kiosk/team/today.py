"""What the desk shows of a day: counts that are linked to nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from kiosk.coproduction.counted import Bands, banded, counted
from kiosk.pack.model import ActivityKind, Pack
from kiosk.storage.kept.tallies import totals


@dataclass(frozen=True)
class Day:
    """One day's counts. Visits and what people did are exact, as whoever stands here sees them too;

    ways and what was hard are bands: a small count among them could point at somebody.
    `hours` has every hour from the first to the last in which somebody came.
    """

    visits: int
    sign_ups: int
    ideas: int
    assisted: int
    hours: tuple[tuple[int, int], ...]
    activities: Mapping[str, int]
    languages: Bands
    sizes: Bands
    hard: Bands


def of_day(db: Database, pack: Pack, day: date) -> Day:
    """The counts of `pack`'s event on `day`, over every tablet that is merged here."""
    exact = counted(db, pack.event.id, day)
    shown = banded(exact)
    marks = totals(db, pack.event.id, day)
    kinds = {activity.id: activity.kind for activity in pack.activities}
    by_hour = {mark.bucket: n for mark, n in marks.items() if mark.name == "hour"}
    return Day(
        visits=exact.all_visits,
        sign_ups=sum(n for name, n in exact.visits.items() if kinds.get(name) is ActivityKind.SIGN_UP),
        ideas=sum(n for mark, n in marks.items() if mark.name == "proposed"),
        assisted=exact.assisted,
        hours=_every_hour({int(hour): n for hour, n in by_hour.items() if hour.isdigit()}),
        activities=dict(sorted(exact.visits.items(), key=lambda one: (-one[1], one[0]))),
        languages=shown.languages,
        sizes=shown.sizes,
        hard={name: count for name, count in shown.barriers.items() if exact.barriers[name]},
    )


def _every_hour(found: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((hour, found.get(hour, 0)) for hour in range(min(found), max(found) + 1)) if found else ()
