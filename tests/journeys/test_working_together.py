"""The ideas wall, the next question, the replies and the charter on the real screens, in three languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.coproduction.approving import Answers, Approvals, Because
from kiosk.coproduction.questions import PATH
from kiosk.coproduction.replies import keep_replies
from kiosk.coproduction.wall import Wall
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Reply, Text
from kiosk.storage import reference, settings
from kiosk.storage.ideas import backings, ideas_of
from kiosk.storage.reference import new_reference
from kiosk.storage.tallies import totals
from kiosk.storage.withdrawal import withdraw
from kiosk.visit.manner import Manner, Size
from kiosk.words import Words

LANGUAGES = ("en", "ur", "pa")
TEXTS = {"en": "A walk with tea at the end", "ur": "چائے کے ساتھ سیر", "pa": "ਚਾਹ ਵਾਲੀ ਸੈਰ"}


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """What stretching costs is measured in tests/storage."""
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


@pytest.fixture
def event(pack):
    """The practice event with its wall on, one starter idea, and no promise over the wall."""
    activities = tuple(replace(one, on=True) for one in pack.activities)
    promises = tuple(one for one in pack.promises if one.activity != "ideas")
    return replace(pack, activities=activities, promises=promises, ideas=pack.ideas[:1])


@pytest.fixture
def open_wall(make_stall, event):
    """A stall on that event in a language, at its wall."""

    def at(language="en", *, on=event, **manner):
        stall = make_stall(on, manner=Manner(language, **manner))
        stall.model.know()
        stall.screen.settle()
        stall.words = Words(language)
        stall.press(on.activity("ideas").title.say(language))
        return stall

    return at


def taken_out(stall, code):
    """By the code alone, where the event's key is known."""
    store = stall.kiosk.keeping.store
    settings.put(store.db, settings.OFFICE_KEYS, [stall.secret.fingerprint])
    return withdraw(store, code, stall.clock.now().date()).ideas


def desk(stall):
    return Approvals(stall.kiosk.keeping.store, stall.clock, stall.pack.event.id)


def ideas(stall, status):
    return [one for one in ideas_of(stall.kiosk.keeping.store.db) if one.status == status]


def counts(stall):
    found = totals(stall.kiosk.keeping.store.db, stall.pack.event.id)
    return {f"{mark.name}/{mark.bucket}": total for mark, total in found.items()}


def write(stall, label, text):
    """In the field, by its keys, and Done."""
    stall.press(stall.words(label))
    stall.screen.write(text)
    stall.press(stall.words("Done"))


