"""A draft: a pack in a folder that staff work on, apart from the pack that a stall runs on."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.editing.book import OpenBook, read_book, save_book, write_whole
from kiosk.pack.findings import Finding
from kiosk.pack.staff.sources import EVENT, PackSource, read_source
from kiosk.pack.starter import write_event, write_starter
from kiosk.storage.faults import told

FORMS, MEDIA, DATA = "forms", "media", "data"


@dataclass(frozen=True)
class Draft:
    """`folder` has event.xlsx, forms/, media/ and data/ (FORMS.md)."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def event_file(self) -> Path:
        return self.folder / EVENT

    @property
    def media(self) -> Path:
        return self.folder / MEDIA

    def form_files(self) -> tuple[Path, ...]:
        """The questionnaires, by name. Marks that a program leaves beside an open file are none."""
        found = (self.folder / FORMS).glob("*")
        return tuple(
            sorted(
                path
                for path in found
                if path.suffix.lower() in (".xlsx", ".xls") and not path.name.startswith(("~$", "."))
            )
        )

    def check(self) -> tuple[Finding, ...]:
        """What `check` finds; never raises for what staff wrote. Takes part of a second."""
        return check_pack(self.folder)

    def read(self, path: Path) -> OpenBook:
        """A workbook of the draft, to be written into. KioskErrors of `read_book`."""
        return read_book(path)

    def save(self, opened: OpenBook) -> None:
        """Write it back whole, all that was not touched as it was. KioskErrors of `save_book`."""
        save_book(opened)


def open_draft(path: Path) -> Draft:
    """The pack folder at `path`, as it is. PACK_NOT_FOUND; PACK_UNREADABLE where it has no event.xlsx."""
    if not path.is_dir():
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=path)
    if not (path / EVENT).is_file():
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=path.name, reason=f"there is no {EVENT} in it")
    return Draft(path)


def copy_draft(path: Path, folder: Path) -> Draft:
    """A copy, in the new `folder`, of a pack: a folder, a zip, or one XLSForm, which is given an event.xlsx.

    KioskError: FOLDER_NOT_EMPTY, those of `read_source` and of the disk. `path` itself is never changed.
    """
    source = read_source(path)
    _must_be_new(folder)
    with told(folder.parent):
        part = folder.with_name(f".{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        for inner in (FORMS, MEDIA, DATA):
            (part / inner).mkdir(parents=True)
        _copy(source, part)
        if source.event is None:
            write_event(part / EVENT, folder.name, [Path(name).name for name in source.forms])
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    return Draft(folder)


def new_draft(folder: Path) -> Draft:
    """The starter pack of `new`, in the new `folder`. FOLDER_NOT_EMPTY, DATA_UNWRITABLE."""
    write_starter(folder)
    return Draft(folder)


def _must_be_new(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KioskError(ErrorCode.FOLDER_NOT_EMPTY, path=folder)


def _copy(source: PackSource, folder: Path) -> None:
    for name, content in source.workbooks.items():
        write_whole(folder / name, content)
    for attachment in source.attachments:
        attachment.copy_to(folder)
