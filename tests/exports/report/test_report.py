"""The report as it is read: PDF and HTML say the same, in every language, and give no small number away."""

import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exports.replies_page import replies_page
from exports.report.as_html import as_html
from exports.report.as_pdf import as_pdf
from exports.report.blocks import Bars, Document, Grid, Heading, Paragraph, Quote
from exports.report.gather import gather
from exports.report.notes import Notes
from exports.report.report import write_report
from exports.report.telling import tell
from kiosk.clock import FakeClock
from kiosk.coproduction.replies import replies
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey
from kiosk.words import LANGUAGES

Told = Callable[..., list[str]]
PARTS = (
    "What we promised", "Help design the park", "Themes in your own words", "Ideas", "What people offer",
    "What would help people take part", "What was hard", "Who took part", "You said, we did", "How we worked",
    "What we could not do, and why",
)  # fmt: skip


@pytest.fixture
def document(
    office: Store, secret: SecretKey, pack: Pack, told: Told, clock: FakeClock
) -> Callable[[str], Document]:
    ids = told(
        "park",
        {"often": "days", "more": "toilets seats", "safe": "4", "wish": "جھولے <b>", "quote": "yes"},
        11,
        language="ur",
    )
    told("join", {"offers/bring": "time", "offers/need": "travel", "contact/meet_growing": "yes"}, 12)
    told("join", {"offers/bring": "skill"}, 3)
    told("about", {"age": "25_to_44"}, 30)
    told("about", {"age": "under_25"}, 2)
    from kiosk.storage.kept.ideas import Idea, put_idea  # noqa: PLC0415

    put_idea(office.db, Idea("a", pack.event.id, "idea", "A bench", "en", "approved"))
    notes = Notes(tags={ids[0]: ["Play"]})

    def make(language: str = "en") -> Document:
        return tell(gather(office, secret, pack, language, notes, clock=clock), language)

    return make


