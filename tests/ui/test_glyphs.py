"""No letter is missing from the fonts that come along, in any language (ACCESSIBILITY.md row 39)."""

import json

import pytest
from PySide6.QtGui import QRawFont, QTextLayout

from kiosk.resources import asset, practice_pack
from kiosk.words import LANGUAGES, language_of, texts_in
from ui.painting.measure import font, load_fonts

MISSING = 0  # the glyph that a font draws for a letter that it does not have
FAMILY = "noto"


def glyphs(text):
    """What is drawn for `text`: each glyph's number and the family that it is from."""
    layout = QTextLayout(text.replace("\n", " "), font(40, 400))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    for run in layout.glyphRuns():
        family = QRawFont(run.rawFont()).familyName()
        yield from ((number, family) for number in run.glyphIndexes())


def drawn(text):
    """Whether every glyph of it is one of our own fonts'."""
    return all(number != MISSING and family.lower().startswith(FAMILY) for number, family in glyphs(text))


def every_text(language):
    """All words of the program, the practice event, the charter and the keys in a language."""
    yield from texts_in(language).values()
    yield language_of(language).offered_as
    yield language_of(language).digits
    for path in (practice_pack() / "pack.json", asset("charter", "charter.json")):
        yield from texts_of(json.loads(path.read_text("utf-8")), language)
    for layout in asset("keyboards").glob(f"{language}*.json"):
        yield from strings_in(json.loads(layout.read_text("utf-8")))


def texts_of(fact, language):
    """The words in `language` anywhere inside what JSON holds."""
    if isinstance(fact, dict):
        if isinstance(fact.get(language), str):
            yield fact[language]
        fact = list(fact.values())
    if isinstance(fact, list):
        for value in fact:
            yield from texts_of(value, language)


def strings_in(fact):
    if isinstance(fact, str):
        yield fact
    for value in fact.values() if isinstance(fact, dict) else fact if isinstance(fact, list) else ():
        yield from strings_in(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_a_glyph_of_our_own_fonts(qapp, language):
    load_fonts()
    texts = {text for text in every_text(language) if text.strip()}
    assert len(texts) > 60
    assert [text for text in texts if not drawn(text)] == []


def test_a_letter_that_no_font_has_is_seen(qapp):
    load_fonts()
    assert not drawn("A \U00013000")
