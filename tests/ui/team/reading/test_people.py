"""Sign-ups: found, put right, taken out and brought back; contact files with their log and stop list."""

import pytest

from exports.sheets.cells import read_back
from kiosk.storage.audit import Act
from kiosk.storage.kept.disclosures import disclosures
from kiosk.storage.kept.records import opened, sealed_records
from kiosk.storage.sealed.reference import check_sign

EXAMPLE = "7F3K9QXD"
NINE = EXAMPLE + check_sign(EXAMPLE)


@pytest.fixture
def people(sign_up):
    return {
        "Gurpreet": sign_up("Gurpreet Kaur", ["group_email"], ["library_text"], email="g@example.org"),
        "Aisha": sign_up(
            "Aisha Khan", ["group_email", "library_text"], email="a@example.org", phone="07700 900456"
        ),
    }


@pytest.fixture
def listed(people, enter):
    return enter("Sign-ups")


@pytest.fixture
def person(listed, people, reading_desk):
    """Opens somebody's page."""

    def of(name):
        listed.openRow(people[name])
        reading_desk.screen.settle()
        return listed

    return of


def acts(desk):
    return [row[0] for row in desk.model.team.room.store.db.execute("SELECT act FROM audit ORDER BY n")]


def answers_of(desk, record_id):
    room = desk.model.team.room
    records = {record.id: record for record in sealed_records(room.store)}
    return opened(room.doors.secret, records[record_id]) if record_id in records else None


def test_the_list_has_everybody(listed, reading_desk):
    assert reading_desk.page == "team-people-table"
    assert reading_desk.sees("2 sign-ups")
    assert reading_desk.sees("Gurpreet Kaur")


def test_no_sign_up_is_said(enter, reading_desk):
    enter("Sign-ups")
    assert reading_desk.sees("0 sign-ups")


@pytest.mark.parametrize("text", ["Gurprit", "G@example.ORG"])
def test_somebody_is_found_by_a_name_written_otherwise_or_an_address(listed, reading_desk, text):
    reading_desk.press("Find and more")
    listed.write("text", text)
    reading_desk.press("Find")
    assert reading_desk.sees("1 of 2")
    assert reading_desk.sees("Gurpreet Kaur")
    assert not reading_desk.sees("Aisha")


def test_somebody_is_found_by_the_end_of_a_number(listed, reading_desk):
    reading_desk.press("Find and more")
    listed.write("text", "900456")
    reading_desk.press("Find")
    assert reading_desk.sees("Aisha Khan")


def test_nobody_like_that_is_said(listed, reading_desk):
    reading_desk.press("Find and more")
    listed.write("text", "Zbigniew")
    reading_desk.press("Find")
    assert reading_desk.sees("Nobody like that is here.")
    reading_desk.press("Find and more", "Show all again")
    assert reading_desk.sees("2 sign-ups")


def test_consents_stand_by_purpose_with_team_and_channel(person, reading_desk):
    rows = {row.label: row.value for row in person("Gurpreet").now.rows}
    invite, events = (
        next(value for label, value in rows.items() if word in label) for word in ("invite", "events")
    )
    assert invite == "Yes · Tipton Park Group · E-mail"
    assert events == "No · Tipton Library · Text message"
    assert any(invite in text for text in reading_desk.everywhere())


def test_a_detail_is_put_right(person, people, reading_desk):
    model = person("Gurpreet")
    reading_desk.press("Put a detail right", "Name")
    assert model.written("value") == "Gurpreet Kaur"
    model.write("value", "Gurpreet Gill")
    reading_desk.press("Save")
    assert reading_desk.heading == "Gurpreet Gill"
    assert reading_desk.sees("It is put right, and so at the next export.")
    assert answers_of(reading_desk, people["Gurpreet"]).answers["/data/details/name"] == "Gurpreet Gill"
    assert Act.CORRECTED in acts(reading_desk)


def test_what_the_form_did_not_ask_is_told(person, reading_desk, people):
    model = person("Gurpreet")
    model._detail = "email"
    reading_desk.press("Put a detail right", "E-mail")
    model.write("value", "")
    reading_desk.press("Save")
    assert reading_desk.sees("It is taken out, and so at the next export.")
    assert "/data/details/email" not in answers_of(reading_desk, people["Gurpreet"]).answers


def test_one_is_taken_out_and_brought_back(person, people, reading_desk, finished):
    person("Aisha")
    reading_desk.press("Take it out")
    assert reading_desk.sees("For 7 days it can be brought back.")
    reading_desk.press("Take it out")
    assert reading_desk.heading == "It is taken out"
    assert answers_of(reading_desk, people["Aisha"]) is None
    reading_desk.press("Bring it back")
    assert reading_desk.sees("1 record is back.")
    assert reading_desk.sees("Aisha Khan")
    assert [act for act in acts(reading_desk) if act.startswith("withdraw")] == [
        Act.WITHDRAWN,
        Act.WITHDRAWAL_UNDONE,
    ]


