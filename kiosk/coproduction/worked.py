"""How we worked: the facts behind the report's last part, clause by clause of the charter."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from kiosk.coproduction.approving import Kind
from kiosk.coproduction.counted import Banded, Counts, banded, counted, who_is_missing
from kiosk.coproduction.questions import is_asked
from kiosk.coproduction.reach import Reach
from kiosk.coproduction.replies import Said, replies
from kiosk.coproduction.small_numbers import shown_count
from kiosk.pack.model import Pack, Rung, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import ideas_of

ENDED = ("done", "cannot")  # a reply that says how it came out


@dataclass(frozen=True)
class RungUsed:
    """What one activity promised (clause C). `answers` as it may be shown: None under 10."""

    activity: Text
    rung: Rung
    residents_decide: bool
    by_when: Text
    answers: int | None


@dataclass(frozen=True)
class Answered:
    """Replies (clause C). Of those with a date: `kept` ended by it, `broken` did not, `open` have time left.

    `unanswered` are promises whose day has passed with no reply at all.
    """

    given: int
    by_status: dict[str, int]
    kept: int
    broken: int
    open: int
    unanswered: int


@dataclass(frozen=True)
class NotDone:
    """What could not be done, and why (clause C)."""

    theme: Text
    said: Text
    because: Text


@dataclass(frozen=True)
class OpenedUp:
    """The ideas wall (foundations 5 and 6): what residents wrote, and how it was decided on."""

    ideas_shown: int
    questions_asked: int
    hidden: int
    waiting: int
    proposed: int | None  # by residents, as it may be shown


@dataclass(frozen=True)
class Worked:
    """All of it. A and B: that it is counted and said at all; D: `reach`, barriers and assisted visits in
    `counts`; E: languages and ways in `counts`.
    """

    rungs: tuple[RungUsed, ...]
    answered: Answered
    not_done: tuple[NotDone, ...]
    wall: OpenedUp
    counts: Banded
    reach: tuple[Reach, ...]


def how_we_worked(store: Store, pack: Pack, day: date) -> Worked:
    """The facts as they stand on `day`, in whole numbers but for those under 10 (small_numbers)."""
    exact = counted(store.db, pack.event.id)
    said = [one for one in replies(pack, day, store) if one.event_id == pack.event.id]
    return Worked(
        rungs=_rungs(pack, exact.visits),
        answered=_answered(said, day),
        not_done=tuple(NotDone(one.theme, one.said, one.because) for one in said if one.status == "cannot"),
        wall=_wall(store.db, pack.event.id),
        counts=banded(exact, 1),
        reach=who_is_missing(store.db, pack, step=1),
    )


def _rungs(pack: Pack, visits: Counts) -> tuple[RungUsed, ...]:
    """The promises of activities that were open, in the order of Welcome. A wall's visits are its own
    and those of the questions that residents asked there.
    """
    asked = sum(count for activity, count in visits.items() if is_asked(activity))
    found = []
    for activity in pack.activities:
        promise = pack.promise_of(activity)
        if promise is None or not activity.on:
            continue
        count = visits.get(activity.id, 0) + (asked if activity.kind == "ideas" else 0)
        found.append(
            RungUsed(
                activity.title, promise.rung, promise.residents_decide, promise.by_when, shown_count(count)
            )
        )
    return tuple(found)


def _answered(said: Sequence[Said], day: date) -> Answered:
    given = [one for one in said if not one.promised]
    dated = [one for one in given if one.by_when]
    kept = [one for one in dated if one.status in ENDED and one.date <= one.by_when]
    still = [one for one in dated if one.status not in ENDED and one.by_when >= day.isoformat()]
    return Answered(
        given=len(given),
        by_status=dict(Counter(one.status for one in given)),
        kept=len(kept),
        broken=len(dated) - len(kept) - len(still),
        open=len(still),
        unanswered=len(said) - len(given),
    )


def _wall(db: Database, event_id: str) -> OpenedUp:
    here = [one for one in ideas_of(db, event_id=event_id) if one.gone % 2 == 0]
    status = Counter((one.kind, one.status) for one in here)
    residents = sum(1 for one in here if one.lookup)
    return OpenedUp(
        ideas_shown=status[Kind.IDEA, "approved"],
        questions_asked=status[Kind.QUESTION, "approved"],
        hidden=status[Kind.IDEA, "hidden"] + status[Kind.QUESTION, "hidden"],
        waiting=status[Kind.IDEA, "waiting"] + status[Kind.QUESTION, "waiting"],
        proposed=shown_count(residents),
    )
