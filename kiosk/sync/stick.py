"""Writing to a stick so that "safe to take out" is true: .part, fsync, read back, rename, manifest last."""

import errno
import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.faults import NO_ROOM

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

CHUNK = 1 << 20


class Sink(Protocol):
    """Where a pack is written, file by file; `finish` makes it whole, `abandon` leaves nothing behind."""

    path: Path
    written: dict[str, tuple[str, int]]  # by name: sha256, bytes

    def create(self, name: str) -> AbstractContextManager[IO[str]]: ...
    def finish(self, last: dict[str, bytes]) -> None: ...
    def abandon(self) -> None: ...


class HashingWriter(io.RawIOBase):
    """Passes bytes on and keeps their sha256 and number."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._hash = hashlib.sha256()
        self.count = 0

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer") -> int:
        content = memoryview(data)
        self._target.write(content)
        self._hash.update(content)
        self.count += content.nbytes
        return content.nbytes

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class FolderSink:
    """A new folder, its files in the clear names of the pack."""

    def __init__(self, to: Path, name: str) -> None:
        self.path = _unused(to, name, "")
        self.written: dict[str, tuple[str, int]] = {}
        self._made: list[Path] = []
        self.path.mkdir()

    @contextmanager
    def create(self, name: str) -> Iterator[IO[str]]:
        """A text file in UTF-8, lines as they are written; whole under its name when the block ends."""
        final = self.path / name
        part = final.with_name(final.name + ".part")
        final.parent.mkdir(exist_ok=True)
        self._made.append(part)
        with part.open("wb") as file:
            hashing = HashingWriter(file)
            with io.TextIOWrapper(io.BufferedWriter(hashing, CHUNK), encoding="utf-8", newline="") as text:
                yield text
            file.flush()
            os.fsync(file.fileno())
        self.written[name] = (hashing.sha256, hashing.count)
        if digest_of(part) != hashing.sha256:
            raise KioskError(ErrorCode.TRANSFER_UNVERIFIED, path=self.path)
        self._made.append(final)
        part.rename(final)
        _sync_folder(final.parent)

    def finish(self, last: dict[str, bytes]) -> None:
        """Write the files that make the pack count, in order."""
        for name, content in last.items():
            with self.create(name) as file:
                file.write(content.decode("utf-8"))
        _sync_folder(self.path.parent)

    def abandon(self) -> None:
        """Take away what was written, as far as the stick still lets us."""
        for made in reversed(self._made):
            with suppress(OSError):
                made.unlink(missing_ok=True)
        for folder in (
            *(path for path in {made.parent for made in self._made} if path != self.path),
            self.path,
        ):
            with suppress(OSError):
                folder.rmdir()


class ZipSink:
    """One file, for mail or a shared drive."""

    def __init__(self, to: Path, name: str) -> None:
        self.path = _unused(to, name, ".zip")
        self.written: dict[str, tuple[str, int]] = {}
        self._part = self.path.with_name(self.path.name + ".part")
        self._file = self._part.open("wb+")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED)

    @contextmanager
    def create(self, name: str) -> Iterator[IO[str]]:
        entry = zipfile.ZipInfo(name)  # its time is 1980: no clock is carried
        entry.compress_type = zipfile.ZIP_DEFLATED
        with self._zip.open(entry, "w", force_zip64=True) as file:
            hashing = HashingWriter(file)
            with io.TextIOWrapper(io.BufferedWriter(hashing, CHUNK), encoding="utf-8", newline="") as text:
                yield text
        self.written[name] = (hashing.sha256, hashing.count)

    def finish(self, last: dict[str, bytes]) -> None:
        for name, content in last.items():
            with self.create(name) as file:
                file.write(content.decode("utf-8"))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        with zipfile.ZipFile(self._part) as written:
            for name, (digest, _) in self.written.items():
                with written.open(name) as file:
                    if _digest(file) != digest:
                        raise KioskError(ErrorCode.TRANSFER_UNVERIFIED, path=self.path)
        self._part.rename(self.path)
        _sync_folder(self.path.parent)

    def abandon(self) -> None:
        for opened in (self._zip, self._file):
            with suppress(OSError, ValueError):
                opened.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """OS faults of the block as KioskError: DISK_FULL, or TRANSFER_FOLDER for a stick gone or read-only."""
    try:
        yield
    except OSError as fault:
        code = ErrorCode.DISK_FULL if fault.errno in NO_ROOM else ErrorCode.TRANSFER_FOLDER
        raise KioskError(code, path=path) from fault


def digest_of(path: Path) -> str:
    """sha256 of a file as the device gives it back, not as the page cache remembers it, where that can be."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return _digest(file)


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _unused(to: Path, name: str, suffix: str) -> Path:
    """A path that is not there yet: nothing is ever overwritten."""
    to.mkdir(parents=True, exist_ok=True)
    path, again = to / (name + suffix), 2
    while path.exists() or path.with_name(path.name + ".part").exists():
        path, again = to / f"{name}-{again}{suffix}", again + 1
    return path


def _sync_folder(folder: Path) -> None:
    """Make the names durable too. Windows has no such call, some drives refuse it: both are borne."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)
