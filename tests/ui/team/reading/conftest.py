"""An office with answers to read: made-up words of made-up people, and staff at its desk."""

import threading
import uuid
from datetime import date

import pytest

from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.reference import lookup

WISH = "/data/wish"
REFERENCE = "0123456780"


@pytest.fixture
def reading_desk(office_desk, real_pack):
    """Staff at the desk of an office that has the practice event's forms, and nothing else yet."""
    room = office_desk.model.team.room
    remember_forms(room.store, room.pack, date(2027, 6, 1))
    return office_desk


@pytest.fixture
def give(reading_desk):
    """Saves a record of an activity; `said` is by path under /data. Its id."""
    room = reading_desk.model.team.room

    def given(activity="park", said=None, **facts):
        usual = {
            "id": str(uuid.uuid4()),
            "lookup": uuid.uuid4().hex * 2,
            "event_id": room.pack.event.id,
            "activity": activity,
            "form_version": room.pack.form_of(room.pack.activity(activity)).version,
            "day": date(2027, 6, 12),
            "answers": {f"/data/{path}": value for path, value in (said or {}).items()},
            "language": "en",
        }
        made = AnswerSet(**{**usual, **facts})
        save(room.store, room.doors.secret.public, [made])
        return made.id

    return given


@pytest.fixture
def sign_up(give):
    """A sign-up: who, how to reach them, and the purposes that they said yes to."""

    def signed(name, yes=(), no=(), **facts):
        details = {f"details/{key}": facts.pop(key) for key in ("email", "phone") if key in facts}
        consents = {f"contact/{one}": "yes" for one in yes} | {f"contact/{one}": "no" for one in no}
        return give("join", {"details/name": name, **details, **consents}, **facts)

    return signed


@pytest.fixture
def under_reference(reading_desk):
    """What a reference is kept as, under this office's key."""
    return lambda reference, part="": lookup(
        reference, reading_desk.model.team.room.doors.secret.fingerprint, part
    )


@pytest.fixture
def enter(reading_desk, finished):
    """Goes into a section by its name in the side bar, and waits until it is open."""

    def into(section):
        reading_desk.press(section)
        finished(reading_desk)
        return reading_desk.model.team.leaf.model

    return into


@pytest.fixture
def held(reading_desk, monkeypatch):
    """Work waits before it begins, until it is let go: by `set`, or with `stop` stopped first."""
    jobs, gate = reading_desk.model.team.room.jobs, threading.Event()
    run = jobs.run

    def waiting(work):
        def later(progress):
            gate.wait()
            return work(progress)

        return run(later)

    def stop():
        jobs.stop()
        gate.set()

    monkeypatch.setattr(jobs, "run", waiting)
    gate.stop = stop
    yield gate
    gate.set()
