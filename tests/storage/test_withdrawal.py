"""What a reference points to is hidden at once, comes back within a week, and is then gone for good."""

import json
from datetime import date, timedelta

import pytest

from kiosk.errors import KioskError
from kiosk.storage import copies, settings
from kiosk.storage.database import open_store
from kiosk.storage.kept.ideas import Idea, back_idea, backings, ideas_of, put_idea
from kiosk.storage.kept.records import save, sealed_records
from kiosk.storage.kept.withdrawal import (
    IDEA_PART,
    apply_waiting,
    erase_due,
    hidden_here,
    undo,
    undo_reference,
    withdraw,
    withdraw_record,
)
from kiosk.storage.sealed import reference as ref
from kiosk.storage.sealed.keyfile import Cost, keep_key, wrap
from kiosk.storage.sealed.reference import check_sign, lookup

REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")
DAY = date(2027, 6, 12)
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def cheap_lookups(monkeypatch):
    monkeypatch.setattr(ref, "SCRYPT_N", 2)


@pytest.fixture
def visit(store, secret, answers):
    """One visit, two activities, under one reference; and somebody else's answers."""
    made = [
        answers(activity=activity, lookup=lookup(REFERENCE, secret.fingerprint, activity))
        for activity in ("park", "sign-up")
    ]
    save(store, secret.public, made)
    save(store, secret.public, [answers()])
    return made


def shown(store):
    return {record.id for record in sealed_records(store)}


def test_it_is_hidden_at_once_and_nothing_else_is(store, visit):
    done = withdraw(store, "7f3 k9q xd" + REFERENCE[-1], DAY)
    assert set(done.records) == {given.id for given in visit}
    assert not shown(store) & set(done.records)
    assert len(shown(store)) == 1
    assert not done.waiting


def test_it_comes_back_within_a_week(store, visit):
    before = shown(store)
    done = withdraw(store, REFERENCE, DAY)
    assert erase_due(store, DAY + WEEK - timedelta(days=1)) == 0
    assert set(undo(store, done.records, DAY)) == set(done.records)
    assert shown(store) == before
    assert erase_due(store, DAY + WEEK * 2) == 0


@pytest.mark.parametrize("words", ["swings", "swings and a tap by the canal " * 400], ids=["short", "long"])
def test_after_a_week_no_file_of_the_data_folder_holds_it(folder, secret, answers, words):
    with open_store(folder) as store:
        look = lookup(REFERENCE, secret.fingerprint, "park")
        given = answers(lookup=look, answers={"/data/a": words})
        save(store, secret.public, [given, answers()])
        sealed = next(record.sealed for record in sealed_records(store) if record.id == given.id)
        copies.daily_copy(store, DAY)
        (folder.set_aside / "1").mkdir(parents=True)
        (folder.set_aside / "1" / "kiosk.db").write_bytes((folder.copies / f"{DAY}.db").read_bytes())
        assert holders(folder, sealed) >= 2, "the test must be able to see it"
        done = withdraw(store, REFERENCE, DAY)
        assert erase_due(store, DAY + WEEK) == 1
        assert holders(folder, sealed) == 0
        assert undo(store, done.records, DAY + WEEK) == ()
        assert len(shown(store)) == 1


def holders(folder, content):
    """Files with any piece of it: SQLite spreads a long value over pages."""
    pieces = [content[at : at + 24] for at in range(0, len(content) - 24, 24)]
    files = [path.read_bytes() for path in folder.root.rglob("*") if path.is_file()]
    return sum(any(piece in held for piece in pieces) for held in files)


def test_what_is_not_here_yet_waits(store, secret, answers):
    assert withdraw(store, REFERENCE, DAY).waiting


def test_what_waits_is_taken_out_again_after_it_was_brought_back(store, secret, answers):
    settings.put(store.db, settings.OFFICE_KEYS, [secret.fingerprint])
    withdraw(store, REFERENCE, DAY)
    undo_reference(store, REFERENCE, DAY)
    assert withdraw(store, REFERENCE, DAY).waiting
    given = answers(lookup=lookup(REFERENCE, secret.fingerprint))
    save(store, secret.public, [given])
    apply_waiting(store.db, DAY)
    assert shown(store) == set()


def test_a_second_withdrawal_has_its_own_week(store, visit):
    """Taken out by the reference and brought back; later staff take it out by its id."""
    withdraw(store, REFERENCE, DAY)
    undo_reference(store, REFERENCE, DAY)
    later = DAY + WEEK * 3
    withdraw_record(store, visit[0].id, later)
    assert erase_due(store, later) == 0
    assert undo(store, [visit[0].id], later) == (visit[0].id,)


