"""What a finished visit leaves: records that hold what was chosen, and totals that point at nobody."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from kiosk.recording.sound import Recording
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.sealed.reference import lookup
from kiosk.visit.manner import Colours, Manner, Size
from kiosk.visit.saving import answer_sets, lookups, marks
from kiosk.visit.step import Step

MANNER = Manner("pa", Size.LARGE, Colours.HIGH_CONTRAST, listening=True)


@pytest.fixture(scope="module")
def found():
    return lookups("7F3K9QXDM", "fingerprint")


def test_the_two_lookups_of_a_reference_cannot_be_told_to_belong_together(found):
    assert found.main == lookup("7F3K9QXDM", "fingerprint")
    assert found.main != found.about


@pytest.fixture
def finished(pack, visit_to, go):
    visit = visit_to(pack, "park", language="pa")
    go(visit, "saving", often="never", more="seats other", more_other="A tap", minutes="7", age="65_over")
    return visit


@pytest.fixture
def day():
    return date(2027, 6, 12)


def test_the_record_holds_what_was_chosen(pack, finished, found, day):
    main, about = answer_sets(finished, found, MANNER, day)
    assert main.answers["/data/often"] == "never"
    assert main.answers["/data/more"] == "seats other"
    assert main.answers["/data/more_other"] == "A tap"
    assert (main.activity, main.event_id, main.day, main.language) == ("park", pack.event.id, day, "pa")
    assert main.form_version == pack.forms["park"].version
    assert main.promise_version == pack.promise_of(pack.activity("park")).version
    assert main.settings == {
        "size": "large",
        "colours": "high-contrast",
        "listening": "yes",
        "keys": "usual",
        "steady": "no",
    }
    assert about.answers["/data/age"] == "65_over"


def test_about_you_shares_no_id_and_no_lookup_with_the_answers(finished, found, day):
    main, about = answer_sets(finished, found, MANNER, day)
    assert main.id == finished.record_id != about.id
    assert main.lookup != about.lookup
    assert about.promise_version == ""
    assert not about.notes


def test_nothing_said_about_oneself_leaves_no_record_of_it(pack, visit_to, go, found, day):
    visit = visit_to(pack, "park")
    go(visit, "about")
    visit.pass_over_about()
    assert [kept.activity for kept in answer_sets(visit, found, Manner(), day)] == ["park"]


def test_a_second_try_gives_the_same_records(finished, found, day):
    assert answer_sets(finished, found, MANNER, day) == answer_sets(finished, found, MANNER, day)


def test_a_consent_is_kept_as_it_was_worded(pack, visit_to, go, found, day):
    visit = visit_to(pack, "join", language="pa", about=False)
    go(visit, "name", way="email", happened_email="yes", group_email="no")
    (kept,) = answer_sets(visit, found, MANNER, day)
    consents = kept.notes["consents"]
    assert set(consents) == {"happened_email", "group_email", "library_email"}
    words = visit.main.question("/data/contact/happened_email").label
    assert consents["happened_email"]["words"] == words
    assert consents["happened_email"]["version"] == hashlib.sha256(words.encode()).hexdigest()[:8]
    assert [consents[name]["answer"] for name in ("happened_email", "group_email", "library_email")] == [
        "yes",
        "no",
        "",
    ]


def test_the_stall_counts_ways_and_buckets_and_no_person(finished):
    counted = marks(finished, MANNER, 9)
    assert Mark("visits", "park") in counted
    assert Mark("language", "pa") in counted
    assert Mark("hour", "09") in counted
    assert Mark("profile:age", "65_over") in counted
    assert not any(mark.name == "profile:town" for mark in counted), "what was skipped is not counted"
    assert "A tap" not in repr(counted)


def test_no_thank_you_counts_nothing_about_anybody(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "town", age="65_over")
    while visit.step is not Step.ABOUT:
        visit.back()
    visit.pass_over_about()
    assert not [mark for mark in marks(visit, Manner(), 9) if mark.name.startswith("profile:")]


@pytest.fixture
def about_in_words(pack, form_alone):
    """About you, with a question whose answer is words, and one that another hides."""
    ways = {"type": "select_multiple ways", "name": "ways", "label": "How do you come?"}
    home = {"type": "text", "name": "home", "label": "Where do you live?"}
    further = {"type": "text", "name": "further", "label": "Tell us more", "relevant": "${home} = ''"}
    choices = [{"list_name": "ways", "name": name, "label": name} for name in ("bus", "foot", "car")]
    rows = ({**ways, "kiosk::role": "profile:ways"}, {**home, "kiosk::role": "profile:home"}, further)
    (source,) = form_alone(*rows, choices=choices).forms.values()
    return replace(pack, forms={**pack.forms, pack.activity("about").form_id: source})


def test_what_is_counted_in_the_clear_has_nobodys_words(about_in_words, visit_to, go):
    visit = visit_to(about_in_words, "park")
    go(visit, "saving", ways="bus car", home="By the pond, with Mrs Kaur")
    counted = [mark for mark in marks(visit, Manner(), 9) if mark.name.startswith("profile:")]
    assert counted == [Mark("profile:ways", "bus"), Mark("profile:ways", "car")]


def test_no_thank_you_clears_what_a_cleared_answer_brings_back(about_in_words, visit_to, go, found, day):
    visit = visit_to(about_in_words, "park")
    go(visit, "further", ways="bus")
    visit.answer("I am new here")
    while visit.question.name != "home":
        visit.back()
    visit.answer("By the pond")
    while visit.step is not Step.ABOUT:
        visit.back()
    visit.pass_over_about()
    assert [kept.activity for kept in answer_sets(visit, found, MANNER, day)] == ["park"]


@pytest.mark.parametrize("ticked", [True, False])
def test_two_records_name_each_other_only_where_somebody_said_keep_these_together(
    pack, visit_to, go, found, day, ticked
):
    visit = visit_to(pack, "join")
    answers = {"way": "email", "happened_email": "yes", "name": "Amrit", "email": "amrit@example.org"}
    go(visit, "saving", **answers, age="65_over", **({"together": "OK"} if ticked else {}))
    main, about = answer_sets(visit, found, Manner(), day)
    assert main.notes.get("kept_together") == (about.id if ticked else None)
    assert about.notes.get("kept_together") == (main.id if ticked else None)
    assert answer_sets(visit, found, Manner(), day) == [main, about], "a second try gives the same"


def test_an_answer_that_was_spoken_is_counted_and_not_what_it_said(pack, visit_to, go):
    visit = visit_to(pack, "park", about=False)
    go(visit, "wish")
    assert Mark("voice-answer", "yes") not in marks(visit, Manner(), 9)
    visit.answer(Recording(b"RIFF", 3.0))
    assert marks(visit, Manner(), 9).count(Mark("voice-answer", "yes")) == 1
    visit.answer("A tap")
    assert Mark("voice-answer", "yes") not in marks(visit, Manner(), 9)
