"""A small log for whoever looks after the tablet. Never an answer, a name, or the words of an exception."""

import logging
import traceback
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("event-kiosk")
MOST_BYTES, KEPT = 256 * 1024, 3


def open_journal(path: Path) -> None:
    """Write the journal to `path`, 1 MB of it at most."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - brings sockets; after the first frame

    handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    for old in LOG.handlers[:]:
        LOG.removeHandler(old)
        old.close()
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def note(what: str) -> None:
    """One line on what the program did. Callers pass fixed words and counts only."""
    LOG.info(what)


def fault(kind: type[BaseException], trace: TracebackType | None) -> None:
    """A bug: its type and where it was, without its message, which may hold what somebody typed."""
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace))
    )
    LOG.error("fault %s at %s", kind.__name__, places or "unknown")
