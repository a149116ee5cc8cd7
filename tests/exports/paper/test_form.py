"""A questionnaire on paper: everything that the kiosk asks and promises, in every language, large enough."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from exports.paper.form import paper_form
from exports.paper.questions import questions_of
from kiosk.pack.model import Pack, Text
from kiosk.words import LANGUAGES, Words

RARE = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:o="http://opendatakit.org/xforms"><h:head><h:title>T</h:title><model>
 <instance><data id="t"><r><x/></r><d/><t/><m/><k/><s/><p/><a/><far/></data></instance>
 <bind nodeset="/data/r/x" type="string"/><bind nodeset="/data/d" type="date"/>
 <bind nodeset="/data/t" type="time"/><bind nodeset="/data/m" type="dateTime"/>
 <bind nodeset="/data/k" type="odk:rank"/><bind nodeset="/data/s" type="binary"/>
 <bind nodeset="/data/p" type="geopoint"/><bind nodeset="/data/a" type="string"/>
 <bind nodeset="/data/far" type="int"/></model></h:head><h:body>
 <group ref="/data/r"><label>Children</label>
  <repeat nodeset="/data/r"><input ref="/data/r/x"><label>Their age</label></input></repeat></group>
 <input ref="/data/d"><label>Which day</label></input>
 <input ref="/data/t"><label>Which hour</label></input>
 <input ref="/data/m"><label>When</label></input>
 <o:rank ref="/data/k"><label>Put in order</label><item><label>One</label><value>1</value></item>
  <item><label>Two</label><value>2</value></item></o:rank>
 <upload ref="/data/s" mediatype="image/*" appearance="signature"><label>Sign here</label></upload>
 <input ref="/data/p"><label>Where are you</label></input>
 <trigger ref="/data/a"><label>Read this</label></trigger>
 <range ref="/data/far" start="0" end="100" step="1"><label>How far</label></range>
</h:body></h:html>"""
TextOf = Callable[[bytes], str]


def flat(text: str) -> str:
    kept = (one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one)[0] in "LN")
    return "".join(kept).lower()


def words_of(text: str) -> set[str]:
    plain = re.sub("[\u200e-\u202e\u2066-\u2069]", " ", unicodedata.normalize("NFC", text))
    return {"".join(one for one in word if unicodedata.category(one)[0] in "LMN") for word in plain.split()}


@pytest.mark.parametrize("activity", ["park", "join", "about", "today"])
def test_every_question_choice_and_hint_is_on_the_paper(activity: str, pack: Pack, text_of: TextOf) -> None:
    chosen = pack.activity(activity)
    text = flat(text_of(paper_form(pack, [chosen])))
    for group in questions_of(pack.form_of(chosen), Words("en")):
        for question in group.questions:
            for words in (group.title, question.label, question.hint, question.direction):
                assert flat(words) in text
            assert [one.label for one in question.choices if flat(one.label) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_questions_is_there_in_each_language(
    language: str, pack: Pack, text_of: TextOf
) -> None:
    chosen = pack.activity("park")
    found = words_of(text_of(paper_form(pack, [chosen], language)))
    for group in questions_of(pack.form_of(chosen), Words(language)):
        for question in group.questions:
            missing = words_of(question.label) - found - {""}
            # a reader may set a vowel sign of Arabic before its letter
            assert [word for word in missing if not re.search("[\u064b-\u0652]", word)] == []


def test_the_promise_the_notice_and_what_is_safe_are_on_the_paper(pack: Pack, text_of: TextOf) -> None:
    text = text_of(paper_form(pack, [pack.activity("join")]))
    promise = pack.promise_of(pack.activity("join"))
    assert promise
    wanted = [promise.can_change, promise.cannot_change, promise.who_decides, promise.by_when]
    wanted += [pack.event.urgent_help, pack.event.youth_worker, pack.consents[0].notice_short]
    for line in wanted:
        assert flat(line.say("en")) in flat(text)
    for line in pack.consents[0].notice_full.say("en").split("\n"):
        assert flat(line) in flat(text)
    assert "18 or over" in text
    assert "For office use" in text
    assert text.count("How we look after your details") == 1


def test_consent_words_that_nobody_checked_stand_beside_the_english_ones(pack: Pack, text_of: TextOf) -> None:
    text = text_of(paper_form(pack, [pack.activity("join")], "pl"))
    assert "May the park group invite you by e-mail to its meetings?" in text
    assert "No speaker has checked" not in text
    assert Words("pl")("No speaker has checked these words yet.") in text
    assert "No speaker has checked these words yet." not in text_of(paper_form(pack, [pack.activity("join")]))


def test_a_form_without_names_says_so_and_a_sign_up_does_not(pack: Pack, text_of: TextOf) -> None:
    line = "We do not ask your name here. Please write no names."
    assert line in text_of(paper_form(pack, [pack.activity("park")]))
    assert line not in text_of(paper_form(pack, [pack.activity("join")]))


@pytest.mark.parametrize(("large", "least"), [(False, 14), (True, 18)])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_word_is_smaller_than_it_may_be(
    large: bool, least: int, language: str, pack: Pack, sizes_of: Callable[[bytes], set[float]]
) -> None:
    found = sizes_of(paper_form(pack, list(pack.activities)[:1], language, large=large))
    assert found
    assert min(found) >= least


def test_several_activities_begin_on_pages_of_their_own(pack: Pack, text_of: TextOf) -> None:
    both = text_of(paper_form(pack, [pack.activity("park"), pack.activity("today")]))
    assert both.index("Help design the park") < both.index("How was today?")
    assert both.count("For office use") == 2


def test_a_rare_kind_of_question_has_its_place(pack: Pack, text_of: TextOf) -> None:
    activity = replace(pack.activity("park"), form_id="t", title=Text({"en": "Odd"}))
    source = replace(pack.forms["park"], form_id="t", xml=RARE, roles={}, or_other=())
    odd = replace(pack, forms={"t": source}, promises=())
    text = text_of(paper_form(odd, [activity]))
    for words in (
        "Their age",
        "Is there more than one?",
        "Which day",
        "Month",
        "Minutes",
        "Write 1 beside",
        "Sign here",
    ):
        assert words in text
    assert "How far" in text
    assert "Where are you" not in text, "the kiosk cannot ask for a place, and neither can paper"
