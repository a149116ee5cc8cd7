"""The ideas wall and the next question on the real screens, in three languages."""

from dataclasses import replace

import pytest

from kiosk.coproduction.approving import Answers, Because
from kiosk.coproduction.questions import PATH
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import backings

LANGUAGES = ("en", "ur", "pa")


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    def test_an_idea_is_written_approved_read_backed_and_taken_out(
        self, open_wall, event, language, team, texts, propose
    ):
        stall = open_wall(language)
        words, text = stall.model.words(), texts[language]
        code = propose(stall, "Add an idea", "What is your idea?", text)
        (waiting,) = team(stall).ideas("waiting")
        assert (waiting.text, waiting.language) == (text, language)
        team(stall).desk.approve(waiting.id, reads=True)

        stall.press(event.activity("ideas").title.say(language), words("Read the ideas"))
        while not stall.sees(text):
            stall.press(words("Next idea"))
        stall.press(words("I back this"))
        assert stall.sees(words("You backed this"))
        assert stall.sees(words.plural("Backed {count} time.", "Backed {count} times.", 1))
        assert backings(stall.kiosk.keeping.store.db) == {waiting.id: 1}
        stall.press(words("You backed this"))  # once a visit
        assert backings(stall.kiosk.keeping.store.db) == {waiting.id: 1}

        assert team(stall).taken_out(code) == (waiting.id,)
        stall.press(words("Start again"), words("Yes, clear it"))
        stall.press(event.activity("ideas").title.say(language), words("Read the ideas"))
        assert not stall.sees(text)

    def test_a_resident_asks_and_the_next_one_answers(self, open_wall, language, team, texts, propose):
        stall = open_wall(language)
        words, text = stall.model.words(), texts[language] + "?"
        propose(stall, "Ask the next question", "What would you ask the next people?", text)
        (waiting,) = team(stall).ideas("waiting")
        assert waiting.kind == "question"
        assert not stall.sees(words("Asked by a resident"))  # nobody has approved it
        team(stall).desk.approve(waiting.id, answers=Answers.AGREE, reads=True)
        stall.model.know()
        stall.screen.settle()
        stall.press(words("Asked by a resident"))
        if stall.page == "promise":
            stall.press(words("Start"))
        assert stall.heading == text
        assert stall.sees(words("Asked by a resident. One tap is enough."))
        stall.press(words("Strongly agree"))
        assert stall.page == "thanks"
        (kept,) = stall.saved()
        assert kept.answers[PATH] == "strongly_agree"
        assert kept.activity.startswith("asked-")


def test_over_the_place_to_write_stands_what_will_be_seen_and_where_help_is(open_wall, event):
    stall = open_wall()
    for card in ("Add an idea", "Ask the next question"):
        stall.press(card)
        assert stall.sees("Please write no names.")
        assert stall.sees("Once it is shown, we cannot tell which was yours.")
        assert stall.sees(event.event.urgent_help.say("en"))
        stall.press("Back")


def test_nothing_written_is_not_kept_and_says_so(open_wall, team, write):
    stall = open_wall()
    stall.press("Add an idea", "Continue")
    assert stall.sees("Please write something first.")
    write(stall, "What is your idea?", "   ")
    stall.press("Continue")
    assert stall.page == "writing"
    assert team(stall).ideas("waiting") == []


def test_what_was_written_can_be_changed_before_it_is_kept(open_wall, team, write):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue", "Change it")
    assert stall.model.writing.text == "Bins"
    write(stall, "What is your idea?", " for glass")
    stall.press("Continue", "Yes, save it")
    assert [one.text for one in team(stall).ideas("waiting")] == ["Bins for glass"]


def test_a_language_that_nobody_reads_is_told_that_it_waits(open_wall, team, texts, write):
    stall = open_wall("ur")
    words = stall.model.words()
    stall.press(words("Add an idea"))
    write(stall, "What is your idea?", texts["ur"])
    stall.press(words("Continue"))
    told = words("Nobody here reads {language} yet. It waits for a reader.", language="اردو")
    assert stall.sees(told)
    stall.press(words("Yes, save it"))
    with pytest.raises(KioskError):
        team(stall).desk.approve(team(stall).ideas("waiting")[0].id)
    assert not [one for one in open_wall("en").texts if "اردو" in one]


def test_each_idea_stands_in_its_own_language_and_says_which(open_wall, team, texts, propose):
    stall = open_wall("ur")
    propose(stall, "Add an idea", "What is your idea?", texts["ur"])
    team(stall).desk.approve(team(stall).ideas("waiting")[0].id, reads=True)
    stall.kiosk.look.speak("en")
    stall.screen.settle()
    stall.press("Ideas wall", "Read the ideas", "Next idea")
    assert stall.sees(texts["ur"])
    assert stall.sees("In Urdu اردو")
    assert stall.model.idea.tongue == "ur"