def test_what_was_taken_out_lately_is_listed_and_comes_back(person, people, reading_desk):
    model = person("Aisha")
    reading_desk.press("Take it out", "Take it out", "Back to the sign-ups")
    assert not reading_desk.sees("Aisha")
    reading_desk.press("Find and more", "Bring back")
    assert reading_desk.sees("It is erased after 2027-06-19.")
    reading_desk.press("join · real2027")
    assert reading_desk.sees("Aisha Khan")
    assert answers_of(reading_desk, people["Aisha"]) is not None
    assert len(model._people) == 2


@pytest.fixture
def referred(sign_up, under_reference):
    return sign_up("Tomasz Nowak", ["group_email"], email="t@example.org", lookup=under_reference(NINE))


def test_a_reference_takes_out_and_brings_back(referred, enter, reading_desk, finished):
    model = enter("Sign-ups")
    reading_desk.press("Find and more", "Take out by reference")
    model.write("signs", f" {NINE[:3]} {NINE[3:6]} {NINE[6:]} ".lower())
    reading_desk.press("Take it out")
    finished(reading_desk)
    assert reading_desk.sees("1 record is taken out.")
    assert answers_of(reading_desk, referred) is None
    reading_desk.press("Bring it back")
    finished(reading_desk)
    assert answers_of(reading_desk, referred) is not None


def test_a_reference_that_is_not_whole_is_told(enter, reading_desk, people):
    model = enter("Sign-ups")
    reading_desk.press("Find and more", "Take out by reference")
    model.write("signs", "7F3")
    reading_desk.press("Take it out")
    assert reading_desk.sees("That is not a whole reference.")


def test_a_reference_that_is_not_here_waits(enter, reading_desk, people, finished):
    model = enter("Sign-ups")
    reading_desk.press("Find and more", "Take out by reference")
    model.write("signs", NINE)
    reading_desk.press("Take it out")
    finished(reading_desk)
    assert reading_desk.sees("It is taken out when it arrives.")


def test_where_two_fit_staff_choose(referred, sign_up, under_reference, enter, reading_desk, finished):
    other = sign_up("Maria Pop", ["group_email"], email="m@example.org", lookup=under_reference(NINE))
    model = enter("Sign-ups")
    reading_desk.press("Find and more", "Take out by reference")
    model.write("signs", NINE)
    reading_desk.press("Take it out")
    finished(reading_desk)
    assert reading_desk.heading == "Which of the two?"
    model.choose(other)
    finished(reading_desk)
    assert answers_of(reading_desk, other) is None
    assert answers_of(reading_desk, referred) is not None


# --- contact files


def write_contacts(desk, drives, finished):
    root = drives.plug("BLUE")
    desk.press("Find and more", "Contact files")
    finished(desk)
    desk.press("Write the files", "Excel workbook", "BLUE")
    finished(desk)
    return root


def test_contact_files_show_log_and_stop_list_before_and_after(
    person, people, reading_desk, with_drives, drives, finished
):
    with_drives(reading_desk)
    reading_desk.press("Find and more", "Contact files")
    finished(reading_desk)
    assert reading_desk.sees("Yes: 2 · Given so far: 0 · To leave alone: 0")
    reading_desk.press("Back", "Back")
    root = write_contacts(reading_desk, drives, finished)
    assert reading_desk.heading == "2 files are on BLUE"
    team = read_back(root / "real2027" / "Tipton_Park_Group.xlsx")
    assert sorted(row["name"] for row in team) == ["Aisha Khan", "Gurpreet Kaur"]
    assert len(disclosures(reading_desk.model.team.room.store.db)) == 3
    reading_desk.press("See what each team was given")
    finished(reading_desk)
    assert reading_desk.sees("Yes: 2 · Given so far: 2 · To leave alone: 0")
    reading_desk.press("Back")
    person("Aisha")
    reading_desk.press("Take it out", "Take it out", "Back to the sign-ups")
    reading_desk.press("Find and more", "Contact files")
    finished(reading_desk)
    assert reading_desk.sees("Yes: 1 · Given so far: 2 · To leave alone: 1")
    reading_desk.press("Tipton Park Group")
    assert reading_desk.sees("To leave alone: group_email · E-mail · 2027-06-12")


def test_a_team_that_nobody_said_yes_to_has_no_file(sign_up, enter, reading_desk, finished):
    sign_up("Gurpreet Kaur", [], ["group_email"], email="g@example.org")
    enter("Sign-ups")
    reading_desk.press("Find and more", "Contact files")
    finished(reading_desk)
    assert reading_desk.sees("Nobody has said yes to any team yet.")
    assert not reading_desk.screen.find("Write the files")
