"""A data folder with ideas in it, and those who decide on them."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction.approving import Approvals
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.ideas import Idea, put_idea

EVENT = "fair2027"

Propose = Callable[..., Idea]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(DataFolder(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def propose(store: Store) -> Propose:
    """An idea that waits, or whatever its facts say."""

    def make(text: str = "A bench by the pond", **facts: object) -> Idea:
        usual = {"id": str(uuid.uuid4()), "event_id": EVENT, "kind": "idea", "language": "en"}
        idea = Idea(**{**usual, "status": "waiting", "text": text, **facts})  # type: ignore[arg-type]
        put_idea(store.db, idea)
        return idea

    return make


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Approvals:
    """The volunteer's."""
    return Approvals(store, clock, EVENT)