def test_what_should_not_be_here_is_hidden_at_once_until_a_volunteer_looks(open_wall, event, team):
    stall = open_wall()
    starter = event.ideas[0].text.say("en")
    stall.press("Read the ideas", "This should not be here", "No, go back")
    assert stall.sees(starter)
    stall.press("This should not be here", "Yes, hide it")
    assert stall.sees("It is hidden until a volunteer has looked.")
    assert not stall.screen.find("Read the ideas. 1 idea.")
    (one,) = team(stall).desk.waiting()
    assert one.reported
    team(stall).desk.hide(one.idea.id, Because.UNKIND)
    assert team(stall).desk.waiting() == ()


@pytest.mark.parametrize(("button", "linked"), [("apart", False), ("together", True)])
def test_whoever_could_help_signs_up_and_is_linked_only_when_they_say_so(open_wall, button, linked, team):
    stall = open_wall()
    idea = stall.kiosk.keeping.together.ideas("en", "")[0].id
    named = {"apart": "Sign up, keep them apart", "together": "Sign up, keep these together"}
    stall.press("Read the ideas", "I could help make this happen", named[button])
    assert stall.model.at.visit.activity.id == "join"
    stall.press("Start", "Yes")  # adults only, as for every sign-up
    while stall.page == "question":
        stall.press(next(name for name in ("Skip", "Continue") if stall.screen.find(name)))
        if stall.model.question.problem:
            break
    kept = stall.model.at.visit.kept_with
    assert (kept == idea) is linked
    assert team(stall).counts[f"could-help/{idea}"] == 1


def test_keeping_together_is_inside_the_sealed_record_and_nowhere_else(make_stall, event):
    stall = make_stall(event)
    stall.model.together.visit("today", kept_with="the-idea")
    if stall.page == "promise":
        stall.press("Start")
    stall.press("Good")
    (kept,) = stall.saved()
    assert kept.notes["idea"] == "the-idea"
    everything = "\n".join(stall.kiosk.keeping.store.db.conn.iterdump())
    assert "the-idea" not in everything


def test_where_there_is_no_sign_up_nobody_is_sent_to_one(open_wall, event):
    off = tuple(replace(one, on=one.kind != "sign_up") for one in event.activities)
    stall = open_wall(on=replace(event, activities=off))
    stall.press("Read the ideas")
    assert not stall.screen.find("I could help make this happen")


def test_a_wall_or_a_question_that_is_off_is_not_there(make_stall, event):
    off = tuple(replace(one, on=one.kind != "ideas") for one in event.activities)
    stall = make_stall(replace(event, activities=off))
    stall.model.know()
    assert "ideas" not in [card["id"] for card in stall.model.welcome.cards]
    quiet = replace(event, event=replace(event.event, resident_questions=False))
    other = make_stall(quiet)
    other.press("Ideas wall")
    assert not [name for name in other.texts if name.startswith("Ask the next question")]


def test_what_the_wall_promises_comes_before_anything_is_written(make_stall, pack):
    on = replace(pack, activities=tuple(replace(one, on=True) for one in pack.activities))
    stall = make_stall(on)
    stall.press("Ideas wall", "Add an idea")
    assert stall.page == "promise"
    assert stall.sees(pack.promise_of(pack.activity("ideas")).can_change.say("en"))
    stall.press("Start")
    assert stall.page == "writing"


@pytest.fixture
def full_disk(monkeypatch):
    """From when it is asked for, the disk takes nothing."""

    def full():
        def refused(store):
            raise KioskError(ErrorCode.DISK_FULL, path=store.folder.root)

        monkeypatch.setattr(Store, "write", refused)

    return full


def test_on_a_full_disk_an_offer_goes_on_and_a_report_says_that_nothing_was_hidden(open_wall, full_disk):
    stall = open_wall()
    full_disk()
    stall.press("Read the ideas", "This should not be here", "Yes, hide it")
    assert stall.page == "menu"
    assert not stall.sees("It is hidden until a volunteer has looked.")
    stall.press("Read the ideas", "I could help make this happen", "Sign up, keep them apart")
    assert stall.model.at.visit.activity.id == "join"


def test_on_a_full_disk_replies_are_read_as_ever(make_stall, event, full_disk):
    stall = make_stall(event)
    stall.model.know()
    stall.screen.settle()
    full_disk()
    stall.press("You said, we did", "Read the replies")
    assert stall.page == "reply"
