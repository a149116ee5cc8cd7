"""All that can be seen is said, by the page as it comes or to a finger that goes over it (row 2).

KIOSK_EVERY=1 walks every language; otherwise English, and Urdu from right to left.
"""

import os
import re

import pytest
from PySide6.QtTest import QTest

from kiosk.speech.passages import STOPS
from kiosk.visit.manner import Manner
from kiosk.words import LANGUAGES
from ui.residents.tour import DETAILS, walk

from .conftest import touchscreen

SIGNS = str.maketrans("", "", "\u2068\u2069\ue000\ue001\ue002")


def words_in(text):
    """Its words without the stops around them; a reference, which is said sign by sign, falls apart."""
    bare = {word.strip(STOPS + "·,\"'“”„()").casefold() for word in text.translate(SIGNS).split()}
    return {word for word in bare if word and not re.fullmatch(r"[0-9a-z]{3}", word)}


def words_of_practice(stall):
    """Welcome says it in a sentence, the bar in a word."""
    return stall.model.words()("Practice").casefold()


def slid_over(stall):
    """What a finger hears that goes from one named thing to the next, without lifting."""
    window, log = stall.kiosk.window, stall.voice.log
    begun = len(log)
    places = [seen.rect.center() for seen in stall.screen.controls()]
    touch = QTest.touchEvent(window, touchscreen(), False)
    touch.press(1, places[0], window).commit(False)
    for place in places:
        touch = QTest.touchEvent(window, touchscreen(), False)
        touch.move(1, place, window).commit(False)
    touch = QTest.touchEvent(window, touchscreen(), False)
    touch.release(1, places[-1], window).commit(False)
    return [entry.text for entry in log[begun:]]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES if os.environ.get("KIOSK_EVERY") else ("en", "ur"))
def test_nothing_that_is_shown_is_left_unsaid(make_stall, language):
    stall = make_stall(manner=Manner(language, listening=True))
    own_names = {
        each.own.casefold() for each in LANGUAGES.values()
    }  # said by their own voices, one after the other
    unsaid, heard_to, stops = {}, 0, 0
    for stop in walk(stall.kiosk, stall.clock, stall.screen):
        if not stall.kiosk.look.manner.listening or stop.name.startswith("team"):
            continue
        if stop.name.endswith("-recording"):
            continue  # the kiosk is silent while somebody's own voice is recorded
        page = stall.page
        slid_over(stall)
        assert stall.page == page, "nothing is pressed"
        if stop.part == 1:
            said = set()
        said |= words_in(" ".join(entry.text for entry in stall.voice.log[heard_to:]))
        heard_to = len(stall.voice.log)
        said |= words_in(str(stall.kiosk.window.property("page").property("spoken") or ""))  # as More says it
        said |= words_in(" ".join(DETAILS.values()))  # shown on Check, and said only after a yes (row 10)
        stops += 1
        left = words_in(" ".join(stall.texts)) - said - own_names - {words_of_practice(stall)}
        if left:
            unsaid[f"{stop.name}-{stop.part}"] = sorted(left)
    assert stops > 40
    assert unsaid == {}, {text: stop for stop, texts in unsaid.items() for text in texts}
