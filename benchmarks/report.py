"""A report on 10,000 records: how long it takes and how much memory, in a process of its own."""

import json
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.apart import peak
from benchmarks.measure import Row
from kiosk.clock import FakeClock
from kiosk.office.annotations import Kind, annotate
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.keys import SecretKey, make_key

RECORDS = 10_000
MOST_SECONDS, MOST_MB = 5.0, 300.0
DAY = date(2027, 6, 12)
KEY = "bench.key"  # as it is once opened: unwrapping takes 256 MiB by itself, whatever is done with it
RUNS = 5  # the one in their middle counts
WISHES = ("More swings", "Light the canal path", "ਹੋਰ ਬੈਂਚ ਚਾਹੀਦੇ ਹਨ", "پانی کا نل لگائیں", "")


def reporting() -> Iterator[Row]:
    """PDF and HTML, each from sealed records to the file."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        place = Path(name)
        fill(place / "data")
        for kind in ("pdf", "html"):
            runs = [reported(place / "data", place / f"report.{kind}") for _ in range(RUNS)]
            facts = sorted(runs, key=lambda one: one["seconds"])[RUNS // 2]
            detail = f"{facts['told']} words of progress, {facts['bytes'] // 1024} KB"
            yield Row(f"report of {RECORDS:,} records, {kind}", facts["seconds"], MOST_SECONDS, "s", detail)
            yield Row(
                f"its memory, {kind}", facts["megabytes"], MOST_MB, "MB", "the process, once the key is open"
            )


def reported(place: Path, to: Path) -> dict[str, float]:
    """The facts of one report, written in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.report", str(place), str(to)]
    facts: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return facts


def fill(place: Path, count: int = RECORDS) -> None:
    """An office with as many answers of the practice event."""
    chance, secret = random.Random(1), make_key()
    pack = open_pack(practice_pack(), None)
    data = DataFolder(place).made()
    (place / KEY).write_bytes(secret.encryption + secret.signing)
    with open_store(data) as store:
        remember_forms(store, pack, DAY)
        made = [_answers(pack.event.id, pack.forms, chance) for _ in range(count)]
        save(store, secret.public, made)
        tagged = [one.id for one in made if one.activity == "park"][:60]
        for number, record in enumerate(tagged):
            annotate(store, secret, record, Kind.TAG, {"tag": f"Theme {number % 6}"}, FakeClock())


def _answers(event_id: str, forms: dict, chance: random.Random) -> AnswerSet:  # type: ignore[type-arg]
    activity = chance.choices(["park", "about", "join", "today"], [5, 3, 1, 1])[0]
    given = {
        "park": {
            "often": chance.choice(["most_days", "most_weeks", "sometimes", "never"]),
            "more": " ".join(chance.sample(["lighting", "seats", "play", "paths", "toilets"], 2)),
            "minutes": str(chance.randint(1, 60)),
            "safe": str(chance.randint(1, 5)),
            "wish": chance.choice(WISHES),
            "quote": chance.choice(["yes", "no"]),
        },
        "about": {
            "age": chance.choice(["under_25", "25_to_44", "45_to_64", "65_over"]),
            "town": chance.choice(["tipton", "oldbury", "smethwick"]),
        },
        "join": {"offers/bring": chance.choice(["time", "skill"]), "offers/need": "travel"},
        "today": {"feeling": "good"},
    }[activity]
    return AnswerSet(
        id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        lookup=f"{chance.getrandbits(256):064x}",
        event_id=event_id,
        activity=activity,
        form_version=forms[activity].version,
        day=DAY,
        answers={f"/data/{path}": value for path, value in given.items() if value},
        language=chance.choice(["en", "en", "en", "pa", "ur", "pl"]),
    )


def measured(place: Path, to: Path) -> None:
    """Write one report and say what it took, from before its modules are loaded."""
    with open_store(DataFolder(place)) as store:
        content = (place / KEY).read_bytes()
        secret = SecretKey(content[:32], content[32:])
        pack = open_pack(practice_pack(), None)
        told: list[int] = []
        began = time.perf_counter()
        from exports.report.report import write_report  # noqa: PLC0415 - its loading is a part of it

        kind = "html" if to.suffix == ".html" else "pdf"
        write_report(store, secret, pack, to, kind, progress=lambda done, _of: told.append(done))  # type: ignore[arg-type]
        took = time.perf_counter() - began
    facts = {"seconds": took, "megabytes": peak(), "told": len(told), "bytes": to.stat().st_size}
    sys.stdout.write(json.dumps(facts))


if __name__ == "__main__":
    measured(Path(sys.argv[1]), Path(sys.argv[2]))
