"""What the office says to its tablets: receipts, withdrawals and more; and a tablet wiped only after them."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.kept.ideas import Idea, back_idea, ideas_of, put_idea
from kiosk.storage.kept.records import opened, remember_forms, save, sealed_records
from kiosk.storage.kept.tallies import Mark, raise_tallies
from kiosk.storage.kept.withdrawal import undo_reference, withdraw
from kiosk.storage.sealed import reference as ref
from kiosk.storage.sealed.keyfile import Cost, keep_key, wrap
from kiosk.storage.sealed.keys import make_key, signing_public
from kiosk.storage.sealed.reference import check_sign, lookup
from kiosk.sync.layout import MANIFEST, SIGNATURE
from kiosk.sync.merging.merge import merge
from kiosk.sync.merging.returned import RETURNED
from kiosk.sync.merging.rows import BadRowError, layout_of
from kiosk.sync.receipts import outstanding
from kiosk.sync.returning import write_return
from kiosk.sync.transfer import write_transfer
from kiosk.sync.wiping import wipe

DAY = date(2027, 6, 12)


@pytest.fixture
def real(tablet, secret, pack, monkeypatch):
    """The tablet has opened a real event's pack: it knows whose office to listen to."""
    event = type(pack.event)(id="fair2027", title=pack.event.title, office_key=secret.public.text)
    remember_forms(tablet, type(pack)(**{**pack.__dict__, "event": event}), DAY)


@pytest.fixture
def back(filled, real, office, carried, secret, tmp_path):
    """A return pack, after the office has merged all that the tablet carried."""
    merge(office, [carried], practice=True)
    return write_return(office, secret, tmp_path / "back").path


def carried_records(store, to):
    return write_transfer(store, to).records


def test_what_is_receipted_is_not_carried_again(filled, back, secret, answers, tmp_path):
    assert carried_records(filled, tmp_path / "again") == 3
    report = merge(filled, [back], practice=False)
    assert (report.packs, report.left) == ((back.name,), 0)
    assert carried_records(filled, tmp_path / "again") == 0
    save(filled, secret.public, [answers()])
    assert carried_records(filled, tmp_path / "again") == 1
    assert outstanding(filled.db).records == 1


def test_again_changes_nothing(filled, back):
    merge(filled, [back], practice=False)
    before = list(filled.db.conn.iterdump())
    assert merge(filled, [back], practice=False).known == (back.name,)
    assert list(filled.db.conn.iterdump()) == before


def test_later_and_earlier_word_in_any_order_end_the_same(filled, back, office, secret, answers, tmp_path):
    save(filled, secret.public, [answers()])
    merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
    later = write_return(office, secret, tmp_path / "back").path
    merge(filled, [later], practice=False)
    merge(filled, [back], practice=False)
    assert outstanding(filled.db).total == 0


def test_what_does_not_open_has_no_receipt(filled, office, carried, secret, answers, tmp_path):
    merge(office, [carried], practice=True)
    first, second, _ = sealed_records(office)
    office.db.execute("UPDATE record SET sealed = ? WHERE id = ?", [first.sealed[:-1] + b"!", first.id])
    office.db.execute("UPDATE record SET key = ? WHERE id = ?", ["0" * 32, second.id])
    summary = write_return(office, secret, tmp_path / "back")
    assert (summary.receipts, summary.broken, summary.other_keys) == (1, (first.id,), 1)


def test_a_later_revision_in_the_office_is_a_receipt_too(filled, real, office, carried, secret, tmp_path):
    """Staff put an answer right: the tablet's own, older one need not be carried for ever."""
    merge(office, [carried], practice=True)
    (first, *_) = sealed_records(office)
    save(office, secret.public, [replace(opened(secret, first), revision=2)])
    report = merge(filled, [write_return(office, secret, tmp_path / "back").path], practice=False)
    assert report.left == 0
    assert carried_records(filled, tmp_path / "again") == 0


def test_another_office_is_not_listened_to(filled, real, office, carried, tmp_path, answers):
    other = make_key()
    merge(office, [carried], practice=True)
    for row in list(sealed_records(office)):
        office.db.execute("DELETE FROM record WHERE id = ?", [row.id])
    save(office, other.public, [answers()])
    forged = write_return(office, other, tmp_path / "back").path
    report = merge(filled, [forged], practice=False)
    assert "another office" in report.quarantined[0].reason
    assert outstanding(filled.db).records == 3


def test_a_tablet_cannot_speak_as_the_office(filled, back, resign):
    manifest = json.loads((back / MANIFEST).read_bytes())
    seed = bytes.fromhex(settings.get(filled.db, settings.DEVICE_KEY))
    manifest["kiosk"]["signer"] = signing_public(seed).hex()
    (back / MANIFEST).write_text(json.dumps(manifest))
    resign(filled, back)
    report = merge(filled, [back], practice=False)
    assert "not signed by the office" in report.quarantined[0].reason
    assert report.left is None


