"""What a stall counted: exact inside, in bands where it is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.coproduction.barriers import Barrier, count_barrier
from kiosk.coproduction.counted import banded, counted, who_is_missing
from kiosk.coproduction.reach import Standing
from kiosk.pack.model import Pack, ProfileShare, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.tallies import Mark, raise_tallies

DAY = date(2027, 6, 12)
Many = Callable[[int, Mark], None]


@pytest.fixture
def event(pack: Pack) -> str:
    return pack.event.id


@pytest.fixture
def many(store: Store, event: str) -> Many:
    """So many marks of one kind."""

    def mark(count: int, one: Mark) -> None:
        raise_tallies(store.db, store.store_id, event, DAY, [one] * count)

    return mark


def test_a_barrier_is_counted_and_linked_to_nothing(store: Store, event: str) -> None:
    count_barrier(store, event, DAY, Barrier.SOUND)
    assert counted(store.db, event).barriers["sound"] == 1
    assert store.db.execute("SELECT count(*) FROM tally").fetchone()[0] == 1
    assert store.db.execute("SELECT count(*) FROM record").fetchone()[0] == 0


def test_small_counts_are_not_shown_and_larger_ones_move_in_steps(
    many: Many, store: Store, event: str
) -> None:
    many(9, Mark("barrier", "words"))
    many(23, Mark("barrier", "screen"))
    many(64, Mark("visits", "park"))
    many(12, Mark("assisted", "yes"))
    shown = banded(counted(store.db, event))
    assert (shown.visits, shown.assisted) == (60, 10)
    assert (shown.barriers["words"], shown.barriers["screen"]) == (None, 20)
    assert shown.barriers["trust"] is None


def test_so_few_alone_hides_how_many_had_help(many: Many, store: Store, event: str) -> None:
    many(30, Mark("visits", "park"))
    many(27, Mark("assisted", "yes"))
    assert banded(counted(store.db, event), 1).assisted is None


def test_a_rare_language_hides_another_with_it(many: Many, store: Store, event: str) -> None:
    for language, count in (("en", 40), ("pa", 15), ("pl", 2)):
        many(count, Mark("language", language))
    assert banded(counted(store.db, event), 1).languages == {"en": 40, "pa": None, "pl": None}


def test_another_day_and_another_event_count_elsewhere(many: Many, store: Store, event: str) -> None:
    many(12, Mark("size", "large"))
    assert counted(store.db, event, DAY).ways == {"size": {"large": 12}}
    assert counted(store.db, event, date(2027, 6, 13)).ways == {}
    assert counted(store.db, "another").ways == {}


def test_who_is_missing_reads_the_tallies_of_about_you(many: Many, store: Store, pack: Pack) -> None:
    shares = (("under_25", 0.4), ("older", 0.6))
    pack = replace(
        pack, profile=tuple(ProfileShare("age", name, Text({"en": name}), share) for name, share in shares)
    )
    many(11, Mark("profile:age", "under_25"))
    many(89, Mark("profile:age", "older"))
    [age] = who_is_missing(store.db, pack)
    assert [group.standing for group in age.groups] == [Standing.FAR_FEWER, Standing.MORE]
    assert [group.count for group in age.groups] == [10, 85]
    assert age.told == 100
