"""From tablet to office and back, by commands alone: carried, merged, exported, returned, wiped, ended."""

import csv

import pytest

from kiosk.clock import SystemClock, today
from kiosk.errors import KioskError
from kiosk.forms.definition import read_form
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms, save, sealed_records
from kiosk.storage.sealed.keyfile import keys_here, open_key
from kiosk.storage.sealed.keys import practice_key
from kiosk.team.pin import Pin

DETAILS = {"name": "Gurpreet Kaur", "email": "gk@example.org", "phone": "07700900123"}


@pytest.fixture
def tablet(tmp_path):
    """A practice tablet on which two people signed up."""
    data = DataFolder(tmp_path / "tablet")
    pack = open_pack(practice_pack(), data.made().packs)
    form = pack.form_of(pack.activity("join"))
    assert read_form(form.xml).questions
    paths = {role: path for path, role in form.roles.items()}
    with open_store(data.practice.made()) as store:
        remember_forms(store, pack)
        for number in (1, 2):
            answers = {paths[f"detail:{name}"]: value for name, value in DETAILS.items()}
            answers[paths["consent:library_email"]] = "yes"
            given = AnswerSet(
                id=f"{number}0000000-0000-4000-8000-000000000000",
                lookup=f"{number}" * 64,
                event_id=pack.event.id,
                activity="join",
                form_version=form.version,
                day=today(SystemClock()),
                answers=answers,
                language="en",
            )
            save(store, practice_key(), [given])
    return data


@pytest.fixture
def practice_word(tmp_path):
    path = tmp_path / "practice.txt"
    path.write_text("practice")
    return ("--passphrase-file", path)


def test_there_and_back(run, tablet, practice_word, tmp_path):
    office = ("--data", tmp_path / "office")
    here = ("--data", tablet.root)
    stick = tmp_path / "stick"
    assert run("transfer", "--to", stick, *here).code == 0
    assert "2 records new" in run("merge", stick, *office).out

    assert run("export", "--to", tmp_path / "tables", *practice_word, *office).code == 0
    (twice,) = (tmp_path / "tables").rglob("possibly_twice.csv")
    assert "email; phone" in twice.read_text("utf-8-sig")

    ran = run("export", "contacts", "--to", tmp_path / "teams", *practice_word, *office)
    assert "2 times yes for 1 team " in ran.out
    (team,) = (tmp_path / "teams").rglob("Tipton_Library.csv")
    with team.open(encoding="utf-8-sig", newline="") as file:
        assert [row["email"] for row in csv.DictReader(file)] == ["gk@example.org"] * 2

    assert run("wipe", "--yes", *here).code == 1
    back = tmp_path / "back"
    assert "Receipts for 2 records" in run("return", "--to", back, *practice_word, *office).out
    assert "The office holds all that is here" in run("merge", back, *here).out
    assert "nothing to carry" in run("transfer", "--to", stick, *here).err
    assert "2 records cleared" in run("wipe", "--yes", *here).out
    with open_store(tablet.practice) as store:
        assert list(sealed_records(store)) == []


def test_a_forgotten_pin_is_reset_by_the_office_and_a_wipe_asks_for_it(
    run, tablet, practice_word, tmp_path, monkeypatch
):
    here, office = ("--data", tablet.root), ("--data", tmp_path / "office")
    with open_store(tablet.practice) as store:
        Pin(store, SystemClock()).set("2580")
    run("transfer", "--to", tmp_path / "stick", *here)
    run("merge", tmp_path / "stick", *office)
    run("merge", run_return(run, tmp_path / "back", practice_word, office), *here)
    tried = iter(["2581", "2580"])
    monkeypatch.setattr("click.prompt", lambda *args, **options: next(tried))
    wiped = run("wipe", "--yes", *here)
    assert (wiped.code, "not the PIN" in wiped.err, "cleared" in wiped.out) == (0, True, True)
    run("merge", run_return(run, tmp_path / "later", practice_word, office, "--reset-pin", "all"), *here)
    with open_store(tablet.practice) as store:
        assert not Pin(store, SystemClock()).is_set


def run_return(run, to, practice_word, office, *more):
    ran = run("return", "--to", to, *more, *practice_word, *office)
    assert ran.code == 0
    assert ("chooses a new PIN" in ran.out) == bool(more)
    return to


def test_the_end_of_keeping(run, tablet, tmp_path):
    here = ("--data", tablet.root)
    run("transfer", "--to", tmp_path / "stick", *here)
    office = ("--data", tmp_path / "office")
    run("merge", tmp_path / "stick", *office)
    listed = run("retention", "--yes", *office)
    event = listed.out.partition(":")[0]
    assert "2 records, kept until" in listed.out
    assert run("retention", event, "--yes", *office).code == 1
    ended = run("retention", event, "--yes", "--early", *office)
    assert ended.code == 0
    assert "2 records and 0 ideas erased" in ended.out
    assert f"keys destroy {practice_key().fingerprint}" in ended.out
    run("transfer", "--to", tmp_path / "later", *here)
    again = run("merge", tmp_path / "later", *office)
    assert "2 records were not kept" in again.out
    assert "0 records new" in again.out


def test_somebody_without_the_reference(run, tablet, practice_word, monkeypatch):
    here = (*practice_word, "--data", tablet.root)
    found = run("find", "gurpreet", *here)
    assert (found.code, found.out.count("Gurpreet Kaur")) == (0, 2)
    record = found.out[:36]
    monkeypatch.setattr("click.prompt", lambda *args, **options: "07700900777")
    assert run("correct", record, "phone", *here).code == 0
    assert record in run("find", "900777", *here).out
    assert run("withdraw", "--record", record, "--data", tablet.root).code == 0
    assert run("find", "900777", *here).code == 1
    assert run("withdraw", "--record", record, "--undo", "--data", tablet.root).code == 0
    assert run("find", "900777", *here).code == 0
    assert run("withdraw", "--data", tablet.root).code == 2


