"""Every activity with questions by ear alone, with keys and with a finger (rows 1 and 1b)."""

import re

import pytest

from kiosk.forms.columns import columns
from kiosk.forms.definition import read_form
from kiosk.forms.kinds import SELECTS, Kind
from kiosk.pack.model import ActivityKind
from kiosk.storage.kept.ideas import backings, ideas_of
from kiosk.visit.manner import Manner
from kiosk.words import LANGUAGES, Words
from ui.keyboard import face, keyboards

from .hands import Finger, Keys
from .unseen import Unseen

WAYS = {"keys": (Keys, (0,)), "a finger": (Finger, (1, 2))}
VISITS = (ActivityKind.QUESTIONS, ActivityKind.SIGN_UP, ActivityKind.QUICK)


def letters(language):
    """What each letter and sign is called, to somebody who speaks the language."""
    return {
        face(key, Words(language)).name: key.text
        for purpose in ("", "email", "number", "phone")
        for layout in keyboards(language, purpose)
        for rows in layout.layers.values()
        for row in rows
        for key in row
        if key.text
    }


def as_asked(pack, record, language):
    """What the office reads, by the words that were asked: choices by their labels."""
    source = pack.form_of(pack.activity(record.activity))
    form = read_form(source.xml, roles=source.roles, or_other=source.or_other)
    found = {}
    for column in columns(form):
        value = record.answers.get(column.path, "")
        if column.label and value:
            labels = column.choices if column.kind in SELECTS else {}
            if column.kind is Kind.ACKNOWLEDGE:
                value = Words(language)("Yes, please")
            found[column.label.get(language, "")] = [
                labels[name].get(language, name) if name in labels else name
                for name in (value.split() if labels else [value])
            ]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_every_activity_by_ear(make_stall, pack, way, language):
    words, (hands, picks) = Words(language), WAYS[way]
    stall = make_stall(manner=Manner(language))
    for activity in pack.activities:
        if not activity.on or activity.kind not in VISITS:
            continue
        hand = hands(stall, words)
        hand.said()
        hand.begin()
        resident = Unseen(hand, words, picks, letters(language))
        resident.listen()
        before = {record.id for record in stall.saved()}
        meant = resident.visit(activity.title.say(language))
        assert meant.saved
        records = [record for record in stall.saved() if record.id not in before]
        assert activity.id in {record.activity for record in records}
        kept = {asked: answer for each in records for asked, answer in as_asked(pack, each, language).items()}
        assert {asked: said_as(answer) for asked, answer in meant.answers.items()} == {
            asked: said_as(answer) for asked, answer in kept.items()
        }
        assert stall.page == "welcome"


def said_as(answer):
    """An answer without what a resident does not hear of it: capitals, how a date or a tick is kept."""
    text = " ".join(answer)
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if date:
        answer = [str(int(part)) for part in date.groups()]
    if all(part.isdecimal() for part in answer):
        return " ".join(sorted(answer))  # a finger comes to day, month and year in another order
    return text.casefold()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_the_ideas_wall_by_ear(make_stall, pack, way, language):
    """An idea is backed, one is added, and the next question is asked: each is kept as it was meant."""
    words, (hands, picks) = Words(language), WAYS[way]
    stall = make_stall(manner=Manner(language))
    wall = next(one for one in pack.activities if one.kind is ActivityKind.IDEAS)
    hand = hands(stall, words)
    hand.said()
    hand.begin()
    resident = Unseen(hand, words, picks, letters(language))
    resident.listen()
    resident.press(wall.title.say(language), whole=False)
    resident.press(words("Read the ideas"), whole=False)
    resident.press(words("I back this"))
    assert sum(backings(stall.kiosk.keeping.store.db).values()) == 1
    resident.press(words("Back"))
    for card in ("Add an idea", "Ask the next question"):
        if stall.page == "welcome":  # for the next person, who asks for the voice
            hand.begin()
            resident.listen()
            resident.press(wall.title.say(language), whole=False)
        before = {one.id for one in ideas_of(stall.kiosk.keeping.store.db)}
        resident.press(words(card), whole=False)
        meant = resident.to_the_end()
        assert meant.saved
        (idea,) = [one for one in ideas_of(stall.kiosk.keeping.store.db) if one.id not in before]
        assert (idea.language, idea.status) == (language, "waiting")
        assert [idea.text.casefold()] in [[said_as(page)] for page in meant.answers.values()]
        assert stall.page == "welcome"
