"""Today so far: counted by choice, published in fives, shown to nobody who has not answered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction.live import (
    LiveQuestion,
    answer_to,
    chart,
    live_marks,
    live_question,
    publish,
    so_far,
)
from kiosk.forms.definition import read_form
from kiosk.forms.form import Form
from kiosk.forms.interview import Interview
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.kept.tallies import Mark, raise_tallies

DAY, EVENT = date(2027, 6, 12), "fair2027"
LIVE = LiveQuestion("park", "more")
Answer = Callable[..., None]


@pytest.fixture
def form(pack: Pack) -> Form:
    source = pack.forms["park"]
    return read_form(source.xml, roles=source.roles, or_other=source.or_other)


@pytest.fixture
def said(store: Store, form: Form) -> Answer:
    """Somebody answers the question, and it is counted and published as a visit does."""

    def answer(value: str, *, day: date = DAY, times: int = 1) -> None:
        interview = Interview(form, language="en", clock=FakeClock())
        interview.answer("/data/more", value)
        found = answer_to(LIVE, "park", interview.questions())
        for _ in range(times):
            with store.write() as db:
                raise_tallies(db, store.store_id, EVENT, day, live_marks(LIVE, found) if found else [])
                publish(store, EVENT, day, LIVE)

    return answer


def shown(store: Store, day: date = DAY) -> tuple[int, dict[str, int]] | None:
    found = so_far(store.db, EVENT, day, LIVE)
    return (found.answered, dict(found.counts)) if found else None


def test_the_event_names_it_by_form_or_by_activity(pack: Pack) -> None:
    assert live_question(pack) == LIVE
    event = replace(pack.event, live_question="today/feeling")
    assert live_question(replace(pack, event=event)) == LiveQuestion("today", "feeling")
    for nothing in ("", "park", "nowhere/more", "park/"):
        assert live_question(replace(pack, event=replace(pack.event, live_question=nothing))) is None


def test_four_answers_are_shown_to_nobody(store: Store, said: Answer) -> None:
    said("seats", times=4)
    assert shown(store) is None
    said("lighting seats")
    assert shown(store) == (5, {"seats": 5, "lighting": 1})


def test_it_stands_still_until_five_more_have_answered(store: Store, said: Answer) -> None:
    said("seats", times=5)
    said("toilets", times=4)
    assert shown(store) == (5, {"seats": 5})
    said("toilets")
    assert shown(store) == (10, {"seats": 5, "toilets": 5})


def test_own_words_and_no_answer_are_not_counted(store: Store, said: Answer, form: Form) -> None:
    said("", times=5)
    assert shown(store) is None
    interview = Interview(form, language="en", clock=FakeClock())
    interview.answer("/data/more", "other")
    interview.answer("/data/more_other", "A tap")
    found = answer_to(LIVE, "park", interview.questions())
    assert found is not None
    assert live_marks(LIVE, found) == [Mark(LIVE.name, ""), Mark(LIVE.name, "other")]


def test_another_day_begins_anew(store: Store, said: Answer) -> None:
    said("seats", times=5)
    assert shown(store, date(2027, 6, 13)) is None
    said("paths", times=5, day=date(2027, 6, 13))
    assert shown(store, date(2027, 6, 13)) == (5, {"paths": 5})


def test_what_another_tablet_counted_is_not_this_ones(store: Store, said: Answer) -> None:
    raise_tallies(store.db, "b" * 32, EVENT, DAY, [Mark(LIVE.name, ""), Mark(LIVE.name, "seats")] * 3)
    said("seats", times=4)
    assert shown(store) is None
    said("seats")
    assert shown(store) == (5, {"seats": 5})


def test_the_chart_has_a_bar_for_each_choice_in_every_language(
    pack: Pack, form: Form, store: Store, said: Answer
) -> None:
    said("seats other", times=5)
    found = so_far(store.db, EVENT, DAY, LIVE)
    assert found is not None
    drawn = chart(form, LIVE, found)
    assert drawn is not None
    assert [bar.count for bar in drawn.bars] == [0, 5, 0, 0, 0, 5]
    assert [bar.other for bar in drawn.bars] == [False] * 5 + [True]
    for bar in drawn.bars[:5]:
        assert set(bar.label.words) == set(pack.event.languages)


def test_a_scale_has_a_bar_for_each_point(form: Form, store: Store) -> None:
    live = LiveQuestion("park", "safe")
    interview = Interview(form, language="en", clock=FakeClock())
    interview.answer("/data/safe", "4")
    answer = answer_to(live, "park", interview.questions())
    assert answer is not None
    for _ in range(5):
        raise_tallies(store.db, store.store_id, EVENT, DAY, live_marks(live, answer))
    publish(store, EVENT, DAY, live)
    found = so_far(store.db, EVENT, DAY, live)
    assert found is not None
    drawn = chart(form, live, found)
    assert drawn is not None
    assert [(bar.label.say("en"), bar.count) for bar in drawn.bars] == [
        ("1", 0),
        ("2", 0),
        ("3", 0),
        ("4", 5),
        ("5", 0),
    ]
