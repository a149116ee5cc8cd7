"""What commands share: which data folder, which passphrase, and a bar while they work."""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder, default_data_folder

Progress = Callable[[int, int], None]


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


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--data DIR`: all that the program writes."""
    return click.option(
        "--data",
        "root",
        type=click.Path(path_type=Path, file_okay=False),
        help="The data folder, instead of your own.",
    )(command)


def practice_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--practice`: the practice folder, though a real event lives beside it."""
    return click.option("--practice", "practising", is_flag=True, help="Work on the practice records.")(
        command
    )


def folder(root: Path | None) -> DataFolder:
    """The data folder of `--data`, else the user's own."""
    return DataFolder(root) if root else default_data_folder()


def working_folder(root: Path | None, practising: bool) -> tuple[DataFolder, bool]:
    """The folder that a command works on, and whether it is practice (DESIGN.md, Commands).

    A real event is there once a kiosk has kept records of one, or staff have put its key there.
    """
    real = folder(root)
    if practising or not (real.database.exists() or any(real.keys.glob("*.key"))):
        return real.practice, True
    return real, False


def passphrase(file: Path | None, *, confirm: bool = False, asked: str = "Passphrase") -> str:
    """From the file, else asked for; never an argument. KioskError(PASSPHRASE_FILE)."""
    if file is None:
        return str(click.prompt(asked, hide_input=True, confirmation_prompt=confirm, err=True))
    try:
        return file.read_text("utf-8-sig").rstrip("\r\n")  # Windows marks the front of a text file
    except (OSError, UnicodeDecodeError) as fault:
        raise KioskError(ErrorCode.PASSPHRASE_FILE, path=file) from fault


passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file that holds the passphrase; without it, you are asked.",
)


def confirmed(question: str, yes: bool, word: str = "") -> None:
    """Go on with `yes`, or once `question` is answered so, or with `word` where one must be typed."""
    if yes:
        return
    if not word:
        click.confirm(question, abort=True, err=True)
        return
    typed = str(click.prompt(question, default="", show_default=False, err=True))
    if "".join(typed.split()).lower() != word.lower():
        raise click.Abort


def plural(count: int, one: str, many: str = "") -> str:
    """`1 record`, `2 records`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


@contextlib.contextmanager
def progress(label: str) -> Iterator[Progress]:
    """A bar on a terminal, for work that is told as (done, of); nothing where there is no terminal."""
    bar: Any = click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty())
    with bar:

        def tell(done: int, of: int) -> None:
            bar.length = max(of, 1)
            bar.update(done - bar.pos)

        yield tell
