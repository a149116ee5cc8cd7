"""A stick pulled, full, with odd names on it, or with what an earlier try left: told, and nothing is lost."""

import errno
import os
import shutil
import subprocess
import uuid
from datetime import date

import pytest

from kiosk.errors import KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save, sealed_records
from kiosk.storage.sealed.keys import make_key
from kiosk.sync import stick
from kiosk.sync.layout import MANIFEST
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

VISITS = 60


@pytest.fixture
def tablet(tmp_path):
    key = make_key().public
    with open_store(DataFolder(tmp_path / "K")) as store:
        for _ in range(VISITS):
            given = AnswerSet(
                *(str(uuid.uuid4()), uuid.uuid4().hex * 2, "fair2027", "park", "1.0", date(2027, 6, 12)),
                *({"/data/a": "swings"}, "en"),
            )
            save(store, key, [given])
        yield store


@pytest.fixture
def office(tmp_path):
    with open_store(DataFolder(tmp_path / "office")) as store:
        yield store


def lost(tablet, office):
    return len({r.id for r in sealed_records(tablet)} - {r.id for r in sealed_records(office)})


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_pulled_at_any_write(tablet, office, tmp_path, monkeypatch, zipped, counted):
    """A later write fails each time, until none does: only then is there a pack, and it is whole."""
    to, tries = tmp_path / "stick", 0
    write = stick.HashingWriter.write
    for last in range(200):
        left = iter(range(last))

        def pulled(self, data, left=left):
            if next(left, None) is None:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return write(self, data)

        monkeypatch.setattr(stick.HashingWriter, "write", pulled)
        tries += 1
        try:
            carried = write_transfer(tablet, to, zip=zipped).path
            break
        except KioskError:
            assert not list(to.iterdir())
    merge(office, [carried], practice=True)
    counted(
        f"8. stick pulled at any write, {'zip' if zipped else 'folder'}", tries, VISITS, lost(tablet, office)
    )
    assert tries > 5
    assert lost(tablet, office) == 0


def test_torn_out_before_the_names_are_there(tablet, office, tmp_path, counted):
    """What a worn stick keeps of a pack: any of its files may be missing, or still be a .part."""
    whole = write_transfer(tablet, tmp_path / "stick").path
    names, tries = sorted(path.relative_to(whole) for path in whole.rglob("*") if path.is_file()), 0
    for name in names:
        for way in ("missing", "part", "empty"):
            broken = tmp_path / "broken" / whole.name
            shutil.copytree(whole, broken)
            if way == "empty":
                (broken / name).write_bytes(b"")
            else:
                (broken / name).rename(broken / f"{name}.part")
            if way == "missing":
                (broken / f"{name}.part").unlink()
            report = merge(office, [broken], practice=True)
            assert report.quarantined, f"{name} {way}"
            assert report.new == 0
            tries += 1
            shutil.rmtree(broken)
    assert merge(office, [whole], practice=True).new == VISITS
    counted("8. files missing, empty, still .part", tries, VISITS, lost(tablet, office))


def test_what_an_earlier_try_left_and_odd_names_are_in_nobodys_way(tablet, office, tmp_path, counted):
    to = tmp_path / "stick"
    first = write_transfer(tablet, to).path
    (first / MANIFEST).unlink()
    for name in (
        ".Trashes",
        "System Volume Information",
        "ਫੋਟੋ 1.jpg",
        "a.part",
        "records.csv.txt",
        "-rf",
        "x" * 200,
    ):
        (to / name).write_bytes(b"\xff\0")
    (to / ".Spotlight-V100").mkdir()
    (to / (first.name + ".zip.part")).write_bytes(b"left over")
    second = write_transfer(tablet, to).path
    assert second != first
    report = merge(office, [to], practice=True)
    assert (report.new, [put.pack for put in report.quarantined]) == (VISITS, [first.name])
    counted("8. stale pack, .part and odd names", 1, VISITS, lost(tablet, office))
    assert lost(tablet, office) == 0


@pytest.mark.slow
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small stick needs root"
)
@pytest.mark.parametrize("room", [4, 32, 64])  # KB
def test_a_full_stick(tablet, office, tmp_path, room, counted):
    to = tmp_path / "stick"
    to.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs", str(to)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount a disk")
    try:
        with pytest.raises(KioskError) as told:
            write_transfer(tablet, to)
        assert told.value.code == "disk-full"
        assert not list(to.rglob("*.csv"))
    finally:
        subprocess.run(["umount", str(to)], check=True)
    merge(office, [write_transfer(tablet, tmp_path / "another").path], practice=True)
    counted("8. stick, full", 1, VISITS, lost(tablet, office))
    assert lost(tablet, office) == 0
