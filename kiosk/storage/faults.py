"""A fault of the disk or the database, told as a KioskError."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError

# SQLite's primary result codes (sqlite.org/rescode.html); the low byte of an extended one.
BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
EXPECTED = {BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}
LEAST_FREE = 256 * 1024  # bytes: SQLite reports a full disk as an I/O error when it cannot grow its index


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn the sqlite3 and OS faults of the block into KioskError, whose `path` is `folder`."""
    try:
        yield
    except sqlite3.Error as fault:
        if _primary(fault) not in EXPECTED:
            raise  # a bug of ours, or a row that a caller knows may be refused
        raise kiosk_error(fault, folder) from fault
    except OSError as fault:
        raise _from_os(fault, folder) from fault


def is_damage(fault: BaseException) -> bool:
    """Whether SQLite says that the file itself is broken."""
    return isinstance(fault, sqlite3.DatabaseError) and _primary(fault) in (CORRUPT, NOTADB)


def kiosk_error(fault: sqlite3.Error, folder: Path) -> KioskError:
    """DISK_FULL, DATA_LOCKED, DATA_UNWRITABLE, DATA_DAMAGED or SAVE_FAILED, as the fault deserves."""
    code = _primary(fault)
    if code == FULL or (code == IOERR and _room(folder) < LEAST_FREE):
        return KioskError(ErrorCode.DISK_FULL, path=folder)
    if code in (BUSY, LOCKED):
        return KioskError(ErrorCode.DATA_LOCKED, path=folder)
    if code in (READONLY, CANTOPEN):
        return KioskError(ErrorCode.DATA_UNWRITABLE, path=folder)
    if code in (CORRUPT, NOTADB):
        return KioskError(ErrorCode.DATA_DAMAGED, path=folder, aside="")
    name = getattr(fault, "sqlite_errorname", None) or type(fault).__name__
    return KioskError(ErrorCode.SAVE_FAILED, reason=name)


def _from_os(fault: OSError, folder: Path) -> KioskError:
    if fault.errno in NO_ROOM:
        return KioskError(ErrorCode.DISK_FULL, path=folder)
    if fault.errno in NO_WRITING:
        return KioskError(ErrorCode.DATA_UNWRITABLE, path=folder)
    return KioskError(ErrorCode.SAVE_FAILED, reason=errno.errorcode.get(fault.errno or 0, "OSError"))


def _primary(fault: sqlite3.Error) -> int:
    return (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF


def _room(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return LEAST_FREE
