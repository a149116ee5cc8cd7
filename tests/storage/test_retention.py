"""An event's keeping ends when the office says so: then nothing that people said there is left here."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Activity, ActivityKind, Event, FormSource, Pack, Text
from kiosk.storage import audit, copies
from kiosk.storage.kept.disclosures import Disclosure, disclose
from kiosk.storage.kept.ideas import Idea, ideas_of, put_idea
from kiosk.storage.kept.records import remember_forms, save, sealed_records
from kiosk.storage.kept.retention import USUAL_DAYS, drop_ended, end_keeping, kept_events
from kiosk.storage.kept.tallies import Mark, raise_tallies, totals

DAY = date(2027, 6, 12)
OVER = FakeClock(datetime(2027, 9, 20, 12, tzinfo=UTC))


@pytest.fixture
def kept(store, secret, answers):
    """Two events; the first asks for 100 days."""
    event = Event(id="fair2027", title=Text({"en": "Fair"}), retention_days=100)
    activity = Activity("park", ActivityKind.QUESTIONS, Text({"en": "The park"}), Text(), "", "park")
    forms = {"park": FormSource("park", "1.0badc0de", "The park", "<x/>")}
    remember_forms(store, Pack(event=event, activities=(activity,), forms=forms), DAY)
    given = answers()
    save(store, secret.public, [given, answers()], [Mark("visits")])
    save(store, secret.public, [answers(event_id="other2027")])
    put_idea(store.db, Idea("i1", "fair2027", "idea", "A bench", "en", "approved"))
    put_idea(store.db, Idea("i2", "fair2027", "idea", "My neighbour", "en", "waiting"))
    disclose(store.db, [Disclosure(given.id, "fair2027", "The park team", "news", "email")], DAY)
    return given


def test_until_when_comes_from_the_pack(store, kept):
    fair, other = kept_events(store)
    assert (fair.event_id, fair.records, fair.until) == ("fair2027", 2, DAY + timedelta(days=100))
    assert (other.event_id, other.until) == ("other2027", DAY + timedelta(days=365))


def test_an_event_of_ideas_alone_ends_too(store):
    put_idea(store.db, Idea("i1", "wall2027", "idea", "My neighbour", "en", "waiting"))
    assert kept_events(store)[0].until == date.max
    raise_tallies(store.db, store.store_id, "wall2027", DAY, [Mark("proposed", "idea")])
    assert kept_events(store)[0].until == DAY + timedelta(days=USUAL_DAYS)
    assert end_keeping(store, "wall2027", OVER, early=True).ideas == 1
    assert ideas_of(store.db) == ()


def pieces(contents):
    """Short ones, as bytes and as quarantine keeps them: SQLite may keep a long content in parts."""
    for content in contents:
        for at in range(0, len(content), 32):
            yield content[at : at + 16]
            yield content[at : at + 16].hex().encode()


def holders(store, contents):
    """The files of the data folder that hold a piece of any of `contents`."""
    files = [path for path in store.folder.root.rglob("*") if path.is_file()]
    return [path for path in files if any(piece in path.read_bytes() for piece in pieces(contents))]


def test_nothing_of_it_is_left_in_any_file(store, kept):
    sealed = [record.sealed for record in sealed_records(store, "fair2027")]
    copies.daily_copy(store, DAY)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    store.folder.set_aside.mkdir()
    (store.folder.set_aside / "kiosk.db").write_bytes(store.folder.database.read_bytes())
    for place, (content, record) in enumerate(zip(sealed, [kept.id, ""], strict=True)):
        body = b'["x", "' + kept.id.encode() + b'", "fair2027", "' + content.hex().encode() + b'"]'
        row = [f"{place}" * 64, "0" * 32, 1, "records.csv", 2, "why", record, body, "2027-06-12"]
        store.db.execute("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert len(holders(store, sealed)) >= 3, "the test must be able to see it"
    ended = end_keeping(store, "fair2027", OVER)
    assert (ended.records, ended.ideas, ended.teams) == (2, 1, ("The park team",))
    assert holders(store, sealed) == []
    assert holders(store, [b"My neighbour"]) == []


def test_the_rest_stays(store, kept):
    end_keeping(store, "fair2027", OVER)
    assert [record.event_id for record in sealed_records(store)] == ["other2027"]
    assert [idea.id for idea in ideas_of(store.db)] == ["i1"]
    assert totals(store.db, "fair2027") == {Mark("visits"): 1}
    assert store.db.execute("SELECT act, count, subject FROM audit").fetchall() == [("keeping-ended", 2, "")]
    assert audit.first_break(store.db) is None


def test_what_comes_later_is_not_kept(store, kept, secret, answers):
    end_keeping(store, "fair2027", OVER)
    save(store, secret.public, [answers()])
    assert drop_ended(store.db) == 1
    assert len(list(sealed_records(store))) == 1


def test_not_before_its_time_unless_staff_say_so(store, kept):
    early = FakeClock(datetime(2027, 9, 19, 12, tzinfo=UTC))
    with pytest.raises(KioskError) as fault:
        end_keeping(store, "fair2027", early)
    assert fault.value.code is ErrorCode.EVENT_NOT_DUE
    assert fault.value.facts["until"] == "2027-09-20"
    assert len(list(sealed_records(store))) == 3
    assert end_keeping(store, "fair2027", early, early=True).records == 2


def test_an_event_that_is_not_here_is_told(store, kept):
    with pytest.raises(KioskError) as fault:
        end_keeping(store, "fete2027", OVER)
    assert fault.value.code is ErrorCode.EVENT_NOT_HERE
