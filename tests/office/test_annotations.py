"""What the office writes about a record: sealed, replaced in its place, and gone with the record."""

from datetime import date, timedelta

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import PLACES, Kind, annotate, annotations, columns_of, take_out
from kiosk.storage import audit
from kiosk.storage.kept.retention import end_keeping
from kiosk.storage.kept.withdrawal import erase_due, undo, withdraw_record
from kiosk.storage.sealed.keys import make_key

DAY = date(2027, 6, 12)
WORDS = {
    Kind.TAG: {"tag": "canal"},
    Kind.STATUS: {"status": "read"},
    Kind.TRANSCRIPT: {"question": "/data/a", "text": "I said ਝੂਲੇ"},
    Kind.TRANSLATION: {"question": "/data/a", "language": "en", "text": "swings"},
    Kind.QUOTE: {"question": "/data/a", "permission": "ask"},
    Kind.REDACTION: {"question": "/data/a", "words": "Gurpreet\nKhan"},
    Kind.TWICE: {"other": "0" * 36, "decision": "same"},
}


@pytest.mark.parametrize("kind", Kind)
def test_a_note_is_there_as_it_was_written_and_nowhere_in_the_clear(office, secret, record, clock, kind):
    key = record()
    annotate(office, secret, key, kind, WORDS[kind], clock)
    (note,) = annotations(office, secret)
    assert (note.record_id, note.kind, note.values, note.event_id) == (key, kind, WORDS[kind], "fair2027")
    kept = "".join(office.db.conn.iterdump())
    assert not [word for word in WORDS[kind].values() if len(word) > 4 and word in kept]
    assert audit.first_break(office.db) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if columns_of(kind) != PLACES[kind]])
def test_written_again_in_its_place_it_replaces(office, secret, record, clock, kind):
    key, other = record(), record()
    for of in (key, other, key):
        annotate(office, secret, of, kind, WORDS[kind], clock)
    (note,) = annotations(office, secret, record_id=key)
    assert note.revision == 2


def test_a_record_has_many_tags_and_one_of_each(office, secret, record, clock):
    key = record()
    for tag in ("canal", "swings", "canal"):
        annotate(office, secret, key, Kind.TAG, {"tag": tag}, clock)
    notes = annotations(office, secret, record_id=key, kind=Kind.TAG)
    assert sorted(note.values["tag"] for note in notes) == ["canal", "swings"]
    assert take_out(office, [notes[0].id], clock) == 1
    assert annotations(office, secret, record_id=key) == notes[1:]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.TAG, {"tag": "  "}),
        (Kind.STATUS, {"status": "lost"}),
        (Kind.QUOTE, {"question": "/data/a", "permission": "maybe"}),
        (Kind.TRANSLATION, {"question": "/data/a", "text": "swings"}),
    ],
)
def test_what_says_nothing_is_no_note(office, secret, record, clock, kind, values):
    with pytest.raises(KioskError) as told:
        annotate(office, secret, record(), kind, values, clock)
    assert told.value.code is ErrorCode.NOTE_WRONG
    assert annotations(office, secret) == ()


def test_only_about_a_record_that_is_here_and_that_the_key_opens(office, secret, record, clock):
    gone = record()
    withdraw_record(office, gone, DAY)
    for key in (gone, "0" * 36):
        with pytest.raises(KioskError) as told:
            annotate(office, secret, key, Kind.TAG, {"tag": "x"}, clock)
        assert told.value.code is ErrorCode.RECORD_NOT_HERE
    with pytest.raises(KioskError) as told:
        annotate(office, secret, record(make_key()), Kind.TAG, {"tag": "x"}, clock)
    assert told.value.code is ErrorCode.KEY_MISSING


@pytest.mark.parametrize("column", ["record_id", "kind", "revision", "sealed"])
def test_a_note_that_was_changed_is_noticed(office, secret, record, clock, column):
    annotate(office, secret, record(), Kind.TAG, {"tag": "canal"}, clock)
    other = {"record_id": record(), "kind": "status", "revision": 7, "sealed": bytes(600)}[column]
    office.db.execute(f"UPDATE annotation SET {column} = ?", [other])
    with pytest.raises(KioskError) as told:
        annotations(office, secret)
    assert told.value.code is ErrorCode.SEAL_BROKEN


def test_it_is_hidden_and_erased_with_its_record(office, secret, record, clock):
    key = record()
    annotate(office, secret, key, Kind.TAG, {"tag": "canal"}, clock)
    withdraw_record(office, key, DAY)
    assert annotations(office, secret) == ()
    undo(office, [key], DAY)
    assert len(annotations(office, secret)) == 1
    withdraw_record(office, key, DAY)
    erase_due(office, DAY + timedelta(days=7))
    assert office.db.execute("SELECT count(*) FROM annotation").fetchone()[0] == 0


def test_it_ends_with_the_keeping_of_the_event(office, secret, record, clock):
    annotate(office, secret, record(), Kind.TAG, {"tag": "canal"}, clock)
    end_keeping(office, "fair2027", clock, early=True)
    assert office.db.execute("SELECT count(*) FROM annotation").fetchone()[0] == 0
