"""Every activity of the practice event by ear alone, with keys and with a finger (rows 1 and 1b)."""

import pytest

from kiosk.forms.columns import columns
from kiosk.forms.definition import read_form
from kiosk.visit.manner import Manner
from kiosk.words import LANGUAGES, Words

from .unseen import Finger, Keys, Unseen

WAYS = {"keys": (Keys, (0,)), "a finger": (Finger, (1, 2))}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_every_activity_by_ear(make_stall, pack, way, language):
    words, (hands, picks) = Words(language), WAYS[way]
    stall = make_stall(manner=Manner(language))
    for activity in ("park", "join", "today"):
        hand = hands(stall, words)
        hand.said()
        hand.begin()
        resident = Unseen(hand, words, picks)
        resident.listen()
        meant = resident.visit(pack.activity(activity).title.say(language))
        print(activity, meant)
        assert meant.saved
