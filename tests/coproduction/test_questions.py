"""A resident's question as a form: the same on every tablet, in every language, and safe whatever it says."""

from dataclasses import replace

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction.approving import Answers
from kiosk.coproduction.questions import PATH, activity_id, choices_of, form_of, is_asked, with_questions
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.forms.kinds import Kind
from kiosk.pack.library import open_pack
from kiosk.pack.model import ActivityKind
from kiosk.resources import practice_pack
from kiosk.storage.kept.ideas import Idea
from kiosk.words import LANGUAGES, Words

ASKED = Idea(
    "7a1f0000-0000-4000-8000-00000000abcd",
    "fair2027",
    "question",
    "Should the library open on Sundays?",
    "en",
    "approved",
    answers="agree",
)


def interview(idea: Idea, language: str = "en") -> Interview:
    form = form_of(idea)
    return Interview(read_form(form.xml, roles=form.roles), language=language, clock=FakeClock())


def test_the_form_is_the_same_wherever_it_is_made_and_another_when_it_is_answered_otherwise() -> None:
    assert form_of(ASKED) == form_of(replace(ASKED, revision=4, lookup="a" * 64))
    versions = {form_of(replace(ASKED, answers=one.value)).version for one in Answers}
    assert len(versions) == len(Answers)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [Answers.AGREE, Answers.YES_NO])
def test_every_language_has_the_choices_in_its_own_words(answers: Answers, language: str) -> None:
    (question,) = interview(replace(ASKED, answers=answers.value), language).questions()
    assert question.label == ASKED.text  # its own words, whoever reads it
    said = choices_of(answers, Words(language)).values()
    assert [choice.label for choice in question.choices] == list(said)
    assert question.choices[-1].name == "prefer_not_to_say"
    assert question.hint == Words(language)("Asked by a resident. One tap is enough.")


def test_own_words_are_a_text_of_several_lines() -> None:
    (question,) = interview(replace(ASKED, answers="words")).questions()
    assert question.kind is Kind.TEXT
    assert "multiline" in question.appearance


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp; ]]> \"quotes\" 'and' ${x}",
        "a\x00b\x07c",
        "*five* _stars_ [x](y) # \\ I <3 trees",
        "کیا؟",
        "x" * 600,
        "/data/answer",
    ],
)
def test_whatever_somebody_asks_is_only_words(text: str) -> None:
    asked = interview(replace(ASKED, text=text))
    (question,) = asked.questions()
    assert question.label.split() == "".join(sign for sign in text if sign >= " ").split()
    asked.answer(PATH, "agree")
    assert asked.answers()[PATH] == "agree"


def test_the_event_has_an_activity_for_each_with_the_walls_promise() -> None:
    pack = open_pack(practice_pack(), None)
    wall = next(one for one in pack.activities if one.kind is ActivityKind.IDEAS)
    free = replace(ASKED, id="other", answers="words")
    asked = with_questions(pack, [ASKED, free], wall)
    quick, own_words = asked.activity(activity_id(ASKED)), asked.activity(activity_id(free))
    assert (quick.kind, own_words.kind) == (ActivityKind.QUICK, ActivityKind.QUESTIONS)
    assert is_asked(quick.id)
    assert not is_asked("park")
    assert asked.form_of(quick).form_id == quick.id
    assert asked.promise_of(quick) == replace(pack.promise_of(wall), activity=quick.id)
    assert quick.title.say("pa") == Words("pa")("Asked by a resident")
    assert quick.tongue == "en"
    assert pack.activity("park").tongue == ""
