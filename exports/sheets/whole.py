"""A file that takes the place of an earlier one only once it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.sync.stick import told


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place once it is whole."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_whole(to: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `to`, making its folder; `private` files only their owner reads.

    KioskError: TRANSFER_FOLDER, DISK_FULL.
    """
    with told(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        with replacing(to) as part:
            part.touch(0o600 if private else 0o666)
            part.write_bytes(content)
