"""Which tablets an office has heard from, what it would send them, and who may be believed."""

import pytest

from kiosk.office.packs import carrier, carriers
from kiosk.office.returns import outgoing, tablets_known
from kiosk.storage import settings
from kiosk.sync.merging.signers import signers, strike

ONE, TWO = "a" * 32, "b" * 32


@pytest.fixture
def ledger(office):
    """Packs 2 and 5 of one tablet, the last pack of another, and one that this office wrote itself."""
    rows = [
        (ONE, 2, "1" * 64, 10, ONE, "A", 0, "2027-06-12"),
        (ONE, 5, "2" * 64, 20, ONE, "A", 0, "2027-06-13"),
        (TWO, 1, "3" * 64, 30, TWO, "", 1, "2027-06-13"),
        (office.store_id, 1, "4" * 64, 40, TWO, "office", 0, "2027-06-13"),
        (TWO, 2, "", 0, TWO, "", 0, "2027-06-13"),
    ]
    office.db.conn.executemany("INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return office


def test_gaps_are_the_numbers_below_the_highest_that_never_came(ledger):
    nameless, named = carriers(ledger.db, ledger.store_id)
    assert (nameless.tablet, nameless.last_came, nameless.gaps) == ("", True, ())
    assert (named.tablet, named.last_came, named.gaps, named.rows) == ("A", False, (1, 3, 4), 30)
    assert carrier(ledger.db, ledger.store_id, ONE) == named
    assert carrier(ledger.db, ledger.store_id, "c" * 32) is None


def test_a_tablet_struck_off_says_so(ledger, clock):
    strike(ledger, ONE, clock)
    assert carrier(ledger.db, ledger.store_id, ONE).status == "struck"
    assert [one.status for one in signers(ledger.db)] == ["struck"]


def test_what_a_return_pack_would_carry_and_for_whom(ledger, record, secret):
    record()
    settings.put(ledger.db, settings.TABLETS, {"fair2027": ["A", "D"]})
    out = outgoing(ledger.db, ledger.store_id, secret.fingerprint)
    assert (out.tablets, out.awaited, out.receipts) == (("A",), ("D",), 1)
    assert outgoing(ledger.db, ledger.store_id, "f" * 32).receipts == 0, "another key opens none"
    assert set(tablets_known(ledger.db)) >= {"A", "D"}
