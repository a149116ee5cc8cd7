"""`reply`: a workbook of replies into a data folder, its mistakes by row and column."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from kiosk.storage.sealed.reference import new_reference

COLUMNS = (
    *("id", "date", "status", "theme", "said", "said::Punjabi (pa)"),
    *("did", "because", "references", "by_when"),
)
SWINGS = (
    *("swings", "2027-07-01", "doing", "Park", "More swings", "ਹੋਰ ਝੂਲੇ"),
    *("We buy two", "", "", "2027-09-01"),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A workbook with these rows on its sheet replies."""

    def write(*rows: Sequence[str], columns: Sequence[str] = COLUMNS) -> Path:
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page.title = "replies"
        for row in (columns, *rows):
            page.append(list(row))
        book.save(tmp_path / "replies.xlsx")
        return tmp_path / "replies.xlsx"

    return write


@pytest.fixture
def here(tmp_path: Path) -> tuple[str, Path]:
    return ("--data", tmp_path / "data")


def kept(here: tuple[str, Path]) -> list[tuple[str, ...]]:
    with open_store(DataFolder(here[1]).practice) as store:
        rows = "SELECT event_id, id, status, said, by_when, revision FROM reply ORDER BY id"
        return list(store.db.execute(rows))


def test_replies_are_loaded_and_loading_them_again_says_what_changed(run, sheet, here):
    ran = run("reply", sheet(SWINGS), "--event", "fair2027", *here)
    assert (ran.code, ran.err) == (0, "")
    assert "1 reply of fair2027: 1 new, 0 changed, 0 as before." in ran.out
    assert "event-kiosk return" in ran.out
    said = '{"en": "More swings", "pa": "ਹੋਰ ਝੂਲੇ"}'
    assert kept(here) == [("fair2027", "swings", "doing", said, "2027-09-01", 1)]
    done = (*SWINGS[:2], "done", *SWINGS[3:-1], "")
    assert "0 new, 1 changed, 0 as before" in run("reply", sheet(done), *here).out  # there is one event only
    assert [row[-1] for row in kept(here)] == [2]
    assert "0 new, 0 changed, 1 as before" in run("reply", sheet(done), *here).out


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("date", "1 July", 'replies · row 2 · B (date): the day is "1 July": write it as 2027-06-12'),
        ("date", "2027-02-31", "row 2 · B (date): the day is"),
        ("by_when", "soon", 'row 2 · J (by_when): the day is "soon"'),
        (
            "status",
            "doin",
            'row 2 · C (status): "doin" is not a status the kiosk knows: did you mean "doing"?',
        ),
        ("status", "cannot", 'row 2 · H (because): "cannot" says no reason'),
        ("said", "", "row 2 · E (said): said is blank"),
        ("id", "", "row 2 · A (id): id is blank"),
        ("references", "7F3 K9Q XDX", 'row 2 · I (references): "7F3 K9Q XDX" is not a whole reference'),
    ],
)
def test_a_mistake_is_named_where_it_stands_and_nothing_is_loaded(run, sheet, here, column, value, said):
    row = dict(zip(COLUMNS, SWINGS, strict=True)) | {column: value}
    if column == "said":
        row["said::Punjabi (pa)"] = ""
    ran = run("reply", sheet(list(row.values())), "--event", "fair2027", *here)
    assert ran.code == 1
    assert said in ran.err
    assert "Nothing was loaded" in ran.err
    assert not (here[1] / "practice").exists()


def test_an_id_used_twice_and_a_sheet_that_is_not_there(run, sheet, here):
    assert (
        'row 3 · A (id): "swings" is there twice, first in row 2'
        in run("reply", sheet(SWINGS, SWINGS), "--event", "e", *here).err
    )
    assert "there is no sheet replies" in run("reply", sheet(columns=()), "--event", "e", *here).err
    assert "There is no event pack" in run("reply", here[1] / "nowhere.xlsx", *here).err


def test_references_are_told_from_those_that_are_not_here_yet(run, sheet, here):
    one, two = new_reference(), new_reference()
    row = [*SWINGS[:8], f"{one[:3]} {one[3:6]} {one[6:]}, {two.lower()}", SWINGS[9]]
    ran = run("reply", sheet(row), "--event", "fair2027", *here)
    assert "2 references not among the answers here yet" in ran.out


def test_the_event_must_be_plain(run, sheet, here):
    assert "No event is kept here yet" in run("reply", sheet(SWINGS), *here).err
    for event in ("fair2027", "fair2028"):
        assert run("reply", sheet(SWINGS), "--event", event, *here).code == 0
    ran = run("reply", sheet(SWINGS), *here)
    assert ran.code == 2
    assert "fair2027, fair2028" in ran.err


def test_the_page_to_publish_has_every_reply_and_no_reference(run, sheet, here, tmp_path):
    mine = new_reference()
    row = [*SWINGS[:8], mine, SWINGS[9]]
    page = tmp_path / "page.html"
    ran = run("reply", sheet(row), "--event", "fair2027", "--format", "html", "--to", page, *here)
    assert (ran.code, ran.err) == (0, "")
    assert "1 reply, and no reference is in it" in ran.out
    written = page.read_text("utf-8")
    assert "More swings" in written
    assert "We buy two" in written
    assert mine not in written
    again = tmp_path / "again.html"
    pa = ("--format", "html", "--language", "pa", "--to", again)
    assert run("reply", "--pack", practice_pack(), "--event", "fair2027", *pa, *here).code == 0
    assert "ਟਿਪਟਨ" in again.read_text("utf-8")


@pytest.mark.parametrize("words", [(), ("--format", "html")])
def test_what_is_to_be_done_must_be_said(run, here, words):
    assert run("reply", *words, *here).code == 2
