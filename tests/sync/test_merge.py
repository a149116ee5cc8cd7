"""Packs merge once and whole, in whatever order they arrive; what cannot be believed is put aside."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import settings
from kiosk.storage.kept.formshelf import kept_forms
from kiosk.storage.kept.ideas import Idea, backings, ideas_of, put_idea
from kiosk.storage.kept.records import opened, save, sealed_records
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.kept.withdrawal import withdraw
from kiosk.storage.sealed import reference as ref
from kiosk.storage.sealed.keys import fingerprint_of, signing_public
from kiosk.storage.sealed.reference import check_sign, lookup
from kiosk.sync.layout import MANIFEST
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)


def fingerprint(store):
    seed = bytes.fromhex(settings.get(store.db, settings.DEVICE_KEY))
    return fingerprint_of(signing_public(seed))


def test_what_was_said_arrives_and_opens(filled, office, carried, secret):
    report = merge(office, [carried], practice=True)
    assert (report.new, report.changed, report.withdrawn) == (3, 0, 0)
    assert report.packs == (carried.name,)
    assert list(sealed_records(office)) == list(sealed_records(filled))
    assert {opened(secret, record).language for record in sealed_records(office)} == {"pa"}
    assert totals(office.db, "fair2027") == {Mark("language", "pa"): 3}
    assert ideas_of(office.db) == ideas_of(filled.db)
    assert backings(office.db) == {"i1": 1}
    assert kept_forms(office) == kept_forms(filled)
    assert kept_forms(office)[0].consents["news"]["words"] == {"en": "Write to me"}


def test_again_looks_through_no_records(office, carried):
    """However many are kept: what is known is known by its number and its hash."""
    merge(office, [carried], practice=True)
    asked = []
    office.db.conn.set_trace_callback(asked.append)
    merge(office, [carried], practice=True)
    office.db.conn.set_trace_callback(None)
    assert asked
    assert [statement for statement in asked if " record" in statement.lower()] == []


def test_again_changes_nothing(office, carried):
    merge(office, [carried], practice=True)
    before = list(office.db.conn.iterdump())
    report = merge(office, [carried], practice=True)
    assert report.known == (carried.name,)
    assert (report.packs, report.new, report.quarantined) == ((), 0, ())
    assert list(office.db.conn.iterdump()) == before


def test_a_later_pack_of_the_same_tablet_adds_only_what_is_new(
    filled, office, carried, secret, answers, tmp_path
):
    save(filled, secret.public, [answers()], [Mark("language", "ur")])
    later = write_transfer(filled, tmp_path / "stick").path
    assert merge(office, [later], practice=True).new == 4
    assert merge(office, [carried], practice=True).new == 0
    assert totals(office.db, "fair2027")[Mark("language", "pa")] == 3


def test_a_whole_stick_and_a_zip_are_found(filled, office, carried, tmp_path):
    zipped = write_transfer(filled, tmp_path / "stick" / "mail", zip=True).path
    report = merge(office, [tmp_path / "stick"], practice=True)
    assert set(report.packs) == {carried.name, zipped.stem}


def test_a_folder_zipped_by_hand_is_read(office, carried, tmp_path):
    made = shutil.make_archive(str(tmp_path / "by-hand"), "zip", carried.parent, carried.name)
    assert merge(office, [Path(made)], practice=True).new == 3


def test_one_laptop_can_be_both(filled, carried):
    report = merge(filled, [carried], practice=False)
    assert (report.new, report.changed) == (0, 0)
    assert report.known == (carried.name,)


def test_no_pack_is_told(office, tmp_path):
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(KioskError) as fault:
            merge(office, [path / "x"], practice=True)
        assert fault.value.code is ErrorCode.TRANSFER_UNREADABLE


def test_the_finished_record_wins_over_the_partial_one(filled, office, secret, answers, tmp_path):
    partial = answers(answers={"/data/a": "Gur"})
    save(filled, secret.public, [partial])
    first = write_transfer(filled, tmp_path / "stick").path
    whole = answers(id=partial.id, lookup=partial.lookup, answers={"/data/a": "Gurpreet K"})
    save(filled, secret.public, [replace(whole, revision=2)])
    second = write_transfer(filled, tmp_path / "stick").path
    merge(office, [second], practice=True)
    merge(office, [first], practice=True)
    (found,) = [record for record in sealed_records(office) if record.id == partial.id]
    assert opened(secret, found).answers == {"/data/a": "Gurpreet K"}


class TestWithdrawal:
    REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")

    @pytest.fixture
    def given(self, filled, secret, answers, monkeypatch):
        monkeypatch.setattr(ref, "SCRYPT_N", 2)
        made = answers(lookup=lookup(self.REFERENCE, secret.fingerprint, "park"))
        save(filled, secret.public, [made])
        return made

    def shown(self, store):
        return {record.id for record in sealed_records(store)}

    def test_one_on_the_tablet_reaches_the_office(self, filled, office, given, tmp_path):
        merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
        assert given.id in self.shown(office)
        withdraw(filled, self.REFERENCE, DAY)
        merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
        assert given.id not in self.shown(office)

    def test_one_in_the_office_waits_for_its_record(self, filled, office, given, secret, answers, tmp_path):
        save(office, secret.public, [answers()])
        assert withdraw(office, self.REFERENCE, DAY).waiting
        report = merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
        assert report.withdrawn == 1
        assert given.id not in self.shown(office)


class TestSigners:
    def test_an_unknown_tablet_is_held_until_accepted(self, filled, office, carried):
        report = merge(office, [carried], practice=False)
        (held,) = report.held
        assert (held.fingerprint, held.tablet, held.struck) == (fingerprint(filled), "K", False)
        assert list(sealed_records(office)) == []
        typed = " ".join(held.fingerprint[i : i + 4] for i in range(0, 32, 4)).upper()
        assert merge(office, [carried], accept=[typed], practice=False).new == 3
        assert merge(office, [carried], practice=False).known == (carried.name,)

    def test_an_accepted_tablet_cannot_speak_for_another(self, filled, office, carried, open_at, resign):
        merge(office, [carried], accept=[fingerprint(filled)], practice=False)
        other = open_at("M")
        manifest = json.loads((carried / MANIFEST).read_bytes())
        manifest["kiosk"] |= {"store_id": other.store_id, "number": 9}
        (carried / MANIFEST).write_text(json.dumps(manifest))
        resign(filled, carried)
        assert len(merge(office, [carried], practice=False).held) == 1

    def test_a_struck_tablet_brings_nothing_new(self, filled, office, carried):
        merge(office, [carried], practice=False)
        office.db.execute("UPDATE signer SET status = 'struck'")
        report = merge(office, [carried], accept=[fingerprint(filled)], practice=False)
        assert report.held[0].struck
        assert list(sealed_records(office)) == []

    def test_what_is_no_fingerprint_is_told(self, office, carried):
        with pytest.raises(KioskError) as fault:
            merge(office, [carried], accept=["K"], practice=False)
        assert fault.value.code is ErrorCode.KEY_UNREADABLE


def test_missing_tablets_are_named(filled, office, carried):
    report = merge(office, [carried], practice=True)
    assert (report.missing, report.expected) == (("M",), 2)


def test_an_interrupted_merge_leaves_nothing(office, carried, monkeypatch):
    def stop(done, total):
        raise KeyboardInterrupt

    before = list(office.db.conn.iterdump())
    with pytest.raises(KeyboardInterrupt):
        merge(office, [carried], practice=True, progress=stop, clock=FakeClock())
    assert list(office.db.conn.iterdump()) == before


def test_the_more_careful_word_on_an_idea_wins(office):
    idea = Idea("i1", "fair2027", "idea", "A bench", "en", "hidden")
    for order in (("waiting", "approved", "hidden"), ("hidden", "approved", "waiting")):
        office.db.execute("DELETE FROM idea")
        for status in order:
            put_idea(office.db, Idea(**{**idea.__dict__, "status": status}))
        assert ideas_of(office.db)[0].status == "hidden"
    put_idea(office.db, Idea(**{**idea.__dict__, "status": "approved", "revision": 2}))
    assert ideas_of(office.db)[0].status == "approved"


def index_of(store):
    return store.db.execute("SELECT sql FROM sqlite_master WHERE name = 'record_lookup'").fetchall()


@pytest.mark.parametrize("stopped", [False, True])
def test_a_large_merge_builds_the_index_of_lookups_at_once(office, carried, monkeypatch, stopped):
    before = index_of(office)
    monkeypatch.setattr("kiosk.sync.merging.merge.FEW", 1)

    def stop(*_):
        raise KeyboardInterrupt

    if stopped:
        monkeypatch.setattr("kiosk.sync.merging.merge.apply_waiting", stop)
        with pytest.raises(KeyboardInterrupt):
            merge(office, [carried], practice=True)
    else:
        assert merge(office, [carried], practice=True).new == 3
    assert index_of(office) == before
    assert office.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
