"""`event-kiosk [PACK]`: the kiosk itself, or made-up residents where there is no screen."""

import os
from pathlib import Path

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.team.health import charge
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
@click.option(
    "--window",
    "size",
    type=WindowSize(),
    help="Try it in a window of this size, with a strip for staff. What is put in is practice.",
)
@click.option(
    "--watched", is_flag=True, hidden=True, help="Started by the keeper, which listens to its pulse."
)
@click.option("--calibrate", is_flag=True, help="Show the ruler first, to measure this screen with a card.")
@data_option
def command(
    pack: Path | None, size: tuple[int, int] | None, watched: bool, calibrate: bool, root: Path | None
) -> int:
    """Open the kiosk on PACK."""
    data = folder(root).made()
    if calibrate and not screen_here(os.environ):
        raise KioskError(ErrorCode.NO_DISPLAY)
    if size is None and not watched and not calibrate and screen_here(os.environ):
        return _kept(pack, root, data)
    opened = pack_to_open(pack, data)
    if not screen_here(os.environ):
        if watched:
            return 1  # the screen went away: its keeper ends too
        from ui.residents.unseen import use_unseen  # noqa: PLC0415 - only where there is no screen

        return use_unseen(opened, data, click.echo)
    if missing := missing_library(os.environ):
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=missing)
    try:
        from ui.app import REOPEN, Surroundings, run  # noqa: PLC0415 - Qt, once it is known that there is a screen
    except ImportError as fault:
        raise KioskError(ErrorCode.SYSTEM_LIBRARY, library=str(fault).partition(":")[0]) from fault
    if pack is not None:
        data.last_pack.write_text(str(pack.resolve()), "utf-8")
    if calibrate:
        around = Surroundings(size=size, screen=data.screen, calibrate=True)
        code = run(opened, data_of(opened, data).made(), around)
        click.echo("The kiosk draws its sizes by what was measured. Start it again without --calibrate.")
        return code
    if size is not None:
        from ui.preview import tried  # noqa: PLC0415 - Qt, as above

        around = Surroundings(size=size, preview=True, screen=data.screen)
        return run(tried(opened), data.practice.made(), around, watched=watched)
    first = pack is None and not data.last_pack.is_file()
    while True:
        around = Surroundings(charge=charge, screen=data.screen, first=first)
        code = run(opened, data_of(opened, data).made(), around, watched=watched)
        if code != REOPEN:
            return code
        opened, first = pack_to_open(None, data), False


def _kept(pack: Path | None, root: Path | None, data: DataFolder) -> int:
    """Full screen, a kiosk has a keeper, which starts it again if it hangs or falls over."""
    from kiosk import journal  # noqa: PLC0415 - the keeper's, which has no window
    from ui.session.watchdog import keep, kiosk_command  # noqa: PLC0415

    journal.open_journal(data.root / "keeper.log")
    arguments = [str(pack)] if pack else []
    return keep(kiosk_command([*arguments, *(("--data", str(root)) if root else ())]), journal.note)