def test_a_changed_byte_is_noticed(filled, back):
    for path in sorted(back.iterdir()):
        whole = path.read_bytes()
        for at in {0, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            report = merge(filled, [back], practice=False)
            assert report.quarantined, f"{path.name} at {at}"
            assert not report.packs
        path.write_bytes(whole)
    assert (back / SIGNATURE).exists()
    assert merge(filled, [back], practice=False).left == 0


def test_a_return_pack_brings_no_records(filled, back, office, carried, secret):
    """Whoever holds the office key may not plant answers on a tablet either."""
    manifest = json.loads((back / MANIFEST).read_bytes())
    records = json.loads((carried / MANIFEST).read_bytes())["resources"]
    manifest["resources"] += [one for one in records if one["path"] == "records.csv"]
    shutil.copy(carried / "records.csv", back)
    content = json.dumps(manifest).encode()
    (back / MANIFEST).write_bytes(content)
    (back / SIGNATURE).write_bytes(secret.sign(content).hex().encode())
    report = merge(filled, [back], practice=False)
    assert [(put.file, put.reason) for put in report.quarantined] == [
        ("records.csv", "this version does not know the file")
    ]


def test_a_word_on_what_is_not_here_whole_costs_no_other(
    filled, real, open_at, office, secret, answers, tmp_path, monkeypatch
):
    """Taken out on one tablet, so that the office never had its content, and brought back on another."""
    monkeypatch.setattr(ref, "SCRYPT_N", 2)
    reference, other = TestWhatIsSaid.REFERENCE, open_at("M")
    settings.put(other.db, settings.OFFICE_KEYS, [secret.fingerprint])
    given = answers(lookup=lookup(reference, secret.fingerprint))
    save(filled, secret.public, [given])
    withdraw(filled, reference, DAY)
    merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
    merge(other, [write_return(office, secret, tmp_path / "back").path], practice=True)
    assert undo_reference(other, reference, DAY).waiting
    merge(office, [write_transfer(other, tmp_path / "stick").path], practice=True)
    assert given.id not in {record.id for record in sealed_records(office)}
    merge(filled, [write_return(office, secret, tmp_path / "back").path], practice=False)
    merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
    assert given.id in {record.id for record in sealed_records(office)}


class TestWhatIsSaid:
    REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")

    def test_a_withdrawal_in_the_office_reaches_the_tablet(
        self, filled, real, office, secret, answers, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(ref, "SCRYPT_N", 2)
        given = answers(lookup=lookup(self.REFERENCE, secret.fingerprint))
        save(filled, secret.public, [given])
        merge(office, [write_transfer(filled, tmp_path / "stick").path], practice=True)
        withdraw(office, self.REFERENCE, DAY)
        report = merge(filled, [write_return(office, secret, tmp_path / "back").path], practice=False)
        assert report.withdrawn == 1
        assert given.id not in {record.id for record in sealed_records(filled)}
        assert report.left == 0, "the office need not hear again of what it said itself"

    def test_approved_ideas_replies_and_settings_arrive(self, filled, back, office, secret, tmp_path):
        put_idea(office.db, Idea("i1", "fair2027", "idea", "A bench", "en", "hidden", revision=2))
        put_idea(office.db, Idea("q1", "fair2027", "question", "More bins?", "en", "approved"))
        put_idea(office.db, Idea("w1", "fair2027", "idea", "Not looked at", "en", "waiting"))
        words = json.dumps({"en": "You said"})
        reply = ["fair2027", "r1", "2027-07-01", "done", words, words, words, words, "[]", 1, "2027-12-09"]
        reply += ["park"]
        office.db.execute("INSERT INTO reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", reply)
        settings.put_for_tablets(office.db, "greeting", "old")
        settings.put_for_tablets(office.db, "greeting", ["new"])
        merge(filled, [write_return(office, secret, tmp_path / "back").path], practice=False)
        assert {idea.id: idea.status for idea in ideas_of(filled.db)} == {"i1": "hidden", "q1": "approved"}
        assert list(filled.db.execute("SELECT * FROM reply")) == [tuple(reply)]
        assert settings.by_office(filled.db, "greeting") == ["new"]

    def test_an_office_with_nothing_to_say_is_told(self, office, secret, tmp_path):
        with pytest.raises(KioskError) as fault:
            write_return(office, secret, tmp_path / "back")
        assert fault.value.code is ErrorCode.NOTHING_TO_RETURN
        assert not (tmp_path / "back").exists()


class TestWipe:
    def test_not_without_a_receipt_for_every_record(self, filled, back, secret, answers):
        merge(filled, [back], practice=False)
        save(filled, secret.public, [answers()])
        with pytest.raises(KioskError) as fault:
            wipe(filled, FakeClock())
        assert (fault.value.code, fault.value.facts["count"]) == (ErrorCode.WIPE_UNRECEIPTED, 1)
        assert len(list(sealed_records(filled))) == 4

    @pytest.mark.parametrize("later", ["tally", "backing", "idea"])
    def test_not_while_a_count_or_an_idea_is_newer(self, filled, back, later):
        merge(filled, [back], practice=False)
        if later == "tally":
            raise_tallies(filled.db, filled.store_id, "fair2027", DAY, [Mark("hard", "words")])
        elif later == "backing":
            back_idea(filled.db, filled.store_id, "i1")
        else:
            put_idea(filled.db, Idea("i2", "fair2027", "idea", "A swing", "en", "waiting"))
        with pytest.raises(KioskError):
            wipe(filled, FakeClock())

    def test_not_while_a_withdrawal_is_the_only_one_of_its_kind(
        self, filled, back, office, secret, tmp_path, monkeypatch
    ):
        """A resident took out, here, what was said on another tablet: only the office can do that."""
        monkeypatch.setattr(ref, "SCRYPT_N", 2)
        merge(filled, [back], practice=False)
        assert withdraw(filled, TestWhatIsSaid.REFERENCE, DAY).waiting
        with pytest.raises(KioskError) as fault:
            wipe(filled, FakeClock())
        assert fault.value.code is ErrorCode.WIPE_UNRECEIPTED
        merge(office, [write_transfer(filled, tmp_path / "again").path], practice=True)
        report = merge(filled, [write_return(office, secret, tmp_path / "later").path], practice=False)
        assert report.left == 0
        assert wipe(filled, FakeClock()) == 3

    def test_one_that_fails_leaves_the_tablet_who_it_was(self, filled, back, monkeypatch):
        merge(filled, [back], practice=False)
        before = filled.store_id
        monkeypatch.setattr(audit, "note", lambda *_args, **_facts: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            wipe(filled, FakeClock())
        assert filled.store_id == before == settings.get(filled.db, settings.STORE_ID)

    def test_nothing_of_it_is_left(self, filled, back, secret, office, tmp_path, answers):
        sealed = [record.sealed for record in sealed_records(filled)]
        merge(filled, [back], practice=False)
        filled.folder.copies.mkdir(exist_ok=True)
        (filled.folder.copies / "2027-06-12.db").write_bytes(filled.folder.database.read_bytes() + sealed[0])
        before = filled.store_id
        assert wipe(filled, FakeClock()) == 3
        for path in filled.folder.root.rglob("*"):
            held = path.read_bytes() if path.is_file() else b""
            assert not any(content in held for content in [*sealed, b"by the pond", b"fair2027"]), path
        assert filled.store_id != before
        assert audit.first_break(filled.db) is None

        save(filled, secret.public, [answers()], [Mark("language", "pa")])
        report = merge(office, [write_transfer(filled, tmp_path / "next").path], practice=True)
        assert report.new == 1
        assert office.db.execute("SELECT sum(total) FROM tally WHERE name = 'language'").fetchone()[0] == 4

    def test_an_office_is_not_wiped(self, office, secret):
        keep_key(office.folder, wrap(secret, "the swings by the canal", Cost(64, 1, 1)))
        with pytest.raises(KioskError) as fault:
            wipe(office, FakeClock())
        assert fault.value.code is ErrorCode.WIPE_OFFICE

    def test_its_own_word_is_no_receipt(self, filled, real, secret, tmp_path):
        """One laptop that is both has one copy, not two."""
        own = write_return(filled, secret, tmp_path / "back").path
        assert merge(filled, [own], practice=False).known == (own.name,)
        assert outstanding(filled.db).records == 3


def test_frictionless_finds_it_valid(back):
    from frictionless import Package  # noqa: PLC0415 - heavy

    report = Package(str(back / MANIFEST)).validate()
    assert report.valid, report.flatten(["type", "note"])
    with (back / "receipts.csv").open("a") as file:
        file.write("spoilt\r\n")
    assert not Package(str(back / MANIFEST)).validate().valid


def test_replies_of_an_office_of_before_answer_no_promise():
    kind = RETURNED["replies.csv"]
    header = [column for column in kind.columns if column != "activity"]
    arranged = layout_of(kind, header)
    words = json.dumps({"en": "You said"})
    cells, _ = arranged(["fair2027", "r1", "2027-07-01", "done", *[words] * 4, "[]", "1", ""])
    assert kind.values(cells, "{}", "2027-07-01")[-1] == ""
    with pytest.raises(BadRowError):
        layout_of(kind, header[1:])
