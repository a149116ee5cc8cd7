"""Every answer that the office's key opens, and which do not."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.errors import KioskError
from kiosk.storage.database import Store
from kiosk.storage.keys import SecretKey
from kiosk.storage.records import AnswerSet, opened, sealed_records

Progress = Callable[[int, int], None]
EVERY = 100


@dataclass
class Opened:
    """The answers that opened, by event and activity, and what did not."""

    answers: dict[tuple[str, str], list[AnswerSet]] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    other_keys: int = 0
    unreadable: list[str] = field(default_factory=list)


def open_all(store: Store, secret: SecretKey, progress: Progress | None) -> Opened:
    """Open every record that is not withdrawn; what fails is named, and nothing stops for it."""
    work = Opened()
    total = store.db.execute("SELECT count(*) FROM record WHERE gone % 2 = 0").fetchone()[0]
    for done, record in enumerate(sealed_records(store), start=1):
        if record.key != secret.fingerprint:
            work.other_keys += 1
            continue
        try:
            answers = opened(secret, record)
        except KioskError:
            work.skipped.append(record.id)
            continue
        work.answers.setdefault((record.event_id, record.activity), []).append(answers)
        if progress and done % EVERY == 0:
            progress(done, total)
    if progress:
        progress(total, total)
    return work
