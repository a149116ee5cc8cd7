"""Work done in a process of its own, so that its memory is its own: seconds, and the most MB it held."""

import subprocess
import sys
from pathlib import Path

MERGE = """
import sys, time
from pathlib import Path
from benchmarks.apart import peak
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.sync.merging.merge import merge
with open_store(DataFolder(Path(sys.argv[1]))) as office:
    began = time.perf_counter()
    merge(office, [Path(sys.argv[2])], practice=True)
    took = time.perf_counter() - began
print(took, peak())
"""
# An export asks for helping processes, which load again whatever the main program has loaded: here, nothing.
EXPORT = """
import sys, time
from pathlib import Path
from benchmarks.apart import peak
from exports.readable.tables import export_tables
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keys import SecretKey
place = Path(sys.argv[1])
content = (place / "bench.key").read_bytes()
with open_store(DataFolder(place)) as store:
    began = time.perf_counter()
    export_tables(store, SecretKey(content[:32], content[32:]), place / "out")
print(time.perf_counter() - began, peak())
"""


def peak() -> float:
    """The most MB that this process has held. The kernel's own word where it gives one: what `getrusage`
    tells begins with what the process was that started this one.
    """
    try:
        status = Path("/proc/self/status").read_text("utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(program: str, *arguments: object) -> tuple[float, float]:
    """Seconds and MB, as `program` prints them."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    took, most = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(took), float(most)
