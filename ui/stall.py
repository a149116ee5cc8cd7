"""The kiosk itself, full screen, as its keeper starts it; nothing that a command needs is loaded for it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from ui.health.display import missing_library, screen_here


def pack_to_open(named: Path | None, data: DataFolder) -> Pack:
    """PACK, else the last one used, else the practice event."""
    path = named
    if path is None and data.last_pack.is_file():
        last = Path(data.last_pack.read_text("utf-8"))
        path = last if last.exists() else None
    return open_pack(path or practice_pack(), data.packs)


def data_of(pack: Pack, data: DataFolder) -> DataFolder:
    """Practice lives apart, inside the data folder (DATA.md)."""
    return data.practice if pack.practice else data


def can_open() -> None:
    """KioskError(SYSTEM_LIBRARY) where Qt, opening a window, would end the process on the spot."""
    if missing := missing_library(os.environ):
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=missing)
    try:
        from ui import app  # noqa: F401, PLC0415 - Qt, once it is known that there is a screen
    except ImportError as fault:
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=str(fault).partition(":")[0]) from fault


def watched(arguments: Sequence[str]) -> int:
    """The stall of a keeper, which gives the data folder and perhaps a pack; the process's exit code."""
    try:
        root, *named = map(Path, arguments)
        return open_stall(named[0] if named else None, DataFolder(root).made())
    except KioskError as fault:
        from kiosk.words import Words  # noqa: PLC0415 - only to say so
        from ui.messages import message  # noqa: PLC0415 - as above

        sys.stderr.write(message(fault, Words("en")) + "\n")
        return 1


def open_stall(pack: Path | None, data: DataFolder) -> int:
    """Open the kiosk on `pack`, and again on another one when the team asks for it."""
    opened = pack_to_open(pack, data)
    if not screen_here(os.environ):
        return 1  # the screen went away: its keeper ends too
    can_open()
    from kiosk.team.health import charge  # noqa: PLC0415 - after Qt
    from ui.app import REOPEN, Surroundings, run  # noqa: PLC0415 - as above

    if pack is not None:
        data.last_pack.write_text(str(pack.resolve()), "utf-8")
    first = pack is None and not data.last_pack.is_file()
    while True:
        around = Surroundings(charge=charge, screen=data.screen, first=first)
        code = run(opened, data_of(opened, data).made(), around, watched=True)
        if code != REOPEN:
            return code
        opened, first = pack_to_open(None, data), False
