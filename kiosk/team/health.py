"""How a tablet is: its battery and the room on its disk, as numbers."""

import shutil
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
LOW_BATTERY = 20  # percent
LEAST_FREE = 500 * 2**20  # bytes: a long day with voice answers


def battery(supplies: Path = SUPPLIES) -> int | None:
    """Percent of the emptiest battery; None where there is none, or the system does not say."""
    levels = []
    for supply in supplies.glob("BAT*"):
        try:
            levels.append(int((supply / "capacity").read_text("ascii").strip()))
        except (OSError, ValueError):
            continue
    return min(levels, default=None)


def free_bytes(folder: Path) -> int:
    """What is free where `folder` lies, or will lie."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(there).free
