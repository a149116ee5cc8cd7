"""What every test of the storage room starts from."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import AnswerSet
from kiosk.storage.sealed.keys import SecretKey, make_key

MakeAnswers = Callable[..., AnswerSet]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    with open_store(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def secret() -> SecretKey:
    return make_key()


@pytest.fixture
def answers() -> MakeAnswers:
    """One resident's answers; any fact of them may be given."""

    def make(**facts: object) -> AnswerSet:
        usual = {
            "id": str(uuid.uuid4()),
            "lookup": uuid.uuid4().hex * 2,
            "event_id": "fair2027",
            "activity": "park",
            "form_version": "1.0badc0de",
            "day": date(2027, 6, 12),
            "answers": {"/data/name": "Gurpreet", "/data/swings": "yes"},
            "language": "pa",
        }
        return AnswerSet(**{**usual, **facts})  # type: ignore[arg-type]

    return make
