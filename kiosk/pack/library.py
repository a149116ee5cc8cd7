"""Packs opened: compiled once, kept under the sha256 of their sources, loaded from there ever after."""

import os
from dataclasses import replace
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.compiled import PACK_FILE, compiled_of, dump_pack, load_pack
from kiosk.pack.model import Pack
from kiosk.pack.staff.sources import PackSource, read_source


def open_pack(path: Path, cache: Path | None) -> Pack:
    """The pack at `path`: a folder, a zip of one, or a single XLSForm (.xlsx, .xls).

    A folder that holds an up-to-date pack.json is used as it is. Otherwise the compiled pack, with its
    media and data, is kept in `cache` (`DataFolder.packs`) under the sha256 of its sources; without a
    cache nothing is written, and only a folder's media can be found.
    KioskError: the PACK_ and FORM_ codes, and DISK_FULL or DATA_UNWRITABLE where the cache cannot be written.
    """
    source = read_source(path)
    if path.is_dir() and (shipped := compiled_of(path, source.digest)):
        return shipped
    if cache is None:
        return replace(_compile(source), folder=path if path.is_dir() else Path())
    kept = cache / source.digest
    if made := compiled_of(kept, source.digest):
        return made
    try:
        _keep(source, _compile(source), kept)
    except OSError as fault:
        code = ErrorCode.DISK_FULL if fault.errno in _FULL else ErrorCode.DATA_UNWRITABLE
        raise KioskError(code, path=cache) from fault
    return load_pack(kept)


_FULL = (28, 122)  # ENOSPC, EDQUOT; Windows maps its own to the first


def _compile(source: PackSource) -> Pack:
    from kiosk.pack.compile import compile_pack  # noqa: PLC0415 - pyxform is loaded only to compile

    return compile_pack(source)


def _keep(source: PackSource, pack: Pack, kept: Path) -> None:
    """Write the compiled pack beside its place and move it there whole."""
    import shutil  # noqa: PLC0415 - only where there is something to compile
    import tempfile  # noqa: PLC0415 - as above

    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".compiling-", dir=kept.parent) as name:
        made = Path(name) / "pack"
        made.mkdir()
        for attachment in source.attachments:
            attachment.copy_to(made)
        with (made / PACK_FILE).open("wb") as file:
            file.write(dump_pack(pack))
            file.flush()
            os.fsync(file.fileno())
        if kept.exists():
            shutil.rmtree(kept)
        made.rename(kept)
