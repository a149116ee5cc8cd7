"""Ideas, backings, questions, answers, replies and withdrawals of two tablets: exactly what was done."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exports.readable.tables import export_tables
from kiosk.clock import FakeClock
from kiosk.coproduction.approving import Answers, Approvals, Because, Kind
from kiosk.coproduction.questions import PATH, activity_id, form_of, with_questions
from kiosk.coproduction.replies import answering, keep_replies, replies
from kiosk.coproduction.wall import Wall, starter_id
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack, Reply, Text
from kiosk.resources import practice_pack
from kiosk.storage import copies, settings
from kiosk.storage.audit import Role
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import backings, ideas_of, put_idea
from kiosk.storage.kept.records import AnswerSet, remember_forms, save, sealed_records
from kiosk.storage.kept.withdrawal import IDEA_PART, withdraw
from kiosk.storage.sealed import reference
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.reference import lookup, new_reference
from kiosk.sync.merging.merge import merge
from kiosk.sync.receipts import outstanding
from kiosk.sync.returning import write_return
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)
BINS, TREES, SUNDAY = (f"{n}0000000-0000-4000-8000-000000000000" for n in (1, 2, 3))
MINE = ["91000000-0000-4000-8000-000000000000", "92000000-0000-4000-8000-000000000000"]
THEIRS = "93000000-0000-4000-8000-000000000000"


class Fair:
    """An event with two tablets and an office, and the sticks that are carried between them."""

    def __init__(self, open_at: Callable[[str], Store], secret: SecretKey, tmp_path: Path) -> None:
        pack = open_pack(practice_pack(), None)
        event = replace(pack.event, office_key=secret.public.text)
        activities = tuple(replace(one, on=True) for one in pack.activities)
        real = replace(pack, event=event, activities=activities, practice=False)
        self.pack: Pack = replace(real, ideas=pack.ideas[:1])
        self.secret = secret
        self.clock = FakeClock()
        self.k, self.m, self.office = open_at("K"), open_at("M"), open_at("office")
        settings.put(self.office.db, settings.OFFICE_KEYS, [secret.fingerprint])  # as where its key lies
        self.sticks = tmp_path / "sticks"
        self.walls = {store.store_id: Wall(store, self.pack, self.clock) for store in (self.k, self.m)}
        for store in (self.k, self.m):
            remember_forms(store, self.pack, DAY)

    def wall(self, store: Store) -> Wall:
        return self.walls[store.store_id]

    def desk(self, store: Store) -> Approvals:
        role = Role.STAFF if store is self.office else Role.VOLUNTEER
        return Approvals(store, self.clock, self.pack.event.id, role=role)

    def propose(self, store: Store, idea_id: str, kind: Kind, text: str, language: str = "en") -> str:
        code = new_reference()
        found = lookup(code, self.secret.fingerprint, IDEA_PART)
        self.wall(store).add(idea_id, kind, text, language, found)
        return code

    def answer(self, store: Store, record: str, value: str, found: str = "0" * 64) -> None:
        (question,) = self.wall(store).questions()
        asked = with_questions(self.pack, [question])
        activity = asked.activity(activity_id(question))
        remember_forms(store, replace(asked, activities=(activity,)), DAY)
        version, event = form_of(question).version, self.pack.event.id
        given = AnswerSet(record, found, event, activity.id, version, DAY, {PATH: value}, "en")
        save(store, self.secret.public, [given])

    def carry(self, *, twice: bool = False) -> None:
        """Both tablets to the office, and the office's word back to both."""
        packs = [write_transfer(store, self.sticks).path for store in (self.k, self.m)]
        fingerprints = [held.fingerprint for held in merge(self.office, packs, practice=False).held]
        merge(self.office, packs, accept=fingerprints, practice=False)
        if twice:
            merge(self.office, packs[::-1], practice=False)
        back = write_return(self.office, self.secret, self.sticks).path
        for store in (self.k, self.m, self.k):
            report = merge(store, [back], practice=False)
            assert not report.quarantined

    def shown(self, store: Store) -> dict[str, int]:
        """What a tablet's wall shows, with its taps."""
        return {one.id: one.taps for one in self.wall(store).ideas("en")}


