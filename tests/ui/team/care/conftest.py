"""Staff in the office, and tablets that bring packs to it."""

import uuid
from contextlib import ExitStack
from datetime import date

import pytest

from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save
from kiosk.storage.kept.tallies import Mark
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)


class Tablet:
    """A tablet of the event: it keeps records and writes packs."""

    def __init__(self, store, name, secret):
        self.store, self.secret = store, secret
        settings.put(store.db, settings.TABLET_NAME, name)

    def keep(self, count=1, **facts):
        for _ in range(count):
            usual = {
                "id": str(uuid.uuid4()), "lookup": uuid.uuid4().hex * 2, "event_id": "real2027",
                "activity": "park", "form_version": "1.0badc0de", "day": DAY,
                "answers": {"/data/a": "swings"}, "language": "en",
            }  # fmt: skip
            save(self.store, self.secret.public, [AnswerSet(**{**usual, **facts})], [Mark("hour", "11")])
        return self

    def carry(self, to, *, last=False, zipped=False):
        return write_transfer(self.store, to, last=last, zip=zipped).path


@pytest.fixture
def tablet(office_desk, tmp_path):
    """Makes a tablet of that name; its answers are sealed to the office's key."""
    with ExitStack() as stack:

        def make(name):
            store = stack.enter_context(open_store(DataFolder(tmp_path / f"tablet-{name}")))
            return Tablet(store, name, office_desk.secret)

        yield make


@pytest.fixture
def caring(office_desk, with_drives):
    """The office with its stall closed, and the sticks of the test."""
    with_drives(office_desk)
    office_desk.press("Bring in", "Close the stall")
    return office_desk


@pytest.fixture
def brought(caring, tablet, drives, finished):
    """The office once a pack of three records of tablet A was brought and its tablet accepted."""
    found = tablet("A")
    found.keep(3).carry(drives.plug("BLUE"))
    caring.wait(1)
    caring.press("BLUE")
    finished(caring)
    caring.press("Tablet A", "Yes, it is ours")
    finished(caring)
    return caring, found
