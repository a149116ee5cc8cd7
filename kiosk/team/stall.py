"""The stall: open, paused or closed, kept over restarts, and on which day it was opened."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store


class State(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


ACTS = {State.OPEN: Act.STALL_OPENED, State.PAUSED: Act.STALL_PAUSED, State.CLOSED: Act.STALL_CLOSED}


@dataclass(frozen=True)
class Stall:
    """How the stall of an event stands. `day` is when somebody last said so; None where nobody has."""

    state: State = State.OPEN
    day: date | None = None


def stall(db: Database, event_id: str) -> Stall:
    """As it was left; open where nobody ever closed it, so that a preview needs no volunteer."""
    kept = settings.get(db, settings.STALL, {}).get(event_id)
    return Stall(State(kept["state"]), date.fromisoformat(kept["day"])) if kept else Stall()


def set_stall(store: Store, clock: Clock, event_id: str, state: State, role: Role = Role.VOLUNTEER) -> None:
    """Open, pause or close. Whoever opens has confirmed the date: `clock` says that day."""
    with store.write() as db:
        kept = settings.get(db, settings.STALL, {})
        settings.put(
            db,
            settings.STALL,
            {**kept, event_id: {"state": state.value, "day": today(clock).isoformat()}},
        )
        audit.note(db, clock, role, ACTS[state])


def must_rest(db: Database, event_id: str) -> None:
    """KioskError(STALL_OPEN) while residents may be in the middle of something: nothing is merged then."""
    if stall(db, event_id).state is State.OPEN:
        raise KioskError(ErrorCode.STALL_OPEN)
