"""Killed, or out of room, at any moment: what was acknowledged is there, whole and once."""

import os
import random
import subprocess
import sys
from contextlib import suppress

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.keyfile import open_key
from kiosk.storage.keys import practice_key
from kiosk.storage.records import opened, sealed_records
from kiosk.storage.tallies import Mark, totals
from kiosk.sync.merge import merge
from kiosk.sync.transfer import write_transfer

KILLS = int(os.environ.get("KIOSK_KILLS", "8"))  # `make faults` asks for 1,000

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and file limits are not on Windows"),
]


def killed_within(process, seconds):
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()


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


def test_killed_while_saving(tmp_path, counted, started):
    folder, chance, acknowledged = DataFolder(tmp_path / "data"), random.Random(1), set()
    for _ in range(KILLS):
        with started("saver.py", folder.root, 0) as process:
            assert process.stdout.readline() == "ready\n"
            for _ in range(chance.randrange(30)):
                acknowledged.add(process.stdout.readline().strip())
            killed_within(process, chance.random() * 0.02)
            acknowledged.update(line.strip() for line in process.stdout if line.endswith("\n"))
    assert len(acknowledged) > KILLS
    found = found_in(folder)
    counted("1. SIGKILL while saving", KILLS, len(acknowledged), len(acknowledged - found))
    assert acknowledged <= found


def test_killed_while_merging(tmp_path, counted, started):
    tablet, office = DataFolder(tmp_path / "tablet"), DataFolder(tmp_path / "office")
    with started("saver.py", tablet.root, 0) as process:
        for _ in range(300):
            process.stdout.readline()
        process.kill()
    with open_store(tablet) as store:
        carried = write_transfer(store, tmp_path / "stick").path
    chance, merged = random.Random(2), 0
    for _ in range(KILLS):
        with started("merger.py", office.root, carried) as process:
            assert process.stdout.readline() == "ready\n"
            killed_within(process, chance.random() * 0.03)
            merged += "merged" in process.stdout.read()
        with open_store(office) as store:
            kept = store.db.execute("SELECT count(*) FROM record").fetchone()[0]
            known = store.db.execute("SELECT count(*) FROM pack").fetchone()[0]
            assert (kept > 0) == (known == 1), "all of a pack or none of it"
    with open_store(office) as store:
        merge(store, [carried], practice=True)
    given, found = found_in(tablet), found_in(office)
    counted("1. SIGKILL while merging", KILLS, len(given), len(given - found))
    assert found == given


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
