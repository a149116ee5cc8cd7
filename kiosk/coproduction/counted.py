"""What the stall counted, in exact numbers for working with and in bands for showing (charter, D and E)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from kiosk.coproduction.barriers import BARRIER, Barrier
from kiosk.coproduction.reach import Reach, reach
from kiosk.coproduction.small_numbers import STEP, shown_count, shown_counts
from kiosk.pack.model import Pack
from kiosk.storage.kept.tallies import totals

VISITS, ASSISTED, LANGUAGE, SIZE = "visits", "assisted", "language", "size"
PROFILE = "profile:"  # begins the names of tallies about who took part
# How it suited people: a tally each, by what was used when the visit ended.
WAYS = (LANGUAGE, SIZE, "colours", "listening", "keys", "steady", "voice-answer")

Counts = Mapping[str, int]
Bands = Mapping[str, int | None]


@dataclass(frozen=True)
class Counted:
    """Exact totals: not for showing as they are. `visits` are by activity, `ways` by tally and bucket."""

    visits: Counts = field(default_factory=dict)
    assisted: int = 0
    barriers: Counts = field(default_factory=dict)
    ways: Mapping[str, Counts] = field(default_factory=dict)
    profile: Mapping[str, Counts] = field(default_factory=dict)

    @property
    def all_visits(self) -> int:
        return sum(self.visits.values())


@dataclass(frozen=True)
class Banded:
    """The same as it may be shown: in steps, and None where it is said only as "fewer than 10"."""

    visits: int | None
    assisted: int | None
    barriers: Bands
    ways: Mapping[str, Bands]

    @property
    def languages(self) -> Bands:
        return self.ways.get(LANGUAGE, {})

    @property
    def sizes(self) -> Bands:
        return self.ways.get(SIZE, {})


def counted(db: Database, event_id: str, day: date | None = None) -> Counted:
    """The totals of an event over every store, of one day or of all."""
    by_name: dict[str, dict[str, int]] = {}
    for mark, total in totals(db, event_id, day).items():
        by_name.setdefault(mark.name, {})[mark.bucket] = total
    barriers = by_name.get(BARRIER, {})
    return Counted(
        visits=by_name.get(VISITS, {}),
        assisted=by_name.get(ASSISTED, {}).get("yes", 0),
        barriers={barrier.value: barriers.get(barrier.value, 0) for barrier in Barrier},
        ways={name: by_name[name] for name in WAYS if name in by_name},
        profile={
            name.removeprefix(PROFILE): buckets
            for name, buckets in by_name.items()
            if name.startswith(PROFILE)
        },
    )


def banded(exact: Counted, step: int = STEP) -> Banded:
    """`exact` as it may be shown. `step` is 5 while an event runs and 1 in a report.

    Assisted and alone are the two parts of all visits; so are the buckets of a way. A barrier is a count
    by itself: one person may name several.
    """
    alone = max(0, exact.all_visits - exact.assisted)
    helped = shown_counts({"assisted": exact.assisted, "alone": alone}, step)
    return Banded(
        visits=shown_count(exact.all_visits, step),
        assisted=helped["assisted"],
        barriers={name: shown_count(count, step) for name, count in exact.barriers.items()},
        ways={name: shown_counts(buckets, step) for name, buckets in exact.ways.items()},
    )


def who_is_missing(
    db: Database, pack: Pack, *, day: date | None = None, step: int = STEP
) -> tuple[Reach, ...]:
    """Each question of the pack's profile sheet: who took part beside who lives here, in words and bands.

    Say it with `reach.standing_words` and `reach.count_words`. Nothing where the pack has no such sheet.
    """
    return reach(pack.profile, counted(db, pack.event.id, day).profile, step)
