"""Memory: at rest on the practice event, and how much of it thousands of visits leave behind."""

import os
import subprocess
import sys

from benchmarks.measure import Row

IDLE_GOAL, GROWTH_GOAL = 160.0, 5.0  # MB
# Some 30 ms a visit: a tenth, unless all are asked for.
VISITS = 10_000 if os.environ.get("KIOSK_BENCH_FULL") else 1_000

IDLE = """
import tempfile
from pathlib import Path
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.sealed import reference
from ui.app import Kiosk, Surroundings, application
from ui.residents.monkey import resident_size
from ui.residents.party import PANEL, unheard
from ui.residents.screen import Screen
reference.SCRYPT_N = 2  # its time is not what is measured
application()
with tempfile.TemporaryDirectory() as folder:
    data = DataFolder(Path(folder)).made()
    kiosk = Kiosk(open_pack(practice_pack(), data.packs), data, Surroundings(open_voice=unheard, size=PANEL))
    kiosk.show()
    assert kiosk.keeping.store
    for _ in range(20):
        Screen(kiosk.window).settle()
    idle = resident_size()
    sizes = []
    activity = kiosk.pack.activities[0].id
    for number in range({visits}):
        kiosk.model.begin(activity)
        kiosk.model.forward()
        kiosk.model.wipe()
        if number % 50 == 0:
            Screen(kiosk.window).settle()
        if number in ({visits} // 10, {visits} - 1):
            sizes.append(resident_size())
    print(idle / 2**20, (sizes[1] - sizes[0]) / 2**20)
    kiosk.close()
"""


def memory(visits: int = VISITS) -> list[Row]:
    """In a process of its own: MB held once Welcome has come to rest, and the growth over `visits` visits."""
    ran = subprocess.run(
        [sys.executable, "-c", IDLE.replace("{visits}", str(visits))],
        capture_output=True,
        text=True,
        check=True,
    )
    idle, growth = map(float, ran.stdout.split())
    return [
        Row("memory at rest, practice event", idle, IDLE_GOAL, "MB", "resident size, storage open"),
        Row("memory growth over visits", growth, GROWTH_GOAL, "MB", f"{visits:,} visits begun and wiped"),
    ]
