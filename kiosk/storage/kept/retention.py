"""The end of an event's keeping: asked for in the office, never brought about by a clock."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, copies, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import kept_forms

USUAL_DAYS = 365  # where no pack has said (pack.model.Event.retention_days)


@dataclass(frozen=True)
class Keeping:
    """What is kept of one event. `until` is its last record's day and the days that its pack gives."""

    event_id: str
    records: int
    ideas: int
    keys: tuple[str, ...]
    until: date


@dataclass(frozen=True)
class Ended:
    """What ending an event's keeping erased, and the teams that were given details of its people."""

    records: int
    ideas: int
    teams: tuple[str, ...]


def kept_events(store: Store) -> tuple[Keeping, ...]:
    """Every event of which something personal is kept here, by id."""
    days = {form.event_id: form.retention_days for form in kept_forms(store) if form.retention_days}
    ideas = dict(
        store.db.execute("SELECT event_id, count(*) FROM idea WHERE status != 'approved' GROUP BY 1")
    )
    events = {
        row[0]: (row[1], row[2], tuple(sorted(row[3].split(","))))
        for row in store.db.execute(
            "SELECT event_id, count(*), max(day), group_concat(DISTINCT key) FROM record GROUP BY 1"
        )
    }
    for event_id in ideas.keys() - events.keys():
        events[event_id] = (0, _last_counted(store.db, event_id), ())
    return tuple(
        Keeping(
            event_id=event_id,
            records=count,
            ideas=ideas.get(event_id, 0),
            keys=keys,
            until=_after(date.fromisoformat(last), days.get(event_id, USUAL_DAYS)),
        )
        for event_id, (count, last, keys) in sorted(events.items())
    )


def _last_counted(db: Database, event_id: str) -> str:
    """The day of the last count, where there are ideas alone: these have none. Else a day far away."""
    row = db.execute("SELECT max(day) FROM tally WHERE event_id = ?", [event_id]).fetchone()
    return str(row[0] or date.max.isoformat())


def _after(day: date, days: int) -> date:
    return day + min(timedelta(days=days), date.max - day)


def may_end(store: Store, event_id: str, day: date, *, early: bool = False) -> Keeping:
    """What is kept of the event, or KioskError: EVENT_NOT_HERE, EVENT_NOT_DUE unless `early`."""
    kept = next((one for one in kept_events(store) if one.event_id == event_id), None)
    if kept is None:
        raise KioskError(ErrorCode.EVENT_NOT_HERE, event=event_id)
    if kept.until > day and not early:
        raise KioskError(ErrorCode.EVENT_NOT_DUE, event=event_id, until=kept.until.isoformat())
    return kept


def end_keeping(store: Store, event_id: str, clock: Clock, *, early: bool = False) -> Ended:
    """Erase every record of the event, what the office wrote about it, and ideas that were never shown.

    From the database, its copies, quarantine and what was set aside. Counts, approved ideas and replies
    stay: they name nobody. What old sticks bring of it later is not kept. KioskErrors of `may_end`,
    and of the disk.
    """
    day = today(clock)
    kept = may_end(store, event_id, day, early=early)
    teams = store.db.execute(
        "SELECT DISTINCT organisation FROM disclosure WHERE event_id = ? ORDER BY 1", [event_id]
    ).fetchall()
    with store.write() as db:
        ended = settings.get(db, settings.ENDED, {})
        settings.put(db, settings.ENDED, {**ended, event_id: day.isoformat()})
        drop_ended(db)
        audit.note(db, clock, Role.STAFF, Act.KEEPING_ENDED, count=kept.records)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copies.forget_all(store)
    copies.daily_copy(store, day)
    return Ended(kept.records, kept.ideas, tuple(team for (team,) in teams))


def drop_ended(db: Database) -> int:
    """Erase what is here of events whose keeping has ended, in the caller's transaction; how many records."""
    count = 0
    for event_id in settings.get(db, settings.ENDED, {}):
        about = "(SELECT id FROM record WHERE event_id = ?)"
        for table in ("annotation", "receipt", "quarantine"):
            db.execute(f"DELETE FROM {table} WHERE record_id IN {about}", [event_id])  # noqa: S608
        db.execute("DELETE FROM quarantine WHERE instr(body, CAST(? AS BLOB))", [json.dumps(event_id)])
        db.execute(
            "DELETE FROM withdrawal WHERE lookup IN (SELECT lookup FROM record WHERE event_id = ?)",
            [event_id],
        )
        count += db.execute("DELETE FROM record WHERE event_id = ?", [event_id]).rowcount
        db.execute("DELETE FROM idea WHERE event_id = ? AND status != 'approved'", [event_id])
        db.execute("DELETE FROM snapshot WHERE event_id = ?", [event_id])
    return count
