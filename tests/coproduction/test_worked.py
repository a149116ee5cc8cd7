"""How we worked: rungs, replies and their days, what could not be done, and small numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.coproduction.worked import Answered, how_we_worked
from kiosk.pack.model import Pack, Reply, Rung, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.tallies import Mark, raise_tallies

DAY = date(2027, 7, 15)
PROMISED = "2027-07-01"


@pytest.fixture
def answered(store: Store, pack: Pack) -> Callable[..., Answered]:
    """The facts about replies: (status, date, by_when) each, on a day."""

    def facts(*given: tuple[str, str, str], day: date = DAY) -> Answered:
        words = [Text({"en": name}) for name in ("theme", "said", "did", "because")]
        made = tuple(
            Reply(f"r{place}", day_, status, *words, by_when=by_when)
            for place, (status, day_, by_when) in enumerate(given)
        )
        return how_we_worked(store, replace(pack, replies=made, promises=()), day).answered

    return facts


@pytest.mark.parametrize(
    ("status", "on", "by_when", "found"),
    [
        ("done", "2027-06-30", PROMISED, "kept"),
        ("cannot", "2027-07-01", PROMISED, "kept"),
        ("done", "2027-07-02", PROMISED, "broken"),
        ("doing", "2027-06-30", PROMISED, "broken"),
        ("late", "2027-07-02", PROMISED, "broken"),
        ("deciding", "2027-06-30", "2027-09-30", "open"),
        ("done", "2027-06-30", "", ""),
    ],
)
def test_a_reply_is_kept_broken_or_open_by_its_day(
    answered: Callable[..., Answered], status: str, on: str, by_when: str, found: str
) -> None:
    facts = answered((status, on, by_when))
    counts = {"kept": facts.kept, "broken": facts.broken, "open": facts.open}
    assert counts == {name: int(name == found) for name in counts}
    assert facts.given == 1


def test_a_promise_whose_day_has_passed_unanswered_is_counted(store: Store, pack: Pack) -> None:
    after = how_we_worked(store, replace(pack, replies=()), date(2027, 12, 1))
    assert (after.answered.given, after.answered.unanswered) == (0, len(pack.promises))
    before = how_we_worked(store, replace(pack, replies=()), date(2027, 6, 12))
    assert before.answered.unanswered == 0


def test_each_open_activity_says_its_rung_and_how_many_answered(store: Store, pack: Pack) -> None:
    raise_tallies(store.db, store.store_id, pack.event.id, DAY, [Mark("visits", "park")] * 12)
    raise_tallies(store.db, store.store_id, pack.event.id, DAY, [Mark("visits", "today")] * 3)
    rungs = {used.activity.say("en"): used for used in how_we_worked(store, pack, DAY).rungs}
    assert rungs["Help design the park"].rung is Rung.COPRODUCE
    assert rungs["Help design the park"].residents_decide
    assert rungs["Help design the park"].answers == 12
    assert rungs["How was today?"].answers is None, "fewer than ten"


def test_questions_of_residents_count_with_the_wall(store: Store, pack: Pack) -> None:
    asked = [Mark("visits", "asked-0123456789ab")] * 11
    raise_tallies(store.db, store.store_id, pack.event.id, DAY, asked)
    rungs = {used.activity.say("en"): used.answers for used in how_we_worked(store, pack, DAY).rungs}
    assert rungs["Ideas wall"] == 11


def test_what_could_not_be_done_is_there_with_why(store: Store, pack: Pack) -> None:
    [pool] = how_we_worked(store, pack, DAY).not_done
    assert "swimming pool" in pool.said.say("en")
    assert pool.because


def test_the_wall_is_counted_by_what_became_of_it(
    store: Store, pack: Pack, propose: Callable[..., object]
) -> None:
    event = {"event_id": pack.event.id}
    for status, count in (("approved", 2), ("waiting", 3), ("hidden", 1)):
        for _ in range(count):
            propose(status=status, lookup="a" * 64, **event)
    propose(kind="question", status="approved", lookup="", **event)
    propose(status="approved", lookup="a" * 64, gone=1, **event)
    wall = how_we_worked(store, pack, DAY).wall
    assert (wall.ideas_shown, wall.questions_asked, wall.hidden, wall.waiting) == (2, 1, 1, 3)
    assert wall.proposed is None, "six is too few to say"
