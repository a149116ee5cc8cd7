"""A team is given only who said yes to it, by the way they said yes to; and hears when that ends."""

import uuid
from datetime import date

import pytest

from exports.readable.contacts import export_contacts
from exports.readable.twice import person_of, possibly_twice
from exports.sheets.cells import read_back
from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.twice import decide
from kiosk.pack.model import Activity, ActivityKind, Consent, Event, FormSource, Pack, Text
from kiosk.paths import DataFolder
from kiosk.storage import audit
from kiosk.storage.database import open_store
from kiosk.storage.kept.disclosures import Disclosure, disclose, disclosures
from kiosk.storage.kept.records import AnswerSet, remember_forms, save, sealed_records
from kiosk.storage.kept.withdrawal import set_gone
from kiosk.storage.sealed.keys import make_key

DAY = date(2027, 6, 12)
ROLES = {
    **{f"/data/{name}": f"detail:{name}" for name in ("name", "email", "phone", "address", "postcode")},
    **{f"/data/{name}": f"consent:{name}" for name in ("park_email", "park_text", "library_post")},
}
TEAMS = {
    "park_email": ("The park team", "email"),
    "park_text": ("The park team", "text"),
    "library_post": ("The library", "post"),
}
PERSON = {
    "name": "Gurpreet Kaur",
    "email": "gk@example.org",
    "phone": "07700900123",
    "address": "1 The Green",
    "postcode": "DY4 1AA",
}


@pytest.fixture
def secret():
    return make_key()


@pytest.fixture
def office(tmp_path):
    consents = tuple(
        Consent(name, Text({"en": f"May {team} write?"}), team, "consent", way, "2028", Text(), Text())
        for name, (team, way) in TEAMS.items()
    )
    pack = Pack(
        event=Event(id="fair2027", title=Text({"en": "Fair"})),
        activities=(Activity("join", ActivityKind.SIGN_UP, Text({"en": "Join"}), Text(), "", "join"),),
        forms={"join": FormSource("join", "1.0badc0de", "Join", "<x/>", roles=ROLES)},
        consents=consents,
    )
    with open_store(DataFolder(tmp_path / "office")) as store:
        remember_forms(store, pack, DAY)
        yield store


@pytest.fixture
def signed_up(office, secret):
    def give(given=PERSON, version="1.0badc0de", **consents):
        answers = AnswerSet(
            id=str(uuid.uuid4()),
            lookup=uuid.uuid4().hex * 2,
            event_id="fair2027",
            activity="join",
            form_version=version,
            day=DAY,
            answers={f"/data/{name}": value for name, value in {**given, **consents}.items()},
            language="en",
        )
        save(office, secret.public, [answers])
        return answers.id

    return give


@pytest.fixture
def export(office, secret, tmp_path):
    def go(**options):
        return export_contacts(office, secret, tmp_path / "out", clock=FakeClock(), **options)

    return go


@pytest.fixture
def team(tmp_path):
    def rows(name):
        return read_back(tmp_path / "out" / "fair2027" / f"{name}.csv")

    return rows


def gone(office, record_id):
    (record,) = [one for one in sealed_records(office) if one.id == record_id]
    set_gone(office.db, record, 1)


def test_each_team_has_those_who_said_yes_and_what_the_way_needs(export, team, signed_up):
    key = signed_up(park_email="yes", park_text="no", library_post="yes")
    signed_up(park_email="no")
    signed_up()
    summary = export()
    assert (summary.teams, summary.contacts, summary.stops) == (2, 2, 0)
    (park,) = team("The_park_team")
    assert park == {
        **{"KEY": key, "purpose": "park_email", "channel": "email"},
        **{"name": "Gurpreet Kaur", "email": "gk@example.org", "phone": "", "address": "", "postcode": ""},
        **{"words": "May The park team write?", "version": "", "day": "2027-06-12"},
    }
    (library,) = team("The_library")
    assert (library["email"], library["phone"], library["postcode"]) == ("", "", "DY4 1AA")


