"""A process that tries a wrong PIN and says how long it must wait, by the clock that it is given."""

import sys
from pathlib import Path

from kiosk.clock import SystemClock, today
from kiosk.paths import DataFolder
from kiosk.storage import audit
from kiosk.storage.copies import daily_copy
from kiosk.storage.database import open_store
from kiosk.team.pin import Pin

with open_store(DataFolder(Path(sys.argv[1]))) as store:
    clock = SystemClock()
    pin = Pin(store, clock)
    if not pin.is_set:
        pin.set("2580")
    outcome = [pin.try_pin("2581") for _ in range(3)][-1]
    copy = daily_copy(store, today(clock))
    sys.stdout.write(
        f"{outcome.seconds} {today(clock).year} {copy.is_file()} {audit.first_break(store.db)}\n"
    )
