"""Words on paper beside what Qt draws: the same glyphs in the same order, in every language and line."""

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from uharfbuzz import OTLayoutGlyphClass

from exports.pdf.fonts import FAMILIES, face
from exports.pdf.words import Block, Span, Style, set_words
from kiosk.pack.library import open_pack
from kiosk.resources import asset, practice_pack
from kiosk.words import LANGUAGES, Words, language_of
from ui.making.strings import read
from ui.painting.measure import font, load_fonts

SIZE = 20
WIDTH = 300
MARK = "mark"


def paragraph(language: str) -> str:
    """What the practice event promises, with a number and Latin letters inside."""
    pack = open_pack(practice_pack(), None)
    promise = pack.promise_of(pack.activity("park"))
    assert promise
    said = [promise.cannot_change, pack.event.urgent_help, promise.by_when]
    return " ".join(text.say(language) for text in said) + " (Event Kiosk 12.5%)"


Drawn = list[str]


def ours(block: Block) -> Iterator[Drawn]:
    """Of each line, what is drawn from left to right, spaces left out."""
    for line in block.lines:
        pen, placed = 0.0, []
        for piece in line.pieces:
            for cluster in piece.clusters:
                names = [(pen + right, _name(piece.face.family, glyph)) for glyph, right, _ in cluster.parts]
                placed += names
                pen += cluster.advance
        yield _in_order(placed)


def _in_order(placed: list[tuple[float, str]]) -> Drawn:
    """Spaces and marks left out: a mark over a letter may begin to the left or right of the next."""
    return [name for _, name in sorted(placed, key=lambda one: one[0]) if name not in (" ", MARK)]


@cache
def _signs(family: str) -> dict[int, str]:
    """The signs of ASCII by glyph: of these, Qt and we may take those of two fonts, which look the same."""
    font_of = face(family, 400).font
    found = {font_of.get_nominal_glyph(code): chr(code) for code in range(32, 127)}
    return {glyph: sign for glyph, sign in found.items() if glyph}


def _name(family: str, glyph: int) -> str:
    """A sign of ASCII by itself, any other glyph by its font and number."""
    [known] = [one for one in FAMILIES if one.lower() == family.lower()]
    if face(known, 400).face.get_layout_glyph_class(glyph) == OTLayoutGlyphClass.MARK:
        return MARK
    return _signs(known).get(glyph, f"{known}:{glyph}")


def qt(text: str, rtl: bool) -> Drawn:
    """The same of one line, as Qt sets it."""
    layout = QTextLayout(text, font(SIZE, 400))
    option = QTextOption()
    option.setTextDirection(_direction(rtl))
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    placed = []
    for run in layout.glyphRuns():
        family = run.rawFont().familyName().replace(" ", "")
        places = zip(run.positions(), run.glyphIndexes(), strict=True)
        placed += [(place.x(), _name(family, glyph)) for place, glyph in places]
    return _in_order(placed)


def _direction(rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_has_the_glyphs_of_qt_in_their_order(language: str, qapp: object) -> None:
    load_fonts()
    block = set_words(paragraph(language), Style(SIZE, language=language), WIDTH)
    assert len(block.lines) > 2, "one line would prove nothing of breaking"
    for line, found in zip(block.lines, ours(block), strict=True):
        assert found == qt(line.text, block.style.rtl), line.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_catalogue_has_its_glyphs(language: str) -> None:
    texts = [language_of(language).own]
    if language != "en":
        texts += [
            str(one.string)
            for one in read(asset("i18n", language, "LC_MESSAGES", "kiosk.po"), language)
            if one.id and one.string
        ]
    for text in texts:
        block = set_words(text, Style(language=language), 500)
        missing = {
            cluster.text
            for line in block.lines
            for piece in line.pieces
            for cluster in piece.clusters
            if any(glyph == 0 for glyph, _, _ in cluster.parts)
        }
        assert not missing, text


@pytest.mark.parametrize("language", ["ur", "ar"])
def test_a_number_keeps_its_order_among_words_from_the_right(language: str) -> None:
    words = Words(language)("Yes")
    block = set_words(f"{words} 07700 900100 {words} £180,000 {words}", Style(language=language), 900)
    [line] = block.lines
    shown = "".join(cluster.text for piece in line.pieces for cluster in piece.clusters)
    assert "07700 900100" in shown
    assert "£180,000" in shown
    assert shown.index("£180,000") < shown.index("07700 900100"), "what is said first stands at the right"


def test_a_number_is_not_parted_at_the_end_of_a_line() -> None:
    block = set_words("Please ring us on 07700 900100", Style(14), 175)
    assert [line.text for line in block.lines] == ["Please ring us on", "07700 900100"]


def test_a_word_wider_than_the_line_is_broken_and_nothing_of_it_is_lost() -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    block = set_words(word, Style(14), 100)
    assert "".join(line.text for line in block.lines) == word
    assert all(line.width <= 100 for line in block.lines)
    assert len(set_words("ਪੰਜਾਬੀਪੰਜਾਬੀਪੰਜਾਬੀ", Style(14, language="pa"), 60).lines) > 1


def test_line_breaks_and_bold_spans_are_kept() -> None:
    block = set_words([Span("Who: ", bold=True), Span("six\ntwo")], Style(14), 500)
    assert [line.text for line in block.lines] == ["Who: six", "two"]
    weights = {piece.face.weight for piece in block.lines[0].pieces}
    assert weights == {400, 700}


@pytest.mark.parametrize("text", ["", "   ", "\u202e\u200f", "\x00\x07", "a\u200db", "😀 ✓ 中文", "𝔘"])
def test_odd_text_is_set_without_a_fault(text: str) -> None:
    assert set_words(text, Style(language="ur"), 200).lines


def test_lines_of_tall_scripts_stand_further_apart() -> None:
    assert Style(14, language="ur").leading > Style(14, language="pa").leading > Style(14).leading
