"""Print: what the command makes is made from the desk too, onto a stick or into a folder."""

import shutil
import subprocess

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.audit import Act
from kiosk.storage.sealed.reference import check_sign, grouped
from ui.commands.printing import WHAT

REFERENCES = [signs + check_sign(signs) for signs in ("7F3K9QXD", "AB12CD34")]


@pytest.fixture
def printing(desk, with_drives, drives):
    """The desk's page for print, with a stick in."""
    desk.root = drives.plug("PRINT")
    with_drives(desk).press("Print")
    return desk


def read(path):
    """The words of a PDF, and the size of its first page in points."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's tools are not installed")
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    facts = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    return text, facts.split("Page size:")[1].split("pts")[0].split()


def test_all_that_the_command_prints_is_offered_here(office_desk, finished):
    model = office_desk.model.team.made["print"].model
    names = {choice.id.partition(":")[0] for choice in model.things()}
    assert set(WHAT) <= names
    assert "cards" in names, "slips to write on by hand"


def test_a_poster_is_written_to_a_stick_and_never_over_another(printing, finished):
    printing.press("Poster", "Continue", "English", "PRINT")
    finished(printing)
    assert printing.sees("poster-en.pdf is on PRINT. It is safe to take out.")
    assert (printing.root / "poster-en.pdf").read_bytes().startswith(b"%PDF")
    printing.press("Poster", "Continue", "English", "PRINT")
    finished(printing)
    assert sorted(path.name for path in printing.root.iterdir()) == ["poster-en-2.pdf", "poster-en.pdf"]


def test_a_large_poster_says_the_time(printing, finished):
    printing.press("Poster")
    printing.model.team.leaf.model.write("time", "10 am to 3 pm")
    printing.press("A3, twice as large", "Continue", "English", "PRINT")
    finished(printing)
    text, (wide, _, tall) = read(printing.root / "poster-a3-en.pdf")
    assert "10 am to 3 pm" in text
    assert (round(float(wide)), round(float(tall))) == (842, 1191)


def test_slips_are_made_of_the_references_that_are_typed(printing, finished):
    printing.press("Slips with a reference")
    model = printing.model.team.leaf.model
    assert not model.forwardName, "there is nothing to print yet"
    for reference in (*REFERENCES, REFERENCES[0]):
        model.write("reference", reference.lower())
        model.entered("reference")
    printing.screen.settle()
    assert grouped(REFERENCES[0]) in " ".join(printing.everywhere())
    assert len(model.rows) == 2
    printing.press("Continue", "English", "PRINT")
    finished(printing)
    text, (wide, _, _) = read(printing.root / "slip-en.pdf")
    assert text.count("Keep it to see our reply.") == 2
    assert round(float(wide)) == 595
    assert REFERENCES[0] not in str(model.__dict__), "nothing of it stays on the page"


def test_a_reference_that_is_none_is_told_and_makes_no_slip(printing):
    printing.press("Slips with a reference")
    model = printing.model.team.leaf.model
    model.write("reference", "7F3 K9Q XDX")
    model.entered("reference")
    assert "reference" in model.said.lower()
    assert model.rows == []


def test_slips_go_on_a_roll_and_the_last_is_taken_out(printing, finished):
    printing.press("Slips with a reference")
    model = printing.model.team.leaf.model
    for reference in REFERENCES:
        model.write("reference", reference)
        model.entered("reference")
    printing.screen.settle()
    printing.press("Take the last one out", "Roll of paper", "Continue", "English", "PRINT")
    finished(printing)
    text, (wide, _, _) = read(printing.root / "slip-roll-en.pdf")
    assert text.count("Keep it to see our reply.") == 1
    assert round(float(wide) / 72 * 25.4) == 80


def test_a_form_in_large_print_and_in_every_language(printing, finished):
    printing.press("All paper forms", "Large print", "Continue", "All of them", "PRINT")
    finished(printing)
    languages = printing.pack.event.languages
    assert {path.name for path in printing.root.iterdir()} == {
        f"paper-large-{code}.pdf" for code in languages
    }
    assert printing.sees(f"{len(languages)} files are on PRINT. It is safe to take out.")


def test_it_goes_into_any_folder(printing, finished, tmp_path, monkeypatch):
    (tmp_path / "shared").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    printing.press("Table card", "English", "Another folder", "shared", "Use this folder")
    finished(printing)
    assert printing.sees(f"card-en.pdf is on {tmp_path / 'shared'}.")
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["card-en.pdf"]


def test_each_step_leads_back(printing):
    printing.press("Poster", "Continue", "English", "Another folder", "Back")
    assert printing.heading == "Where to?"
    printing.press("Back")
    assert printing.heading == "In which language?"
    printing.press("Back")
    assert printing.heading == "Poster"
    printing.press("Back")
    assert printing.heading == "Print"


def test_a_volunteer_is_not_offered_the_sheet_of_the_key_and_cannot_have_it(real_desk):
    real_desk.press("Print")
    model = real_desk.model.team.leaf.model
    assert "recovery" not in {choice.id for choice in model.things()}
    model._what = "recovery"
    with pytest.raises(KioskError) as fault:
        model.writing(("en",))
    assert fault.value.code is ErrorCode.DOOR_CLOSED


def test_staff_print_the_sheet_of_the_key_which_is_private_and_noted(
    office_desk, with_drives, drives, finished
):
    root = drives.plug("SAFE")
    with_drives(office_desk).press(
        "Team desk", "More sections", "Print", "Recovery sheet of the key", "English", "SAFE"
    )
    finished(office_desk)
    (path,) = root.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert office_desk.sees("Whoever has it can read every answer.")
    rows = office_desk.model.team.room.store.db.execute("SELECT act FROM audit ORDER BY n DESC LIMIT 1")
    assert rows.fetchone() == (Act.RECOVERY_SHOWN,)


def test_each_thing_that_is_offered_can_be_drawn(printing, finished, tmp_path):
    model = printing.model.team.leaf.model
    for choice in model.things():
        model.own_begin()
        model._picked(choice.id)
        (made,) = model.writing(("en",))(lambda _done, _of: None, tmp_path)
        assert made.read_bytes().startswith(b"%PDF"), choice.name
