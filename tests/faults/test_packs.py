"""Packs as a worn stick, a curious hand or a hostile one would bring them."""

import csv
import hashlib
import io
import json
import shutil
import uuid
from datetime import date

import pytest

from exports.cells import read_back
from exports.tables import export_tables
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.database import open_store
from kiosk.storage.keys import make_key, sign
from kiosk.storage.records import AnswerSet, save, sealed_records
from kiosk.sync.layout import MANIFEST, SIGNATURE, TABLES
from kiosk.sync.merge import merge
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)
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


def rewritten(store, pack, name, content):
    """A pack whose own tablet would have written `content` into the file `name`."""
    manifest = json.loads((pack / MANIFEST).read_bytes())
    (pack / name).write_bytes(content)
    for resource in manifest["resources"]:
        if resource["path"] == name:
            resource |= {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}
    raw = json.dumps(manifest).encode()
    (pack / MANIFEST).write_bytes(raw)
    seed = bytes.fromhex(settings.get(store.db, settings.DEVICE_KEY))
    (pack / SIGNATURE).write_bytes(sign(seed, raw).hex().encode())


def ideas(*rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([TABLES["ideas.csv"], *rows])
    return out.getvalue().encode("utf-8", "surrogatepass")


def idea(text):
    return (str(uuid.uuid4()), "fair2027", "idea", text, "en", "waiting", 1, 0, "", "")


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("name", ["records.csv", "tallies.csv", MANIFEST, SIGNATURE])
def test_a_file_cut_short_brings_nothing(tablet, office, tmp_path, name, part):
    pack = write_transfer(tablet, tmp_path / "stick").path
    whole = (pack / name).read_bytes()
    (pack / name).write_bytes(whole[: int(len(whole) * part)])
    report = merge(office, [pack], practice=True)
    assert report.quarantined
    assert list(sealed_records(office)) == []
    (pack / name).write_bytes(whole)
    assert merge(office, [pack], practice=True).new == len(HOSTILE)


def test_packs_with_a_number_missing_between_them_lose_nothing(tablet, office, tmp_path):
    """Each carries all that is not receipted: the one that never arrived is not needed."""
    first, lost, last = (write_transfer(tablet, tmp_path / "stick").path for _ in range(3))
    shutil.rmtree(lost)
    report = merge(office, [last, first, last], practice=True)
    assert (report.new, len(report.packs)) == (len(HOSTILE), 2)
    assert list(sealed_records(office)) == list(sealed_records(tablet))


@pytest.mark.parametrize(
    "text", ["x" * 25_000, "a\0b", "\ud800", "x" * (25 * 2**20)], ids=["long", "NUL", "surrogate", "25 MB"]
)
def test_a_row_that_is_too_much_stays_out(tablet, office, tmp_path, text):
    pack = write_transfer(tablet, tmp_path / "stick").path
    rewritten(tablet, pack, "ideas.csv", ideas(idea("A bench"), idea(text)))
    report = merge(office, [pack], practice=True)
    assert report.new == len(HOSTILE)
    assert [put.file for put in report.quarantined] == ["ideas.csv"]
    assert office.db.execute("SELECT text FROM idea").fetchall() == [("A bench",)]


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
