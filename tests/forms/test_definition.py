"""A form as it is read: what it is made of, and what is refused."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.forms.kinds import SUPPORTED, Kind

REAL = Path(__file__).parents[3] / "shared" / "real-forms"

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>Made by hand</h:title><model><instance><data id="hand" version="2"><a/><b/></data></instance>
<bind nodeset="/data/a" type="string" {bind}/><bind nodeset="/data/b" calculate="{calculate}"/></model>
</h:head>
<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>"""


def by_hand(bind="", calculate="1"):
    return XFORM.format(bind=bind, calculate=calculate)


def refusal(xml: str) -> str:
    with pytest.raises(KioskError) as fault:
        read_form(xml)
    assert fault.value.code is ErrorCode.FORM_UNREADABLE
    assert set(fault.value.facts) == {"form", "reason"}
    return str(fault.value.facts["reason"])


def test_a_form_knows_its_names_and_languages(make_form):
    form = make_form(
        [{"type": "text", "name": "q", "label::Punjabi (pa)": "ਸਵਾਲ", "label::English (en)": "Question"}],
        settings=[
            {"form_id": "park", "version": "7", "form_title": "The park", "default_language": "English (en)"}
        ],
    )
    assert (form.id, form.version, form.title) == ("park", "7", "The park")
    assert (set(form.languages), form.default_language) == ({"en", "pa"}, "en")


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"type": "text"}, Kind.TEXT),
        ({"type": "integer"}, Kind.INTEGER),
        ({"type": "decimal"}, Kind.DECIMAL),
        ({"type": "select_one yn"}, Kind.SELECT_ONE),
        ({"type": "select_multiple yn"}, Kind.SELECT_MULTIPLE),
        ({"type": "rank yn"}, Kind.RANK),
        ({"type": "range", "parameters": "start=0 end=10 step=1"}, Kind.RANGE),
        ({"type": "note"}, Kind.NOTE),
        ({"type": "date"}, Kind.DATE),
        ({"type": "time"}, Kind.TIME),
        ({"type": "dateTime"}, Kind.DATETIME),
        ({"type": "acknowledge"}, Kind.ACKNOWLEDGE),
        ({"type": "image"}, Kind.PHOTO),
        ({"type": "image", "appearance": "draw"}, Kind.DRAW),
        ({"type": "image", "appearance": "annotate"}, Kind.ANNOTATE),
        ({"type": "image", "appearance": "signature"}, Kind.SIGNATURE),
        ({"type": "audio"}, Kind.AUDIO),
        ({"type": "video"}, Kind.VIDEO),
        ({"type": "file"}, Kind.FILE),
        ({"type": "geopoint"}, Kind.GEO),
        ({"type": "geoshape"}, Kind.GEO),
        ({"type": "barcode"}, Kind.BARCODE),
        ({"type": "text", "appearance": "ex:org.example.app"}, Kind.EXTERNAL),
    ],
)
def test_every_kind_of_question_is_known(make_form, row, kind):
    choices = [{"list_name": "yn", "name": "yes", "label": "Yes"}]
    form = make_form([row | {"name": "q", "label": "Q"}], choices=choices)
    assert [control.kind for control in form.questions] == [kind]
    assert form.questions[0].shown == (kind in SUPPORTED)


def test_a_field_list_is_its_questions_one_after_another(fill):
    visit = fill(
        [
            {"type": "begin group", "name": "g", "label": "All at once", "appearance": "field-list"},
            {"type": "text", "name": "a", "label": "A"},
            {"type": "text", "name": "b", "label": "B"},
            {"type": "end group"},
        ]
    )
    assert [each.path for each in visit.questions()] == ["/data/g/a", "/data/g/b"]


def test_a_question_has_everything_a_page_shows(fill):
    rows = [
        {
            "type": "range",
            "name": "q",
            "label": "How was *today*?",
            "hint": "Slide",
            "guidance_hint": "Help if asked",
            "image": "sun.png",
            "audio": "today.mp3",
            "appearance": "rating no-ticks",
            "parameters": "start=1 end=5 step=0.5",
            "readonly": "1 = 1",
        }
    ]
    [question] = fill(rows, roles={"/data/q": "profile:mood"}).questions()
    assert (question.label, question.hint, question.guidance) == ("How was today?", "Slide", "Help if asked")
    assert (question.image, question.audio, question.role) == ("sun.png", "today.mp3", "profile:mood")
    assert question.appearance == {"rating", "no-ticks"}
    assert [str(each) for each in (question.range.start, question.range.end, question.range.step)] == [
        "1",
        "5",
        "0.5",
    ]
    assert question.readonly and not question.required


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("", "no element found"),
        ("<h:html", "unclosed token"),
        ("<a/>", "no model"),
        ("<a><model/></a>", "no primary instance"),
        ("<!DOCTYPE a><a/>", "document type"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        (by_hand('relevant="1 +"'), "unfinished"),
        (by_hand('constraint=". ~ 1"'), "'~' at character 3"),
        (by_hand(calculate="fly()"), "no function fly()"),
        (by_hand().replace('input ref="/data/a"', 'input ref="/data/z"'), "asks for /data/z"),
        (by_hand().replace('input ref="/data/a"', 'input ref="/data"'), "asks for /data,"),
        (by_hand(calculate="count()"), "count() does not take 0"),
        (by_hand(calculate="$x"), "not a variable"),
        (by_hand('relevant="/data/b = 1"', "/data/a"), "depend on each other: /data/a, /data/b"),
        (by_hand(calculate="(" * 400 + "1" + ")" * 400), "nested too deep"),
    ],
)
def test_what_cannot_work_is_refused_with_the_reason(xml, reason):
    assert reason in refusal(xml)


