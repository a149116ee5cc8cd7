"""What cannot be believed is put aside with the reason, and the rest goes in."""

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.quarantine import let_go, may_let_go, set_aside
from kiosk.storage.database import open_store
from kiosk.storage.kept.formshelf import kept_forms
from kiosk.storage.kept.records import save, sealed_records
from kiosk.storage.kept.tallies import totals
from kiosk.sync.layout import MANIFEST, SIGNATURE
from kiosk.sync.merging.merge import merge
from kiosk.sync.merging.reading import FolderSource
from kiosk.sync.transfer import write_transfer


@pytest.mark.parametrize("name", ["records.csv", "tallies.csv", "datapackage.json", "datapackage.sig"])
def test_any_changed_byte_of_a_pack_is_noticed(office, carried, name):
    whole = (carried / name).read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 25)):
        changed = bytearray(whole)
        changed[at] ^= 0x01
        (carried / name).write_bytes(changed)
        report = merge(office, [carried], practice=True)
        assert report.packs == ()
        assert len(report.quarantined) == 1
    (carried / name).write_bytes(whole)
    assert list(sealed_records(office)) == []
    assert merge(office, [carried], practice=True).new == 3, "a good copy still goes in"


def test_a_changed_byte_in_a_zip_is_noticed_or_harmless(filled, office, tmp_path):
    path = write_transfer(filled, tmp_path / "mail", zip=True).path
    whole = path.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        changed = bytearray(whole)
        changed[at] ^= 0x10
        path.write_bytes(changed)
        report = merge(office, [path], practice=True)
        if report.packs:
            break
    assert {record.sealed for record in sealed_records(office)} <= {
        record.sealed for record in sealed_records(filled)
    }


def test_a_bad_row_stays_out_and_the_rest_goes_in(filled, office, carried, secret, resign):
    text = (carried / "records.csv").read_bytes().decode()
    lines = text.split("\r\n")
    good = lines[1].split(",")
    bad = [
        ",".join([*good[:5], "2027-13-45", *good[6:]]),
        ",".join([*good[:9], "not base64!"]),
        ",".join([*good[:9], "AAAA"]),
        ",".join([*good[:6], "-1", *good[7:]]),
        ",".join(["x" * 36, *good[1:]]),
        ",".join([*good[:2], "a\0b", *good[3:]]),
        ",".join([*good[:3], "", *good[4:]]),
        ",".join(good[:5]),
    ]
    resign(filled, carried, records_csv="\r\n".join([*lines[:3], *bad, *lines[3:]]))
    report = merge(office, [carried], practice=True)
    assert report.new == 3
    assert [found.line for found in report.quarantined] == list(range(4, 4 + len(bad)))
    assert all(found.reason for found in report.quarantined)
    assert office.db.execute("SELECT count(*) FROM quarantine").fetchone()[0] == len(bad)


def test_bytes_that_are_no_text_stay_out(filled, office, carried, resign):
    content = (carried / "tallies.csv").read_bytes().replace(b",pa,", b",\xff\xfe,")
    resign(filled, carried, tallies_csv=content)
    assert len(merge(office, [carried], practice=True).quarantined) == 1
    assert totals(office.db, "fair2027") == {}


def test_an_unclosed_quote_costs_only_its_file(filled, office, carried, resign):
    content = (carried / "tallies.csv").read_bytes() + b'"unclosed,'
    resign(filled, carried, tallies_csv=content)
    report = merge(office, [carried], practice=True)
    assert report.new == 3
    assert len(report.quarantined) == 1


