"""Deciding on what residents proposed: shown, hidden with why, reported, and read by somebody."""

from dataclasses import replace

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction.approving import Answers, Approvals, Because
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import back_idea, idea_of, put_idea
from tests.coproduction.conftest import EVENT, Propose


def acts(store: Store) -> list[tuple[str, str, str]]:
    rows = store.db.execute("SELECT role, act, subject FROM audit ORDER BY n")
    return [tuple(row) for row in rows]


def test_nothing_is_shown_until_a_volunteer_approves_it(
    store: Store, desk: Approvals, propose: Propose
) -> None:
    idea = propose()
    assert [one.idea.id for one in desk.waiting()] == [idea.id]
    assert desk.approved() == ()
    desk.approve(idea.id)
    assert desk.waiting() == ()
    assert [one.idea.text for one in desk.approved()] == ["A bench by the pond"]
    assert acts(store) == [("volunteer", "idea-approved", idea.id)]
    assert audit.first_break(store.db) is None


def test_hiding_keeps_why(store: Store, desk: Approvals, propose: Propose) -> None:
    idea = propose("Mrs Kaur at number 7 is loud")
    desk.hide(idea.id, Because.NAMES)
    assert [one.idea.hidden_because for one in desk.hidden()] == ["names"]
    assert desk.waiting() == desk.approved() == ()
    assert acts(store) == [("volunteer", "idea-hidden", idea.id)]


def test_what_was_hidden_can_be_shown_after_all_and_that_word_is_the_later_one(
    store: Store, desk: Approvals, propose: Propose
) -> None:
    idea = propose()
    hidden = desk.hide(idea.id, Because.TWICE)
    shown = desk.approve(idea.id)
    assert shown.hidden_because == ""
    put_idea(store.db, hidden)  # another tablet's older word comes back
    assert [one.idea.id for one in desk.approved()] == [idea.id]


def test_what_a_resident_reported_comes_first_and_can_come_back(
    store: Store, desk: Approvals, propose: Propose
) -> None:
    new = propose("A walk on Sundays")
    shown = replace(propose("A wall to paint"), status="approved")
    put_idea(store.db, replace(shown, status="hidden", hidden_because=Because.REPORTED.value))
    first, second = desk.waiting()
    assert first.reported
    assert first.idea.id == shown.id
    assert second.idea.id == new.id
    desk.approve(shown.id)
    assert [one.idea.id for one in desk.approved()] == [shown.id]


def test_a_language_that_nobody_here_reads_waits_for_a_reader(
    store: Store, desk: Approvals, propose: Propose
) -> None:
    idea = propose("تالاب کے پاس بینچ", language="ur")
    assert desk.waiting()[0].unread
    with pytest.raises(KioskError) as refusal:
        desk.approve(idea.id)
    assert refusal.value.code is ErrorCode.IDEA_UNREAD
    assert refusal.value.facts == {"language": "ur"}
    assert desk.approved() == ()
    desk.approve(idea.id, reads=True)
    assert not desk.approved()[0].unread
    another = propose("ایک اور", language="ur")
    desk.approve(another.id)  # it is remembered who reads here
    desk.forget_reader("ur")
    with pytest.raises(KioskError):
        desk.approve(propose("اور", language="ur").id)


def test_a_question_is_approved_with_the_way_to_answer_it(
    store: Store, desk: Approvals, propose: Propose
) -> None:
    question = propose("Should the library open on Sundays?", kind="question")
    with pytest.raises(ValueError, match="how it is answered"):
        desk.approve(question.id)
    desk.approve(question.id, answers=Answers.YES_NO)
    assert desk.approved()[0].idea.answers == "yes-no"


def test_the_most_backed_comes_first_by_taps(store: Store, desk: Approvals, propose: Propose) -> None:
    few, many = propose("Few", status="approved"), propose("Many", status="approved")
    for idea, taps in ((few, 1), (many, 3)):
        for _ in range(taps):
            back_idea(store.db, store.store_id, idea.id)
    assert [(one.idea.id, one.taps, one.burst) for one in desk.approved()] == [
        (many.id, 3, False),
        (few.id, 1, False),
    ]


def test_only_this_event_s_ideas_are_decided_on(
    store: Store, clock: FakeClock, desk: Approvals, propose: Propose
) -> None:
    other = propose(event_id="another")
    assert desk.waiting() == ()
    for wrong in (other.id, "nowhere"):
        with pytest.raises(KioskError) as refusal:
            desk.hide(wrong, Because.UNKIND)
        assert refusal.value.code is ErrorCode.IDEA_NOT_HERE
    assert Approvals(store, clock, "another").waiting()


def test_what_was_taken_out_is_nobody_s_to_decide(store: Store, desk: Approvals, propose: Propose) -> None:
    idea = propose()
    put_idea(store.db, replace(idea, gone=1, text="", status="hidden", hidden_because="withdrawn"))
    assert idea_of(store.db, idea.id) is None
    assert desk.waiting() == desk.hidden() == ()
    with pytest.raises(KioskError):
        desk.approve(idea.id)
    assert EVENT not in str(acts(store))
