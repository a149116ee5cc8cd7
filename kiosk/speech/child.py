"""The kiosk's end of one speech worker process."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.program import program
from kiosk.speech.protocol import Ask, line, read_line

_HOME = Path(__file__).parents[2]  # where `kiosk` is imported from, in a checkout and in an installed wheel


class Child:
    """One worker process. A thread of its own calls `on_told` with each message and `on_gone` at the end."""

    def __init__(
        self,
        on_told: Callable[["Child", dict[str, Any]], None],
        on_gone: Callable[["Child"], None],
        *,
        pretend: bool = False,
    ) -> None:
        paths = [str(_HOME), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [*program("kiosk.speech.worker"), *(["--pretend"] if pretend else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if not (self._process.stdin and self._process.stdout):
            raise RuntimeError("a worker without pipes")
        self._asks, self._tells = self._process.stdin, self._process.stdout
        self._on_told = on_told
        self._on_gone = on_gone
        self._reader = threading.Thread(target=self._read, name="speech-reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, message: bytes) -> None:
        """Write one message. One that cannot be written is lost: `on_gone` follows."""
        try:
            self._asks.write(message)
            self._asks.flush()
        except OSError:
            self.kill()

    def ask(self, what: Ask, **facts: Any) -> None:
        self.send(line(what, **facts))

    def kill(self) -> None:
        """End the process now, whatever it is doing."""
        self._process.kill()

    def close(self) -> None:
        """Let the process end by itself, which it does at once; kill it if it does not."""
        try:
            self._asks.close()
        except OSError:
            self.kill()
        try:
            self._process.wait(0.5)
        except subprocess.TimeoutExpired:
            self.kill()
        self._reader.join()

    def _read(self) -> None:
        for raw in self._tells:
            try:
                facts = read_line(raw)
            except ValueError:  # a killed worker leaves half a line
                break
            self._on_told(self, facts)
        self.kill()
        self._process.wait()
        self._tells.close()
        self._on_gone(self)