def test_a_form_nested_without_end_is_refused():
    assert refusal("<a><model><instance>" + "<b>" * 5000 + "</b>" * 5000 + "</instance></model></a>")


WHOLE = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model><itext><translation lang="en">
<text id="l"><value>L <output value="/data/a"/></value></text></translation></itext>
<instance><data id="d"><a/><r jr:template=""><b/></r><n/></data></instance>
<instance id="c"><root><item><name>x</name><label>X</label></item></root></instance>
<bind nodeset="/data/a" type="string" relevant="true()" constraint=". != 'z'"/>
<bind nodeset="/data/r/b" type="int" required="true()"/>
<bind nodeset="/data/n" calculate="count(/data/r) + 1"/></model></h:head>
<h:body><input ref="/data/a"><label ref="jr:itext('l')"/></input><group ref="/data/r"><label>R</label>
<repeat nodeset="/data/r" jr:count="2"><select1 ref="/data/r/b"><label>B</label>
<itemset nodeset="instance('c')/root/item[name != /data/a]"><value ref="name"/><label ref="label"/></itemset>
</select1></repeat></group></h:body></h:html>"""
QUOTED = [match.span() for match in re.finditer(r'"[^"]*"', WHOLE)]
STRANGE = ['""', '"/"', '"//*"', '".."', '"1 div 0"', '"/data"', '"/data/r"', '"*"', '"jr:itext(1)"']


@settings(max_examples=300)
@given(st.sampled_from(QUOTED), st.sampled_from([*STRANGE, *(WHOLE[a:b] for a, b in QUOTED)]))
def test_a_form_with_anything_in_the_wrong_place_is_refused_or_filled_in(place, wrong):
    xml = WHOLE[: place[0]] + wrong + WHOLE[place[1] :]
    try:
        visit = Interview(read_form(xml), language="en", clock=FakeClock())
        for question in visit.questions():
            visit.problems(question.path)
        visit.answers()
    except KioskError as fault:
        assert fault.code is ErrorCode.FORM_UNREADABLE


def test_the_form_in_the_right_places_is_filled_in():
    visit = Interview(read_form(WHOLE), language="en", clock=FakeClock())
    assert [each.path for each in visit.questions()] == ["/data/a", "/data/r[1]/b", "/data/r[2]/b"]
    assert visit.answers() == {"/data/n": "3"}


def test_a_function_given_what_it_cannot_take_is_told_as_a_fault_of_the_form():
    form = read_form(by_hand(calculate="regex('a', '(')"))
    with pytest.raises(KioskError) as fault:
        Interview(form, language="en", clock=FakeClock())
    assert fault.value.code is ErrorCode.FORM_UNREADABLE
    assert fault.value.facts["form"] == "Made by hand"


def test_a_group_need_not_say_where_it_is():
    xml = (
        by_hand()
        .replace("<h:body>", "<h:body><group><label>G</label>")
        .replace("</h:body>", "</group></h:body>")
    )
    visit = Interview(read_form(xml), language="en", clock=FakeClock())
    assert [(each.path, each.groups) for each in visit.questions()] == [("/data/a", ("G",))]


def test_a_block_of_its_own_namespace_is_found_by_its_prefix():
    xml = by_hand(calculate="concat(/data/o:meta/o:id, '!')").replace(
        "<b/>", '<b/><o:meta xmlns:o="http://openrosa.org/xforms"><o:id>7</o:id></o:meta>'
    )
    visit = Interview(
        read_form(xml.replace("<h:html", '<h:html xmlns:o="http://openrosa.org/xforms"')),
        language="en",
        clock=FakeClock(),
    )
    assert visit.answers() == {"/data/b": "7!", "/data/o:meta/o:id": "7"}


def test_a_calculation_may_look_at_itself():
    form = read_form(by_hand(calculate="if(. = '', 'first', .)"))
    visit = Interview(form, language="en", clock=FakeClock())
    assert visit.answers() == {"/data/b": "first"}


@pytest.mark.skipif(not REAL.is_dir(), reason="the real forms are not beside this checkout")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.xls*")), ids=lambda path: path.stem)
def test_real_forms_are_read_and_asked_from_start_to_end(path):
    zipped = path.read_bytes()[:2] == b"PK"
    form = read_form(convert(xlsform=path.read_bytes(), file_type=".xlsx" if zipped else ".xls").xform)
    visit = Interview(form, language="en", clock=FakeClock())
    at = 0
    while at < len(visit.questions()):
        question = visit.questions()[at]
        assert question.label or question.image, question.path
        if question.choices and not question.readonly:
            visit.answer(question.path, question.choices[0].name)
            assert visit.answers()[question.path] == question.choices[0].name
        at += 1
    assert at
