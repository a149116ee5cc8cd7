"""The files of a pack as staff hand them over: a folder, a zip of it, or one XLSForm."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.staff import limits

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

EVENT = "event.xlsx"
_BOOKS = (".xlsx", ".xls", ".xlsm")
_FOLDERS = ("media", "data")
_HASHED_AT_ONCE = 1024 * 1024


@dataclass(frozen=True)
class Attachment:
    """A file of media/ or data/: `name` is its place in the pack, read as a stream."""

    name: str
    size: int
    sha256: str
    open: Callable[[], IO[bytes]] = field(compare=False, repr=False)

    def copy_to(self, folder: Path) -> None:
        """Write it under `folder`, in its own place."""
        import shutil  # noqa: PLC0415 - only where there is something to compile

        target = folder / self.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with self.open() as read, target.open("wb") as write:
            shutil.copyfileobj(read, write)


@dataclass(frozen=True)
class PackSource:
    """Everything of a pack that counts. `workbooks` are event.xlsx and forms/*.xlsx by name, as bytes.

    `digest` is the sha256 over the names and contents of all of it; `others` are files that nothing reads.
    """

    path: Path
    workbooks: Mapping[str, bytes]
    attachments: tuple[Attachment, ...]
    digest: str
    others: tuple[str, ...] = ()

    @property
    def event(self) -> bytes | None:
        return self.workbooks.get(EVENT)

    @property
    def forms(self) -> Mapping[str, bytes]:
        """The XLSForms by their place in the pack, in order of name."""
        return {name: self.workbooks[name] for name in sorted(self.workbooks) if name != EVENT}

    def read(self, name: str, most: int = -1) -> bytes:
        """The bytes of a file of media/ or data/, or its first `most`. KeyError where there is none."""
        for attachment in self.attachments:
            if attachment.name == name:
                with attachment.open() as file:
                    return file.read(most)
        raise KeyError(name)

    def hashes(self) -> Mapping[str, str]:
        return {attachment.name: attachment.sha256 for attachment in self.attachments}


def read_source(path: Path) -> PackSource:
    """The sources at `path`, within the limits of limits.py.

    KioskError: PACK_NOT_FOUND, PACK_UNREADABLE, PACK_WITHOUT_FORMS, PACK_TOO_LARGE, PACK_UNSAFE.
    """
    if not path.exists():
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=path)
    try:
        if path.is_dir():
            return _source(path, _folder_entries(path))
        if path.stat().st_size > limits.LARGEST_PACK:
            raise limits.too_large(str(path), f"{limits.LARGEST_PACK // limits.MEGABYTE} MB")
        if _is_pack_zip(path):
            with _zip_entries(path) as entries:
                return _source(path, entries)
        return _source(path, _single_entries(path), single=True)
    except OSError as fault:
        raise limits.unreadable(str(path), fault.strerror or "it cannot be read") from fault


@dataclass(frozen=True)
class _Entry:
    """A file before it is read: its place in the pack, its size in bytes, and how to open it."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def _source(path: Path, entries: list[_Entry], *, single: bool = False) -> PackSource:
    wanted = {entry.name: entry for entry in entries if _place(entry.name)}
    others = tuple(sorted(entry.name for entry in entries if not _place(entry.name)))
    _guard_amount(path, list(wanted.values()))
    books = {name: _whole(entry, path) for name, entry in wanted.items() if _place(name) == "book"}
    if not any(name != EVENT for name in books):
        raise KioskError(ErrorCode.PACK_WITHOUT_FORMS, path=path)
    attached = tuple(
        Attachment(name, entry.size, _sha256(entry), entry.open)
        for name, entry in sorted(wanted.items())
        if _place(name) == "attachment"
    )
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in books.items()}
    hashes |= {attachment.name: attachment.sha256 for attachment in attached}
    total = hashlib.sha256(b"single\n" if single else b"event\n")
    for name in sorted(hashes):
        total.update(f"{hashes[name]} {name}\n".encode())
    return PackSource(path, books, attached, total.hexdigest(), others)


def _place(name: str) -> str:
    """What a file of that name is to a pack: "book", "attachment" or "" (nothing)."""
    path = PurePosixPath(name)
    if path.name.startswith(("~$", ".")):
        return ""
    if name == EVENT:
        return "book"
    if len(path.parts) == 2 and path.parts[0] == "forms" and path.suffix.lower() in _BOOKS:
        return "book"
    return "attachment" if len(path.parts) == 2 and path.parts[0] in _FOLDERS else ""


def _guard_amount(path: Path, entries: list[_Entry]) -> None:
    if len(entries) > limits.MOST_FILES:
        raise limits.too_large(str(path), f"{limits.MOST_FILES} files")
    if sum(entry.size for entry in entries) > limits.LARGEST_PACK:
        raise limits.too_large(str(path), f"{limits.LARGEST_PACK // limits.MEGABYTE} MB")
    if sum(_place(entry.name) == "book" for entry in entries) > limits.MOST_FORMS:
        raise limits.too_large(str(path), f"{limits.MOST_FORMS} forms")
    for entry in entries:
        limit = limits.LARGEST_WORKBOOK if _place(entry.name) == "book" else limits.LARGEST_MEDIUM
        if entry.size > limit:
            raise limits.too_large(entry.name, f"{limit // limits.MEGABYTE} MB")


def _whole(entry: _Entry, path: Path) -> bytes:
    if entry.name.lower().endswith(".xlsm"):
        raise limits.unsafe(entry.name, "it is a workbook with macros")
    with entry.open() as read:
        data = read.read(limits.LARGEST_WORKBOOK + 1)
    if len(data) > limits.LARGEST_WORKBOOK:
        raise limits.too_large(str(path), f"{limits.LARGEST_WORKBOOK // limits.MEGABYTE} MB")
    return data


def _sha256(entry: _Entry) -> str:
    total, size = hashlib.sha256(), 0
    with entry.open() as read:
        while block := read.read(_HASHED_AT_ONCE):
            total.update(block)
            size += len(block)
            if size > limits.LARGEST_MEDIUM:
                raise limits.too_large(entry.name, f"{limits.LARGEST_MEDIUM // limits.MEGABYTE} MB")
    return total.hexdigest()


def _folder_entries(folder: Path) -> list[_Entry]:
    home = folder.resolve()
    paths = [path for path in folder.iterdir() if path.is_file()]
    for name in ("forms", *_FOLDERS):
        if (inner := folder / name).is_dir():
            paths += [path for path in inner.iterdir() if path.is_file()]
    for path in paths:
        if not path.resolve().is_relative_to(home):
            raise limits.unsafe(str(path), "it is a link to a file outside the pack")
    return [_disk_entry(path, path.relative_to(folder).as_posix()) for path in paths]


def _disk_entry(path: Path, name: str) -> _Entry:
    return _Entry(name, path.stat().st_size, lambda: path.open("rb"))


def _single_entries(path: Path) -> list[_Entry]:
    """One XLSForm, with the `NAME-media` folder that other tools put beside it."""
    entries = [_disk_entry(path, f"forms/{path.name}")]
    if path.suffix.lower() not in _BOOKS:
        entries = [_disk_entry(path, f"forms/{path.name}.xlsx")]
    beside = path.with_name(f"{path.stem}-media")
    if beside.is_dir():
        for file in sorted(beside.iterdir()):
            if file.is_file() and not file.is_symlink():
                place = "data" if file.suffix.lower() == ".csv" else "media"
                entries.append(_disk_entry(file, f"{place}/{file.name}"))
    return entries


def _archive(path: Path) -> ZipFile:
    from zipfile import ZipFile  # noqa: PLC0415 - most packs are folders, and a start waits for this

    return ZipFile(path)


def _is_pack_zip(path: Path) -> bool:
    """Whether `path` is a zip but not a workbook, which is a zip too."""
    from zipfile import BadZipFile  # noqa: PLC0415 - as in _archive

    try:
        with _archive(path) as archive:
            return "[Content_Types].xml" not in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


@contextmanager
def _zip_entries(path: Path) -> Iterator[list[_Entry]]:
    try:
        with _archive(path) as archive:
            yield _members(path, archive)
    except KioskError:
        raise
    except Exception as fault:  # a damaged zip fails in as many ways as there are bytes
        raise limits.unreadable(str(path), "the zip is damaged") from fault


def _members(path: Path, archive: ZipFile) -> list[_Entry]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > limits.MOST_FILES:
        raise limits.too_large(str(path), f"{limits.MOST_FILES} files")
    places: dict[PurePosixPath, ZipInfo] = {}
    for member in members:
        place = limits.safe_member(member.filename, str(path))
        if stat.S_ISLNK(member.external_attr >> 16):
            raise limits.unsafe(str(path), "a file in it is a link")
        if member.flag_bits & 0x1:
            raise limits.unreadable(str(path), "it is locked with a password")
        if member.file_size > 10 * limits.MEGABYTE and member.file_size > 100 * member.compress_size:
            raise limits.too_large(str(path), "100 times its size, unpacked")
        if place.parts and place.parts[0] != "__MACOSX":
            places[place] = member
    inner = _wrapping(list(places))
    return [
        _Entry(place.relative_to(inner).as_posix(), member.file_size, _opener(path, member.filename))
        for place, member in places.items()
    ]


def _wrapping(places: list[PurePosixPath]) -> PurePosixPath:
    """The one folder in which everything lies, as when a whole folder was zipped."""
    tops = {place.parts[0] for place in places}
    if len(tops) == 1 and all(len(place.parts) > 1 for place in places):
        top = next(iter(tops))
        if top not in ("forms", *_FOLDERS):
            return PurePosixPath(top)
    return PurePosixPath()


def _opener(path: Path, name: str) -> Callable[[], IO[bytes]]:
    def open_member() -> IO[bytes]:
        with _archive(path) as archive:
            return archive.open(name)

    return open_member
