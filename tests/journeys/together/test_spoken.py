"""Ideas and questions are spoken in their own language, whoever listens; what a press does is said."""

from dataclasses import replace

import pytest

from kiosk.coproduction.approving import Answers
from kiosk.pack.model import Reply, Text
from kiosk.visit.manner import Manner
from kiosk.words import Words

TREES = "درخت لگائیں"


@pytest.fixture
def heard():
    """Everything that is said from now on, with its language, each part heard to its end."""

    def all_of(stall, *presses):
        before = len(stall.voice.log)
        stall.press(*presses)
        for _ in range(30):
            stall.voice.finish()
            stall.screen.settle()
        return [(entry.text, entry.language) for entry in stall.voice.log[before:]]

    return all_of


@pytest.fixture
def listening(open_wall, team, propose):
    """An English listener at a wall on which somebody wrote in Urdu."""

    def at(card="Add an idea", label="What is your idea?", **how):
        stall = open_wall("ur")
        propose(stall, card, label, TREES)
        team(stall).desk.approve(team(stall).ideas("waiting")[0].id, reads=True, **how)
        stall.kiosk.look.become(Manner("en", listening=True))
        stall.model.know()
        stall.screen.settle()
        return stall

    return at


def test_an_idea_is_spoken_in_its_own_language(listening, heard):
    stall = listening()
    stall.press("Ideas wall", "Read the ideas")
    said = heard(stall, "Next idea")
    assert (TREES, "ur") in said
    assert any(text.startswith("In Urdu") and language == "en" for text, language in said)
    assert not [text for text, language in said if language == "en" and TREES in text]


def test_a_question_is_asked_in_its_own_language_and_answered_in_the_listeners(listening, heard):
    stall = listening("Ask the next question", "What would you ask the next people?", answers=Answers.YES_NO)
    said = heard(stall, "Asked by a resident", *["Start"][: stall.page == "promise"])
    if stall.page == "promise":
        said = heard(stall, "Start")
    assert (TREES, "ur") in said
    assert any("Asked by a resident." in text for text, language in said if language == "en")


def test_backing_and_what_is_wrong_are_said(listening, heard):
    stall = listening()
    stall.press("Ideas wall", "Read the ideas")
    assert ("You backed this", "en") in heard(stall, "I back this")
    stall.press("Back", "Add an idea")
    assert any("Please write something first." in text for text, _ in heard(stall, "Continue"))


def test_a_reply_is_spoken_in_the_language_that_it_has(make_stall, event, heard):
    words = Text({"en": "More swings for the park."})
    reply = Reply("swings", "2027-06-01", "done", words, words, words, Text())
    stall = make_stall(replace(event, replies=(reply,)), manner=Manner("pa", listening=True))
    pa = Words("pa")
    said = heard(stall, pa("You said, we did"), pa("Read the replies"))
    assert any("More swings for the park." in text for text, language in said if language == "en")
    assert any(pa("Done") in text for text, language in said if language == "pa")
