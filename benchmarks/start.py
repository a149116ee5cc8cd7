"""Start-up: from starting the process to the first painted frame, beside the bare Qt Quick window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Row, Series, beside

ROUNDS = 9
GOAL = 1.5
LIMIT = 60.0  # seconds for a window to come, or it never will


def first_frame(command: Sequence[str]) -> float:
    """Milliseconds until the started process says that it painted; RuntimeError if it does not."""
    began = time.perf_counter()
    # With bytecode beside the sources, as pip leaves a program; and as if nobody had turned that off.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    whole = [sys.executable, *command]
    with subprocess.Popen(whole, env=around, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line == "painted\n":
                took = (time.perf_counter() - began) * 1000
                process.wait(LIMIT)
                return took
    raise RuntimeError(f"{' '.join(command)} ended with {process.returncode} and painted nothing")


def start(rounds: int = ROUNDS) -> list[Row]:
    """The practice event, its pack compiled before, turn about with the floor: both meet the same load."""
    with tempfile.TemporaryDirectory() as folder:
        window = ["-m", "benchmarks.opened", str(Path(folder) / "data")]
        floor = ["-m", "benchmarks.floor"]
        commands = {"kiosk": window, "floor": floor}
        for command in commands.values():
            first_frame(command)  # bytecode, the pack's compiled copy and the disk's cache: warm for both
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(first_frame(command))
    kiosk, bare = (Series(name, tuple(values)) for name, values in times.items())
    return [beside("start to first painted frame", kiosk, bare, GOAL)]
