"""The ideas wall by itself: what is shown to whom, backing, bursts, reporting, starters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction.approving import Answers, Approvals, Because, Kind
from kiosk.coproduction.wall import BURST_SECONDS, BURST_TAPS, LONGEST, Wall, starter_id, tidied
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack, StarterIdea, Text
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.ideas import ideas_of
from kiosk.storage.kept.tallies import Mark, totals

IDS = [f"{number}0000000-0000-4000-8000-000000000000" for number in range(1, 10)]


@pytest.fixture(scope="module")
def event() -> Pack:
    """The practice event with its wall on, and two starters."""
    pack = open_pack(practice_pack(), None)
    bench = StarterIdea("bench", Text({"en": "A bench in the sun", "pa": "ਧੁੱਪ ਵਿੱਚ ਬੈਂਚ"}), "shown")
    later = StarterIdea("later", Text({"en": "To be looked at"}), "waiting")
    activities = tuple(replace(one, on=True) for one in pack.activities)
    return replace(pack, activities=activities, ideas=(bench, later))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(DataFolder(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def wall(store: Store, event: Pack, clock: FakeClock) -> Wall:
    return Wall(store, event, clock)


def shown(wall: Wall, language: str = "en") -> list[str]:
    return [one.text.say(one.spoken_in(language)) for one in wall.ideas(language)]


def counted(store: Store, event: Pack) -> dict[str, int]:
    return {f"{mark.name}/{mark.bucket}": total for mark, total in totals(store.db, event.event.id).items()}


def test_starters_of_the_pack_are_there_from_the_start_each_in_the_readers_language(wall: Wall) -> None:
    assert shown(wall) == ["A bench in the sun"]
    assert shown(wall, "pa") == ["ਧੁੱਪ ਵਿੱਚ ਬੈਂਚ"]
    assert wall.ideas("pl")[0].spoken_in("pl") == "en"


def test_what_a_volunteer_decided_about_a_starter_outlasts_the_next_opening(
    store: Store, event: Pack, clock: FakeClock, wall: Wall
) -> None:
    desk = Approvals(store, clock, event.event.id)
    desk.hide(starter_id(event, event.ideas[0]), Because.TWICE)
    desk.approve(starter_id(event, event.ideas[1]))
    assert shown(Wall(store, event, clock)) == ["To be looked at"]


def test_an_event_whose_wall_is_off_puts_nothing_on_it(store: Store, event: Pack, clock: FakeClock) -> None:
    off = tuple(replace(one, on=one.kind != "ideas") for one in event.activities)
    assert Wall(store, replace(event, activities=off), clock).ideas("en") == ()
    assert ideas_of(store.db) == ()


def test_an_idea_waits_and_a_second_try_to_save_it_changes_nothing(
    store: Store, event: Pack, wall: Wall
) -> None:
    for _ in range(2):
        wall.add(IDS[0], Kind.IDEA, "  More   bins \n\n please", "en", "a" * 64, [Mark("language", "en")])
    assert shown(wall) == ["A bench in the sun"]
    (kept,) = ideas_of(store.db, lookup="a" * 64)
    assert (kept.text, kept.status, kept.event_id) == ("More bins\nplease", "waiting", event.event.id)
    assert counted(store, event) == {"proposed/idea": 1, "language/en": 1}


def test_nothing_longer_than_a_page_holds_is_kept() -> None:
    assert len(tidied("bins " * 1000)) <= LONGEST
    assert tidied(" \n \t ") == ""


def test_own_language_first_and_no_idea_first_for_everybody(wall: Wall, store: Store, event: Pack) -> None:
    desk = Approvals(store, FakeClock(), event.event.id)
    for number, (text, language) in enumerate((("Ławka", "pl"), ("Bins", "en"), ("Trees", "en"))):
        wall.add(IDS[number], Kind.IDEA, text, language, f"{number}" * 64)
        desk.approve(IDS[number], reads=True)
    assert wall.ideas("pl", "x")[0].text.say("pl") == "Ławka"
    firsts = {wall.ideas("en", f"visit {number}")[0].text.say("en") for number in range(40)}
    assert firsts == {"Bins", "Trees", "A bench in the sun"}


def test_backings_are_taps_and_a_burst_is_told_apart(
    store: Store, event: Pack, clock: FakeClock, wall: Wall
) -> None:
    idea = wall.ideas("en")[0].id
    for _ in range(BURST_TAPS + 2):
        wall.back(idea)
        clock.advance(1)
    (one,) = Approvals(store, clock, event.event.id).approved()
    assert (one.taps, one.fast, one.burst) == (BURST_TAPS + 2, 3, True)


def test_people_who_come_one_after_another_are_no_burst(
    store: Store, event: Pack, clock: FakeClock, wall: Wall
) -> None:
    for _ in range(20):
        wall.back(wall.ideas("en")[0].id)
        clock.advance(BURST_SECONDS / (BURST_TAPS - 2))
    (one,) = Approvals(store, clock, event.event.id).approved()
    assert (one.taps, one.fast) == (20, 0)


def test_what_is_reported_is_hidden_at_once_and_counted(store: Store, event: Pack, wall: Wall) -> None:
    idea = wall.ideas("en")[0].id
    wall.report(idea)
    wall.report(idea)  # from a page that was still open
    assert wall.ideas("en") == ()
    desk = Approvals(store, FakeClock(), event.event.id)
    assert [one.reported for one in desk.waiting()] == [True, False]
    assert counted(store, event) == {"reported/idea": 1}
    desk.approve(idea)
    assert shown(wall) == ["A bench in the sun"]


def test_who_reads_here_is_the_events_own_language_and_whoever_said_so(
    store: Store, event: Pack, wall: Wall
) -> None:
    assert wall.reads("en")
    assert not wall.reads("ur")
    wall.add(IDS[0], Kind.IDEA, "بینچ", "ur", "b" * 64)
    Approvals(store, FakeClock(), event.event.id).approve(IDS[0], reads=True)
    assert wall.reads("ur")


def test_the_next_question_can_be_switched_off(store: Store, event: Pack, clock: FakeClock) -> None:
    wall = Wall(store, event, clock)
    wall.add(IDS[0], Kind.QUESTION, "Open on Sunday?", "en", "c" * 64)
    Approvals(store, clock, event.event.id).approve(IDS[0], answers=Answers.YES_NO)
    assert [idea.text for idea in wall.questions()] == ["Open on Sunday?"]
    off = replace(event, event=replace(event.event, resident_questions=False))
    assert Wall(store, off, clock).questions() == ()
