"""The stall's commands: open the kiosk, practise, carry to the office, and look after the tablet."""

import os
import re
from pathlib import Path

import click

from kiosk import journal
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from kiosk.storage.keyfile import open_key
from kiosk.storage.keys import practice_key
from kiosk.sync.transfer import write_transfer
from kiosk.words import Words
from ui.commands.shared import data_option, folder, practice_option, progress, working_folder
from ui.display import screen_here
from ui.messages import message


class WindowSize(click.ParamType[tuple[int, int]]):
    """1280x800: the window's width and height in px."""

    name = "WIDTHxHEIGHT"

    def convert(
        self, value: str | tuple[int, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", value)
        if not found:
            self.fail(f"{value} is not a size. Write it as 1280x800.", param, ctx)
        return int(found[1]), int(found[2])


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
def open_kiosk(pack: Path | None, size: tuple[int, int] | None, root: Path | None) -> int:
    """Open the kiosk on PACK."""
    data = folder(root).made()
    opened = pack_to_open(pack, data)
    if not screen_here(os.environ):
        return _without_a_screen(opened, data)
    from ui.app import Surroundings, run  # noqa: PLC0415 - Qt, which the other commands do without

    if pack is not None:
        data.last_pack.write_text(str(pack.resolve()), "utf-8")
    mine = data_of(opened, data).made()
    journal.open_journal(mine.journal)
    return run(opened, mine, Surroundings(size=size))


def _without_a_screen(pack: Pack, data: DataFolder) -> int:
    """Say so, let three made-up residents use the kiosk offscreen, and say what they left where."""
    from exports.tables import export_tables  # noqa: PLC0415

    from ui.residents.party import party  # noqa: PLC0415

    words = Words("en")
    click.echo(message(KioskError(ErrorCode.NO_DISPLAY), words))
    if not pack.practice:
        raise KioskError(ErrorCode.NO_DISPLAY_FOR_EVENT)
    click.echo("Three made-up residents will use the kiosk instead, on the real screens, unseen.")
    mine = data.practice.made()
    pictures, tables = mine.root / "pictures", mine.root / "csv"
    for line in party(pack, mine, residents=3, seed=1, pictures=pictures):
        click.echo(line)
    with open_store(mine) as store:
        export_tables(store, open_key(mine, practice_key().fingerprint, "practice"), tables, "csv")
    click.echo(f"Their pictures are in {pictures}")
    click.echo(f"Their CSV files are in {tables}")
    return 0


@click.command()
@click.option("--residents", type=click.IntRange(1, 10_000), default=3, show_default=True)
@click.option("--pack", type=click.Path(path_type=Path), help="Another pack than the practice event.")
@click.option("--seed", type=int, default=None, help="The same seed gives the same residents.")
@click.option("--pictures", type=click.Path(path_type=Path), help="A folder for a PNG of each page.")
@data_option
def practice(
    residents: int, pack: Path | None, seed: int | None, pictures: Path | None, root: Path | None
) -> None:
    """Made-up residents go through the real screens, offscreen; prints what was saved."""
    from ui.residents.party import party  # noqa: PLC0415 - Qt, which the other commands do without

    data = folder(root).made()
    opened = open_pack(pack or practice_pack(), data.packs)
    for line in party(opened, data.practice.made(), residents=residents, seed=seed, pictures=pictures):
        click.echo(line)


@click.command()
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="A stick, or any folder.")
@click.option("--zip", "zipped", is_flag=True, help="One file, to e-mail.")
@click.option("--last", is_flag=True, help="The last from this tablet for this event.")
@practice_option
@data_option
def transfer(to: Path, zipped: bool, last: bool, practising: bool, root: Path | None) -> None:
    """Write a sealed transfer pack for the office."""
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store, progress("Writing") as tell:
        summary = write_transfer(store, to, zip=zipped, last=last, progress=tell)
    click.echo(
        f"{summary.records} records are in {summary.path}, checked. It is safe to take out. "
        "Carry it to the office, and merge it there."
    )


@click.command()
@data_option
def doctor(root: Path | None) -> int:
    """Look at all that a stall needs: one line each; exit 1 if residents would be let down."""
    from ui.doctor import look_over  # noqa: PLC0415

    findings = list(look_over(folder(root)))
    for finding in findings:
        click.echo(str(finding))
    return 1 if any(finding.lets_down for finding in findings) else 0
