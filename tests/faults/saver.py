"""A process that saves visits until it is stopped, and acknowledges each on stdout once it is kept."""

import sys
import uuid
from itertools import count
from pathlib import Path

from kiosk.clock import SystemClock, today
from kiosk.errors import KioskError
from kiosk.paths import DataFolder
from kiosk.storage import audit, database
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.sealed.keys import practice_key

# The weak controls: what SQLite does unless told otherwise, and what is often advised instead.
WEAK = {
    "NORMAL": {"synchronous": ("FULL", "NORMAL", 1)},
    "DELETE": {"journal_mode": ("WAL", "DELETE", "delete")},
}


def visit() -> AnswerSet:
    return AnswerSet(
        id=str(uuid.uuid4()),
        lookup=uuid.uuid4().hex * 2,
        event_id="fair2027",
        activity="park",
        form_version="1.0",
        day=today(SystemClock()),
        answers={"/data/a": "swings " * 200},
        language="en",
    )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def weaken(settings: str) -> None:
    for name, (safe, weak, value) in WEAK.get(settings, {}).items():
        database.SAFE[name] = value  # type: ignore[assignment]
        database.SETUP = tuple(line.replace(safe, weak) for line in database.SETUP)


def main(root: str, most_bytes: int, most_visits: int = 0, settings: str = "FULL") -> None:
    weaken(settings)
    try:
        store = open_store(DataFolder(Path(root)))
    except KioskError as fault:
        return say(f"told {fault.code}")
    with store:
        audit.note(store.db, SystemClock(), Role.VOLUNTEER, Act.STALL_OPENED)
        if most_bytes:
            import resource  # noqa: PLC0415

            limit = store.folder.database.stat().st_size + most_bytes
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        say("ready")
        for _ in range(most_visits) if most_visits else count():
            given = visit()
            try:
                save(store, practice_key(), [given, visit()], [Mark("visit")])
            except KioskError as fault:
                return say(f"told {fault.code}")
            say(given.id)
    return None


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *(int(word) for word in sys.argv[3:4]), *sys.argv[4:])
