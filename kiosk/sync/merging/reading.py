"""Reading a transfer pack that may come from anybody: found, checked and bounded before it is believed."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import fingerprint_of, verifies
from kiosk.sync.layout import (
    MANIFEST,
    MOST_FORM,
    MOST_MANIFEST,
    MOST_RATIO,
    MOST_TABLE,
    SIGNATURE,
    TABLES,
    FileFacts,
    Manifest,
    is_newer,
    manifest_from,
)

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 20
# What a broken zip or device may raise.
BROKEN = (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
DEPTH = 2  # folders below a given one in which packs are looked for


class UnreadableError(Exception):
    """Why a pack, or a file of it, cannot be taken in: words for the merge report."""


class Source(Protocol):
    """Where a pack's bytes come from."""

    path: Path

    def open(self, name: str, most: int) -> IO[bytes]:
        """A stream of the file `name`; UnreadableError when it is not there or larger than `most` bytes."""


class FolderSource:
    """A pack as a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self, name: str, most: int) -> IO[bytes]:
        file = self.path / name
        try:
            inside = file.resolve().is_relative_to(self.path.resolve())
            if not inside or file.is_symlink() or not file.is_file():
                raise UnreadableError(f"{name} is missing")
            if file.stat().st_size > most:
                raise UnreadableError(f"{name} is too large")
            return file.open("rb")
        except OSError as fault:  # a bad place on the stick, or somebody else's file
            raise UnreadableError(f"{name} cannot be read") from fault


class ZipSource:
    """A pack as a zip, made by us or by hand from the folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as fault:
            raise UnreadableError("the zip is broken") from fault
        names = self._zip.namelist()
        if len(set(names)) != len(names):
            raise UnreadableError("the zip holds two files of one name")
        found = [name for name in names if name.split("/")[-1] == MANIFEST and name.count("/") <= 1]
        if len(found) != 1:
            raise UnreadableError("it has no manifest: the carrying was not finished")
        self._within = found[0].removesuffix(MANIFEST)

    def open(self, name: str, most: int) -> IO[bytes]:
        try:
            entry = self._zip.getinfo(self._within + name)
            if entry.file_size > max(CHUNK, entry.compress_size * MOST_RATIO):
                raise UnreadableError(f"{name} unpacks to far more than it should")
            if entry.file_size > most:
                raise UnreadableError(f"{name} is too large")
            return self._zip.open(entry)
        except KeyError as fault:
            raise UnreadableError(f"{name} is missing") from fault
        except BROKEN as fault:
            raise UnreadableError(f"{name} cannot be unpacked") from fault


@dataclass(frozen=True)
class FoundPack:
    """A pack whose manifest is whole and signed by whoever it names; who that is, is another question."""

    source: Source
    manifest: Manifest
    sha256: str
    content: bytes

    @property
    def signer(self) -> str:
        """The fingerprint of the device key."""
        return fingerprint_of(bytes.fromhex(self.manifest.signer))


class HashingReader(io.RawIOBase):
    """Passes bytes on up to `most`, and keeps their sha256 and number."""

    def __init__(self, source: IO[bytes], most: int) -> None:
        self._source = source
        self._most = most
        self._hash = hashlib.sha256()
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        try:
            content = self._source.read(min(len(view), self._most + 1 - self.count))
        except BROKEN as fault:
            raise UnreadableError("it cannot be read to its end") from fault
        self.count += len(content)
        if self.count > self._most:
            raise UnreadableError("it is longer than its manifest says")
        self._hash.update(content)
        view[: len(content)] = content
        return len(content)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def find(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every pack at or below `paths`: folders with a manifest or without one yet, and zips.

    KioskError(TRANSFER_UNREADABLE) for a path that is not there or holds none, TRANSFER_GONE for one that
    goes while it is looked through.
    """
    found: list[Path] = []
    for path in paths:
        try:
            below = list(_packs_below(path, DEPTH)) if path.exists() else []
        except OSError as fault:
            raise KioskError(ErrorCode.TRANSFER_GONE, path=path) from fault
        if not below:
            raise KioskError(ErrorCode.TRANSFER_UNREADABLE, path=path, reason="there is no pack here")
        found += below
    return tuple(dict.fromkeys(found))


def still_there(path: Path) -> None:
    """KioskError(TRANSFER_GONE) where the pack at `path` is there no more: a stick was pulled out."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)
            return
        if path.exists():
            return
    except OSError:
        pass  # a stick that is out may still answer to its name
    raise KioskError(ErrorCode.TRANSFER_GONE, path=path)


def read_pack(path: Path) -> FoundPack:
    """The pack at `path` as its manifest tells it, the signature checked. UnreadableError says why not."""
    source: Source = ZipSource(path) if path.is_file() else FolderSource(path)
    try:
        content = _small(source, MANIFEST)
    except UnreadableError as fault:
        raise UnreadableError("it has no manifest: the carrying was not finished") from fault
    try:
        facts = json.loads(content)
        if is_newer(facts):
            raise UnreadableError("a newer version of this program wrote it: update this one first")
        manifest = manifest_from(facts)
        signature = _signature(_small(source, SIGNATURE).decode("ascii"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableError("its manifest cannot be understood") from fault
    if not verifies(bytes.fromhex(manifest.signer), signature, content):
        raise UnreadableError("its signature does not fit: it was changed on the way")
    return FoundPack(source, manifest, hashlib.sha256(content).hexdigest(), content)


@contextmanager
def reading(source: Source, file: FileFacts) -> Iterator[IO[bytes]]:
    """A file's stream; UnreadableError at the end when it is not to the byte what the manifest says.

    Whatever was done with it must be undone then: it was read before it was believed.
    """
    most = MOST_TABLE if file.path in TABLES else MOST_FORM
    if file.bytes > most:
        raise UnreadableError(f"{file.path} is too large")
    with source.open(file.path, most) as raw:
        hashing = HashingReader(raw, file.bytes)
        stream = io.BufferedReader(hashing, CHUNK)
        yield stream
        while stream.read(CHUNK):
            pass
        if (hashing.sha256, hashing.count) != (file.sha256, file.bytes):
            raise UnreadableError(f"{file.path} was damaged on the way")


def _signature(text: str) -> bytes:
    """64 bytes from hex as we write it: a letter of another case is a changed byte too. ValueError."""
    signature = bytes.fromhex(text)
    if signature.hex() != text:
        raise ValueError("not as it was written")
    return signature


def _small(source: Source, name: str) -> bytes:
    with source.open(name, MOST_MANIFEST) as file:
        try:
            content = file.read(MOST_MANIFEST + 1)
        except BROKEN as fault:
            raise UnreadableError(f"{name} cannot be read") from fault
    if len(content) > MOST_MANIFEST:
        raise UnreadableError(f"{name} is too large")
    return content


def _packs_below(path: Path, depth: int) -> Iterator[Path]:
    if path.is_file():
        if path.suffix.lower() == ".zip":
            yield path
        return
    try:
        is_pack = (path / MANIFEST).is_file() or any((path / name).exists() for name in TABLES)
        inside = sorted(path.iterdir()) if depth and not (is_pack or path.is_symlink()) else []
    except OSError:
        return  # lost+found and the like: not for us to look into
    if is_pack:
        yield path
    for child in inside:
        yield from _packs_below(child, depth - 1)
