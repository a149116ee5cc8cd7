"""Words that no speaker has checked say so on every page, seen and heard; sign-up may be closed."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible

from kiosk.visit.manner import Manner
from kiosk.words import Words

TOLD = "No speaker has checked these words yet."


@pytest.fixture
def polish(make_stall, pack):
    """A stall in Polish; `checked` names who checked it for this event."""

    def stand(checked="", **event):
        on = replace(pack, checked={"pl": checked} if checked else {}, event=replace(pack.event, **event))
        return make_stall(on, manner=Manner("pl", listening=True))

    return stand


def mark(stall):
    """What the Language button tells beside its name, as an assistive client reads it."""
    name = Words(stall.kiosk.look.manner.language)("Language")
    root = QAccessible.queryAccessibleInterface(stall.kiosk.window)
    queue = [root]
    while queue:
        node = queue.pop()
        if node.text(QAccessible.Text.Name) == name and node.role() == QAccessible.Role.Button:
            return node.text(QAccessible.Text.Description)
        queue += [node.child(place) for place in range(node.childCount())]
    return None


def test_each_page_says_so_seen_and_heard(polish):
    stall, words = polish(), Words("pl")
    for way in ((), ("Help design the park",), (words("Start"),), (words("Continue"),)):
        for name in way:
            title = stall.pack.activity("park").title.say("pl")
            stall.press(title if name == "Help design the park" else name)
        assert mark(stall) == words(TOLD), stall.page
        assert words(TOLD) in stall.spoken[-1], stall.page
        assert stall.spoken[-1].count(words(TOLD)) == 1


def test_a_language_that_a_speaker_checked_says_nothing(polish):
    stall = polish("Anna Nowak, 2027-06-01")
    assert mark(stall) == ""
    stall.press(stall.pack.activity("park").title.say("pl"))
    assert not any(Words("pl")(TOLD) in said for said in stall.spoken)


def test_english_says_nothing(stall):
    assert mark(stall) == ""


def test_the_program_s_own_check_does_not_vouch_for_the_event_s_words(pack, monkeypatch):
    words = Words("pl", pack.own_words)
    monkeypatch.setattr(words._catalogue, "_info", {"x-checked-by": "A, 2027-01-01"})
    assert not words.checked
    assert Words("pl").checked  # where no event's words are shown


def test_an_event_may_close_sign_up_in_a_language_that_nobody_has_checked(polish):
    stall, words = polish(unchecked_sign_up=False), Words("pl")
    join = stall.pack.activity("join").title.say("pl")
    stall.press(join)
    assert stall.heading == words("You cannot sign up in this language yet")
    assert stall.screen.find(words("Language"))
    stall.kiosk.look.speak("en")
    stall.screen.settle()
    assert stall.page == "promise"
    stall.kiosk.look.speak("pl")
    stall.screen.settle()
    stall.press(words("Back to the start"))
    assert stall.page == "welcome"


def test_answers_are_asked_for_before_a_closed_sign_up_loses_them(polish):
    stall, words = polish(unchecked_sign_up=False), Words("pl")
    stall.kiosk.look.speak("en")
    stall.screen.settle()
    stall.press(stall.pack.activity("join").title.say("en"), "Start", "Yes", "Some time")
    stall.kiosk.look.speak("pl")
    stall.screen.settle()
    assert stall.heading == words("You cannot sign up in this language yet")
    stall.press(words("Back to the start"))
    assert stall.heading == words("Start again?")
    stall.press(words("No, go back"))
    stall.kiosk.look.speak("en")
    stall.screen.settle()
    assert stall.page == "question"
    assert dict(stall.model.at.visit.main.answers())


@pytest.mark.parametrize("event", [{}, {"unchecked_sign_up": True}])
def test_sign_up_is_open_where_the_event_does_not_say_otherwise(polish, event):
    stall = polish(**event)
    stall.press(stall.pack.activity("join").title.say("pl"))
    assert stall.page == "promise"


def test_opinions_are_welcome_in_any_language(polish):
    stall = polish(unchecked_sign_up=False)
    stall.press(stall.pack.activity("park").title.say("pl"))
    assert stall.page == "promise"