def test_whom_a_team_was_given_is_logged_without_a_name(export, office, signed_up):
    key = signed_up(park_email="yes")
    export()
    ((given, day),) = disclosures(office.db)
    assert (given.record_id, given.organisation, given.channel, day) == (
        *(key, "The park team", "email"),
        "2027-06-12",
    )
    assert office.db.execute("SELECT act, count FROM audit").fetchall() == [("disclosed", 1)]
    assert audit.first_break(office.db) is None
    assert "Gurpreet" not in "".join(office.db.conn.iterdump())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_withdrawal_puts_them_on_the_stop_list_of_the_teams_that_had_them(
    export, office, signed_up, tmp_path, kind
):
    key, other = signed_up(park_email="yes", park_text="yes"), signed_up(library_post="yes")
    export(format=kind)
    gone(office, key)
    summary = export(format=kind)
    assert (summary.contacts, summary.stops) == (1, 2)
    if kind == "csv":
        park, stop, library_stop = (
            read_back(tmp_path / "out" / "fair2027" / f"{name}.csv")
            for name in ("The_park_team", "The_park_team-stop", "The_library-stop")
        )
        assert (park, library_stop) == ([], [])
        assert [(row["KEY"], row["channel"]) for row in stop] == [(key, "email"), (key, "text")]
        assert other not in str(stop)


def test_an_erased_record_is_on_it_too(export, office, signed_up, team):
    key = signed_up(park_email="yes")
    export()
    office.db.execute("DELETE FROM record WHERE id = ?", [key])
    export()
    assert [row["KEY"] for row in team("The_park_team-stop")] == [key]


def test_one_that_cannot_be_read_is_not_said_to_have_withdrawn(export, office, signed_up, team):
    broken, other_key, whole = (signed_up(park_email="yes") for _ in range(3))
    formless = signed_up(version="9.unknown", park_email="yes")
    export()
    known = Disclosure(formless, "fair2027", "The park team", "park_email", "email")
    disclose(office.db, [known], DAY)
    office.db.execute("UPDATE record SET day = '2027-06-13' WHERE id = ?", [broken])
    office.db.execute("UPDATE record SET key = ? WHERE id = ?", ["0" * 32, other_key])
    summary = export()
    assert (summary.skipped, summary.other_keys, summary.stops) == ((broken,), 1, 0)
    assert [row["KEY"] for row in team("The_park_team")] == [whole]


def test_a_yes_with_nothing_to_reach_them_by_is_counted(export, signed_up):
    signed_up(PERSON | {"email": ""}, park_email="yes", library_post="yes")
    summary = export()
    assert (summary.contacts, summary.without_detail) == (1, 1)


def test_nobody_said_yes(export, signed_up, office):
    signed_up(park_email="no")
    with pytest.raises(KioskError) as fault:
        export()
    assert fault.value.code is ErrorCode.NOTHING_TO_EXPORT
    assert office.db.execute("SELECT count(*) FROM audit").fetchone()[0] == 0


class TestPossiblyTwice:
    def pairs(self, *people):
        made = [person_of(str(place), person) for place, person in enumerate(people)]
        return [(one, other, because) for one, other, _, because in possibly_twice(made)]

    def test_the_same_phone_however_written(self):
        again = {"name": "KAUR, Gurpreet", "phone": "+44 7700 900123"}
        assert self.pairs(PERSON, again) == [("0", "1", "phone")]

    def test_a_household_is_not_one_person(self):
        assert self.pairs(PERSON, PERSON | {"name": "Harjit Singh"}) == []

    def test_a_slip_in_the_name_at_one_postcode(self):
        again = {"name": "Gurpreet Kuar", "postcode": "dy41aa"}
        assert self.pairs(PERSON, again) == [("0", "1", "postcode")]

    def test_the_same_name_elsewhere_says_little(self):
        assert self.pairs(PERSON, {"name": "Gurpreet Kaur", "postcode": "B70 1AA"}) == []

    def test_the_same_e_mail_without_a_name(self):
        assert self.pairs(PERSON, {"email": " GK@example.org "}) == [("0", "1", "email")]

    def test_a_detail_that_many_share_is_nobodys(self):
        assert self.pairs(*[PERSON] * 30) == []


def test_of_one_person_twice_a_team_gets_one_row_and_the_latest_word(
    export, office, secret, team, signed_up, tmp_path
):
    first, second = signed_up(park_email="yes", library_post="yes"), signed_up(park_email="yes")
    third = signed_up(library_post="no")
    assert export().contacts == 3
    for one in (first, third):
        decide(office, secret, one, second, same=True, clock=FakeClock())
    summary = export()
    assert (summary.contacts, summary.stops) == (1, 1)
    assert {row["KEY"] for row in team("The_park_team")} < {first, second}
    assert team("The_park_team-stop") == [], "who is the same person still says yes"
    assert [row["KEY"] for row in team("The_library-stop")] == [first], "on one day a no comes first"
    decide(office, secret, first, second, same=False, clock=FakeClock())
    assert export().contacts == 3
