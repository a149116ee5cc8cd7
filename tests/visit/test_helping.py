"""Helper mode: a longer wait, answers read back before they are saved, and an end with the visit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.pack.model import Pack
from kiosk.storage.kept.tallies import Mark
from kiosk.visit.helping import Helping
from kiosk.visit.idle import HELPED_IDLE, IdleWatch, Presence
from kiosk.visit.manner import Manner
from kiosk.visit.saving import answer_sets, lookups, marks
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit

Begin = Callable[..., Visit]


@pytest.fixture
def assisted(pack: Pack, visit_to: Begin) -> Begin:
    def begin(activity: str, **given: object) -> Visit:
        visit = visit_to(pack, activity, **given)
        visit.assisted = True
        return visit

    return begin


def test_the_wait_is_longer_while_somebody_helps_and_usual_again_after() -> None:
    clock = FakeClock()
    watch = IdleWatch(clock, 150)
    helping = Helping(watch)
    helping.start()
    clock.advance(HELPED_IDLE - 1)
    assert watch.presence() is Presence.HERE
    clock.advance(2)
    assert watch.presence() is Presence.WARNED
    helping.end()
    assert watch.presence() is Presence.HERE
    clock.advance(151)
    assert watch.presence() is Presence.WARNED


def test_the_answers_are_read_back_last_of_all(assisted: Begin, go: Callable[..., None]) -> None:
    visit = assisted("park")
    go(visit, "about", often="never")
    visit.pass_over_about()
    assert visit.step is Step.READ_BACK
    visit.forward()
    assert visit.step is Step.SAVING


def test_one_question_alone_is_read_back_too(assisted: Begin, go: Callable[..., None]) -> None:
    visit = assisted("today", about=False)
    visit.forward()
    visit.interview.answer(visit.path, "good")
    visit.forward()
    assert visit.step is Step.READ_BACK


def test_something_is_different_leads_back_to_where_it_can_be_changed(
    assisted: Begin, go: Callable[..., None]
) -> None:
    visit = assisted("park")
    go(visit, "read-back", age="65_over")
    visit.back()
    assert (visit.step, visit.in_about) == (Step.QUESTION, True)
    alone = assisted("park", about=False)
    go(alone, "read-back")
    alone.back()
    assert alone.step is Step.CHECK


def test_nothing_is_read_back_to_somebody_alone(pack: Pack, visit_to: Begin, go: Callable[..., None]) -> None:
    visit = visit_to(pack, "park")
    go(visit, "about")
    visit.pass_over_about()
    assert visit.step is Step.SAVING


@pytest.mark.parametrize("helped", [True, False])
def test_every_record_of_the_visit_says_whether_somebody_helped(
    assisted: Begin, go: Callable[..., None], helped: bool
) -> None:
    visit = assisted("park")
    go(visit, "read-back", often="never", age="65_over")
    visit.assisted = helped
    kept = answer_sets(visit, lookups("7F3K9QXDM", "key", "about"), Manner(), date(2027, 6, 12))
    assert [one.assisted for one in kept] == [helped, helped]
    assert (Mark("assisted", "yes") in marks(visit, Manner(), 9)) is helped


def test_where_answers_are_kept_as_they_go_a_helped_visit_goes_straight_to_what_is_asked(
    pack: Pack, visit_to: Begin
) -> None:
    """Nothing of it is kept before it is confirmed, and nothing says so."""
    keeping = replace(pack, event=replace(pack.event, keep_partial=True))
    for promises in (pack.promises, ()):
        visit = visit_to(replace(keeping, promises=promises), "park")
        assert visit.step is Step.PARTIAL
        visit.assist()
        assert visit.step is (Step.PROMISE if promises else Step.QUESTION)
        visit.forward()
        assert visit.step is Step.QUESTION
        assert visit.path
