"""The letters inside the page: those that it shows beyond Latin, and no others."""

import re
from base64 import b64decode

import pytest
import uharfbuzz as hb

from exports.report.webfonts import font_faces


def fonts(text: str) -> list[hb.Face]:
    contents = re.findall(r"base64,([A-Za-z0-9+/=]+)", font_faces(text))
    return [hb.Face(hb.Blob(b64decode(content))) for content in contents]


@pytest.mark.parametrize("text", ["ہم نے کیا سنا؟", "ਅਸੀਂ ਕੀ ਸੁਣਿਆ", "আমরা যা শুনেছি", "અમે શું સાંભળ્યું"])
def test_the_letters_are_there_and_join_in_both_weights(text: str) -> None:
    [face] = fonts(text)
    assert {ord(one) for one in text} <= set(face.unicodes)
    assert [axis.tag for axis in face.axis_infos] == ["wght"]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    assert all(info.codepoint for info in buffer.glyph_infos)


def test_latin_letters_need_none_and_two_scripts_need_two() -> None:
    assert font_faces("Dzień Społeczności, în pericol: 180 000 £") == ""
    assert len(fonts("ہم ਅਸੀਂ")) == 2


def test_only_what_is_shown_is_carried() -> None:
    [face] = fonts("ہم")
    assert len(face.unicodes) < 12
    assert font_faces("ہم") == font_faces("ہم")
