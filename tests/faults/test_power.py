"""The power goes at any moment, or the disk answers with an error: what was acknowledged is there."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store

CUTS = int(os.environ.get("KIOSK_CUTS", "150"))  # `make faults` asks for 3,000
VISITS = 25
SETTINGS = {
    "FULL": "WAL and FULL",
    "NORMAL": "WAL and NORMAL (weak control)",
    "DELETE": "DELETE and FULL, SQLite's own (weak control)",
}
HERE = Path(__file__).parent
CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,unlink,unlinkat"
CALL = re.compile(r'^(\w+)\((?:(\d+)<([^>]*)>)?(?:, )?(?:"((?:\\x[0-9a-f]{2})*)")?(.*)\) += (\d+)')
SECTOR = 512
STRACE = shutil.which("strace")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(STRACE is None, reason="strace is not installed: apt-get install strace"),
]


@dataclass
class File:
    """What certainly is on the disk, and what was written since the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    unlinked: bool = False  # and the folder not yet synced: it may be there again
    before: "File | None" = None  # what had its name, and may have it still

    def sync(self) -> None:
        for at, content in self.pending:
            put(self.durable, at, content)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """Of what was not synced: nothing, all, or some sectors of some writes, in any order."""
        left = bytearray(self.durable)
        lucky = chance.choice((0.0, 0.0, 0.5, 0.9, 1.0))
        for at, content in self.pending:
            for start in range(0, max(len(content), 1), SECTOR):
                if chance.random() < lucky:
                    put(left, at + start, content[start : start + SECTOR])
        return bytes(left)


def put(content: bytearray, at: int, new: bytes) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(new)] = new


def states(trace: Path, folder: Path, cuts: int, seed: int) -> Iterator[tuple[dict[str, bytes], set[str]]]:
    """`cuts` disks: the files of `folder` by name, and the lines that were on stdout by then."""
    chance = random.Random(seed)
    lines = trace.read_text("ascii").splitlines()
    at = set(chance.sample(range(len(lines)), min(cuts, len(lines))))
    files: dict[str, File] = {}
    said = b""
    for number, line in enumerate(lines):
        found = CALL.match(line)
        if found:
            call, handle, place, content, rest, _ = (group or "" for group in found.groups())
            raw = bytes.fromhex(content.replace("\\x", ""))
            path = Path(
                bytes.fromhex((place or "").replace("\\x", "")).decode()
                if "\\x" in (place or "")
                else place or ""
            )
            if call == "write" and handle == "1":
                said += raw
            elif call == "unlink":
                if Path(raw.decode()).parent == folder:
                    files.setdefault(Path(raw.decode()).name, File()).unlinked = True
            elif path == folder:
                files = {name: file for name, file in files.items() if not file.unlinked}
                for file in files.values():
                    file.before = None
            elif path.parent == folder:
                if path.name not in files or files[path.name].unlinked:
                    files[path.name] = File(before=files.get(path.name))
                _apply(files[path.name], call, raw, rest)
        if number in at:
            told = {word for word in said.decode().split() if len(word) == 36}
            there = {name: file for name, file in files.items() if not file.unlinked or chance.random() < 0.5}
            named = {name: chance.choice((file, file.before or file)) for name, file in there.items()}
            yield {name: file.after_a_cut(chance) for name, file in named.items()}, told


def _apply(file: File, call: str, raw: bytes, rest: str) -> None:
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    if call == "pwrite64":
        file.pending.append((numbers[-1], raw))
    elif call in ("fdatasync", "fsync"):
        file.sync()
    elif call == "ftruncate":
        file.sync()
        del file.durable[numbers[-1] :]


def saver(folder, *options, settings="FULL"):
    """strace over a process that saves VISITS visits; what it said, and its record."""
    trace = folder.root.parent / "trace"
    command = [STRACE, "-y", "-xx", "-s", "200000", "-o", trace, *options]
    command += [sys.executable, HERE / "saver.py", folder.root, "0", str(VISITS), settings]
    ran = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)},
    )
    if "Operation not permitted" in ran.stderr:
        pytest.skip("this machine does not let a test trace a process")
    return ran, trace


def lost_in(disk, told, scratch):
    """How many acknowledged visits are not on `disk`, as the kiosk itself would find it."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for name, content in disk.items():
        if not name.endswith("-shm"):
            (scratch / name).write_bytes(content)
    try:
        with sqlite3.connect(scratch / "kiosk.db") as db:
            kept = {row[0] for row in db.execute("SELECT id FROM record")}
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except sqlite3.OperationalError:  # cut before the first table was there
        kept = set()
    return len(told - kept)


@pytest.mark.parametrize(("settings", "safe"), [("FULL", True), ("NORMAL", False), ("DELETE", False)])
def test_a_power_cut_at_any_moment(tmp_path, settings, safe, counted):
    folder = DataFolder(tmp_path / "data")
    ran, trace = saver(folder, "-e", f"trace={CALLS}", settings=settings)
    assert len(ran.stdout.split()) == VISITS + 1, ran.stderr
    lost = seen = cuts = 0
    for disk, told in states(trace, folder.root, CUTS, seed=1):
        lost += lost_in(disk, told, tmp_path / "cut")
        seen += len(told)
        cuts += 1
    assert seen > cuts
    counted(f"2. power cut at any call, {SETTINGS[settings]}", cuts, seen, lost)
    if safe:
        assert lost == 0
    else:
        assert lost > 0, "the replay must be able to see a loss"


@pytest.mark.parametrize("call", ["fdatasync", "pwrite64", "pread64"])
@pytest.mark.parametrize("when", [4, 12, 25])
def test_the_disk_answers_with_an_error(tmp_path, call, when, counted):
    folder = DataFolder(tmp_path / "data")
    with open_store(folder):
        pass
    fault = ["-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when={when}"]
    ran, trace = saver(folder, *fault)
    acknowledged = {line for line in ran.stdout.split() if len(line) == 36}
    with open_store(folder) as store:
        kept = {row[0] for row in store.db.execute("SELECT id FROM record")}
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    counted(f"4. EIO on {call}", 1, len(acknowledged), len(acknowledged - kept))
    assert acknowledged <= kept
    if "EIO" in trace.read_text() and len(acknowledged) < VISITS:
        assert "told save-failed" in ran.stdout or "save-failed" in ran.stderr
