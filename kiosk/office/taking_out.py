"""Taking out what somebody gave, and bringing it back: each leaves its line in the audit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.clock import Clock, today
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.withdrawal import (
    UNDO_DAYS,
    Undone,
    Withdrawn,
    undo_record,
    undo_reference,
    withdraw,
    withdraw_record,
)


@dataclass(frozen=True)
class Gone:
    """A record that was taken out and may still come back, until `until`."""

    record_id: str
    event_id: str
    activity: str
    day: date
    until: date


def take_reference(store: Store, reference: str, clock: Clock, chosen: Sequence[str] = ()) -> Withdrawn:
    """All that was given under `reference`; nothing yet where staff must choose. REFERENCE_WRONG."""
    done = withdraw(store, reference, today(clock), chosen)
    if not done.choices:
        _note(store, clock, Act.WITHDRAWN, len(done.records) + len(done.ideas))
    return done


def take_record(store: Store, record_id: str, clock: Clock) -> Withdrawn:
    """One record that staff have found. RECORD_NOT_HERE."""
    done = withdraw_record(store, record_id, today(clock))
    _note(store, clock, Act.WITHDRAWN, len(done.records))
    return done


def bring_back_reference(store: Store, reference: str, clock: Clock) -> Undone:
    """What `reference` took out, as far as it is not yet erased. REFERENCE_WRONG."""
    return _brought(store, clock, undo_reference(store, reference, today(clock)))


def bring_back_record(store: Store, record_id: str, clock: Clock) -> Undone:
    """One record, by its id."""
    return _brought(store, clock, undo_record(store, record_id, today(clock)))


def taken_out(store: Store) -> tuple[Gone, ...]:
    """What was taken out and is not yet erased, the latest first."""
    rows = store.db.execute(
        "SELECT r.id, r.event_id, r.activity, max(w.day) FROM record AS r JOIN withdrawal AS w USING (lookup)"
        " WHERE r.gone % 2 = 1 AND length(r.sealed) > 0 AND w.record_id IN ('', r.id)"
        " GROUP BY r.id ORDER BY 4 DESC, 1"
    )
    week = timedelta(days=UNDO_DAYS)
    found = ((*row[:3], date.fromisoformat(row[3])) for row in rows)
    return tuple(Gone(record, event, activity, day, day + week) for record, event, activity, day in found)


def _brought(store: Store, clock: Clock, done: Undone) -> Undone:
    if done.records or done.waiting:
        _note(store, clock, Act.WITHDRAWAL_UNDONE, len(done.records))
    return done


def _note(store: Store, clock: Clock, act: Act, count: int) -> None:
    with store.write() as db:
        audit.note(db, clock, Role.STAFF, act, count=count)
