"""Easy Read: what residents of the practice event read is short (ACCESSIBILITY.md row 43)."""

import json
import re

import pytest

from kiosk.forms.kinds import Kind
from kiosk.pack.check import check_pack
from kiosk.resources import asset, practice_pack

MOST = 15  # words a sentence
SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n")
SELECTS = {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE}


def texts_of(fact, path=""):
    """Every English text inside a compiled pack, with where it stands."""
    if isinstance(fact, dict):
        if isinstance(fact.get("en"), str):
            yield path, fact["en"]
        for name, value in fact.items():
            yield from texts_of(value, f"{path}/{name}")
    elif isinstance(fact, list):
        for place, value in enumerate(fact):
            yield from texts_of(value, f"{path}/{place}")


def long_ones(texts):
    return [
        f"{path}: {sentence}"
        for path, text in texts
        for sentence in SENTENCE.split(text)
        if len(sentence.split()) > MOST
    ]


@pytest.mark.parametrize(
    "place", [practice_pack() / "pack.json", asset("charter", "charter.json")], ids=["event", "charter"]
)
def test_no_sentence_is_longer_than_fifteen_words(place):
    texts = list(texts_of(json.loads(place.read_text("utf-8"))))
    assert len(texts) > 10
    # the privacy notice in full must name what the law asks for: it is one tap away, and read aloud
    assert long_ones((path, text) for path, text in texts if "notice_full" not in path) == []


def test_a_long_sentence_is_seen():
    assert long_ones([("here", "Short. " + " ".join(["word"] * 16))])
    assert not long_ones([("here", "Short. " + " ".join(["word"] * 15))])


def test_check_has_no_advice_left_for_the_practice_event_on_its_words():
    assert [str(found) for found in check_pack(practice_pack()) if "sentence" in found.wrong] == []
