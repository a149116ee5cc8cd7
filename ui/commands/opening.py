"""`event-kiosk [PACK]`: the kiosk itself, or made-up residents where there is no screen."""

import os
from pathlib import Path

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from ui.commands.shared import WindowSize, data_option, folder
from ui.display import missing_library, screen_here


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


@click.command("open", hidden=True)
@click.argument("pack", type=click.Path(path_type=Path), required=False)
@click.option("--window", "size", type=WindowSize(), help="In a window of this size, not full screen.")
@data_option
def command(pack: Path | None, size: tuple[int, int] | None, root: Path | None) -> int:
    """Open the kiosk on PACK."""
    data = folder(root).made()
    opened = pack_to_open(pack, data)
    if not screen_here(os.environ):
        from ui.residents.unseen import use_unseen  # noqa: PLC0415 - only where there is no screen

        return use_unseen(opened, data, click.echo)
    if missing := missing_library(os.environ):
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=missing)
    try:
        from ui.app import Surroundings, run  # noqa: PLC0415 - Qt, once it is known that there is a screen
    except ImportError as fault:
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=str(fault).partition(":")[0]) from fault
    if pack is not None:
        data.last_pack.write_text(str(pack.resolve()), "utf-8")
    return run(opened, data_of(opened, data).made(), Surroundings(size=size))
