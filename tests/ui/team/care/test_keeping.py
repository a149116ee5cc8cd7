"""Keeping: shown, ended only when asked for twice, and what was withdrawn a week ago is erased."""

from datetime import date, timedelta

import pytest

from kiosk.office.held import held
from kiosk.storage.kept.withdrawal import withdraw_record


def count(stall):
    return held(stall.model.team.room.store.db).records


def test_what_is_kept_and_until_when(brought):
    caring, _ = brought
    caring.press("Keeping")
    assert caring.control("Event real2027").name == "Event real2027, 3 records, kept until 11 June 2028"


def test_an_event_ends_only_when_its_name_is_typed_after_what_goes_is_said(brought, finished):
    caring, _ = brought
    caring.press("Keeping", "Event real2027")
    assert caring.sees("erases all that people said at it")
    assert caring.sees("You would end it early.")
    caring.press("End its keeping")
    model = caring.model.team.made["keeping"].model
    model.write("typed", "another")
    caring.press("Erase it")
    assert caring.sees("That is not its name. Nothing was erased.")
    assert count(caring) == 3
    model.write("typed", "real2027")
    caring.press("Erase it")
    finished(caring)
    assert caring.heading == "Its keeping has ended"
    assert caring.sees("until its key is destroyed")
    assert count(caring) == 0
    caring.press("To the keys")
    assert caring.page == "team-keys"


@pytest.mark.parametrize(("days", "gone"), [(6, False), (7, True)])
def test_what_was_withdrawn_a_week_ago_is_erased_when_asked(brought, finished, days, gone):
    caring, _ = brought
    store = caring.model.team.room.store
    (record,) = store.db.execute("SELECT id FROM record LIMIT 1").fetchone()
    withdraw_record(store, record, date(2027, 6, 12) - timedelta(days=days))
    caring.press("Keeping")
    assert (caring.screen.find("Erase what was withdrawn") is not None) == gone
    if not gone:
        return
    caring.press("Erase what was withdrawn")
    assert caring.heading == "Erase 1 withdrawn record?"
    assert caring.sees("Today is 12 June 2027.")
    caring.press("Yes, erase them")
    finished(caring)
    assert caring.sees("1 withdrawn record erased.")
    sealed = store.db.execute("SELECT sealed FROM record WHERE id = ?", [record]).fetchone()
    assert sealed == (b"",)