class Outline(HTMLParser):
    """The elements of a page in order, and whether each that opens closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += f" {data}"


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    assert parser.open == []
    return parser


def test_every_part_is_there_in_its_order(document: Callable[[str], Document]) -> None:
    headings = [
        block.words for block in document("en").blocks if isinstance(block, Heading) and block.level == 2
    ]
    places = [headings.index(part) for part in PARTS]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_ways_of_setting_it_say_the_same(
    language: str, document: Callable[[str], Document], tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's pdftotext is not installed")
    made = document(language)
    path = tmp_path / "report.pdf"
    path.write_bytes(as_pdf(made))
    copied = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    page = outline(as_html(made)).text

    def digits(text: str) -> list[str]:
        return sorted(set(re.findall(r"\d+%", text)))

    if language not in ("ur", "ar"):  # where a reader may put the sign before its number
        assert digits(page) == digits(copied)
    if language == "en":
        flat = " ".join(copied.split())
        for block in made.blocks:
            if isinstance(block, Heading | Paragraph):
                assert block.words in flat


def test_no_small_number_of_people_is_in_it(document: Callable[[str], Document]) -> None:
    blocks = document("en").blocks
    [offers] = [
        block for block in blocks if isinstance(block, Bars) and block.caption == "What could you bring?"
    ]
    assert {bar.label: bar.number for bar in offers.bars}["A skill"] == "fewer than 10"
    ages = [block for block in blocks if isinstance(block, Grid) and block.caption == "Age"]
    [grid] = ages
    assert [row[1] for row in grid.rows] == ["not shown", "not shown", "not shown", "not shown"]
    assert "Numbers under 10 are not shown" in as_html(document("en"))


def test_quotations_keep_their_language_and_their_signs(document: Callable[[str], Document]) -> None:
    made = document("en")
    quotes = [block for block in made.blocks if isinstance(block, Quote)]
    assert {quote.language for quote in quotes} == {"ur"}
    page = as_html(made)
    assert '<blockquote lang="ur" dir="rtl">' in page
    assert "جھولے &lt;b&gt;" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_file_without_script_and_whole(
    language: str, document: Callable[[str], Document]
) -> None:
    page = as_html(document(language))
    found = outline(page)
    tags = [tag for tag, _ in found.seen]
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in page
    [(_, root)] = [one for one in found.seen if one[0] == "html"]
    assert root["lang"] == language
    assert root["dir"] == ("rtl" if language in ("ur", "ar") else "ltr")
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert all(facts.get("scope") for tag, facts in found.seen if tag == "th")
    assert tags.count("caption") == tags.count("table") > 3


@pytest.mark.parametrize("large", [False, True])
def test_the_pdf_has_its_bookmarks_tags_and_sizes(large: bool, document: Callable[[str], Document]) -> None:
    import zlib  # noqa: PLC0415

    content = as_pdf(document("en"), large=large)
    for part in ("What we promised", "Who took part", "How we worked"):
        assert f"/Title ({part})".encode() in content
    assert b"/StructTreeRoot" in content
    assert content.count(b"/S /Table") > 3
    sizes: set[float] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            found = re.findall(rb"/K\d+ ([\d.]+) Tf", zlib.decompress(stream))
        except zlib.error:
            continue
        sizes |= {float(size) for size in found}
    assert min(sizes) >= (18 if large else 14)


def test_the_same_answers_make_the_same_bytes(document: Callable[[str], Document]) -> None:
    assert as_pdf(document("pa")) == as_pdf(document("pa"))
    assert as_html(document("pa")) == as_html(document("pa"))


def test_a_report_is_written_whole_and_leaves_a_trace_without_words(
    office: Store, secret: SecretKey, pack: Pack, told: Told, clock: FakeClock, tmp_path: Path
) -> None:
    told("park", {"wish": "Gurpreet", "quote": "no"}, 2)
    seen: list[tuple[int, int]] = []
    to = tmp_path / "out" / "report.html"
    summary = write_report(
        office, secret, pack, to, "html", progress=lambda done, of: seen.append((done, of)), clock=clock
    )
    assert summary.answer_sets == 2
    assert seen[-1] == (100, 100)
    assert "Gurpreet" not in to.read_text("utf-8")
    assert [path.name for path in to.parent.iterdir()] == ["report.html"]
    row = office.db.execute("SELECT role, act, count FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    assert row == ("staff", "exported", 2)


def test_progress_is_of_the_whole_work_and_stopping_it_writes_nothing(
    office: Store, secret: SecretKey, pack: Pack, told: Told, tmp_path: Path
) -> None:
    told("park", {"often": "days"}, 12)
    seen: list[int] = []
    write_report(office, secret, pack, tmp_path / "report.pdf", progress=lambda done, _: seen.append(done))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (60, 100)
    assert len({done for done in seen if 70 < done < 100}) > 2, "while it is drawn"

    def stop(done: int, _of: int) -> None:
        if done > 80:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_report(office, secret, pack, tmp_path / "stopped.pdf", progress=stop)
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["report.pdf"]


def test_what_writes_spreadsheets_is_not_loaded_for_a_report() -> None:
    code = "import sys, exports.report.report; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_practice_says_that_it_is_practice(document: Callable[[str], Document], pack: Pack) -> None:
    assert "This is practice." in as_html(document("en"))
    assert document("en").practice


def test_the_replies_have_a_page_of_their_own(pack: Pack, clock: FakeClock) -> None:
    from datetime import date  # noqa: PLC0415

    found = [
        replace(one, references=("7F3K9QXDM",), lookups=("0" * 64,))
        for one in replies(pack, date(2027, 7, 1))
    ]
    for language in ("en", "ur"):
        page = replies_page(found, pack.event, language)
        assert outline(page)
        assert "7F3K9QXDM" not in page
        assert page.count('class="card"') == len(found)
    assert "Build a swimming pool in the park." in replies_page(found, pack.event)
    assert "We have not answered yet." in replies_page([], pack.event)


def test_the_language_of_a_quotation_stands_where_the_quotation_begins(
    document: Callable[[str], Document],
) -> None:
    page = as_html(document("en"))
    assert '</blockquote><p class="quiet far">Urdu</p>' in page, "the quotation runs from the right"
    assert 'class="quiet far"' not in as_html(document("ar")), "and so does the whole page"
