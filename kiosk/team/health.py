"""How a tablet is: its battery and the room on its disk, as numbers."""

import shutil
from enum import StrEnum
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
LOW_BATTERY = 20  # percent
LEAST_FREE = 500 * 2**20  # bytes: a long day with voice answers
CHARGE_ME, EMPTY = 15, 5  # percent, while nothing charges it


class Charge(StrEnum):
    """Whether residents can go on: `LOW` asks the team for a charger, `EMPTY` begins no visit."""

    FINE = ""
    LOW = "low"
    EMPTY = "empty"


def battery(supplies: Path = SUPPLIES) -> int | None:
    """Percent of the emptiest battery; None where there is none, or the system does not say."""
    levels = []
    for supply in supplies.glob("BAT*"):
        try:
            levels.append(int((supply / "capacity").read_text("ascii").strip()))
        except (OSError, ValueError):
            continue
    return min(levels, default=None)


def charge(supplies: Path = SUPPLIES) -> Charge:
    """How the battery stands for residents; fine where there is none, or it is being charged."""
    level = battery(supplies)
    if level is None or level > CHARGE_ME or not _draining(supplies):
        return Charge.FINE
    return Charge.EMPTY if level <= EMPTY else Charge.LOW


def _draining(supplies: Path) -> bool:
    states = []
    for supply in supplies.glob("BAT*"):
        try:
            states.append((supply / "status").read_text("ascii").strip())
        except (OSError, ValueError):
            continue
    return "Discharging" in states


def free_bytes(folder: Path) -> int:
    """What is free where `folder` lies, or will lie."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(there).free
