"""Draws every page to a PNG, in the languages, sizes and colours asked for: `make gallery`."""

import tempfile
from pathlib import Path

import click

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.visit.manner import Colours, Manner, Size
from ui.commands.shared import WindowSize
from ui.residents.party import offscreen, unheard


def _each(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(","))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--pack", type=click.Path(path_type=Path), default=None, help="Another than the practice event."
)
@click.option("--languages", default="en,ur,pa", callback=_each, show_default=True)
@click.option("--sizes", default="standard,medium,large,largest", callback=_each, show_default=True)
@click.option("--colours", default="standard,high-contrast", callback=_each, show_default=True)
@click.option("--window", "panel", type=WindowSize(), default="1280x800", show_default=True)
@click.option("--only", default="", help="Pages whose name begins so.")
def main(
    folder: Path,
    pack: Path | None,
    languages: tuple[str, ...],
    sizes: tuple[str, ...],
    colours: tuple[str, ...],
    panel: tuple[int, int],
    only: str,
) -> None:
    """Draw every page into FOLDER, as LANGUAGE/SIZE-COLOURS/NN-PAGE.png."""
    offscreen()
    from ui.app import Kiosk, Surroundings, application  # noqa: PLC0415 - after the platform is chosen
    from ui.residents.microphone import pretended  # noqa: PLC0415
    from ui.residents.screen import Screen  # noqa: PLC0415
    from ui.residents.tour import walk  # noqa: PLC0415

    application()
    drawn = 0
    with tempfile.TemporaryDirectory() as scratch:
        opened = open_pack(pack or practice_pack(), Path(scratch))
        for place, (language, size, colour) in enumerate(
            (language, size, colour) for language in languages for size in sizes for colour in colours
        ):
            manner = Manner(language, Size(size), Colours(colour))
            clock = FakeClock()
            around = Surroundings(
                clock=clock, open_voice=unheard, open_recorder=pretended, size=panel, manner=manner
            )
            kiosk = Kiosk(opened, DataFolder(Path(scratch) / f"data{place}").made(), around)
            kiosk.show()
            screen = Screen(kiosk.window)
            for number, stop in enumerate(walk(kiosk, clock, screen), start=1):
                if stop.name.startswith(only):
                    name = f"{number:02}-{stop.name}-{stop.part}.png"
                    screen.picture(folder / language / f"{size}-{colour}" / name)
                    drawn += 1
            kiosk.close()
    click.echo(f"{drawn} pictures are in {folder}")


if __name__ == "__main__":
    main()
