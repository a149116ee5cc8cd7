"""Sticks and cards as the system shows them: what is plugged in, mounted or not, locked or not."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCKS = Path("/sys/class/block")
LABELS = Path("/dev/disk/by-label")
PLUGGED_IN = ("/media/", "/run/media/", "/Volumes/", "/mnt/")
SECTOR = 512
LEAST = 8 * 2**20  # bytes: smaller ones are no place to carry anything
INSIDE = ("loop", "ram", "zram", "dm-", "sr", "fd", "md", "nbd")


@dataclass(frozen=True)
class Volume:
    """A file system that is mounted: `device` as the system names it, sizes in bytes."""

    root: Path
    device: str
    name: str
    size: int
    free: int
    read_only: bool


@dataclass(frozen=True)
class Drive:
    """A stick, a card or a disk that can be carried. `root` is None until it is mounted."""

    device: str
    name: str
    size: int
    free: int = 0
    root: Path | None = None
    read_only: bool = False

    @property
    def id(self) -> str:
        return self.device or str(self.root)


def drives(volumes: Iterable[Volume], blocks: Path = BLOCKS, labels: Path = LABELS) -> tuple[Drive, ...]:
    """Everything that can be carried away, by name: what is mounted, and on Linux what waits to be."""
    mounted = [volume for volume in volumes if volume.size >= LEAST]
    found = [
        Drive(one.device, one.name or one.root.name, one.size, one.free, one.root, one.read_only)
        for one in mounted
        if _carried(one, blocks)
    ]
    taken = {os.path.realpath(volume.device) for volume in mounted}
    names = dict(_labelled(labels))
    for device, size in _waiting(blocks):
        if device not in taken:
            found.append(Drive(device, names.get(device, Path(device).name), size))
    return tuple(sorted(found, key=lambda drive: (drive.name.lower(), drive.id)))


def _carried(volume: Volume, blocks: Path) -> bool:
    block = blocks / Path(os.path.realpath(volume.device)).name
    if block.exists():
        return _removable(block) or str(volume.root).startswith(PLUGGED_IN)
    if os.name == "nt":
        return str(volume.root)[:1] != os.environ.get("SYSTEMDRIVE", "C:")[:1]
    return str(volume.root).startswith(PLUGGED_IN)


def _removable(block: Path) -> bool:
    """Whether the kernel says that it can be taken out, or that it hangs on a USB port."""
    real = block.resolve()
    flags = [disk / "removable" for disk in (real, real.parent)]
    said = any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
    return said or any(part.startswith("usb") for part in real.parts)


def _waiting(blocks: Path) -> Iterator[tuple[str, int]]:
    """Partitions, and disks without any, that could be mounted: device and bytes."""
    for block in sorted(blocks.glob("*")):
        if block.name.startswith(INSIDE) or not _removable(block):
            continue
        real = block.resolve()
        parts = [child for child in real.iterdir() if (child / "partition").exists()]
        size = _number(real / "size") * SECTOR
        if not parts and size >= LEAST:
            yield f"/dev/{block.name}", size


def _number(file: Path) -> int:
    try:
        return int(file.read_text("ascii"))
    except (OSError, ValueError):
        return 0


def _labelled(labels: Path) -> Iterator[tuple[str, str]]:
    for link in labels.glob("*"):
        name = link.name.encode("ascii", "backslashreplace").decode("unicode_escape", "replace")
        yield os.path.realpath(link), name.encode("latin-1", "replace").decode("utf-8", "replace")


def said_size(count: int) -> str:
    """Bytes as people read them on a stick: 14 GB, 3 MB."""
    return f"{count // 10**9} GB" if count >= 10**9 else f"{count // 10**6} MB"
