"""The replies and the charter on the real screens, in three languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.coproduction.replies import keep_replies
from kiosk.pack.model import Reply, Text
from kiosk.storage.sealed.reference import new_reference
from kiosk.visit.manner import Manner
from kiosk.words import Words

LANGUAGES = ("en", "ur", "pa")


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    def test_replies_are_read_one_by_one_by_theme_and_by_reference(self, make_stall, event, language, texts):
        stall = make_stall(event, manner=Manner(language))
        words = Words(language)
        mine = new_reference()
        said = Text({"en": "More swings.", language: texts[language]})
        named = Text({language: "@", "en": "@"})
        reply = Reply("swings", "2027-06-11", "cannot", named, said, said, said, (mine,))
        keep_replies(stall.kiosk.keeping.store, stall.clock, event.event.id, [reply])
        stall.model.know()
        stall.screen.settle()
        first = stall.model.welcome.cards[0]
        new = words("{count} new", count=len(event.replies) + 1)
        assert (first["id"], first["summary"]) == ("replies", new)
        stall.press(words("You said, we did"), words("Read the replies"))
        assert stall.heading == "@"
        assert stall.sees(words("We cannot do it"))
        assert stall.sees(texts[language])
        stall.press(words("Next reply"))
        assert stall.heading == event.replies[0].theme.say(language)
        stall.press(words("Back"), words("Back"), words("Choose what it is about"), "@")
        assert stall.sees(texts[language])
        assert not stall.screen.find(words("Next reply"))
        stall.press(words("Back"), words("Back"), words("I have a reference"))
        stall.press(words("What is your reference?"))
        for sign in mine:
            stall.screen.press(sign)
        stall.press(words("Done"), words("Find it"))
        assert stall.sees(texts[language])
        stall.press(words("Start again"), words("Yes, clear it"))
        new = len(event.replies) - 1  # two were seen
        assert stall.model.welcome.cards[0]["summary"] == words("{count} new", count=new)

    def test_the_charter_is_read_clause_by_clause(self, make_stall, event, language):
        alone = replace(event, event=replace(event.event, charter_address=""))
        stall = make_stall(alone, manner=Manner(language))
        words = Words(language)
        stall.press(words("Our charter"))
        headings = [stall.heading]
        while stall.screen.find(words("Next")):
            stall.press(words("Next"))
            headings.append(stall.heading)
        assert len(set(headings)) == 12  # what it is, six foundations, five commitments
        stall.press(words("Back"))
        assert stall.heading == headings[-2]


def test_no_replies_say_that_we_have_not_answered_yet(make_stall, event):
    stall = make_stall(replace(event, replies=()))
    stall.press("You said, we did")
    assert stall.sees("We have not answered yet. Come back and see.")


def test_a_reference_without_a_reply_and_one_that_is_none(make_stall, event):
    stall = make_stall(event)
    stall.press("You said, we did", "I have a reference")
    stall.press("What is your reference?")
    stall.screen.write("7F3")
    stall.press("Done", "Find it")
    assert stall.sees("That is not a whole reference.")
    assert stall.model.writing.text == "7F3"
    stall.press("What is your reference?")
    stall.screen.write(new_reference())
    for _ in range(3):
        stall.screen.key(Qt.Key.Key_Home)
        stall.screen.key(Qt.Key.Key_Delete)
    stall.press("Done", "Find it")
    assert stall.heading == "We have not answered this yet"
    stall.press("Back")
    assert stall.model.writing.text == ""


def test_a_reply_says_when_it_is_not_in_this_language_and_is_late_by_itself(make_stall, event):
    words = Text({"en": "More swings."})
    doing = Reply("swings", "2027-06-01", "doing", words, words, words, Text(), (), "2027-06-11")
    stall = make_stall(replace(event, replies=(doing,)), manner=Manner("pa"))
    pa = Words("pa")
    stall.press(pa("You said, we did"), pa("Read the replies"))
    assert stall.sees(pa("This is not in your language yet. It is in {language}.", language="English"))
    said = [part["tongue"] for part in stall.model.reply.parts if part["words"] == "More swings."]
    assert said == ["en", "en"]
    assert stall.sees(pa("We are late"))
    said = pa("We said {day}. That day has passed.", day=pa("{day} June {year}", day=11, year=2027))
    assert stall.sees(said)
    assert stall.sees(pa("We have not said why yet. Please ask us."))


def test_the_whole_charter_has_its_code_where_the_event_has_its_address(make_stall, event):
    address = "https://example.org/charter"
    stall = make_stall(replace(event, event=replace(event.event, charter_address=address)))
    stall.press("Our charter")
    while stall.screen.find("Next"):
        stall.press("Next")
    assert stall.heading == "Read all of the charter"
    assert stall.sees(address)
