"""Answers kept before the end: only where the event chose so, said first, superseded, and cleared."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import UNFINISHED, drop, opened, save, sealed_records
from kiosk.storage.kept.tallies import totals
from kiosk.storage.sealed.keys import make_key
from kiosk.visit.manner import Manner
from kiosk.visit.partial import keeps_partial
from kiosk.visit.saving import Lookups, answer_sets, answers_so_far, marks
from kiosk.visit.step import Step

DAY = date(2027, 6, 12)
FOUND = Lookups("a" * 64, "b" * 64)


@pytest.fixture
def keeping(pack):
    return replace(pack, event=replace(pack.event, keep_partial=True))


@pytest.fixture
def secret():
    return make_key()


@pytest.fixture
def store(tmp_path):
    with open_store(DataFolder(tmp_path / "data")) as opened_store:
        yield opened_store


def test_it_is_said_before_anything_is_asked(pack, keeping, visit_to):
    assert not keeps_partial(visit_to(pack, "park"))
    assert visit_to(keeping, "park").step is Step.PARTIAL


@pytest.mark.parametrize("role", ["detail:phone", "consent:news"])
def test_never_where_somebody_says_who_they_are(keeping, visit_to, role):
    visit = visit_to(keeping, "park")
    assert keeps_partial(visit)
    visit.source = replace(visit.source, roles={"/data/often": role})
    assert not keeps_partial(visit)


@pytest.mark.parametrize("activity", ["join"])
def test_never_for_a_sign_up(keeping, visit_to, activity):
    assert not keeps_partial(visit_to(keeping, activity))


def test_the_finished_one_supersedes_it_whichever_comes_last(keeping, visit_to, go, store, secret):
    visit = visit_to(keeping, "park")
    go(visit, "minutes", often="never")
    early = answers_so_far(visit, FOUND, Manner("en"), DAY)
    save(store, secret.public, [early])
    (kept,) = sealed_records(store)
    assert opened(secret, kept).notes == {UNFINISHED: True}
    assert totals(store.db, "fair2027") == {}, "only a visit that ends is counted"
    go(visit, "saving", minutes="7", age="65_over")
    sets = answer_sets(visit, FOUND, Manner("en"), DAY)
    assert [one.revision for one in sets] == [2, 1], "one revision must not link the two"
    for _ in range(2):
        save(store, secret.public, sets, marks(visit, Manner("en"), 11))
        save(store, secret.public, [early])
    main = next(opened(secret, one) for one in sealed_records(store) if one.id == visit.record_id)
    assert main.answers["/data/minutes"] == "7"
    assert UNFINISHED not in main.notes


def test_start_again_leaves_nothing_of_it(keeping, visit_to, go, store, secret):
    visit = visit_to(keeping, "park")
    go(visit, "minutes", often="never")
    save(store, secret.public, [answers_so_far(visit, FOUND, Manner("en"), DAY)])
    (kept,) = sealed_records(store)
    assert drop(store, [visit.record_id]) == 1
    for path in store.folder.root.rglob("*"):
        assert path.is_dir() or kept.sealed not in path.read_bytes()
