"""What a resident said is kept sealed, whole, and once."""

import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import opened, save, sealed_records
from kiosk.storage.kept.tallies import Mark, totals

CANARY = "canary-ਪੰਜਾਬੀ-07700900123"


def test_what_was_saved_opens_with_the_office_key(store, secret, answers):
    given = answers(notes={"consents": {"news": {"words": "Write to me", "version": "1"}}}, assisted=True)
    save(store, secret.public, [given])
    (record,) = sealed_records(store)
    assert opened(secret, record) == given
    assert (record.key, record.revision, record.day) == (secret.fingerprint, 1, "2027-06-12")


def test_a_retry_gives_one_record_and_counts_once(store, secret, answers):
    visit = [answers(), answers(activity="sign-up")]
    for _ in range(3):
        save(store, secret.public, visit, [Mark("language", "pa"), Mark("visit")])
    assert len(list(sealed_records(store))) == 2
    assert totals(store.db, "fair2027") == {Mark("language", "pa"): 1, Mark("visit"): 1}


def test_the_finished_answers_supersede_the_partial_ones(store, secret, answers):
    given = answers(answers={"/data/name": "Gur"})
    whole = answers(id=given.id, lookup=given.lookup, answers={"/data/name": "Gurpreet"})
    save(store, secret.public, [given])
    save(store, secret.public, [replace(whole, revision=2)], [Mark("visit")])
    save(store, secret.public, [given])
    (record,) = sealed_records(store)
    assert opened(secret, record).answers == {"/data/name": "Gurpreet"}
    assert totals(store.db, "fair2027") == {Mark("visit"): 1}


def test_a_visit_is_kept_whole_or_not_at_all(store, secret, answers):
    with pytest.raises(sqlite3.IntegrityError):
        save(store, secret.public, [answers(), answers(id="not an id")], [Mark("visit")])
    assert list(sealed_records(store)) == []
    assert totals(store.db, "fair2027") == {}


def test_every_column_but_the_withdrawal_is_bound_to_the_seal(store, secret, answers):
    save(store, secret.public, [answers()])
    for column, value in [
        ("event_id", "other"),
        ("activity", "other"),
        ("form_version", "2"),
        ("day", "2027-06-13"),
        ("revision", 7),
        ("lookup", "b" * 64),
        ("id", str(uuid.uuid4())),
        ("key", "b" * 32),
    ]:
        with pytest.raises(KioskError), store.write() as db:
            db.execute(f"UPDATE record SET {column} = ?", [value])
            (record,) = sealed_records(store)
            opened(secret, record)
    (record,) = sealed_records(store)
    opened(secret, record)


def test_a_full_disk_is_told_and_what_was_saved_stays(store, secret, answers):
    first = answers()
    save(store, secret.public, [first])
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KioskError) as fault:
        for _ in range(50):
            save(store, secret.public, [answers(answers={"/data/story": "x" * 4000})])
    assert fault.value.code is ErrorCode.DISK_FULL
    store.db.execute("PRAGMA max_page_count = 1000000")
    assert first.id in {record.id for record in sealed_records(store)}
    save(store, secret.public, [answers()])


def test_a_database_in_use_elsewhere_is_told(store, secret, answers):
    store.db.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(store.folder.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KioskError) as fault:
            save(store, secret.public, [answers()])
    assert fault.value.code is ErrorCode.DATA_LOCKED


def test_nothing_a_resident_said_lies_in_the_clear(folder, secret, answers):
    with open_store(folder) as store:
        given = answers(
            answers={"/data/phone": CANARY}, notes={"why": CANARY}, settings={"size": CANARY}, language=CANARY
        )
        save(store, secret.public, [given], [Mark("visit")])
        audit.note(store.db, FakeClock(), Role.VOLUNTEER, Act.STALL_OPENED)
        assert_nowhere(folder.root, CANARY)
    assert_nowhere(folder.root, CANARY)


def assert_nowhere(root, words):
    files = [path for path in root.rglob("*") if path.is_file()]
    assert any(path.name == "kiosk.db" for path in files)
    for path in files:
        content = path.read_bytes()
        for part in (words, words[7:13], words[-11:]):
            assert part.encode() not in content, path
            assert part.encode("utf-16-le") not in content, path


def test_the_database_does_not_tell_in_which_order_people_came(store, secret, answers):
    made = [answers() for _ in range(30)]
    for given in made:
        save(store, secret.public, [given])
    assert [record.id for record in sealed_records(store)] == sorted(given.id for given in made)
    with pytest.raises(sqlite3.OperationalError):
        store.db.execute("SELECT rowid FROM record")


def test_tallies_add_up_by_day_and_over_stores(store, secret, answers):
    save(store, secret.public, [answers()], [Mark("visit")])
    save(store, secret.public, [answers(day=date(2027, 6, 13))], [Mark("visit"), Mark("size", "large")])
    store.db.execute("INSERT INTO tally VALUES (?, 'fair2027', '2027-06-13', 'visit', '', 5)", ["a" * 32])
    assert totals(store.db, "fair2027")[Mark("visit")] == 7
    assert totals(store.db, "fair2027", date(2027, 6, 13)) == {Mark("size", "large"): 1, Mark("visit"): 6}


class TestAudit:
    def test_the_chain_is_whole_until_somebody_changes_it(self, store):
        clock = FakeClock()
        for act in (Act.STALL_OPENED, Act.TRANSFER_WRITTEN, Act.STALL_PAUSED):
            audit.note(store.db, clock, Role.VOLUNTEER, act, count=3, subject="00ff")
        assert audit.first_break(store.db) is None
        end = audit.head(store.db)
        for spoil in (
            "UPDATE audit SET role = 'staff' WHERE n = 2",
            "DELETE FROM audit WHERE n = 2",
            "UPDATE audit SET count = 4 WHERE n = 2",
        ):
            with pytest.raises(RuntimeError), store.db.atomic():
                store.db.execute(spoil)
                assert audit.first_break(store.db) == 2
                raise RuntimeError("put it back")
        store.db.execute("DELETE FROM audit WHERE n = 3")
        assert audit.head(store.db) != end, "a cut end shows against the head noted elsewhere"

    def test_it_takes_no_words(self, store):
        with pytest.raises(ValueError, match="by id only"):
            audit.note(store.db, FakeClock(), Role.STAFF, Act.WITHDRAWN, subject="Gurpreet")
