"""Whole visits by what is named on the screen, from Welcome to Welcome, and what the office then reads."""

import pytest

from kiosk.resources import asset
from kiosk.storage.kept.records import opened, sealed_records
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.sealed.keyfile import unwrap
from kiosk.storage.sealed.reference import grouped, lookup

FILLED_IN = ("instanceID", "chosen", "may_contact")  # by the form itself


def finish(stall):
    """From Thank you to the next person's screen."""
    assert stall.page == "thanks"
    stall.press("Finish and clear")
    assert stall.page == "welcome"


def park(stall):
    """Every question of the park, up to Check."""
    stall.press("Help design the park", "Start", "Continue")
    stall.press("Never", "Continue")
    stall.press("Too far away", "No toilets", "Continue")
    stall.press("Seats and shade", "Toilets", "Something else", "Continue")
    stall.write("What else? Please say.", "A tap, please")
    stall.press("Continue")
    stall.press("Toilets", "Continue")
    stall.write("How many minutes would you walk to a park?", "12")
    stall.press("Continue")
    stall.press("4", "Continue")
    stall.write("What would make this your park?", "Somewhere dry.")
    stall.press("Continue")


PARK = {
    "often": "never",
    "stops": "far toilets",
    "more": "seats toilets other",
    "more_other": "A tap, please",
    "first": "toilets",
    "minutes": "12",
    "safe": "4",
    "wish": "Somewhere dry.",
}


def chosen(answer_set):
    """Answers by the question's own name, without what the form fills in by itself."""
    found = {path.rpartition("/")[2]: value for path, value in answer_set.answers.items()}
    return {
        name: value for name, value in found.items() if name not in ("instanceID", "chosen", "may_contact")
    }


def test_the_park_from_welcome_to_welcome(stall):
    park(stall)
    stall.press("Continue")
    assert stall.heading == "Check your answers"
    assert any("A tap, please" in text for text in stall.everywhere())
    stall.press("Continue")
    assert stall.heading == "May we ask about you?"
    assert stall.saved() == []
    stall.press("No, thank you")
    assert stall.heading == "Thank you. It is saved."
    (kept,) = stall.saved()
    assert chosen(kept) == PARK
    reference = stall.model.at.saved.reference
    assert grouped(reference) in stall.texts
    assert kept.lookup == lookup(reference, stall.secret.fingerprint)
    finish(stall)
    assert grouped(reference) not in stall.texts


def test_about_you_is_kept_apart(stall):
    park(stall)
    stall.press("Continue", "Continue", "Yes, go on")
    stall.press("65 or over", "Continue")
    stall.press("Tipton", "Continue")
    stall.press("Skip", "Skip", "Skip")
    finish(stall)
    main, about = stall.saved()
    assert chosen(about) == {"age": "65_over", "town": "tipton"}
    assert chosen(main) == PARK
    counted = totals(stall.kiosk.keeping.store.db, stall.pack.event.id)
    assert counted[Mark("profile:town", "tipton")] == counted[Mark("visits", "park")] == 1


def test_skipping_everything_is_a_visit_too(stall):
    stall.press("Help design the park", "Start", "Continue")
    while stall.page == "question":
        stall.press("Skip")
    assert stall.page == "check"
    assert "Not answered" in stall.texts
    stall.press("Continue", "No, thank you")
    finish(stall)
    assert chosen(stall.saved()[0]) == {}


def test_a_skip_rule_asks_only_those_it_concerns(stall):
    stall.press("Help design the park", "Start", "Continue", "Most days", "Continue")
    assert stall.heading == "What would bring you to the new park?"
    stall.press("Back", "Never", "Continue")
    assert stall.heading == "What keeps you away from parks?"


