"""Forks a saver or a merger for each line that it is given: a thousand kills without a thousand imports.

A line is JSON: the script's name, the named pipe that is its stdout, its arguments. The answer is its pid.
"""

import json
import os
import runpy
import signal
import sys
from pathlib import Path

import kiosk.storage.kept.records
import kiosk.storage.sealed.keys
import kiosk.sync.merging.merge

HERE = Path(__file__).parent


def child(script: str, pipe: str, arguments: list[str]) -> None:
    os.dup2(os.open(pipe, os.O_WRONLY), 1)
    sys.argv = [script, *arguments]
    runpy.run_path(str(HERE / script), run_name="__main__")
    sys.stdout.flush()


kiosk.storage.sealed.keys.practice_key()  # read once for all
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        child(*json.loads(line))
        os._exit(0)
    sys.stdout.write(f"{pid}\n")
    sys.stdout.flush()
