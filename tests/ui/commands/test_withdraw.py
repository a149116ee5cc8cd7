"""`withdraw`: what a reference points to is taken out, and brought back."""

import uuid
from datetime import date

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save, sealed_records
from kiosk.storage.sealed.keys import practice_key
from kiosk.storage.sealed.reference import check_sign, lookup

REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")


def answers(look):
    return AnswerSet(
        id=str(uuid.uuid4()),
        lookup=look,
        event_id="fair2027",
        activity="park",
        form_version="1.0",
        day=date(2027, 6, 12),
        answers={"/data/a": "Gurpreet"},
        language="en",
    )


@pytest.fixture
def data(tmp_path):
    return DataFolder(tmp_path / "office")


def kept(data, *looks):
    with open_store(data) as store:
        save(store, practice_key(), [answers(look) for look in looks])


def shown(data):
    with open_store(data) as store:
        return [record.id for record in sealed_records(store)]


def test_out_and_back(run, data):
    kept(data, lookup(REFERENCE, practice_key().fingerprint), uuid.uuid4().hex * 2)
    before = shown(data)
    ran = run("withdraw", REFERENCE[:3] + " " + REFERENCE[3:].lower(), "--data", data.root)
    assert (ran.code, len(shown(data))) == (0, 1)
    assert "1 record taken out" in ran.out
    assert run("withdraw", REFERENCE, "--undo", "--data", data.root).code == 0
    assert shown(data) == before
    assert "Nothing of that is" in run("withdraw", REFERENCE, "--undo", "--data", data.root).out


def test_staff_choose_between_two(run, data):
    look = lookup(REFERENCE, practice_key().fingerprint)
    kept(data, look, look)
    one, other = shown(data)
    ran = run("withdraw", REFERENCE, "--data", data.root)
    assert (ran.code, len(shown(data))) == (1, 2)
    assert one in ran.out
    assert other in ran.out
    assert run("withdraw", REFERENCE, "--choose", other, "--data", data.root).code == 0
    assert shown(data) == [one]


def test_one_that_waits_can_be_taken_back(run, data):
    kept(data, uuid.uuid4().hex * 2)
    assert "when it arrives" in run("withdraw", REFERENCE, "--data", data.root).out
    assert "any more" in run("withdraw", REFERENCE, "--undo", "--data", data.root).out


def test_a_wrong_reference_is_one_line(run, data):
    ran = run("withdraw", "7F3K9QXDA", "--data", data.root)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_no_reference_is_noted_anywhere(run, data):
    kept(data, lookup(REFERENCE, practice_key().fingerprint))
    run("withdraw", REFERENCE, "--data", data.root)
    for path in data.root.rglob("*"):
        assert not path.is_file() or REFERENCE.encode() not in path.read_bytes()
