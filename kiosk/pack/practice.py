"""`python -m kiosk.pack.practice`: compiles the practice event, which ships with its pack.json."""

import sys
from pathlib import Path

from kiosk.pack.compile import compile_pack
from kiosk.pack.compiled import PACK_FILE, dump_pack
from kiosk.pack.staff.sources import read_source
from kiosk.resources import practice_pack


def compile_beside(folder: Path) -> Path:
    """Compile the pack in `folder` and write pack.json into it. KioskErrors of `compile_pack`."""
    target = folder / PACK_FILE
    target.write_bytes(dump_pack(compile_pack(read_source(folder))))
    return target


def main() -> None:
    """Compile assets/practice, or the folder named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else practice_pack()
    sys.stdout.write(f"{compile_beside(folder)}\n")


if __name__ == "__main__":
    main()
