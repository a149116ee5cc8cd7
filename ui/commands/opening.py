"""`event-kiosk [PACK]`: the kiosk itself, or made-up residents where there is no screen."""

import os
from pathlib import Path

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from ui.commands.shared import WindowSize, data_option, folder
from ui.health.display import screen_here
from ui.stall import can_open, data_of, pack_to_open


@click.command("open", hidden=True)
@click.argument("pack", type=click.Path(path_type=Path), required=False)
@click.option(
    "--window",
    "size",
    type=WindowSize(),
    help="Try it in a window of this size, with a strip for staff. What is put in is practice.",
)
@click.option("--calibrate", is_flag=True, help="Show the ruler first, to measure this screen with a card.")
@data_option
def command(pack: Path | None, size: tuple[int, int] | None, calibrate: bool, root: Path | None) -> int:
    """Open the kiosk on PACK."""
    data = folder(root).made()
    screen = screen_here(os.environ)
    if calibrate and not screen:
        raise KioskError(ErrorCode.NO_DISPLAY)
    if size is None and not calibrate and screen:
        return _kept(pack, data)
    opened = pack_to_open(pack, data)
    if not screen:
        from ui.residents.unseen import use_unseen  # noqa: PLC0415 - only where there is no screen

        return use_unseen(opened, data, click.echo)
    can_open()
    from ui.app import Surroundings, run  # noqa: PLC0415 - Qt, once it is known that there is a screen

    if pack is not None:
        data.last_pack.write_text(str(pack.resolve()), "utf-8")
    if calibrate:
        around = Surroundings(size=size, screen=data.screen, calibrate=True)
        code = run(opened, data_of(opened, data).made(), around)
        click.echo("The kiosk draws its sizes by what was measured. Start it again without --calibrate.")
        return code
    from ui.preview import tried  # noqa: PLC0415 - Qt, as above

    around = Surroundings(size=size, preview=True, screen=data.screen)
    return run(tried(opened), data.practice.made(), around)


def _kept(pack: Path | None, data: DataFolder) -> int:
    """Full screen, a kiosk has a keeper, which starts it again if it hangs or falls over."""
    from kiosk import journal  # noqa: PLC0415 - the keeper's, which has no window
    from ui.session.watchdog import keep, kiosk_command  # noqa: PLC0415

    journal.open_journal(data.root / "keeper.log")
    return keep(kiosk_command(data.root, pack), journal.note)