def test_columns_may_come_in_another_order_and_unknown_ones_are_kept(filled, office, carried, resign):
    rows = list(csv.DictReader(io.StringIO((carried / "records.csv").read_bytes().decode(), newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*reversed(rows[0]), "mood"])
    writer.writeheader()
    writer.writerows({**row, "mood": "fine"} for row in rows)
    resign(filled, carried, records_csv=out.getvalue())
    assert merge(office, [carried], practice=True).new == 3
    assert list(sealed_records(office)) == list(sealed_records(filled))
    assert office.db.execute("SELECT DISTINCT extra FROM record").fetchall() == [('{"mood": "fine"}',)]


def test_a_file_without_its_columns_stays_out(filled, office, carried, resign):
    resign(filled, carried, tallies_csv="store_id,total\r\nx,1\r\n")
    report = merge(office, [carried], practice=True)
    assert (report.new, len(report.quarantined)) == (3, 1)


def test_a_copied_tablet_is_noticed(filled, office, carried, secret, answers, tmp_path):
    filled.close()
    shutil.copytree(filled.folder.root, tmp_path / "clone")
    with open_store(type(filled.folder)(tmp_path / "clone")) as clone:
        clone.db.execute("DELETE FROM pack")
        save(clone, secret.public, [answers()])
        other = write_transfer(clone, tmp_path / "other").path
    assert merge(office, [carried], practice=True).new == 3
    report = merge(office, [other], practice=True)
    assert report.packs == ()
    assert "copied" in report.quarantined[0].reason
    assert len(list(sealed_records(office))) == 3


def test_an_unfinished_pack_is_told(office, carried):
    (carried / MANIFEST).unlink()
    report = merge(office, [carried], practice=True)
    assert "not finished" in report.quarantined[0].reason


def test_a_path_out_of_the_pack_is_not_followed(filled, office, carried, tmp_path, resign):
    (carried.parent / "outside.json").write_text("{}")
    manifest = json.loads((carried / MANIFEST).read_bytes())
    manifest["resources"].append(
        {"path": "forms/../../outside.json", "bytes": 2, "hash": "sha256:" + "0" * 64, "rows": 1}
    )
    (carried / MANIFEST).write_text(json.dumps(manifest))
    resign(filled, carried)
    report = merge(office, [carried], practice=True)
    assert report.new == 3
    assert [found.file for found in report.quarantined] == ["forms/../../outside.json"]


def test_a_zip_bomb_is_not_unpacked(filled, office, carried, tmp_path, resign):
    resign(filled, carried, tallies_csv=b"0" * 30_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        for path in carried.rglob("*"):
            bomb.write(path, path.relative_to(carried))
    report = merge(office, [tmp_path / "bomb.zip"], practice=True)
    assert report.packs == ()
    assert "far more" in report.quarantined[0].reason


def test_a_form_that_was_changed_stays_out(filled, office, carried, resign):
    (path,) = (carried / "forms").iterdir()
    body = json.loads(path.read_bytes())
    body["form"]["xml"] = "<h:html>other</h:html>"
    resign(filled, carried, **{f"forms/{path.name}": json.dumps(body)})
    report = merge(office, [carried], practice=True)
    assert report.new == 3
    assert kept_forms(office) == ()
    assert len(report.quarantined) == 1


def test_a_letter_of_another_case_in_the_signature_is_noticed(office, carried):
    """One flipped bit makes a of A: the number is the same, the byte is not."""
    path = carried / SIGNATURE
    path.write_bytes(path.read_bytes().upper())
    assert merge(office, [carried], practice=True).quarantined


def test_a_pack_of_a_newer_program_is_told_as_that(filled, office, carried, resign):
    manifest = json.loads((carried / MANIFEST).read_bytes())
    manifest["kiosk"]["format"] = 2
    (carried / MANIFEST).write_text(json.dumps(manifest))
    resign(filled, carried)
    report = merge(office, [carried], practice=True)
    assert "newer version" in report.quarantined[0].reason
    manifest["kiosk"]["format"] = 1
    (carried / MANIFEST).write_text(json.dumps(manifest))
    resign(filled, carried)
    assert merge(office, [carried], practice=True).new == 3


def test_a_folder_that_nobody_may_look_into_costs_nothing(office, carried, monkeypatch):
    """Sticks formatted on Linux have lost+found, which belongs to root."""
    (carried.parent / "lost+found").mkdir()
    monkeypatch.setattr(Path, "iterdir", refusing(Path.iterdir, "lost+found"))
    assert merge(office, [carried.parent], practice=True).new == 3


@pytest.mark.parametrize("name", ["records.csv", "datapackage.sig"])
def test_a_file_that_cannot_be_opened_costs_only_its_pack(
    filled, office, carried, tmp_path, monkeypatch, name
):
    good = write_transfer(filled, tmp_path / "good").path
    monkeypatch.setattr(Path, "open", refusing(Path.open, f"{carried.name}/{name}"))
    report = merge(office, [carried, good], practice=True)
    assert (report.packs, report.new, len(report.quarantined)) == ((good.name,), 3, 1)


def refusing(usual, end):
    """The method of Path, which the system forbids where the path ends so."""

    def done(path, *given, **facts):
        if path.as_posix().endswith(end):
            raise PermissionError(13, "not yours", str(path))
        return usual(path, *given, **facts)

    return done


@pytest.fixture
def clock():
    return FakeClock()


# --- taken out again, as far as nothing is lost by it


def test_a_bad_row_may_go_once_its_record_is_here_by_a_good_copy(filled, office, carried, resign, clock):
    lines = (carried / "records.csv").read_bytes().decode().split("\r\n")
    cells = lines[1].split(",")
    resign(filled, carried, records_csv="\r\n".join([lines[0], ",".join([*cells[:9], "no!"]), *lines[2:]]))
    merge(office, [carried], practice=True)
    (one,) = set_aside(office.db)
    assert (one.file, one.line, one.number) == ("records.csv", 2, 1)
    assert not may_let_go(office.db, one.digest)
    with pytest.raises(KioskError):
        let_go(office, one.digest, clock)
    fresh = write_transfer(filled, carried.parent / "fresh").path
    merge(office, [fresh], practice=True)
    let_go(office, one.digest, clock)
    assert set_aside(office.db) == ()


def test_a_file_that_was_left_out_of_a_pack_stays_though_the_pack_is_in(filled, office, carried, resign):
    resign(filled, carried, records_csv="id,key\r\n")
    assert merge(office, [carried], practice=True).packs
    (one,) = set_aside(office.db)
    assert not may_let_go(office.db, one.digest)


def test_a_clone_stays(filled, office, carried, resign):
    merge(office, [carried], practice=True)
    resign(filled, carried, records_csv=(carried / "records.csv").read_bytes() + b"x,y\r\n")
    merge(office, [carried], practice=True)
    (one,) = set_aside(office.db)
    assert one.whole_pack
    assert not may_let_go(office.db, one.digest)


def test_the_name_of_a_pack_that_could_not_be_read_may_go(office, carried, clock):
    (carried / MANIFEST).unlink()
    merge(office, [carried], practice=True)
    (one,) = set_aside(office.db)
    assert one.number == 0
    let_go(office, one.digest, clock)
    assert set_aside(office.db) == ()


# --- pulled out


def test_a_stick_pulled_out_while_it_is_merged_leaves_nothing_half_done(filled, office, carried, monkeypatch):
    write_transfer(filled, carried.parent)
    opened, usual = [], FolderSource.open

    def pulled(source, name, most):
        opened.append(name)
        if opened.count("records.csv") == 2:
            shutil.rmtree(carried.parent, ignore_errors=True)
        return usual(source, name, most)

    monkeypatch.setattr(FolderSource, "open", pulled)
    with pytest.raises(KioskError) as told:
        merge(office, [carried.parent], practice=True)
    assert told.value.code is ErrorCode.TRANSFER_GONE
    assert list(sealed_records(office)) == []
    assert set_aside(office.db) == ()