def test_bringing_back_what_is_erased_here_does_not_stop_everything_else(store, visit, secret, answers):
    """Somebody brought it back elsewhere, after its content was gone here: it stays away until that comes."""
    withdraw(store, REFERENCE, DAY)
    erase_due(store, DAY + WEEK)
    store.db.execute("UPDATE withdrawal SET gone = 2")
    assert apply_waiting(store.db, DAY + WEEK) == 0
    assert shown(store).isdisjoint(given.id for given in visit)


@pytest.mark.parametrize("known", ["lookup", "id"])
def test_what_a_merge_put_aside_is_erased_too(folder, secret, answers, known):
    """A row with its columns in another order, or of a record that never came in whole."""
    with open_store(folder) as store:
        given = answers(lookup=lookup(REFERENCE, secret.fingerprint))
        save(store, secret.public, [answers()])
        if known == "id":
            save(store, secret.public, [given])
        words = given.lookup if known == "lookup" else given.id
        put_aside(store, "records.csv", json.dumps(["1", words, "c2VhbGVkIHdvcmRz" * 40]))
        put_aside(store, "records.csv", json.dumps(["1", "of somebody else"]))
        copies.daily_copy(store, DAY)
        withdraw_record(store, given.id, DAY) if known == "id" else withdraw(store, REFERENCE, DAY)
        assert hidden_here(store.db) == (2 if known == "id" else 1)
        erase_due(store, DAY + WEEK - timedelta(days=1))
        assert held_aside(store) == 2
        erase_due(store, DAY + WEEK)
        assert held_aside(store) == 1
        assert holders(folder, b"c2VhbGVkIHdvcmRz" * 40) == 0
        assert hidden_here(store.db) == 0


def test_an_ideas_words_go_from_what_a_merge_put_aside(folder, secret):
    with open_store(folder) as store:
        code = lookup(REFERENCE, secret.fingerprint, IDEA_PART)
        keep_key(store.folder, wrap(secret, "the swings by the canal", Cost(64, 1, 1)))
        put_aside(
            store, "ideas.csv", json.dumps(["i1", "fair2027", "A bench for Mrs Kaur by the pond", code])
        )
        withdraw(store, REFERENCE, DAY)
        assert held_aside(store) == 0
        assert holders(folder, b"A bench for Mrs Kaur by the pond") == 0


def put_aside(store, file, body):
    store.db.execute(
        "INSERT INTO quarantine VALUES (?, 's', 1, ?, 2, 'why', '', ?, '2027-06-12')",
        [str(hash(body)), file, body.encode()],
    )


def held_aside(store):
    return store.db.execute("SELECT count(*) FROM quarantine").fetchone()[0]


def test_staff_choose_when_two_share_a_lookup(store, visit, secret, answers):
    save(store, secret.public, [answers(lookup=visit[0].lookup)])
    before = shown(store)
    asked = withdraw(store, REFERENCE, DAY)
    assert visit[0].id in asked.choices
    assert len(asked.choices) == 2
    assert shown(store) == before
    done = withdraw(store, REFERENCE, DAY, chosen=[visit[0].id])
    assert set(done.records) == {given.id for given in visit}
    assert before - shown(store) == set(done.records)


def test_an_idea_goes_with_its_words(store, secret):
    code = lookup(REFERENCE, secret.fingerprint, IDEA_PART)
    save_one = Idea("i1", "fair2027", "idea", "A bench by the pond", "en", "approved", lookup=code)
    put_idea(store.db, save_one)
    put_idea(store.db, Idea("i2", "fair2027", "idea", "More bins", "en", "approved"))
    store.folder.keys.mkdir()
    keep_key(store.folder, wrap(secret, "the swings by the canal", Cost(64, 1, 1)))
    assert withdraw(store, REFERENCE, DAY).ideas == ("i1",)
    assert [(idea.id, idea.status, idea.text) for idea in ideas_of(store.db, event_id="fair2027")] == [
        ("i1", "hidden", ""),
        ("i2", "approved", "More bins"),
    ]


def test_backings_count_taps(store):
    for _ in range(3):
        back_idea(store.db, store.store_id, "i1")
    assert backings(store.db) == {"i1": 3}


def test_a_wrong_reference_changes_nothing(store, visit):
    before = shown(store)
    with pytest.raises(KioskError):
        withdraw(store, "7F3 K9Q XD?", DAY)
    assert shown(store) == before


class TestCopies:
    def test_a_daily_copy_is_whole_and_seven_are_kept(self, store, visit, tmp_path):
        for day in range(9):
            copy = copies.daily_copy(store, DAY + timedelta(days=day))
        kept = sorted(path.name for path in store.folder.copies.iterdir())
        assert kept[0] == "2027-06-14.db"
        assert len(kept) == 7
        restored = type(store.folder)(tmp_path / "restored")
        restored.made()
        restored.database.write_bytes(copy.read_bytes())
        with open_store(restored) as again:
            assert shown(again) == shown(store)
