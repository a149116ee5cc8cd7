"""A PDF as its readers find it: words copied out, tags, title, language, bookmarks, and the same bytes."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from exports.pdf.document import drawn, flowing
from exports.pdf.flow import Part, Row, Stack, Table, Words
from exports.pdf.look import A4, BODY, Sizes
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Tag
from exports.pdf.words import Style, set_words
from kiosk.pack.library import open_pack
from kiosk.resources import practice_pack
from kiosk.words import LANGUAGES, language_of

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed")


def paragraph(language: str) -> str:
    pack = open_pack(practice_pack(), None)
    promise = pack.promise_of(pack.activity("park"))
    assert promise
    return f"{promise.cannot_change.say(language)} {pack.event.urgent_help.say(language)} (07700 900100)"


def page_of(text: str, language: str) -> bytes:
    def paint(sheet: Sheet) -> None:
        sheet.words(set_words(text, Style(16, language=language), 300), 60, 700, Tag("P"))

    return drawn([paint], title="ਪੰਜਾਬੀ", language=language, page=A4)


def tool(content: bytes, tmp_path: Path, *command: str) -> str:
    """What one of poppler's tools says of a PDF; `-` at the end sends text to us."""
    path = tmp_path / "made.pdf"
    path.write_bytes(content)
    name, *options = command
    last = ["-"] if name == "pdftotext" else []
    done = subprocess.run([name, *options, str(path), *last], capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def letters(text: str) -> str:
    """Letters, marks and digits in their order, without spaces, signs and what turns a line."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one)[0] in "LMN")


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_copied_out_as_they_went_in(language: str, tmp_path: Path) -> None:
    text = paragraph(language)
    copied = tool(page_of(text, language), tmp_path, "pdftotext")
    found, wanted = letters(copied), letters(text)
    if language == "ar":  # the reader may set a vowel sign before its letter
        found, wanted = "".join(sorted(found)), "".join(sorted(wanted))
    assert found == wanted


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stay_whole_when_they_are_copied(language: str, tmp_path: Path) -> None:
    text = paragraph(language)
    turned = re.compile("[\u200e-\u202e\u2066-\u2069]")  # what the reader puts around words from the right
    copied = set(turned.sub(" ", tool(page_of(text, language), tmp_path, "pdftotext")).split())
    vowels = re.compile("[\u064b-\u0652]")  # which the reader may set before its letter
    words = [word for word in text.split() if not vowels.search(word) and letters(word) == word]
    assert words
    assert [word for word in words if word not in copied] == []


@needs_poppler
@pytest.mark.parametrize("language", ["en", "pa", "ur"])
def test_title_language_and_tags_are_there(language: str, tmp_path: Path) -> None:
    content = page_of(paragraph(language), language)
    facts = tool(content, tmp_path, "pdfinfo")
    assert "Title:           ਪੰਜਾਬੀ" in facts
    assert "Tagged:          yes" in facts
    assert "anonymous" not in facts
    assert f"/Lang ({language})".encode() in content
    assert tool(content, tmp_path, "pdfinfo", "-struct").split() == ["Document", "P", "(block)"]


@needs_poppler
def test_every_font_is_in_the_file_and_none_is_slanted(tmp_path: Path) -> None:
    text = " ".join(language_of(code).own for code in LANGUAGES)
    lines = tool(page_of(text, "en"), tmp_path, "pdffonts").splitlines()[2:]
    assert len(lines) >= 5
    for line in lines:
        name, *_, embedded, subset, letters_known, _number, _generation = line.split()
        assert (embedded, subset, letters_known) == ("yes", "yes", "yes"), line
        assert not re.search("italic|oblique", name, re.IGNORECASE)


def test_the_same_drawing_makes_the_same_bytes() -> None:
    assert page_of(paragraph("ur"), "ur") == page_of(paragraph("ur"), "ur")
    assert page_of("one", "en") != page_of("two", "en")


def long_story(setting: Setting) -> list[Part]:
    def row(number: int) -> Row:
        cells: list[Part] = [setting.text(f"Name {number}", after=0), setting.text(f"{number}", after=0)]
        return Row(cells, (1, 1), tag=Tag("TR"), cell_tags=[Tag("TH"), Tag("TD")])

    head: list[Part] = [setting.text("Who", after=0), setting.text("How many", after=0)]
    table = Table(
        Row(head, (1, 1), tag=Tag("TR"), cell_tags=[Tag("TH"), Tag("TH")]),
        [row(number) for number in range(60)],
    )
    return [
        setting.title("The whole", 1),
        setting.text("Some words. " * 300),
        setting.title("A part", 2),
        table,
        setting.card([setting.text("A card. " * 400)]),
    ]


def flowed(language: str = "en") -> bytes:
    setting = Setting(language, Sizes())
    return flowing(long_story(setting), title="All", language=language, sizes=setting.sizes, foot="All")


@needs_poppler
@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_flows_over_pages_keeps_its_tags_and_loses_nothing(language: str, tmp_path: Path) -> None:
    content = flowed(language)
    tree = tool(content, tmp_path, "pdfinfo", "-struct")
    assert tree.count("Table") == 1
    assert len(re.findall(r"^ +TR\b", tree, re.MULTILINE)) == 61, (
        "a head that is said again on its next page is not one more row"
    )
    assert (tree.count("  H1 "), tree.count("  H2 ")) == (1, 1)
    text = tool(content, tmp_path, "pdftotext")
    assert [number for number in range(60) if not re.search(rf"\bName {number}\b", text)] == []
    assert (text.count("Some"), text.count("card")) == (300, 400)


@needs_poppler
def test_a_tables_head_stands_on_each_of_its_pages(tmp_path: Path) -> None:
    text = tool(flowed(), tmp_path, "pdftotext")
    pages = [page for page in text.split("\f") if re.search(r"\bName \d", page)]
    assert len(pages) > 1
    assert all("How many" in page for page in pages)


def test_headings_are_bookmarks_one_inside_the_other() -> None:
    content = flowed()
    assert content.count(b"/Title (The whole)") == 1
    assert content.count(b"/Title (A part)") == 1
    assert b"/Outlines" in content


def test_a_heading_never_leaves_a_level_out() -> None:
    setting = Setting()
    parts: list[Part] = [setting.title("One", 1), setting.title("Three", 3)]
    content = flowing(parts, title="T", language="en", sizes=setting.sizes)
    assert b"/S /H2" in content
    assert b"/S /H3" not in content


def test_nothing_is_set_smaller_than_it_may_be() -> None:
    assert (Sizes().body, Sizes(large=True).body) == (14, 18)
    assert Sizes(scale=0.2).body == BODY == 14


def test_a_card_taller_than_a_page_goes_on() -> None:
    setting = Setting()
    inner = Stack([Words(f"Line {number}", setting.style()) for number in range(200)])
    assert flowing([Row([inner], padding=8, fill="#FFFFFF")], title="T", language="en", sizes=setting.sizes)
