"""One running copy of the program for each data folder, by a lock that dies with its process."""

import os
import sys
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError


class FolderLock:
    """Holds `path` for this process until `release`. The file stays; what counts is the system's lock."""

    def __init__(self, path: Path) -> None:
        """Take the lock, or KioskError(DATA_LOCKED); DATA_UNWRITABLE where the file cannot be made."""
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise KioskError(ErrorCode.DATA_UNWRITABLE, path=path.parent) from fault
        try:
            _take(self._file)
        except OSError as fault:
            os.close(self._file)
            raise KioskError(ErrorCode.DATA_LOCKED, path=path.parent) from fault

    def release(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
