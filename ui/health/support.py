"""A file for whoever helps from afar: how the machine is, and what the program noted. Nobody's answers."""

import platform
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import connect
from ui.health.doctor import Finding

PACKAGES = ("event-kiosk", "PySide6-Essentials", "sqlite-utils", "cryptography", "pyttsx3", "miniaudio")
LINES = 400  # of each log, the newest


def write_support(to: Path, data: DataFolder, findings: Iterable[Finding]) -> None:
    """Write the file. KioskError: TRANSFER_FOLDER where it cannot be written."""
    lines = [*_versions(), "", *map(str, findings)]
    for name, folder in (("event", data), ("practice", data.practice)):
        lines += ["", f"--- {name}", *_tables(folder), *_log(folder.journal)]
    lines += ["", "--- keeper", *_log(data.root / "keeper.log")]
    home = str(Path.home())
    try:
        to.write_text("\n".join(line.replace(home, "~") for line in lines) + "\n", "utf-8")
    except OSError as fault:
        raise KioskError(ErrorCode.TRANSFER_FOLDER, path=to) from fault


def _versions() -> Iterator[str]:
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    yield f"Python {platform.python_version()} on {system}"
    yield f"SQLite {sqlite3.sqlite_version}"
    for package in PACKAGES:
        yield f"{package} {version(package)}"


def _tables(folder: DataFolder) -> Iterator[str]:
    """How many rows each table has: never what is in them."""
    if not folder.database.exists():
        return
    try:
        db = connect(folder.database)
        try:
            yield from (f"{table.name}: {table.count} rows" for table in db.tables)
        finally:
            db.close()
    except (sqlite3.Error, KioskError):
        yield "the database cannot be read"


def _log(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", errors="replace").splitlines()[-LINES:]
    except OSError:
        return []