@pytest.fixture
def fair(
    open_at: Callable[[str], Store], secret: SecretKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Fair:
    monkeypatch.setattr(reference, "SCRYPT_N", 2)
    return Fair(open_at, secret, tmp_path)


@pytest.fixture
def starter(fair: Fair) -> str:
    return starter_id(fair.pack, fair.pack.ideas[0])


def test_two_tablets_and_an_office_end_with_exactly_what_was_done(
    fair: Fair, starter: str, tmp_path: Path
) -> None:
    k, m, office = fair.k, fair.m, fair.office
    fair.propose(k, BINS, Kind.IDEA, "More bins")
    fair.propose(k, SUNDAY, Kind.QUESTION, "Open on Sundays?")
    trees_code = fair.propose(m, TREES, Kind.IDEA, "درخت", "ur")
    fair.carry(twice=True)
    assert {one.idea.id for one in fair.desk(office).waiting()} == {BINS, TREES, SUNDAY}
    assert fair.shown(k) == fair.shown(m) == {starter: 0}  # nothing is shown that nobody has read

    for idea in (BINS, TREES):
        fair.desk(office).approve(idea, reads=True)
    fair.desk(office).approve(SUNDAY, answers=Answers.AGREE)
    fair.carry()
    assert fair.shown(k) == fair.shown(m) == {starter: 0, BINS: 0, TREES: 0}
    assert [one.answers for one in fair.wall(k).questions()] == ["agree"]

    # both are used at once, and neither knows of the other
    theirs = new_reference()
    for store, idea in ((k, TREES), (k, TREES), (m, TREES), (m, TREES), (m, TREES), (m, BINS), (k, starter)):
        fair.wall(store).back(idea)
    for record in MINE:
        fair.answer(k, record, "agree")
    fair.answer(m, THEIRS, "disagree", lookup(theirs, fair.secret.fingerprint))
    fair.wall(m).report(BINS)
    assert withdraw(k, trees_code, DAY).ideas == (TREES,)  # on the other tablet than it was written on
    assert withdraw(k, theirs, DAY).waiting  # what M has comes out when it arrives
    mine = new_reference()
    words = Text({"en": "More bins."})
    keep_replies(
        office,
        fair.clock,
        fair.pack.event.id,
        [Reply("bins", "2027-07-01", "doing", words, words, words, Text(), (mine,), "2027-08-01")],
    )
    fair.carry(twice=True)

    assert backings(office.db) == backings(k.db) == backings(m.db) == {TREES: 5, BINS: 1, starter: 1}
    assert fair.shown(k) == fair.shown(m) == {starter: 1}
    assert [one.idea.id for one in fair.desk(k).waiting()] == [BINS]  # reported on M, looked at on K
    for store in (k, m, office):
        (taken,) = [idea for idea in ideas_of(store.db) if idea.id == TREES]
        assert (taken.text, taken.gone) == ("", 1)
    asked = {record.id for record in sealed_records(office)}
    assert asked == set(MINE)
    for store in (k, m):
        found = replies(fair.pack, date(2027, 8, 2), store)
        (one,) = answering(store, found, mine)
        assert (one.status, one.late_since, one.new) == ("late", "2027-08-01", True)
        assert outstanding(store.db).total == 0

    fair.desk(m).approve(BINS)
    fair.carry()
    fair.carry()
    assert fair.shown(k) == fair.shown(m) == {starter: 1, BINS: 1}
    assert_tables(fair, tmp_path / "tables")


def assert_tables(fair: Fair, to: Path) -> None:
    """What staff read of all this, in the office."""
    export_tables(fair.office, fair.secret, to)
    folder = to / fair.pack.event.id
    ideas = {row["KEY"]: row for row in _rows(folder / "ideas.csv")}
    assert TREES not in ideas
    bins = ideas[BINS]
    assert (bins["status"], bins["backings"], bins["text"]) == ("approved", "1", "More bins")
    asked = ideas[SUNDAY]
    assert (asked["kind"], asked["answers"]) == ("question", "agree")
    answers = _rows(folder / f"{asked['activity']}.csv")
    assert [row["answer"] for row in answers] == ["agree", "agree"]
    assert sorted(row["KEY"] for row in answers) == MINE


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_idea_is_taken_out_by_its_code_on_a_tablet_that_never_saw_it_words_and_all(
    fair: Fair, tmp_path: Path
) -> None:
    code = fair.propose(fair.m, TREES, Kind.IDEA, "Trees for the canal path")
    copies.daily_copy(fair.m, DAY)
    fair.carry()
    copies.daily_copy(fair.office, DAY)
    fair.desk(fair.office).approve(TREES)
    assert withdraw(fair.k, code, DAY).waiting
    fair.carry()
    for store in (fair.k, fair.m, fair.office):
        assert [idea.text for idea in ideas_of(store.db) if idea.id == TREES] == [""]
    held = [path for name in ("K", "M", "office") for path in (tmp_path / name).rglob("*") if path.is_file()]
    assert [path.name for path in held if b"Trees for the canal" in path.read_bytes()] == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_decisions_made_on_both_at_once_end_the_same_in_any_order(fair: Fair, order: tuple[int, int]) -> None:
    fair.propose(fair.k, BINS, Kind.IDEA, "More bins")
    fair.propose(fair.k, SUNDAY, Kind.QUESTION, "Open on Sundays?")
    fair.carry()
    for store in (fair.k, fair.m):  # M has them too, as they wait in the office
        for idea in ideas_of(fair.k.db):
            put_idea(store.db, idea)
    fair.desk(fair.k).approve(BINS)
    fair.desk(fair.m).hide(BINS, Because.UNKIND)
    fair.desk(fair.k).approve(SUNDAY, answers=Answers.AGREE)
    fair.desk(fair.m).approve(SUNDAY, answers=Answers.WORDS)
    packs = [write_transfer(store, fair.sticks).path for store in (fair.k, fair.m)]
    for place in order:
        held = [one.fingerprint for one in merge(fair.office, [packs[place]], practice=False).held]
        merge(fair.office, [packs[place]], accept=held, practice=False)
    back = write_return(fair.office, fair.secret, fair.sticks).path
    for store in (fair.k, fair.m):
        merge(store, [back], practice=False)
    for store in (fair.k, fair.m, fair.office):
        ideas = {idea.id: idea for idea in ideas_of(store.db)}
        assert (ideas[BINS].status, ideas[BINS].hidden_because) == ("hidden", "unkind")
        assert ideas[SUNDAY] == {idea.id: idea for idea in ideas_of(fair.office.db)}[SUNDAY]
