"""A stall with its ideas wall on, and what a volunteer and the office see of it."""

from dataclasses import replace

import pytest

from kiosk.coproduction.approving import Approvals
from kiosk.storage import settings
from kiosk.storage.kept.ideas import ideas_of
from kiosk.storage.kept.tallies import totals
from kiosk.storage.kept.withdrawal import withdraw
from kiosk.storage.sealed import reference
from kiosk.visit.manner import Manner

TEXTS = {"en": "A walk with tea at the end", "ur": "چائے کے ساتھ سیر", "pa": "ਚਾਹ ਵਾਲੀ ਸੈਰ"}


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """What stretching costs is measured in tests/storage."""
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


@pytest.fixture
def event(pack):
    """The practice event with its wall on, one starter idea, and no promise over the wall."""
    activities = tuple(replace(one, on=True) for one in pack.activities)
    promises = tuple(one for one in pack.promises if one.activity != "ideas")
    return replace(pack, activities=activities, promises=promises, ideas=pack.ideas[:1])


@pytest.fixture
def open_wall(make_stall, event):
    """A stall on that event in a language, at its wall."""

    def at(language="en", *, on=event, **manner):
        stall = make_stall(on, manner=Manner(language, **manner))
        stall.model.know()
        stall.screen.settle()
        stall.press(on.activity("ideas").title.say(language))
        return stall

    return at


class Team:
    """Those behind a stall: the volunteer's desk, what is kept, what is counted, what a code takes out."""

    def __init__(self, stall):
        self._stall = stall
        self.store = stall.kiosk.keeping.store
        self.desk = Approvals(self.store, stall.clock, stall.pack.event.id)

    def ideas(self, status):
        return [one for one in ideas_of(self.store.db) if one.status == status]

    @property
    def counts(self):
        found = totals(self.store.db, self._stall.pack.event.id)
        return {f"{mark.name}/{mark.bucket}": total for mark, total in found.items()}

    def taken_out(self, code):
        """By the code alone, where the event's key is known."""
        settings.put(self.store.db, settings.OFFICE_KEYS, [self._stall.secret.fingerprint])
        return withdraw(self.store, code, self._stall.clock.now().date()).ideas


@pytest.fixture
def team():
    return Team


@pytest.fixture
def texts():
    """The same idea in three languages."""
    return TEXTS


@pytest.fixture
def write():
    """Types into the field of that label, and presses Done."""

    def typed(stall, label, text):
        words = stall.model.words()
        stall.press(words(label))
        stall.screen.write(text)
        stall.press(words("Done"))

    return typed


@pytest.fixture
def propose(write):
    """An idea or a question from its card to Thank you and a clean screen; its removal code."""

    def proposed(stall, card, label, text):
        words = stall.model.words()
        stall.press(words(card))
        write(stall, label, text)
        stall.press(words("Continue"))
        assert stall.sees(text)
        stall.press(words("Yes, save it"))
        assert stall.page == "thanks"
        code = stall.model.at.saved.reference
        stall.press(words("Finish and clear"))
        assert stall.page == "welcome"
        return code

    return proposed
