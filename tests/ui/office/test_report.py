"""The report's page: which form, which language, where to; then what was left out, and the way to read it."""

import shutil
import subprocess

import pytest

from kiosk.storage.audit import Act
from kiosk.words import language_of


@pytest.fixture
def reporting(heard, knock, office_way, to_section, with_drives, drives):
    """Staff at the report's page, with one visit to speak of, and a stick in."""
    knock(heard, "7193")
    heard.root = drives.plug("OFFICE")
    return to_section(with_drives(office_way(heard)), "Report")


def written(path):
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's pdftotext is not installed")
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def test_a_report_is_drawn_onto_a_stick_and_told_of(reporting, finished):
    assert reporting.sees("Under 10 people, they are hidden")
    reporting.press("PDF, standard print", "English", "OFFICE")
    finished(reporting)
    assert reporting.heading == "The report is written"
    assert reporting.sees("report-en.pdf is on OFFICE. It is safe to take out.")
    assert reporting.sees("people's own words are in it")
    assert "What we promised" in written(reporting.root / "report-en.pdf")
    rows = reporting.model.team.room.store.db.execute("SELECT act FROM audit ORDER BY n DESC LIMIT 1")
    assert rows.fetchone() == (Act.EXPORTED,)


def test_in_large_print_it_has_more_pages(reporting, finished):
    sizes = {}
    for choice, name in (
        ("PDF, standard print", "report-en.pdf"),
        ("PDF, large print", "report-large-en.pdf"),
    ):
        reporting.press(choice, "English", "OFFICE")
        finished(reporting)
        sizes[choice] = (reporting.root / name).read_bytes().count(b"/Type /Page\n")
        reporting.press("Write another one")
    standard, large = sizes.values()
    assert large > standard > 1


def test_the_web_page_is_in_the_language_that_was_chosen(reporting, finished):
    reporting.press("Web page", language_of("pa").offered_as, "OFFICE")
    finished(reporting)
    assert '<html lang="pa"' in (reporting.root / "report-pa.html").read_text("utf-8")


def test_it_is_opened_with_the_desktops_own_program_where_there_is_one(
    reporting, finished, tmp_path, monkeypatch
):
    shown = []
    room = reporting.model.team.room
    assert room.show_file is not None, "this stall is a window"
    room.show_file = lambda path: shown.append(path) or len(shown) > 1
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "shared").mkdir()
    reporting.press("Web page", "English", "Another folder", "shared", "Use this folder")
    finished(reporting)
    reporting.press("Open it")
    assert shown == [tmp_path / "shared" / "report-en.html"]
    assert reporting.sees("No program here opens it.")
    reporting.press("Open it")
    assert not reporting.sees("No program here opens it.")


@pytest.mark.parametrize("way", ["a full screen", "a stick that is out"])
def test_where_it_cannot_be_opened_it_says_where_it_is(reporting, finished, tmp_path, monkeypatch, way):
    monkeypatch.setenv("HOME", str(tmp_path))
    if way == "a full screen":
        reporting.model.team.room.show_file = None
        reporting.press("Web page", "English", "Another folder", "Use this folder")
    else:
        reporting.press("Web page", "English", "OFFICE")
    finished(reporting)
    assert not reporting._called("Open it")
    assert reporting.sees("Open it on a computer, from there.")


def test_it_can_be_stopped_and_leaves_nothing(reporting, finished):
    reporting.press("PDF, standard print", "English")
    model, jobs = reporting.model.team.leaf.model, reporting.model.team.room.jobs
    model.choose(next(choice["id"] for choice in model.choices))
    model.act("stop")
    assert jobs.job.stopping
    finished(reporting)
    assert reporting.sees("Stopped. Nothing was lost.")
    assert list(reporting.root.iterdir()) == []


def test_with_no_answer_here_it_says_so(office_desk, to_section, with_drives, drives, finished):
    drives.plug("OFFICE")
    to_section(with_drives(office_desk), "Report").press("Web page", "English", "OFFICE")
    finished(office_desk)
    assert office_desk.heading == "Where to?"
    assert office_desk.sees("There are no answers here that this key opens.")
