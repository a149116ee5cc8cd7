"""Packs as a worn stick, a curious hand or a hostile one would bring them."""

import csv
import hashlib
import io
import json
import os
import random
import shutil
import uuid
import zipfile
from datetime import date

import pytest

from exports.readable.tables import export_tables
from exports.sheets.cells import read_back
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save, sealed_records
from kiosk.storage.sealed.keys import make_key, sign
from kiosk.sync.layout import MANIFEST, SIGNATURE, TABLES
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)
FLIPS = int(os.environ.get("KIOSK_FLIPS", "20"))  # `make faults` asks for 1,000
HOSTILE = [
    "=1+1",
    "+44 7700 900123",
    "-1",
    "@x",
    "\tx",
    "'x",
    'a "b"\r\nc,d',
    "ਪੰਜਾਬੀ",
    "اردو",
    "0123",
    "a\0b",
    "",
]


@pytest.fixture
def secret():
    return make_key()


@pytest.fixture
def tablet(tmp_path, secret):
    with open_store(DataFolder(tmp_path / "K")) as store:
        for words in HOSTILE:
            given = AnswerSet(
                str(uuid.uuid4()),
                uuid.uuid4().hex * 2,
                "fair2027",
                "park",
                "1.0",
                DAY,
                {"/data/a": words},
                "en",
            )
            save(store, secret.public, [given])
        yield store


@pytest.fixture
def office(tmp_path):
    with open_store(DataFolder(tmp_path / "office")) as store:
        yield store


def lost(tablet, office):
    """How many of the tablet's records have not arrived."""
    return len({r.id for r in sealed_records(tablet)} - {r.id for r in sealed_records(office)})


def rewritten(store, pack, name, content, path=None):
    """A pack whose own tablet would have written `content` into the file `name`, and calls it `path`."""
    manifest = json.loads((pack / MANIFEST).read_bytes())
    (pack / name).write_bytes(content)
    for resource in manifest["resources"]:
        if resource["path"] == name:
            resource |= {
                "path": path or name,
                "bytes": len(content),
                "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
            }
    raw = json.dumps(manifest).encode()
    (pack / MANIFEST).write_bytes(raw)
    seed = bytes.fromhex(settings.get(store.db, settings.DEVICE_KEY))
    (pack / SIGNATURE).write_bytes(sign(seed, raw).hex().encode())