def test_a_wrong_passphrase_returns_nothing(run, tablet, passphrase_file, tmp_path):
    ran = run(
        "return", "--to", tmp_path / "back", "--passphrase-file", passphrase_file, "--data", tablet.root
    )
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert not (tmp_path / "back").exists()


def test_staff_write_about_a_record_and_decide_about_two(run, tablet, practice_word, tmp_path):
    at = ("--data", tmp_path / "office", *practice_word)
    run("transfer", "--to", tmp_path / "stick", "--data", tablet.root)
    run("merge", tmp_path / "stick", "--data", tmp_path / "office")
    one, other = (f"{number}0000000-0000-4000-8000-000000000000" for number in (1, 2))
    assert run("note", one, "status", "passed on", *at).code == 0
    assert run("note", one, "tag", "canal", *at).code == 0
    wrong = run("note", one, "status", "lost", *at)
    assert (wrong.code, "passed on" in wrong.err) == (1, True)
    assert run("note", one, *at).out == "status: passed on\ntag: canal\n"
    assert run("note", one, "tag", "canal", "--take-out", *at).out == "1 note erased.\n"

    assert "not decided" in run("twice", *at).out
    assert run("twice", one, other, *at).code == 2
    assert run("twice", one, other, "--same", *at).code == 0
    assert "phone: same" in run("twice", *at).out
    assert "1 times yes for 1 team " in run("export", "contacts", "--to", tmp_path / "teams", *at).out
    assert "open again" in run("twice", other, one, "--undo", *at).out


def test_words_are_hidden_and_only_the_tables_asked_for_are_written(run, tablet, practice_word, tmp_path):
    at = ("--data", tablet.root, *practice_word)
    one = "10000000-0000-4000-8000-000000000000"
    question = ("--question", "/data/details/name")
    assert run("note", one, "redaction", " Kaur, Gurpreet ,", *question, *at).code == 0
    assert "redaction: /data/details/name · Kaur, Gurpreet\n" in run("note", one, *at).out
    ran = run("export", "--only", "redactions", "--only", "consents", "--to", tmp_path / "out", *at)
    assert ran.code == 0
    folder = tmp_path / "out" / "tipton-practice-2027"
    assert sorted(path.stem for path in folder.glob("*.csv")) == ["consents", "redactions"]
    with (folder / "redactions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["published"] for row in csv.DictReader(file)] == ["[…]"]
    assert run("note", one, "redaction", "--take-out", *question, *at).out == "1 note erased.\n"


def test_no_table_of_that_name_and_contact_files_by_table_are_refused(run, tablet, practice_word, tmp_path):
    at = ("--data", tablet.root, *practice_word)
    assert run("export", "--only", "nothing", "--to", tmp_path / "out", *at).code == 1
    assert run("export", "contacts", "--only", "join", "--to", tmp_path / "out", *at).code == 2


@pytest.fixture
def two_events(run, tmp_path):
    """An office with records of two events, more of the first; each key has its own passphrase."""
    data = DataFolder(tmp_path / "office")
    files = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for file, words in zip(files, ("the swings by the canal", "a bench beside the pond"), strict=True):
        file.write_text(words)
        assert run("keys", "new", "--passphrase-file", file, "--data", data.root).code == 0
    with open_store(data) as store:
        for file, path in [(file, path) for path in keys_here(data) for file in files]:
            try:
                secret = open_key(data, path.stem, file.read_text())
            except KioskError:
                continue
            for number in range(2 if file is files[0] else 1):
                given = AnswerSet(
                    id=f"{number}{path.stem[:7]}-0000-4000-8000-000000000000",
                    lookup=f"{number}" * 64,
                    event_id=file.stem,
                    activity="join",
                    form_version="1",
                    day=today(SystemClock()),
                    answers={"/data/a": "yes"},
                    language="en",
                )
                save(store, secret.public, [given])
    return data, files


def test_each_passphrase_opens_its_own_event(run, two_events, tmp_path):
    data, files = two_events
    for file in files:
        to = tmp_path / f"tables-{file.stem}"
        assert run("export", "--to", to, "--passphrase-file", file, "--data", data.root).code == 0
        assert (to / file.stem / "join.csv").exists()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("neither of the two")
    ran = run("export", "--to", tmp_path / "x", "--passphrase-file", wrong, "--data", data.root)
    assert ran.code == 1
    assert "passphrase" in ran.err


def test_a_destroyed_key_does_not_close_another_event(run, two_events, tmp_path):
    data, (first, second) = two_events
    with open_store(data) as store:
        (key, _) = store.db.execute("SELECT key, count(*) FROM record GROUP BY 1 ORDER BY 2 DESC").fetchone()
    assert run("keys", "destroy", key, "--yes", "--data", data.root).code == 0
    to = tmp_path / "tables"
    assert run("export", "--to", to, "--passphrase-file", second, "--data", data.root).code == 0
    assert (to / "second" / "join.csv").exists()
    assert run("export", "--to", to, "--passphrase-file", first, "--data", data.root).code == 1


def test_merge_while_the_window_has_the_folder_open_leads_to_its_own_page(run, tablet, tmp_path):
    stick = tmp_path / "stick"
    run("transfer", "--to", stick, "--data", tablet.root)
    office = DataFolder(tmp_path / "office")
    with open_store(office.practice.made()) as store:
        ran = run("merge", stick, "--data", office.root)
        assert list(sealed_records(store)) == []
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "Nothing was merged. Use “Bring in” in its Office" in ran.err
