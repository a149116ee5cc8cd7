"""Somebody who lost the reference is found by who they are, and put right or taken out."""

from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Activity, ActivityKind, Event, FormSource, Pack, Text
from kiosk.storage import audit
from kiosk.storage.kept.records import opened, remember_forms, save, sealed_records
from kiosk.storage.kept.signups import correct, find_sign_ups
from kiosk.storage.kept.withdrawal import erase_due, undo_record, withdraw_record
from kiosk.storage.sealed.keys import make_key

DAY = date(2027, 6, 12)
ROLES = {f"/data/{name}": f"detail:{name}" for name in ("name", "email", "phone")}


@pytest.fixture
def people(store, secret, answers):
    """Two who signed up, and somebody who only answered questions."""
    form = FormSource("join", "1.0badc0de", "Join", "<x/>", roles=ROLES)
    activity = Activity("join", ActivityKind.SIGN_UP, Text({"en": "Join"}), Text(), "", "join")
    event = Event(id="fair2027", title=Text({"en": "Fair"}))
    remember_forms(store, Pack(event=event, activities=(activity,), forms={"join": form}), DAY)
    made = []
    for name, email, phone in (
        ("Gurpreet Kaur", "gk@example.org", "07700 900123"),
        ("Zofia Nowak", "zofia@example.org", "+44 7700 900456"),
    ):
        given = {"/data/name": name, "/data/email": email, "/data/phone": phone, "/data/bring": "time"}
        made.append(
            answers(activity="join", answers=given, notes={"consents": {"news": {"words": "May we?"}}})
        )
    save(store, secret.public, [*made, answers(answers={"/data/a": "Gurpreet Kaur told me"})])
    return [given.id for given in made]


@pytest.mark.parametrize("text", ["gurpreet", "Kaur Gurpret", "0123", "+447700900123", "GK@example"])
def test_by_name_phone_or_e_mail(store, secret, people, text):
    assert [one.record_id for one in find_sign_ups(store, secret, text)] == people[:1]


@pytest.mark.parametrize("text", ["Harjit", "900789", "nobody@example.org", ""])
def test_nobody_else(store, secret, people, text):
    assert find_sign_ups(store, secret, text) == ()


def test_another_key_finds_nobody(store, people):
    assert find_sign_ups(store, make_key(), "gurpreet") == ()


def test_a_correction_is_a_new_revision_that_says_so(store, secret, people):
    correct(store, secret, people[0], {"phone": "07700900999"}, FakeClock())
    correct(store, secret, people[0], {"email": ""}, FakeClock())
    (record,) = [one for one in sealed_records(store) if one.id == people[0]]
    answers = opened(secret, record)
    assert record.revision == 3
    assert answers.answers == {
        **{"/data/name": "Gurpreet Kaur", "/data/phone": "07700900999"},
        "/data/bring": "time",
    }
    assert answers.notes["corrected"] == ["/data/email", "/data/phone"]
    assert answers.notes["consents"]["news"] == {"words": "May we?"}
    assert [row[0] for row in store.db.execute("SELECT act FROM audit")] == ["corrected"] * 2
    assert audit.first_break(store.db) is None
    assert len(list(sealed_records(store))) == 3


@pytest.mark.parametrize(
    ("record", "detail", "code"),
    [("x", "phone", ErrorCode.RECORD_NOT_HERE), (None, "address", ErrorCode.DETAIL_NOT_ASKED)],
)
def test_what_cannot_be_corrected_is_told(store, secret, people, record, detail, code):
    before = list(store.db.conn.iterdump())
    with pytest.raises(KioskError) as fault:
        correct(store, secret, record or people[0], {detail: "x"}, FakeClock())
    assert fault.value.code is code
    assert list(store.db.conn.iterdump()) == before


def test_one_record_is_withdrawn_by_its_id_and_brought_back(store, secret, people):
    withdraw_record(store, people[0], DAY)
    assert people[0] not in {record.id for record in sealed_records(store)}
    with pytest.raises(KioskError):
        correct(store, secret, people[0], {"phone": "1"}, FakeClock())
    assert undo_record(store, people[0], DAY).records == (people[0],)
    withdraw_record(store, people[0], DAY)
    assert erase_due(store, date(2027, 6, 19)) == 1
    assert undo_record(store, people[0], DAY).erased == 1