def propose(stall, card, label, text):
    words = stall.words
    stall.press(words(card))
    write(stall, label, text)
    stall.press(words("Continue"))
    assert stall.sees(text)
    stall.press(words("Yes, save it"))
    assert stall.page == "thanks"
    code = stall.model.at.saved.reference
    stall.press(words("Finish and clear"))
    assert stall.page == "welcome"
    return code


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    def test_an_idea_is_written_approved_read_backed_and_taken_out(self, open_wall, event, language):
        stall = open_wall(language)
        words, text = stall.words, TEXTS[language]
        code = propose(stall, "Add an idea", "What is your idea?", text)
        (waiting,) = ideas(stall, "waiting")
        assert (waiting.text, waiting.language) == (text, language)
        desk(stall).approve(waiting.id, reads=True)

        stall.press(event.activity("ideas").title.say(language), words("Read the ideas"))
        while not stall.sees(text):
            stall.press(words("Next idea"))
        stall.press(words("I back this"))
        assert stall.sees(words("You backed this"))
        assert stall.sees(words.plural("Backed {count} time.", "Backed {count} times.", 1))
        assert backings(stall.kiosk.keeping.store.db) == {waiting.id: 1}
        stall.press(words("You backed this"))  # once a visit
        assert backings(stall.kiosk.keeping.store.db) == {waiting.id: 1}

        assert taken_out(stall, code) == (waiting.id,)
        stall.press(words("Start again"), words("Yes, clear it"))
        stall.press(event.activity("ideas").title.say(language), words("Read the ideas"))
        assert not stall.sees(text)

    def test_a_resident_asks_and_the_next_one_answers(self, open_wall, language):
        stall = open_wall(language)
        words, text = stall.words, TEXTS[language] + "?"
        propose(stall, "Ask the next question", "What would you ask the next people?", text)
        (waiting,) = ideas(stall, "waiting")
        assert waiting.kind == "question"
        assert not stall.sees(words("Asked by a resident"))  # nobody has approved it
        desk(stall).approve(waiting.id, answers=Answers.AGREE, reads=True)
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

    def test_replies_are_read_one_by_one_by_theme_and_by_reference(self, make_stall, event, language):
        stall = make_stall(event, manner=Manner(language))
        words = Words(language)
        mine = new_reference()
        said = Text({"en": "More swings.", language: TEXTS[language]})
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
        assert stall.sees(TEXTS[language])
        stall.press(words("Next reply"))
        assert stall.heading == event.replies[0].theme.say(language)
        stall.press(words("Back"), words("Back"), words("Choose what it is about"), "@")
        assert stall.sees(TEXTS[language])
        assert not stall.screen.find(words("Next reply"))
        stall.press(words("Back"), words("Back"), words("I have a reference"))
        stall.press(words("What is your reference?"))
        for sign in mine:
            stall.screen.press(sign)
        stall.press(words("Done"), words("Find it"))
        assert stall.sees(TEXTS[language])
        stall.press(words("Start again"), words("Yes, clear it"))
        new = len(event.replies) - 1  # two were seen
        assert stall.model.welcome.cards[0]["summary"] == words("{count} new", count=new)

    def test_the_charter_is_read_clause_by_clause(self, make_stall, event, language):
        stall = make_stall(event, manner=Manner(language))
        words = Words(language)
        stall.press(words("Our charter"))
        headings = [stall.heading]
        while stall.screen.find(words("Next")):
            stall.press(words("Next"))
            headings.append(stall.heading)
        assert len(set(headings)) == 12  # what it is, six foundations, five commitments
        stall.press(words("Back"))
        assert stall.heading == headings[-2]


# --- what must hold beside


def test_over_the_place_to_write_stands_what_will_be_seen_and_where_help_is(open_wall, event):
    stall = open_wall()
    for card in ("Add an idea", "Ask the next question"):
        stall.press(card)
        assert stall.sees("Please write no names.")
        assert stall.sees("Once it is shown, we cannot tell which was yours.")
        assert stall.sees(event.event.urgent_help.say("en"))
        stall.press("Back")


def test_nothing_written_is_not_kept_and_says_so(open_wall):
    stall = open_wall()
    stall.press("Add an idea", "Continue")
    assert stall.sees("Please write something first.")
    write(stall, "What is your idea?", "   ")
    stall.press("Continue")
    assert stall.page == "writing"
    assert ideas(stall, "waiting") == []


def test_what_was_written_can_be_changed_before_it_is_kept(open_wall):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue", "Change it")
    assert stall.model.writing.text == "Bins"
    write(stall, "What is your idea?", " for glass")
    stall.press("Continue", "Yes, save it")
    assert [one.text for one in ideas(stall, "waiting")] == ["Bins for glass"]


def test_a_language_that_nobody_reads_is_told_that_it_waits(open_wall):
    stall = open_wall("ur")
    words = stall.words
    stall.press(words("Add an idea"))
    write(stall, "What is your idea?", TEXTS["ur"])
    stall.press(words("Continue"))
    told = words("Nobody here reads {language} yet. It waits for a reader.", language="اردو")
    assert stall.sees(told)
    stall.press(words("Yes, save it"))
    with pytest.raises(KioskError):
        desk(stall).approve(ideas(stall, "waiting")[0].id)
    assert not [one for one in open_wall("en").texts if "اردو" in one]


def test_each_idea_stands_in_its_own_language_and_says_which(open_wall):
    stall = open_wall("ur")
    propose(stall, "Add an idea", "What is your idea?", TEXTS["ur"])
    desk(stall).approve(ideas(stall, "waiting")[0].id, reads=True)
    stall.kiosk.look.speak("en")
    stall.screen.settle()
    stall.press("Ideas wall", "Read the ideas", "Next idea")
    assert stall.sees(TEXTS["ur"])
    assert stall.sees("In Urdu اردو")
    assert stall.model.idea.tongue == "ur"


