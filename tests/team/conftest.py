"""A tablet and an office, each with an open data folder."""

import pytest

from kiosk.clock import FakeClock
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def tablet(tmp_path):
    with open_store(DataFolder(tmp_path / "tablet")) as store:
        yield store


@pytest.fixture
def office(tmp_path):
    with open_store(DataFolder(tmp_path / "office")) as store:
        yield store
