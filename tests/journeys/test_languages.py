"""Another language or size in the middle of a visit loses nothing, and all of the page follows."""

import pytest

from kiosk.visit.manner import Size
from kiosk.words import Words

UP_TO_MORE = ("Help design the park", "Start", "Continue", "Never", "Continue", "No toilets", "Continue")


def answers(stall):
    return dict(stall.model.at.visit.main.answers())


@pytest.mark.parametrize("language", ["pa", "ur", "bn", "gu", "pl", "ro", "ar"])
def test_a_visit_goes_on_in_another_language_with_all_its_answers(stall, language):
    stall.press(*UP_TO_MORE, "Toilets")
    before, place, english = answers(stall), stall.model.at.visit.position, stall.heading
    words = Words(language)
    offered = next(one["name"] for one in stall.kiosk.look.languages if one["code"] == language)
    stall.press("Language", offered, words("Done"))
    assert answers(stall) == before
    assert stall.model.at.visit.position == place
    assert stall.heading != english
    assert stall.screen.find(words("Continue"))
    assert stall.sees(stall.pack.activity("park").title.say(language))
    stall.press(words("Continue"))
    assert stall.page == "question"


def test_the_record_says_which_language_it_was_given_in(stall):
    stall.press("How was today?", "Language", "Polish Polski", Words("pl")("Done"), Words("pl")("Start"))
    stall.model.question.choose("good")
    stall.screen.settle()
    (kept,) = stall.saved()
    assert kept.language == "pl"
    assert kept.answers["/data/feeling"] == "good"


def test_a_language_on_check_changes_the_answers_words_and_not_the_answers(stall):
    stall.press("Help design the park", "Start", "Continue", "Never")
    while stall.page == "question":
        stall.press("Continue")
    before = answers(stall)
    assert "Never" in stall.everywhere()
    stall.kiosk.look.speak("pl")
    stall.screen.settle()
    assert answers(stall) == before
    assert stall.heading == Words("pl")("Check your answers")
    assert "Never" not in stall.texts


def test_thank_you_and_still_there_follow_the_language_too(stall):
    stall.press("How was today?", "Start", "Good")
    stall.kiosk.look.speak("pa")
    stall.screen.settle()
    assert stall.sees(Words("pa")("Thank you. It is saved."))
    stall.wait(150)
    assert stall.heading == Words("pa")("Are you still there?")


def test_what_is_being_typed_outlasts_another_language_and_size(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip")
    stall.press("How many minutes would you walk to a park?")
    stall.screen.write("25")
    stall.press("Language", "Romanian Română", Words("ro")("Done"))
    assert stall.model.question.fields[0]["text"] == "25"
    stall.kiosk.look.setSize("largest")
    stall.screen.settle()
    assert stall.model.question.fields[0]["text"] == "25"


@pytest.mark.parametrize("size", list(Size))
def test_a_size_in_the_middle_of_a_visit_loses_nothing(stall, size):
    stall.press(*UP_TO_MORE, "Toilets")
    before = answers(stall)
    stall.kiosk.look.setSize(size.value)
    stall.screen.settle()
    assert answers(stall) == before
    stall.press("Play for under-fives")
    assert answers(stall)["/data/more"] == "play toilets"


def test_a_date_begun_stands_as_it_was_typed_after_help_and_another_language(stall):
    stall.press("Join in, share a skill", "Start", "Yes", "Some time", "Continue", "Continue")
    while stall.heading != "Which day could you help plant trees?":
        stall.press("Skip")
    stall.write("Day", "6")
    stall.press("Help", "Back")
    assert [field["text"] for field in stall.model.question.fields] == ["6", "", ""]
    stall.kiosk.look.speak("pl")
    stall.screen.settle()
    assert [field["text"] for field in stall.model.question.fields] == ["6", "", ""]


def test_a_date_that_is_none_is_told_kept_and_never_breaks_check(stall):
    stall.press("Join in, share a skill", "Start", "Yes", "Some time", "Continue")
    while stall.heading != "Which day could you help plant trees?":
        stall.press("Skip")
    for part, text in (("Day", "6"), ("Month", "11"), ("Year", "2027")):
        stall.write(part, text)
    stall.press("Continue")
    while stall.page == "question":
        stall.press("Skip")
    stall.press("Change: Which day could you help plant trees?")
    stall.write("Month", "ab")
    stall.press("Continue")
    assert stall.sees("This is not a date.")
    stall.press("Back")
    assert stall.heading == "Check your answers"
    stall.press("Continue")
    assert stall.page == "question"
    assert stall.sees("This is not a date.")
