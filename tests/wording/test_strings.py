"""Words out to a translator and back: nothing is lost, faults stay out, and who checked them counts."""

import shutil
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.errors import KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity
from kiosk.pack.library import open_pack
from kiosk.resources import asset, practice_pack
from kiosk.wording import program
from kiosk.wording.book import WordBook, Wording, read_book, write_book
from kiosk.words import DOMAIN, LANGUAGES, Words, texts_in
from ui.cli import main
from ui.making.strings import put, read


@pytest.fixture
def event(tmp_path):
    """The practice event as staff have it on their disk."""
    folder = tmp_path / "event"
    shutil.copytree(practice_pack(), folder, ignore=shutil.ignore_patterns("pack.json"))
    return folder


@pytest.fixture
def run(capsys):
    def go(*words):
        with pytest.raises(SystemExit) as left:
            main(["strings", *map(str, words)])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return go


def rows(path):
    """The sheet words as {place and source: {header: cell}}, to be written in."""
    book = load_workbook(path)
    sheet = book["words"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    places = {(row[0].value, row[1].value): row[0].row for row in sheet.iter_rows(min_row=2)}
    return book, sheet, heads, places


def test_every_text_of_the_program_and_of_the_event_is_there(event, tmp_path, run):
    assert run(event, "--to", tmp_path / "words.xlsx")[0] == 0
    book = read_book(tmp_path / "words.xlsx")
    sources = {text.source for text in book.texts}
    assert {" ".join(text.split()) for text, _ in texts_in("pa")} <= {" ".join(s.split()) for s in sources}
    opened = open_pack(event, None)
    for activity in opened.activities:
        held = next(text for text in book.texts if text.source == activity.title.say("en"))
        assert held.words["pa"] == activity.title.say("pa")
    assert not {text.source for text in book.texts} & {"park.svg", opened.event.id, opened.event.date}


def test_a_workbook_that_comes_back_untouched_changes_nothing(event, tmp_path, run):
    before = {path: path.read_bytes() for path in event.rglob("*.xlsx")}
    run(event, "--to", tmp_path / "words.xlsx")
    code, out, err = run(event, "--from", tmp_path / "words.xlsx")
    assert (code, err) == (0, "")
    assert "Nobody is named" in out
    assert {path: path.read_bytes() for path in before} == before


def test_what_a_speaker_wrote_and_signed_is_in_the_event(event, tmp_path, run):
    path = tmp_path / "words.xlsx"
    run(event, "--to", path)
    opened = open_pack(event, None)
    title = opened.activities[0].title.say("en")
    book, sheet, heads, places = rows(path)
    of_title = next(row for (_, source), row in places.items() if source == title)
    sheet.cell(of_title, heads["words::Polish (pl)"]).value = "Nowy tytuł"
    sheet.cell(places["program", "Continue"], heads["words::Polish (pl)"]).value = "Idź dalej"
    polish = next(row for row in book["checked"].iter_rows(min_row=2) if row[0].value == "pl")
    polish[2].value, polish[3].value = "Anna Nowak", "2027-06-01"
    book.save(path)
    code, out, err = run(event, "--from", path)
    assert (code, err) == (0, "")
    assert "Checked: Polish by Anna Nowak, 2027-06-01." in out
    again = open_pack(event, None)
    assert again.activities[0].title.say("pl") == "Nowy tytuł"
    assert again.activities[0].title.say("ro") == opened.activities[0].title.say("ro")
    words = Words("pl", again.own_words)
    assert words("Continue") == "Idź dalej"
    assert words.checked
    assert not Words("ro", again.own_words).checked
    assert [str(found) for found in check_pack(event) if found.severity is Severity.MISTAKE] == []
    # and once more round: the event's own words are the ones that go out
    run(event, "--to", path)
    back = read_book(path)
    assert next(text for text in back.texts if text.source == "Continue").words["pl"] == "Idź dalej"
    assert back.checked == {"pl": "Anna Nowak, 2027-06-01"}


def test_words_that_lost_a_place_for_a_fact_stay_out():
    source = "Question {number} of {of}"
    book = WordBook([Wording("program", source, {"pl": "Pytanie {number}"})])
    assert list(program.changed(book)) == []
    book = WordBook([Wording("program", source, {"pl": "{number} z {of} pytań"})])
    assert list(program.changed(book)) == [(source, -1, "pl", "{number} z {of} pytań")]


def test_a_source_that_changed_meanwhile_is_said_and_left(event, tmp_path, run):
    path = tmp_path / "words.xlsx"
    run(event, "--to", path)
    book, sheet, heads, places = rows(path)
    place, source = next(key for key in places if key[0].startswith("event.xlsx, activities"))
    sheet.cell(places[place, source], 2).value = "Another text"
    sheet.cell(places[place, source], heads["words::Polish (pl)"]).value = "Inny tekst"
    book.save(path)
    before = (event / "event.xlsx").read_bytes()
    assert f"{place}: what it translates was changed meanwhile" in run(event, "--from", path)[2]
    assert (event / "event.xlsx").read_bytes() == before


def test_catalogues_take_words_a_plural_and_a_name(tmp_path):
    folder = tmp_path / "i18n"
    shutil.copytree(asset("i18n"), folder)
    one = next(text for text, form in texts_in("pl") if form == 2)
    put(
        [("Continue", -1, "pl", "Idź dalej"), (one, 2, "pl", "{count} rzeczy")],
        {"pl": "A, 2027-06-01"},
        folder,
    )
    catalogue = read(folder / "pl" / "LC_MESSAGES" / f"{DOMAIN}.po", "pl")
    assert catalogue["Continue"].string == "Idź dalej"
    assert catalogue[one].string[2] == "{count} rzeczy"
    assert catalogue.checked_by == "A, 2027-06-01"
    romanian = Path("ro") / "LC_MESSAGES" / f"{DOMAIN}.po"
    assert (folder / romanian).read_bytes() == (asset("i18n") / romanian).read_bytes()


def test_words_that_begin_with_an_equals_sign_are_words(tmp_path):
    path = tmp_path / "words.xlsx"
    write_book(WordBook([Wording("program", "=1+1", {"pl": "=cmd()"})]), ["pl"], path)
    (text,) = read_book(path).texts
    assert (text.source, text.words) == ("=1+1", {"pl": "=cmd()"})


@pytest.mark.parametrize("words", [(), ("--to", "a.xlsx", "--from", "b.xlsx")])
def test_one_way_at_a_time(run, words):
    assert run(*words)[0] == 2


def test_a_workbook_of_something_else_is_refused(event, run):
    code, _, err = run("--from", event / "event.xlsx")
    assert code == 1
    assert "sheet words" in err


def test_an_installed_kiosk_without_babel_says_where_words_can_go(tmp_path, run, monkeypatch):
    run("--to", tmp_path / "words.xlsx")
    monkeypatch.setitem(sys.modules, "ui.making.strings", None)
    code, _, err = run("--from", tmp_path / "words.xlsx")
    assert code == 2
    assert "PACK" in err


def test_a_missing_file_is_one_line(tmp_path, run):
    assert run("--from", tmp_path / "none.xlsx")[0] == 1


def test_every_language_has_a_column(tmp_path, run):
    run("--to", tmp_path / "words.xlsx")
    heads = [cell.value for cell in load_workbook(tmp_path / "words.xlsx")["words"][1]]
    assert heads[2:] == [f"words::{one.english} ({code})" for code, one in LANGUAGES.items() if code != "en"]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path):
    with pytest.raises(KioskError):
        write_book(WordBook([]), ["pl"], tmp_path / "none" / "words.xlsx")