def test_what_should_not_be_here_is_hidden_at_once_until_a_volunteer_looks(open_wall, event):
    stall = open_wall()
    starter = event.ideas[0].text.say("en")
    stall.press("Read the ideas", "This should not be here", "No, go back")
    assert stall.sees(starter)
    stall.press("This should not be here", "Yes, hide it")
    assert stall.sees("It is hidden until a volunteer has looked.")
    assert not stall.screen.find("Read the ideas. 1 idea.")
    (one,) = desk(stall).waiting()
    assert one.reported
    desk(stall).hide(one.idea.id, Because.UNKIND)
    assert desk(stall).waiting() == ()


@pytest.mark.parametrize(("button", "linked"), [("apart", False), ("together", True)])
def test_whoever_could_help_signs_up_and_is_linked_only_when_they_say_so(open_wall, button, linked):
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
    assert counts(stall)[f"could-help/{idea}"] == 1


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


def test_an_idea_that_cannot_be_saved_is_kept_on_the_screen_and_tried_again(open_wall, monkeypatch):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue")

    def full(*_given, **_more):
        raise KioskError(ErrorCode.DISK_FULL, path="data")

    with monkeypatch.context() as broken:
        broken.setattr(Wall, "add", full)
        stall.press("Yes, save it")
    assert stall.heading == "Sorry, it is not saved yet"
    stall.press("Try again")
    assert stall.page == "thanks"
    assert [one.text for one in ideas(stall, "waiting")] == ["Bins"]


def test_a_second_try_is_the_same_idea_under_the_same_code(open_wall, monkeypatch):
    stall = open_wall()
    stall.press("Add an idea")
    write(stall, "What is your idea?", "Bins")
    stall.press("Continue")
    add = Wall.add

    def kept_and_then_lost(wall, *given, **more):
        add(wall, *given, **more)
        raise KioskError(ErrorCode.SAVE_FAILED, reason="the disk said nothing")

    with monkeypatch.context() as broken:
        broken.setattr(Wall, "add", kept_and_then_lost)
        stall.press("Yes, save it")
    stall.press("Try again")
    assert len(ideas(stall, "waiting")) == 1
    assert counts(stall)["proposed/idea"] == 1
    assert taken_out(stall, stall.model.at.saved.reference)


@pytest.mark.parametrize("leave", ["start again", "idle", "fault"])
def test_the_next_person_finds_nothing_of_what_was_written_or_backed(open_wall, event, leave):
    stall = open_wall()
    stall.press("Read the ideas", "I back this", "Back", "Add an idea")
    write(stall, "What is your idea?", "My neighbour's name")
    if leave == "start again":
        stall.press("Start again", "Yes, clear it")
    elif leave == "idle":
        stall.wait(event.event.idle_seconds + 1)
        stall.wait(60)
    else:
        stall.model.recover()
        stall.screen.settle()
        stall.press("Back to the start")
    assert stall.page == "welcome"
    assert stall.model.writing.text == stall.model.typing.text == ""
    stall.press("Ideas wall", "Read the ideas")
    assert stall.screen.find("I back this")  # once a visit, and this is another visit
    stall.press("Back", "Add an idea")
    assert stall.model.writing.text == ""


def test_help_language_and_look_lead_back_to_where_one_was(open_wall, event):
    stall = open_wall()
    stall.press("Read the ideas")
    for button in ("Help", "Look", "Language"):
        stall.press(button, "Back" if button == "Help" else "Done")
        assert stall.page == "idea"
    stall.press("Language", "Punjabi ਪੰਜਾਬੀ", Words("pa")("Done"))
    assert stall.sees(event.ideas[0].text.say("pa"))


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


@pytest.mark.parametrize("size", [Size.STANDARD, Size.LARGEST])
def test_the_wall_by_keys_alone(open_wall, keyed, tabbed, size):
    stall = open_wall(size=size)
    keyed(stall, "Read the ideas", "I back this")
    assert stall.sees("You backed this")
    keyed(stall, "Back", "Add an idea")
    tabbed(stall, "What is your idea?")
    stall.screen.write("Bins")
    keyed(stall, "Continue", "Yes, save it")
    assert stall.page == "thanks"
    assert [one.text for one in ideas(stall, "waiting")] == ["Bins"]
