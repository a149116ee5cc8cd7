"""Offices that have seen the same packs hold the same, however often and in whatever order they came."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.ideas import Idea, back_idea, ideas_of, put_idea
from kiosk.storage.kept.records import save
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.kept.withdrawal import erase_due, undo, withdraw
from kiosk.storage.sealed import reference as ref
from kiosk.storage.sealed.reference import check_sign, lookup
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)
REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")
OTHER = "DXQ9K3F7" + check_sign("DXQ9K3F7")
CARRIED = ("record", "tally", "idea", "backing", "withdrawal", "form")


def holdings(store):
    """All that a merge decides; the day on which a withdrawal became known here is the office's own."""
    erase_due(store, DAY + timedelta(days=400))
    found = {table: sorted(map(repr, store.db.execute(f"SELECT * FROM {table}"))) for table in CARRIED}
    found["withdrawal"] = sorted(
        map(repr, store.db.execute("SELECT lookup, record_id, gone FROM withdrawal"))
    )
    return found


@pytest.fixture
def packs(filled, open_at, secret, pack, answers, tmp_path, monkeypatch):
    """Six packs of three tablets: partial and finished answers, a withdrawal undone, an idea's story."""
    monkeypatch.setattr(ref, "SCRYPT_N", 2)
    stick, made = tmp_path / "stick", []
    partial = answers(lookup=lookup(REFERENCE, secret.fingerprint, "park"))
    gone = answers(lookup=lookup(OTHER, secret.fingerprint, "park"))
    save(filled, secret.public, [partial, gone], [Mark("visit")])
    made.append(write_transfer(filled, stick).path)
    save(filled, secret.public, [replace(partial, revision=2)], [Mark("visit")])
    put_idea(filled.db, Idea("i1", "fair2027", "idea", "A bench", "en", "hidden"))
    back_idea(filled.db, filled.store_id, "i1")
    withdraw(filled, OTHER, DAY)
    made.append(write_transfer(filled, stick).path)
    other = open_at("M")
    save(other, secret.public, [answers()], [Mark("visit"), Mark("visit")])
    put_idea(other.db, Idea("i1", "fair2027", "idea", "A bench, please", "en", "waiting", revision=2))
    withdraw(other, REFERENCE, DAY)
    made.append(write_transfer(other, stick).path)
    third = open_at("N")
    merge(third, made[:1], practice=True)
    done = withdraw(third, REFERENCE, DAY)
    made.append(write_transfer(third, stick, zip=True).path)
    undo(third, done.records, DAY)
    made.append(write_transfer(third, stick).path)
    save(other, secret.public, [answers()], [Mark("visit")])
    made.append(write_transfer(other, stick, zip=True).path)
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_any_number_of_times_gives_the_same(packs, data):
    order = data.draw(st.permutations(range(len(packs))))
    again = data.draw(st.lists(st.sampled_from(order), max_size=4))
    cuts = data.draw(st.sets(st.integers(1, len(packs) - 1)))
    arriving = [packs[i] for i in [*order, *again]]
    groups = [arriving[a:b] for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), None], strict=True)]
    assert arrived(groups) == arrived([packs])


def arrived(groups):
    root = Path(tempfile.mkdtemp())
    try:
        with open_store(DataFolder(root / "office")) as office:
            for group in groups:
                merge(office, group, practice=True)
            return holdings(office)
    finally:
        shutil.rmtree(root)


def test_the_packs_disagree_enough_for_the_order_to_matter(packs, tmp_path):
    """The check above could not fail if every pack said the same."""
    with open_store(DataFolder(tmp_path / "one")) as one, open_store(DataFolder(tmp_path / "two")) as two:
        merge(one, packs[:1], practice=True)
        merge(two, packs, practice=True)
        assert {idea.status for idea in ideas_of(two.db)} == {"waiting"}
        assert holdings(one) != holdings(two)
        gone = [row[0] for row in two.db.execute("SELECT gone FROM record ORDER BY gone")]
        assert gone == [0, 0, 0, 0, 0, 1, 2]
