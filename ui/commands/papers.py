"""What the commands that make paper share: the event's pack, the language, the size of print."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.words import LANGUAGES
from ui.commands.shared import folder, working_folder


def pack_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--pack PACK`: the event, where it is not the one used last."""
    return click.option(
        "--pack",
        "named",
        type=click.Path(path_type=Path),
        help="The event's pack, instead of the one used last.",
    )(command)


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--language CODE`: en, pa, ur, bn, gu, pl, ro or ar."""
    return click.option(
        "--language", type=click.Choice(list(LANGUAGES)), help="The language; else the event's own."
    )(command)


large_option = click.option("--large", is_flag=True, help="Large print, 18 points and more.")


def pack_here(named: Path | None, root: Path | None, practising: bool) -> tuple[Pack, DataFolder]:
    """The pack to print from, and the folder that its records are in.

    PACK, else the last one used, else the practice event. KioskError: the PACK_ and FORM_ codes.
    """
    data, practice = working_folder(root, practising)
    real = folder(root)
    path = named
    if path is None and not practice and real.last_pack.is_file():
        last = Path(real.last_pack.read_text("utf-8"))
        path = last if last.exists() else None
    return open_pack(path or practice_pack(), real.made().packs), data
