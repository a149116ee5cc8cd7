"""From answers on the practice event's own forms, through tablet and office, to the tables staff read."""

import random
import uuid
from datetime import date

import pytest

from exports.readable.tables import export_tables
from exports.sheets.cells import read_back
from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.forms.kinds import Kind
from kiosk.pack.library import open_pack
from kiosk.resources import practice_pack
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.keys import public_key_for
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer

DAY = date(2027, 6, 12)


def filled_in(source, chance):
    """One made-up resident's answers, by asking whatever is asked until nothing new is."""
    form = read_form(source.xml, roles=source.roles, or_other=source.or_other)
    interview = Interview(form, language="en", clock=FakeClock(), random=chance)
    asked = set()
    while new := [question for question in interview.questions() if question.path not in asked]:
        question = new[0]
        asked.add(question.path)
        if question.choices:
            interview.answer(question.path, chance.choice(question.choices).name)
        elif question.kind is Kind.TEXT:
            interview.answer(
                question.path, chance.choice(["07700900123", "+44", "=1", "ਪੰਜਾਬੀ", "a\nb", "اردو"])
            )
    return interview.answers()


@pytest.mark.parametrize("how", ["csv", "xlsx"])
def test_the_tables_hold_exactly_what_was_answered(tablet, office, tmp_path, how):
    pack, chance = open_pack(practice_pack(), None), random.Random(1)
    key = public_key_for(pack)
    remember_forms(tablet, pack, DAY)
    given = {}
    for activity in pack.activities:
        for _ in range(5 if activity.form_id else 0):
            source = pack.form_of(activity)
            made = AnswerSet(
                id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
                lookup=f"{chance.getrandbits(256):064x}",
                event_id=pack.event.id,
                activity=activity.id,
                form_version=source.version,
                day=DAY,
                answers=filled_in(source, chance),
                language="en",
            )
            save(tablet, key, [made])
            given.setdefault(activity.id, {})[made.id] = made.answers
    assert merge(office, [write_transfer(tablet, tmp_path / "stick").path], practice=True).quarantined == ()
    secret = open_key(office.folder, key.fingerprint, "practice")
    done = export_tables(office, secret, tmp_path / "out", how)
    assert (done.skipped, done.unreadable_forms) == ((), ())
    assert done.records == sum(len(made) for made in given.values())
    for activity, made in given.items():
        if how == "xlsx" and activity != min(given):
            continue  # read_back takes the first sheet
        path = done.files[0] if how == "xlsx" else tmp_path / "out" / pack.event.id / f"{activity}.csv"
        rows = {row.pop("KEY"): row for row in read_back(path)}
        assert set(rows) == set(made)
        for key_, answers in made.items():
            said = sorted(value for value in answers.values() if value)
            assert said, "a resident who says nothing proves nothing"
            cells = [cell for name, cell in rows[key_].items() if cell and "/" not in name]
            for value in said:
                cells.remove(value)
            assert set(cells) <= {"2027-06-12", "other", "0", "1", pack_version(pack, activity)}


def pack_version(pack, activity):
    return pack.form_of(pack.activity(activity)).version
