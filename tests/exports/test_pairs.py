"""Introductions between two yeses on one topic, among adults; who could help, only if they said so."""

import csv
import uuid
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from exports.readable.pairs import NEXT
from exports.readable.tables import export_tables
from kiosk.clock import FakeClock
from kiosk.coproduction.approving import FAST
from kiosk.pack.library import open_pack
from kiosk.pack.model import ActivityKind, Pack
from kiosk.resources import practice_pack
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import Idea, back_idea, put_idea
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.kept.tallies import Mark, raise_tallies
from kiosk.storage.kept.withdrawal import withdraw_record
from kiosk.storage.sealed.keys import SecretKey

DAY = FakeClock().now().date()


@pytest.fixture(scope="module")
def event() -> Pack:
    return open_pack(practice_pack(), None)


@pytest.fixture
def joined(office: Store, secret: SecretKey, event: Pack):
    """Somebody signs up; the record's id. `topics` are those they said yes to."""
    form = event.form_of(event.activity("join"))
    paths = {role: path for path, role in form.roles.items()}

    def sign_up(name, *topics, no=(), activity="join", **facts):
        remember_forms(office, event, DAY)
        answers = {paths["detail:name"]: name}
        answers |= {paths[f"intro:{topic}"]: "yes" for topic in topics}
        answers |= {paths[f"intro:{topic}"]: "no" for topic in no}
        record = str(uuid.uuid4())
        look = uuid.uuid4().hex * 2
        given = AnswerSet(record, look, event.event.id, activity, form.version, DAY, answers, "en", **facts)
        save(office, secret.public, [given])
        return record

    return sign_up


def table(office: Store, secret: SecretKey, to: Path, name: str) -> list[dict[str, str]]:
    export_tables(office, secret, to)
    found = list(to.rglob(f"{name}.csv"))
    if not found:
        return []
    with found[0].open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_two_yeses_on_one_topic_are_a_pair_and_nothing_else_is(office, secret, joined, tmp_path):
    one, other = joined("Amrit", "growing"), joined("Zofia", "growing", "caring")
    joined("Maria", no=("growing", "caring"))
    joined("Asif")
    rows = table(office, secret, tmp_path, "introduction_pairs")
    assert [row["topic"] for row in rows] == ["growing"]
    assert {rows[0]["ONE"], rows[0]["OTHER"]} == {one, other}
    assert {rows[0]["one_name"], rows[0]["other_name"]} == {"Amrit", "Zofia"}


def test_one_yes_alone_is_no_pair(office, secret, joined, tmp_path):
    joined("Amrit", "growing")
    assert table(office, secret, tmp_path, "introduction_pairs") == []


def test_whoever_withdraws_is_in_no_pair(office, secret, joined, tmp_path):
    joined("Amrit", "growing")
    withdraw_record(office, joined("Zofia", "growing"), DAY)
    assert table(office, secret, tmp_path, "introduction_pairs") == []


def test_only_sign_ups_are_introduced_where_everybody_said_that_they_are_an_adult(
    office, secret, event, joined, tmp_path
):
    kinds = tuple(
        replace(one, kind=ActivityKind.QUESTIONS) if one.id == "join" else one for one in event.activities
    )
    joined("Amrit", "growing")
    joined("Zofia", "growing")
    remember_forms(office, replace(event, activities=kinds), DAY)
    assert table(office, secret, tmp_path, "introduction_pairs") == []


def test_nobody_is_proposed_to_a_crowd_and_everybody_to_somebody(office, secret, joined, tmp_path):
    people = [joined(f"Person {number}", "growing") for number in range(9)]
    rows = table(office, secret, tmp_path, "introduction_pairs")
    pairs = {frozenset((row["ONE"], row["OTHER"])) for row in rows}
    assert len(pairs) == len(rows) == NEXT * len(people)
    for person in people:
        assert sum(person in pair for pair in pairs) == 2 * NEXT
    assert all(frozenset(pair) in pairs for pair in pairwise(sorted(people)))


def test_who_could_help_with_an_idea_is_told_only_where_they_said_keep_together(
    office, secret, event, joined, tmp_path
):
    put_idea(office.db, Idea("i1", event.event.id, "idea", "A bench", "en", "approved"))
    helper = joined("Amrit", notes={"idea": "i1"})
    joined("Zofia")
    rows = table(office, secret, tmp_path, "helpers")
    assert [(row["KEY"], row["idea"], row["idea_words"]) for row in rows] == [(helper, "i1", "A bench")]


def test_backings_that_came_in_a_burst_are_told_apart(office, secret, event, joined, tmp_path):
    joined("Amrit")
    put_idea(office.db, Idea("i1", event.event.id, "idea", "A bench", "en", "approved"))
    for _ in range(7):
        back_idea(office.db, office.store_id, "i1")
    raise_tallies(office.db, office.store_id, event.event.id, DAY, [Mark(FAST, "i1")] * 3)
    (row,) = table(office, secret, tmp_path, "ideas")
    assert (row["backings"], row["backings_fast"], row["activity"]) == ("7", "3", "")
