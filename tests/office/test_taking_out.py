"""Taken out, and brought back: each with its line in the audit, and listed while it can come back."""

from datetime import date, timedelta

import pytest

from kiosk.office.taking_out import (
    bring_back_record,
    bring_back_reference,
    take_record,
    take_reference,
    taken_out,
)
from kiosk.storage.audit import Act
from kiosk.storage.kept.withdrawal import erase_due
from kiosk.storage.sealed.reference import check_sign, lookup

EXAMPLE = "7F3K9QXD"
REFERENCE = EXAMPLE + check_sign(EXAMPLE)


@pytest.fixture
def under(record, secret):
    return record(reference=lookup(REFERENCE, secret.fingerprint))


def acts(office):
    return [row[0] for row in office.db.execute("SELECT act FROM audit ORDER BY n")]


def test_a_record_goes_is_listed_and_comes_back(office, record, clock):
    one = record()
    assert take_record(office, one, clock).records == (one,)
    (gone,) = taken_out(office)
    assert (gone.record_id, gone.event_id, gone.activity) == (one, "fair2027", "park")
    assert gone.until - gone.day == timedelta(days=7)
    assert bring_back_record(office, one, clock).records == (one,)
    assert taken_out(office) == ()
    assert acts(office) == [Act.WITHDRAWN, Act.WITHDRAWAL_UNDONE]


def test_a_reference_takes_out_and_brings_back(office, under, clock):
    assert take_reference(office, REFERENCE, clock).records == (under,)
    assert bring_back_reference(office, REFERENCE, clock).records == (under,)
    assert acts(office) == [Act.WITHDRAWN, Act.WITHDRAWAL_UNDONE]


def test_nothing_is_noted_while_staff_have_to_choose(office, under, record, secret, clock):
    other = record(reference=lookup(REFERENCE, secret.fingerprint))
    assert set(take_reference(office, REFERENCE, clock).choices) == {under, other}
    assert acts(office) == []
    assert take_reference(office, REFERENCE, clock, [other]).records == (other,)
    assert [gone.record_id for gone in taken_out(office)] == [other]


def test_what_is_erased_is_not_listed(office, record, clock):
    take_record(office, record(), clock)
    erase_due(office, date(2027, 7, 1))
    assert taken_out(office) == ()


def test_nothing_brought_back_is_not_noted(office, record, clock):
    assert bring_back_record(office, record(), clock).records == ()
    assert acts(office) == []
