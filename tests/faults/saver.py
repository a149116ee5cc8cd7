"""A process that saves visits until it is stopped, and acknowledges each on stdout once it is kept."""

import sys
import uuid
from datetime import date
from itertools import count
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.paths import DataFolder
from kiosk.storage import database
from kiosk.storage.database import open_store
from kiosk.storage.keys import practice_key
from kiosk.storage.records import AnswerSet, save
from kiosk.storage.tallies import Mark


def visit() -> AnswerSet:
    return AnswerSet(
        id=str(uuid.uuid4()),
        lookup=uuid.uuid4().hex * 2,
        event_id="fair2027",
        activity="park",
        form_version="1.0",
        day=date(2027, 6, 12),
        answers={"/data/a": "swings " * 200},
        language="en",
    )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(root: str, most_bytes: int, most_visits: int = 0, synchronous: str = "FULL") -> None:
    if synchronous != "FULL":  # the weak control
        database.SAFE["synchronous"] = {"NORMAL": 1}[synchronous]
        database.SETUP = tuple(line.replace("FULL", synchronous) for line in database.SETUP)
    with open_store(DataFolder(Path(root))) as store:
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
                say(f"told {fault.code}")
                return
            say(given.id)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *(int(word) for word in sys.argv[3:4]), *sys.argv[4:])
