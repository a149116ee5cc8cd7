"""A process that merges what it is given and says so when it is done."""

import sys
from pathlib import Path

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.sync.merging.merge import merge


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


with open_store(DataFolder(Path(sys.argv[1]))) as office:
    say("ready")
    merge(office, [Path(path) for path in sys.argv[2:]], practice=True)
    say("merged")
