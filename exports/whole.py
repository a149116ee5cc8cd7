"""A file that takes the place of an earlier one only once it is whole."""

from pathlib import Path

from exports.files import replacing
from kiosk.sync.stick import told


def write_whole(to: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `to`, making its folder; `private` files only their owner reads.

    KioskError: TRANSFER_FOLDER, DISK_FULL.
    """
    with told(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        with replacing(to) as part:
            part.touch(0o600 if private else 0o666)
            part.write_bytes(content)
