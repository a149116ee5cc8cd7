"""An office of the practice event, with answers that are easy to count."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.keys import SecretKey, make_key

DAY = date(2027, 6, 12)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return open_pack(practice_pack(), None)


@pytest.fixture(scope="session")
def secret() -> SecretKey:
    return make_key()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, pack: Pack) -> Iterator[Store]:
    with open_store(DataFolder(tmp_path / "office")) as store:
        remember_forms(store, pack, DAY)
        yield store


@pytest.fixture
def told(office: Store, secret: SecretKey, pack: Pack) -> Callable[..., list[str]]:
    """Keep the same answers `times` times; the ids of the records."""

    def keep(activity: str, answers: dict[str, str], times: int = 1, **facts: object) -> list[str]:
        version = pack.form_of(pack.activity(activity)).version
        usual = {"lookup": uuid.uuid4().hex * 2, "event_id": pack.event.id, "language": "en", "day": DAY}
        made = [
            AnswerSet(
                **{  # type: ignore[arg-type]
                    **usual,
                    "id": str(uuid.uuid4()),
                    "activity": activity,
                    "form_version": version,
                    "answers": {f"/data/{path}": value for path, value in answers.items()},
                    **facts,
                }
            )
            for _ in range(times)
        ]
        save(office, secret.public, made)
        return [answers.id for answers in made]

    return keep
