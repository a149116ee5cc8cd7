"""A process that saves visits until it is stopped, and acknowledges each on stdout once it is kept."""

import sys
import uuid
from datetime import date
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.paths import DataFolder
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


def main(root: str, most_bytes: int) -> None:
    with open_store(DataFolder(Path(root))) as store:
        if most_bytes:
            import resource  # noqa: PLC0415

            limit = store.folder.database.stat().st_size + most_bytes
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        say("ready")
        while True:
            given = visit()
            try:
                save(store, practice_key(), [given, visit()], [Mark("visit")])
            except KioskError as fault:
                say(f"told {fault.code}")
                return
            say(given.id)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
