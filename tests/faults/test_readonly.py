"""A disk that turns read-only under the open stall, as a dying card does: told, and nothing is lost."""

import os
import shutil
import signal
import subprocess
from contextlib import contextmanager

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.sync.transfer import write_transfer

MEGABYTES = 16
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a disk needs root"),
    pytest.mark.skipif(shutil.which("mkfs.ext4") is None, reason="mkfs.ext4 is not installed: e2fsprogs"),
]


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, check=False).returncode == 0


@contextmanager
def mounted(image, place):
    """The disk in the file `image`, at `place`."""
    if not run("mount", "-o", "loop,errors=remount-ro", image, place):
        pytest.skip("this machine does not let a test mount a disk")
    try:
        yield DataFolder(place / "data")
    finally:
        assert run("umount", place)


@pytest.fixture
def image(tmp_path):
    path = tmp_path / "card.img"
    with path.open("wb") as file:
        file.truncate(MEGABYTES * 2**20)
    assert run("mkfs.ext4", "-q", "-F", path)
    (tmp_path / "card").mkdir()
    return path


def test_it_turns_read_only_while_residents_save(tmp_path, image, started, counted):
    place, acknowledged = tmp_path / "card", []
    with mounted(image, place) as folder, started("saver.py", folder.root, 0) as process:
        assert process.stdout.readline() == "ready\n"
        for _ in range(40):
            acknowledged.append(process.stdout.readline().strip())
        # Between two saves: the kernel may tell one as done that is on its way as the journal is cut off.
        process.send_signal(signal.SIGSTOP)
        os.waitpid(process.pid, os.WUNTRACED)
        assert run("mount", "-o", "remount,abort", place), "the kernel's own way to feign a dying disk"
        process.send_signal(signal.SIGCONT)
        *more, told = (line.strip() for line in process.stdout)
        acknowledged += more
        process.wait()
        assert told in ("told data-unwritable", "told save-failed")
    run("e2fsck", "-p", image)
    with mounted(image, place) as folder, open_store(folder) as store:
        kept = {row[0] for row in store.db.execute("SELECT id FROM record")}
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    counted("6. read-only remount", 1, len(acknowledged), len(set(acknowledged) - kept))
    assert set(acknowledged) <= kept


def test_a_stick_that_is_read_only_is_told(tmp_path, image, started, counted):
    folder = DataFolder(tmp_path / "data")
    with started("saver.py", folder.root, 0, 5) as process:
        given = {line.strip() for line in process.stdout} - {"ready"}
    with mounted(image, tmp_path / "card"), open_store(folder) as store:
        assert run("mount", "-o", "remount,ro", tmp_path / "card")
        with pytest.raises(KioskError) as told:
            write_transfer(store, tmp_path / "card" / "carried")
        assert told.value.code is ErrorCode.TRANSFER_FOLDER
        kept = {row[0] for row in store.db.execute("SELECT id FROM record")}
    counted("8. stick, read-only", 1, len(given), len(given - kept))
    assert given <= kept