def test_a_choice_list_follows_what_was_chosen_before(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip")
    stall.press("Toilets", "Play for under-fives", "Continue")
    choices = [control.name for control in stall.screen.controls() if control.pressable]
    assert "Toilets" in choices
    assert "Play for under-fives" in choices
    assert "Better lighting" not in choices


def test_change_is_prefilled_and_returns_to_check(stall):
    park(stall)
    stall.press("Continue")
    stall.press("Change: How many minutes would you walk to a park?")
    assert stall.model.question.fields[0]["text"] == "12"
    stall.write("How many minutes would you walk to a park?", "20")
    stall.press("Continue")
    assert stall.page == "check"
    stall.press("Change: How often do you go to a park now?")
    assert stall.control("Never").checked
    stall.press("Most weeks", "Continue")
    assert stall.page == "check"
    assert not any("What keeps you away" in text for text in stall.everywhere())
    stall.press("Continue", "No, thank you")
    kept = chosen(stall.saved()[0])
    assert (kept["often"], kept["minutes"]) == ("most_weeks", "20")
    assert "stops" not in kept, "what no longer applies is not saved"


def test_one_tap_is_a_whole_quick_visit(stall):
    stall.press("How was today?", "Start", "Good")
    assert stall.page == "thanks"
    (kept,) = stall.saved()
    assert chosen(kept) == {"feeling": "good"}
    finish(stall)


def sign_up(stall):
    """Up to the first detail."""
    stall.press("Join in, share a skill", "Start")
    assert stall.heading == "Are you 18 or over?"
    stall.press("Yes", "Skip", "Skip")
    stall.press("E-mail", "Continue")
    stall.press("Yes", "Continue", "No", "Continue", "No", "Continue", "No", "Continue", "No", "Continue")


def test_a_sign_up_with_its_notice_and_consents(stall):
    sign_up(stall)
    assert stall.heading == "Before you give your details"
    stall.press("Read all of it")
    assert stall.heading == "How we look after your details"
    full = " ".join(stall.everywhere())
    assert "complain" in full
    while stall.heading != "Before you give your details":
        stall.press("Back")
    stall.press("Continue")
    stall.write("What name should we use?", "Amrit Kaur")
    stall.press("Continue")
    stall.press("How we look after your details")
    assert "complain" in " ".join(stall.everywhere())
    while stall.page != "question":
        stall.press("Back")
    stall.write("What is your e-mail address?", "amrit@example.org")
    stall.press("Continue", "Continue")
    assert stall.page == "check"
    stall.press("Continue", "No, thank you")
    (kept,) = stall.saved()
    assert chosen(kept)["name"] == "Amrit Kaur"
    assert chosen(kept)["email"] == "amrit@example.org"
    consents = kept.notes["consents"]
    assert {name: consent["answer"] for name, consent in consents.items()} == {
        "happened_email": "yes",
        "group_email": "no",
        "library_email": "no",
    }
    finish(stall)


def test_too_young_for_a_sign_up_is_thanked_and_sent_to_who_can_help(stall):
    stall.press("Join in, share a skill", "Start", "No")
    assert stall.heading == "Thank you for telling us"
    assert stall.sees("Sam, at the blue tent")
    stall.press("Back to the start")
    assert stall.page == "welcome"
    assert stall.saved() == []


def test_back_from_too_young_mends_a_slip(stall):
    stall.press("Join in, share a skill", "Start", "No", "Back", "Yes")
    assert stall.page == "question"


def test_the_five_rungs_are_shown_and_explained(stall):
    stall.press("Help design the park")
    for rung in ("Find out", "Talk with us", "Have your say", "Help shape it", "Decide together"):
        assert stall.sees(rung)
    stall.press("Decide together")
    assert stall.sees("Residents and staff decide together.")
    stall.press("Back")
    assert stall.page == "promise"


def test_an_answer_that_will_not_do_is_told_and_kept(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip")
    stall.write("How many minutes would you walk to a park?", "500")
    stall.press("Continue")
    assert stall.sees("Please write a number from 0 to 180.")
    assert stall.model.question.fields[0]["text"] == "500"
    stall.press("How many minutes would you walk to a park?")
    assert stall.model.typing.text == "500"
    stall.press("Delete", "Done", "Continue")
    assert stall.heading == "How safe do you feel by the canal after dark?"
    assert not stall.sees("Please write a number")


def test_a_required_answer_is_asked_for_in_the_forms_words(stall):
    sign_up(stall)
    stall.press("Continue", "Continue")
    assert stall.page == "question"
    required = stall.model.question.problem
    assert required
    assert stall.sees(required)
    stall.write("What name should we use?", "Jo")
    assert not stall.sees(required)


@pytest.mark.slow
def test_the_practice_key_opens_what_practice_keeps(make_stall):
    stall = make_stall(to=None)
    stall.press("How was today?", "Start", "Very good")
    (record,) = sealed_records(stall.kiosk.keeping.store)
    assert b"very_good" not in record.sealed
    secret = unwrap(asset("practice", "practice.key").read_bytes(), "practice")
    assert chosen(opened(secret, record)) == {"feeling": "very_good"}


def test_two_residents_one_after_another(stall):
    for feeling in ("Not good at all", "Good"):
        stall.press("How was today?", "Start", feeling)
        finish(stall)
    assert sorted(chosen(kept)["feeling"] for kept in stall.saved()) == ["bad", "good"]
    assert len({kept.lookup for kept in stall.saved()}) == 2


def test_typing_with_the_keys_on_the_screen(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")
    stall.press("What else? Please say.")
    stall.press("capital A", "space", "t", "a", "x", "Delete", "p", "full stop", "Done")
    assert stall.model.question.fields[0]["text"] == "A tap."
    stall.press("What else? Please say.", "Undo")
    stall.press("Done")
    assert stall.model.question.fields[0]["text"] == "A tap.", "undo knows only of this time at the keys"
