"""Killed, or out of room, at any moment: what was acknowledged is there, whole and once."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import opened, sealed_records
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.keys import practice_key
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

KILLS = int(os.environ.get("KIOSK_KILLS", "25"))  # `make faults` asks for 1,000
HERE = Path(__file__).parent
LONGEST = 0.3  # seconds until a merge is killed: some are done by then, and most are not

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and file limits are not on Windows"),
]


class Forked:
    """A process of the nursery: its stdout to read, and a kill."""

    def __init__(self, pid, pipe):
        self._pid = pid
        self.stdout = pipe

    def kill_within(self, seconds):
        select.select([], [], [], seconds)  # a moment, at any point of its work
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def gone(self):
        """Wait until the system has let go of all that it held: its pipe is closed a moment sooner."""
        with suppress(ProcessLookupError):
            while True:
                os.kill(self._pid, 0)
                select.select([], [], [], 0.0005)


@pytest.fixture(scope="module")
def nursery(tmp_path_factory):
    """Starts scripts of this folder, forked off one that has all its imports behind it."""
    pipe = tmp_path_factory.mktemp("nursery") / "stdout"
    os.mkfifo(pipe)
    command = [sys.executable, HERE / "nursery.py"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:

        @contextmanager
        def start(script, *arguments):
            process.stdin.write(json.dumps([script, str(pipe), [str(word) for word in arguments]]) + "\n")
            process.stdin.flush()
            pid = int(process.stdout.readline())
            with pipe.open() as said:
                forked = Forked(pid, said)
                try:
                    yield forked
                finally:
                    forked.kill_within(0)
                    forked.gone()

        yield start
        process.stdin.close()


def found_in(folder):
    """Ids kept, every one of which opens; whether its visits are whole is checked on the way."""
    secret = open_key(folder, practice_key().fingerprint, "practice")
    with open_store(folder) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        records = list(sealed_records(store))
        for record in records:
            assert opened(secret, record).answers
        assert len(records) == 2 * totals(store.db, "fair2027").get(Mark("visit"), 0)
        return {record.id for record in records}


def test_killed_while_saving(tmp_path, counted, nursery):
    folder, chance, acknowledged = DataFolder(tmp_path / "data"), random.Random(1), set()
    for _ in range(KILLS):
        with nursery("saver.py", folder.root, 0) as process:
            assert process.stdout.readline() == "ready\n"
            for _ in range(chance.randrange(30)):
                acknowledged.add(process.stdout.readline().strip())
            process.kill_within(chance.random() * 0.02)
            acknowledged.update(line.strip() for line in process.stdout if line.endswith("\n"))
    assert len(acknowledged) > KILLS
    found = found_in(folder)
    counted("1. SIGKILL while saving", KILLS, len(acknowledged), len(acknowledged - found))
    assert acknowledged <= found


def test_killed_while_merging(tmp_path, counted, nursery):
    tablet, office = DataFolder(tmp_path / "tablet"), DataFolder(tmp_path / "office")
    with nursery("saver.py", tablet.root, 0) as process:
        for _ in range(300):
            process.stdout.readline()
    with open_store(tablet) as store:
        carried = write_transfer(store, tmp_path / "stick").path
    chance, given, lost, offices = random.Random(2), found_in(tablet), 0, 0
    for _ in range(KILLS):
        office = DataFolder(tmp_path / f"office{offices}")
        with nursery("merger.py", office.root, carried) as process:
            assert process.stdout.readline() == "ready\n"
            process.kill_within(chance.random() * LONGEST)
            said = process.stdout.read()
        with open_store(office) as store:
            kept = {record.id for record in sealed_records(store)}
            known = store.db.execute("SELECT count(*) FROM pack").fetchone()[0]
        assert kept == (given if known else set()), "all of a pack or none of it"
        lost += len(given - kept) if "merged" in said else 0
        offices += known  # the next one begins anew
    with open_store(office) as store:
        merge(store, [carried], practice=True)
    lost += len(given - found_in(office))
    counted("1. SIGKILL while merging", KILLS, len(given) * (offices + 1), lost)
    assert lost == 0


@pytest.mark.parametrize("room", [1, 70_000, 400_000])
def test_no_room_is_told_and_nothing_acknowledged_is_lost(tmp_path, room, counted, started):
    folder = DataFolder(tmp_path / "data")
    with started("saver.py", folder.root, room) as process:
        assert process.stdout.readline() == "ready\n"
        *acknowledged, told = (line.strip() for line in process.stdout)
    assert told in ("told disk-full", "told save-failed")
    found = found_in(folder)
    counted("6. file-size limit", 1, len(acknowledged), len(set(acknowledged) - found))
    assert set(acknowledged) <= found


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root"
)
def test_a_full_disk_of_12_mb(tmp_path, counted, started):
    mount = tmp_path / "small"
    mount.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(mount)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount a disk")
    try:
        folder = DataFolder(mount / "data")
        folder.made()
        filler = mount / "filler"
        filler.write_bytes(bytes(11 * 2**20))
        with started("saver.py", folder.root, 0) as process:
            *acknowledged, told = (line.strip() for line in process.stdout)
        assert told == "told disk-full"
        filler.unlink()
        given, found = set(acknowledged) - {"ready"}, found_in(folder)
        counted("3. a full disk of 12 MB", 1, len(given), len(given - found))
        assert given <= found
        assert len(acknowledged) > 1
    finally:
        subprocess.run(["umount", str(mount)], check=True)
