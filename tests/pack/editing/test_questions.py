"""Questionnaires made in the window: written, read again the same, taken by pyxform, asked as meant."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.compile import compile_form, read_form_book
from kiosk.pack.editing.questions.edit import added, with_option
from kiosk.pack.editing.questions.model import (
    CHOSEN,
    FACES,
    LISTED,
    OPEN_ENDED,
    SINGLE,
    Kind,
    Option,
    Question,
    Questionnaire,
    Sense,
    When,
    tidy,
)
from kiosk.pack.editing.questions.offered import begun, bounds_told
from kiosk.pack.editing.questions.read import read
from kiosk.pack.editing.questions.rules import senses
from kiosk.pack.editing.questions.write import write
from kiosk.pack.model import Text

LANGUAGES = ("en", "pa", "ur")
QUIET = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))

anything = st.text(max_size=30).map(tidy)
filled = anything.filter(bool)
name = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(lambda text: not text.startswith("_"))


def text_of(words, *, needed=False):
    """Words in some languages; in the first where they are needed."""

    def made(found):
        return Text({code: said for code, said in found.items() if said})

    some = {code: words if code == "en" and needed else anything for code in LANGUAGES}
    return st.fixed_dictionaries(some).map(made)


@st.composite
def options(draw, kind):
    least, most = (FACES[0], FACES[-1]) if kind is Kind.SMILEYS else (1, 4)
    names = (
        ["yes", "no"]
        if kind is Kind.YES_NO
        else draw(st.lists(name, min_size=least, max_size=most, unique=True))
    )
    files = st.sampled_from(["", "seats.svg"])
    spoken = st.sampled_from([Text(), Text({"pa": "a.mp3"})])
    if kind is Kind.ONE and names == ["yes", "no"]:
        names = ["yes"]
    return tuple(
        Option(one, draw(text_of(filled, needed=True)), draw(files), draw(spoken))
        for one in names
        if one != "other"
    ) or (
        Option("a", Text({"en": "A"})),
        Option("b", Text({"en": "B"})),
    )


@st.composite
def when(draw, earlier):
    asked = [one for one in earlier if one.kind in CHOSEN]
    if not asked or draw(st.booleans()):
        return None
    one = draw(st.sampled_from(asked))
    choices = draw(st.lists(st.sampled_from(one.choice_names), min_size=1, max_size=3, unique=True))
    return When(one.name, draw(st.sampled_from(senses(one))), tuple(choices))


@st.composite
def questionnaires(draw):
    asked = []
    for one in draw(st.lists(name, max_size=5, unique_by=str.lower)):
        if any(one in (other.name, f"{other.name}_other") or f"{one}_other" == other.name for other in asked):
            continue
        kind = draw(st.sampled_from(Kind))
        bounds = st.none() | st.integers(-999, 9999)
        asked.append(
            Question(
                one,
                kind,
                draw(text_of(filled, needed=True)),
                draw(text_of(anything)),
                draw(st.booleans()) and kind is not Kind.NOTE,
                draw(options(kind)) if kind in LISTED else (),
                kind in OPEN_ENDED and draw(st.booleans()),
                kind in SINGLE and draw(st.booleans()),
                *((draw(bounds), draw(bounds)) if kind is Kind.NUMBER else (None, None)),
                draw(text_of(anything)) if kind is Kind.NUMBER else Text(),
                draw(when(asked)),
                draw(st.sampled_from(["", "offer", "detail:email", "consent:news"])),
                draw(st.sampled_from([Text(), Text({"en": "q.mp3"})])),
            )
        )
    return Questionnaire(draw(name), draw(filled), LANGUAGES, tuple(asked), draw(st.integers(0, 9999)))


@QUIET
@given(questionnaires())
def test_what_is_written_is_read_the_same_and_nothing_of_it_is_beyond(form):
    found = read(write(form), "forms/a.xlsx")
    assert found.beyond == ()
    assert found.form == form


@QUIET
@given(questionnaires().filter(lambda form: form.questions))
def test_pyxform_takes_whatever_is_written(form):
    told = convert(BytesIO(write(form)), file_type=".xlsx", validate=False)
    assert told.xform.startswith("<?xml")


@QUIET
@given(questionnaires().filter(lambda form: form.questions), st.data())
def test_each_question_is_asked_as_its_rule_says(form, data):
    source = compile_form(read_form_book(write(form), "forms/a.xlsx"))
    visit = Interview(
        read_form(source.xml, roles=source.roles, or_other=source.or_other), language="en", clock=FakeClock()
    )
    answers = {}
    for one in form.questions:
        asked = expected(one, answers)
        assert (one.name in {question.name for question in visit.questions()}) is asked, one
        if asked and one.kind in CHOSEN:
            most = 1 if one.kind in SINGLE else 3
            chosen = data.draw(st.lists(st.sampled_from(one.choice_names), max_size=most, unique=True))
            visit.answer(f"/data/{one.name}", " ".join(chosen))
            answers[one.name] = set(chosen)


def expected(question, answers):
    """The rule in plain Python, from what it is called."""
    if question.when is None:
        return True
    given_answer = answers.get(question.when.question, set())
    meets = bool(given_answer & set(question.when.choices))
    return meets if question.when.sense in ("is", "includes") else not meets


def test_the_same_questions_are_the_same_bytes_and_another_word_is_not(park):
    assert write(park) == write(park)
    assert write(park) != write(replace(park, title="Another"))


@pytest.fixture
def park():
    form = Questionnaire("park", "Help shape the park", ("en", "pa"))
    form = added(form, Question("", Kind.SEVERAL, Text({"en": "What should there be more of?"}), other=True))
    asked = with_option(with_option(form.questions[0], "en", "Seats"), "en", "Lights")
    return replace(form, questions=(asked,))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.ONE, Kind.SEVERAL, Kind.RANK)])
def test_every_kind_begins_with_all_it_needs_to_be_asked(kind):
    form = added(
        Questionnaire("a", "A", LANGUAGES), replace(begun(kind, LANGUAGES), label=Text({"en": "How is it?"}))
    )
    source = compile_form(read_form_book(write(form), "forms/a.xlsx"))
    (asked,) = Interview(read_form(source.xml), language="pa", clock=FakeClock()).questions()
    assert asked.name == "how_is_it"
    if kind in LISTED:
        assert all(re.search("[\u0a00-\u0a7f]", choice.label) for choice in asked.choices)


def test_a_number_out_of_bounds_is_told_kindly_in_each_language():
    told = bounds_told(0, 12, ("en", "pl"))
    assert told.words["en"] == "Please write a number from 0 to 12."
    assert told.words["pl"] != told.words["en"]
    assert bounds_told(None, None, ("en",)) == Text()


@pytest.mark.parametrize("sense", Sense)
def test_a_rule_of_two_choices_means_what_it_says_of_every_answer(sense):
    kind = Kind.ONE if sense in (Sense.IS, Sense.IS_NOT) else Kind.SEVERAL
    asked = Question("best", kind, Text({"en": "Best?"}), other=True)
    for choice in ("Trees", "Quiet", "Shops"):
        asked = with_option(asked, "en", choice)
    why = Question("why", Kind.WORDS, Text({"en": "Why?"}), when=When("best", sense, ("trees", "other")))
    source = compile_form(
        read_form_book(write(Questionnaire("a", "A", ("en",), (asked, why))), "forms/a.xlsx")
    )
    form = read_form(source.xml, or_other=source.or_other)
    answers = ["", "trees", "quiet", "other"] + (
        ["quiet trees", "quiet shops"] if kind is Kind.SEVERAL else []
    )
    for answer in answers:
        visit = Interview(form, language="en", clock=FakeClock())
        visit.answer("/data/best", answer)
        names = {one.name for one in visit.questions()}
        assert ("why" in names) is expected(why, {"best": set(answer.split())}), answer