def ideas(*rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([TABLES["ideas.csv"], *rows])
    return out.getvalue().encode("utf-8", "surrogatepass")


def idea(text):
    return (str(uuid.uuid4()), "fair2027", "idea", text, "en", "waiting", 1, 0, "", "", "")


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("name", ["records.csv", "tallies.csv", MANIFEST, SIGNATURE])
def test_a_file_cut_short_brings_nothing(tablet, office, tmp_path, name, part, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    whole = (pack / name).read_bytes()
    (pack / name).write_bytes(whole[: int(len(whole) * part)])
    report = merge(office, [pack], practice=True)
    assert report.quarantined
    assert list(sealed_records(office)) == []
    (pack / name).write_bytes(whole)
    assert merge(office, [pack], practice=True).new == len(HOSTILE)
    counted("9. pack cut short", 1, len(HOSTILE), lost(tablet, office))


@pytest.mark.parametrize("name", ["records.csv", "tallies.csv", MANIFEST, SIGNATURE])
def test_no_flipped_bit_is_taken_in(tablet, office, tmp_path, name, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    whole, chance = (pack / name).read_bytes(), random.Random(3)
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        (pack / name).write_bytes(flipped)
        assert merge(office, [pack], practice=True).quarantined
    assert list(sealed_records(office)) == []
    (pack / name).write_bytes(whole)
    assert merge(office, [pack], practice=True).new == len(HOSTILE)
    counted("9. bit flipped in a pack", FLIPS, len(HOSTILE), lost(tablet, office))


def test_a_clone_brings_nothing_new_and_takes_nothing_away(tablet, office, secret, tmp_path, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    merge(office, [pack], practice=True)
    copy = DataFolder(tmp_path / "copied")
    shutil.copytree(tablet.folder.root, copy.root)
    with open_store(copy) as cloned, tablet.write() as db:
        db.execute("DELETE FROM pack WHERE number > 1")
        extra = AnswerSet(str(uuid.uuid4()), uuid.uuid4().hex * 2, "fair2027", "park", "1.0", DAY, {}, "en")
        save(cloned, secret.public, [extra])
        theirs = write_transfer(cloned, tmp_path / "stick").path
    own = write_transfer(tablet, tmp_path / "stick").path
    merge(office, [own], practice=True)
    report = merge(office, [theirs], practice=True)
    assert [put.reason for put in report.quarantined] == [
        "another pack has this number: the tablet was copied"
    ]
    counted("9. clone of a tablet", 1, len(HOSTILE), lost(tablet, office))


@pytest.mark.parametrize(
    "path", ["../evil.csv", "/etc/passwd", "records.csv/../../evil", "forms/../../x.json"]
)
def test_no_path_leads_out_of_a_pack(tablet, office, tmp_path, path, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    (tmp_path / "stick" / "evil.csv").write_text("never read")
    rewritten(tablet, pack, "records.csv", (pack / "records.csv").read_bytes(), path)
    report = merge(office, [pack], practice=True)
    assert report.quarantined
    assert list(sealed_records(office)) == []
    merge(office, [write_transfer(tablet, tmp_path / "stick").path], practice=True)
    counted("9. path out of a pack", 1, len(HOSTILE), lost(tablet, office))


def test_a_zip_that_unpacks_to_far_too_much_is_not_unpacked(tablet, office, tmp_path, counted):
    pack = write_transfer(tablet, tmp_path / "stick", zip=True).path
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(pack) as whole, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as out:
        for name in whole.namelist():
            out.writestr(name, b"0" * 2**28 if name == "records.csv" else whole.read(name))
    assert bomb.stat().st_size < 2**20
    assert merge(office, [bomb], practice=True).quarantined
    assert merge(office, [pack], practice=True).new == len(HOSTILE)
    counted("9. zip bomb", 1, len(HOSTILE), lost(tablet, office))


def test_packs_with_a_number_missing_between_them_lose_nothing(tablet, office, tmp_path, counted):
    """Each carries all that is not receipted: the one that never arrived is not needed."""
    first, missing, last = (write_transfer(tablet, tmp_path / "stick").path for _ in range(3))
    shutil.rmtree(missing)
    report = merge(office, [last, first, last], practice=True)
    assert (report.new, len(report.packs)) == (len(HOSTILE), 2)
    assert list(sealed_records(office)) == list(sealed_records(tablet))
    counted("9. pack missing, another twice, any order", 1, len(HOSTILE), lost(tablet, office))


@pytest.mark.parametrize(
    "text", ["x" * 25_000, "a\0b", "\ud800", "x" * (25 * 2**20)], ids=["long", "NUL", "surrogate", "25 MB"]
)
def test_a_row_that_is_too_much_stays_out(tablet, office, tmp_path, text, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    rewritten(tablet, pack, "ideas.csv", ideas(idea("A bench"), idea(text)))
    report = merge(office, [pack], practice=True)
    assert report.new == len(HOSTILE)
    assert [put.file for put in report.quarantined] == ["ideas.csv"]
    assert office.db.execute("SELECT text FROM idea").fetchall() == [("A bench",)]
    counted("9. huge field, NUL, lone surrogate", 1, len(HOSTILE), lost(tablet, office))


@pytest.mark.parametrize("kind", ["quote", "columns", "short"])
def test_a_file_that_is_written_otherwise(tablet, office, tmp_path, kind, counted):
    pack = write_transfer(tablet, tmp_path / "stick").path
    whole = (pack / "records.csv").read_bytes()
    if kind == "columns":
        header, *rows = csv.reader(io.StringIO(whole.decode(), newline=""))
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n").writerows(
            [[*header[::-1], "new"], *([*r[::-1], "x"] for r in rows)]
        )
        rewritten(tablet, pack, "records.csv", out.getvalue().encode())
    else:
        end = b'"unclosed\r\n' if kind == "quote" else b"too,few\r\n"
        rewritten(tablet, pack, "records.csv", whole + end)
    report = merge(office, [pack], practice=True)
    assert report.new == len(HOSTILE)
    assert bool(report.quarantined) == (kind != "columns")
    counted("9. columns in another order, unclosed quote", 1, len(HOSTILE), lost(tablet, office))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_looks_like_a_formula_comes_out_as_it_went_in(tablet, office, secret, tmp_path, kind):
    merge(office, [write_transfer(tablet, tmp_path / "stick").path], practice=True)
    export_tables(office, secret, tmp_path / "out", kind)
    (table,) = (path for path in (tmp_path / "out").rglob(f"*.{kind}") if "possibly" not in path.name)
    found = [row["a"] for row in read_back(table)]
    wanted = list(HOSTILE)
    if kind == "xlsx":  # XML has no NUL, and one sign for a line break
        wanted = [words.replace("\0", "\ufffd").replace("\r\n", "\n") for words in wanted]
    assert sorted(found) == sorted(wanted)
