"""A transfer pack is whole, signed, sealed, and says so only once it reads back."""

import base64
import csv
import errno
import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.kept.records import opened, save, sealed_records
from kiosk.storage.kept.withdrawal import set_gone
from kiosk.sync import stick
from kiosk.sync.layout import FILES, TRANSFER
from kiosk.sync.merging.reading import read_pack
from kiosk.sync.transfer import write_transfer


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_holds_every_table_the_forms_and_a_manifest(filled, tmp_path):
    done = write_transfer(filled, tmp_path / "stick", last=True)
    names = {path.relative_to(done.path).as_posix() for path in done.path.rglob("*") if path.is_file()}
    forms = {name for name in names if name.startswith("forms/")}
    assert names - forms == {*FILES[TRANSFER], "datapackage.json", "datapackage.sig"}
    assert len(forms) == done.forms == 1
    manifest = json.loads((done.path / "datapackage.json").read_bytes())
    assert manifest["kiosk"]["last"] == "yes"
    assert manifest["kiosk"]["number"] == done.number == 1
    for resource in manifest["resources"]:
        content = (done.path / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["bytes"] == len(content)


def test_names_with_commas_quotes_and_line_breaks_read_back(tablet, secret, answers, tmp_path):
    odd = answers(event_id='a, "b"', activity="'c", form_version="1,0\r\n2")
    save(tablet, secret.public, [odd])
    with (write_transfer(tablet, tmp_path / "stick").path / "records.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        (row,) = csv.DictReader(file)
    assert (row["event_id"], row["activity"], row["form_version"]) == (
        odd.event_id,
        odd.activity,
        odd.form_version,
    )
    (record,) = sealed_records(tablet)
    assert base64.b64decode(row["sealed"]) == record.sealed


def test_records_come_by_id_and_stay_sealed(filled, tmp_path, secret):
    done = write_transfer(filled, tmp_path / "stick")
    ids = [row["id"] for row in rows(done.path, "records.csv")]
    assert ids == sorted(ids)
    assert done.records == len(ids) == 3
    assert "Gurpreet" in {opened(secret, record).answers["/data/a"] for record in sealed_records(filled)}
    for path in done.path.rglob("*"):
        assert path.is_dir() or b"Gurpreet" not in path.read_bytes()
    assert (done.path / "records.csv").read_bytes().count(b"\r\n") == 4


def test_the_hours_stay_on_the_tablet(filled, tmp_path):
    done = write_transfer(filled, tmp_path / "stick")
    assert {row["name"] for row in rows(done.path, "tallies.csv")} == {"language"}


def test_a_withdrawn_record_carries_no_content(filled, tmp_path):
    record = next(sealed_records(filled))
    set_gone(filled.db, record, 1)
    done = write_transfer(filled, tmp_path / "stick")
    carried = {row["id"]: row for row in rows(done.path, "records.csv")}
    assert (carried[record.id]["gone"], carried[record.id]["sealed"]) == ("1", "")
    assert done.withdrawn == 1


def test_what_the_office_has_receipted_is_not_carried_again(filled, tmp_path):
    record = next(sealed_records(filled))
    with filled.write() as db:
        db.execute(
            "INSERT INTO receipt SELECT id, gone, revision, hash FROM record WHERE id = ?", [record.id]
        )
    assert write_transfer(filled, tmp_path / "stick").records == 2
    set_gone(filled.db, record, 1)
    assert write_transfer(filled, tmp_path / "stick").records == 3, "it has changed since"


def test_packs_are_numbered_and_never_overwritten(filled, tmp_path):
    first = write_transfer(filled, tmp_path / "stick")
    second = write_transfer(filled, tmp_path / "stick")
    assert (first.number, second.number) == (1, 2)
    taken = tmp_path / "stick" / first.path.name.replace("0001", "0003")
    taken.mkdir()
    third = write_transfer(filled, tmp_path / "stick")
    assert third.path != taken
    assert list(taken.iterdir()) == []


def test_names_on_the_stick_tell_nothing_and_suit_every_system(filled, tmp_path):
    filled.db.execute("UPDATE form SET version = 'v:1?*/' || version")
    filled.db.execute("UPDATE record SET form_version = 'v:1?*/' || form_version")
    done = write_transfer(filled, tmp_path / "stick")
    for path in [done.path, *done.path.rglob("*")]:
        assert not set(path.name) & set(':?*\\"<>|')
        assert "fair2027" not in path.name


def test_a_zip_holds_the_same(filled, tmp_path):
    done = write_transfer(filled, tmp_path / "mail", zip=True)
    assert [path.name for path in (tmp_path / "mail").iterdir()] == [done.path.name]
    with zipfile.ZipFile(done.path) as file:
        assert file.testzip() is None
        assert file.namelist()[-1] == "datapackage.json"
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
    assert read_pack(done.path).manifest.number == done.number


def test_nothing_to_carry_is_said(tablet, tmp_path):
    with pytest.raises(KioskError) as fault:
        write_transfer(tablet, tmp_path / "stick")
    assert fault.value.code is ErrorCode.NOTHING_TO_CARRY
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("zip_it", [False, True])
def test_a_stick_that_reads_back_wrong_is_noticed_and_left_clean(filled, tmp_path, monkeypatch, zip_it):
    monkeypatch.setattr(stick, "_digest", lambda file: "0" * 64)
    with pytest.raises(KioskError) as fault:
        write_transfer(filled, tmp_path / "stick", zip=zip_it)
    assert fault.value.code is ErrorCode.TRANSFER_UNVERIFIED
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ErrorCode.DISK_FULL),
        (errno.EIO, ErrorCode.TRANSFER_FOLDER),
        (errno.EROFS, ErrorCode.TRANSFER_FOLDER),
    ],
)
@pytest.mark.parametrize("zip_it", [False, True])
def test_a_stick_full_pulled_or_read_only_is_told_and_nothing_is_lost(
    filled, tmp_path, monkeypatch, number, code, zip_it
):
    def failing(self, data):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(stick.HashingWriter, "write", failing)
        with pytest.raises(KioskError) as fault:
            write_transfer(filled, tmp_path / "stick", zip=zip_it)
    assert fault.value.code is code
    assert list((tmp_path / "stick").iterdir()) == []
    assert len(list(sealed_records(filled))) == 3
    assert write_transfer(filled, tmp_path / "stick", zip=zip_it).number == 2, "a number is never used twice"


def test_a_folder_that_is_none_is_told(filled, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KioskError) as fault:
        write_transfer(filled, tmp_path / "file")
    assert fault.value.code is ErrorCode.TRANSFER_FOLDER


def test_it_can_be_stopped_without_harm(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.sync.transfer.EVERY", 1)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_transfer(filled, tmp_path / "stick", progress=stop)
    assert list((tmp_path / "stick").iterdir()) == []


def test_frictionless_finds_it_valid(filled, tmp_path):
    from frictionless import Package  # noqa: PLC0415

    done = write_transfer(filled, tmp_path / "stick")
    report = Package(str(done.path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    with (done.path / "tallies.csv").open("a") as file:
        file.write("spoilt\r\n")
    assert not Package(str(done.path / "datapackage.json")).validate().valid
