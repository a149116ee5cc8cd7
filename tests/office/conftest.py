"""An office with a few sealed records."""

import uuid
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save
from kiosk.storage.sealed.keys import make_key


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(scope="session")
def secret():
    return make_key()


@pytest.fixture
def office(tmp_path):
    with open_store(DataFolder(tmp_path / "office")) as store:
        yield store


@pytest.fixture
def record(office, secret):
    """Keeps another record, whose id it gives."""

    def make(to=secret, reference="") -> str:
        given = AnswerSet(
            id=str(uuid.uuid4()),
            lookup=reference or uuid.uuid4().hex * 2,
            event_id="fair2027",
            activity="park",
            form_version="1.0badc0de",
            day=date(2027, 6, 12),
            answers={"/data/a": "swings"},
            language="en",
        )
        save(office, to.public, [given])
        return given.id

    return make
