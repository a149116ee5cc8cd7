"""When a question is to be answered, in words, from the rules that authors write."""

import pytest

from exports.paper.questions import questions_of, unsaid_rules
from kiosk.pack.library import open_pack
from kiosk.pack.model import FormSource
from kiosk.resources import practice_pack
from kiosk.words import LANGUAGES, Words

FORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
 <h:head><h:title>T</h:title><model>
  <instance><data id="t"><a/><b/><n/><count/><last/><g><inside/></g></data></instance>
  <bind nodeset="/data/a" type="string"/><bind nodeset="/data/b" type="string"/>
  <bind nodeset="/data/n" type="int"/>
  <bind nodeset="/data/count" type="string" calculate="{calculate}"/>
  <bind nodeset="/data/last" type="string" relevant="{relevant}"/>
  <bind nodeset="/data/g" relevant="{group}"/><bind nodeset="/data/g/inside" type="string"/>
 </model></h:head>
 <h:body>
  <select1 ref="/data/a"><label>A?</label>
   <item><label>Red</label><value>red</value></item><item><label>Blue</label><value>blue</value></item></select1>
  <select ref="/data/b"><label>B?</label>
   <item><label>Red</label><value>red</value></item>
   <item><label>Other one</label><value>x</value></item></select>
  <input ref="/data/n"><label>How many?</label></input>
  <input ref="/data/last"><label>Last</label></input>
  <group ref="/data/g"><label>Group</label><input ref="/data/g/inside"><label>Inside</label></input></group>
 </h:body>
</h:html>"""


def form(relevant: str, calculate: str = "1", group: str = "true()") -> FormSource:
    escaped = [
        text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        for text in (relevant, calculate, group)
    ]
    xml = FORM.format(relevant=escaped[0], calculate=escaped[1], group=escaped[2])
    return FormSource("t", "1.aaaaaaaa", "T", xml)


def direction(relevant: str, calculate: str = "1") -> str:
    groups = questions_of(form(relevant, calculate), Words("en"))
    [question] = [one for group in groups for one in group.questions if one.path == "/data/last"]
    return question.direction.removeprefix("Answer this only if ").removesuffix(".")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("/data/a = 'red'", "you chose “Red” in question 1"),
        ("'red' = /data/a", "you chose “Red” in question 1"),
        ("../a != 'red'", "you did not choose “Red” in question 1"),
        ("/data/a = 'red' or /data/a = 'blue'", "you chose “Red” or “Blue” in question 1"),
        ("selected(/data/b, 'x')", "you chose “Other one” in question 2"),
        ("not(selected(/data/b, 'x'))", "you did not choose “Other one” in question 2"),
        ("/data/a = 'red' or selected(/data/b, 'red')", "you chose “Red” in one of the questions 1–2"),
        ("/data/a != ''", "you answered question 1"),
        ("/data/a = ''", "you did not answer question 1"),
        ("not(/data/a = '')", "you answered question 1"),
        ("/data/n > 3", "question 3 has more than 3"),
        ("3 < /data/n", "question 3 has more than 3"),
        ("/data/n >= 3", "question 3 has 3 or more"),
        ("/data/n < 3", "question 3 has less than 3"),
        ("not(/data/n < 3)", "question 3 has 3 or more"),
        ("count-selected(/data/b) > 1", "you chose 2 or more in question 2"),
        ("/data/a = 'red' and /data/n > 3", "you chose “Red” in question 1 and question 3 has more than 3"),
        (
            "not(/data/a = 'red' and /data/n > 3)",
            "question 3 has 3 or less or you did not choose “Red” in question 1",
        ),
        ("/data/a = 'gone'", "you chose “gone” in question 1"),
    ],
)  # fmt: skip
def test_a_rule_in_words(rule: str, said: str) -> None:
    found = direction(rule)
    assert sorted(found.split(" or ")) == sorted(said.split(" or "))
    assert not unsaid_rules(form(rule))


def test_what_is_worked_out_is_said_by_what_it_is_worked_out_from() -> None:
    both = "if(/data/a = 'red' or /data/n > 3, 'yes', 'no')"
    assert "“Red” in question 1" in direction("/data/count = 'yes'", both)
    assert direction("/data/count = 'no'", "if(/data/a = 'red', 'yes', 'no')") == (
        "you did not choose “Red” in question 1"
    )
    assert direction("/data/count > 1", "count-selected(/data/b) - 1") == "you chose 2 or more in question 2"


@pytest.mark.parametrize(
    "rule", ["regex(/data/a, 'r.*')", "/data/a = /data/b", "string-length(/data/a) > 3", "/data/gone = 'x'",
             "/data/count = 'yes'", "/data/n > 'many'"],
)  # fmt: skip
def test_what_no_words_can_say_is_left_to_a_helper_and_told_to_staff(rule: str) -> None:
    groups = questions_of(form(rule), Words("en"))
    [question] = [one for group in groups for one in group.questions if one.path == "/data/last"]
    assert question.direction == "Answer this only if it fits you. A helper can tell you."
    assert unsaid_rules(form(rule))["/data/last"] == rule


def test_a_rule_that_goes_round_in_a_circle_ends() -> None:
    assert direction("/data/count = 'yes'", "if(/data/count = 'yes', 'yes', 'no')").startswith("it fits you")


def test_what_is_always_asked_has_no_direction_and_what_never_is_has_no_place() -> None:
    assert direction("true()") == ""
    groups = questions_of(form("false()"), Words("en"))
    assert "/data/last" not in [one.path for group in groups for one in group.questions]


def test_a_group_says_its_rule_once() -> None:
    groups = questions_of(form("/data/a = 'red'", group="/data/a = 'blue'"), Words("en"))
    assert [group.title for group in groups] == ["", "Group"]
    assert groups[1].direction == "Answer this only if you chose “Blue” in question 1."
    assert groups[1].questions[0].direction == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_the_practice_event_has_words_in_every_language(language: str) -> None:
    pack = open_pack(practice_pack(), None)
    for source in pack.forms.values():
        assert unsaid_rules(source) == {}
        said = [one for group in questions_of(source, Words(language)) for one in group.questions]
        assert [one.number for one in said if one.number] == list(
            range(1, sum(one.number > 0 for one in said) + 1)
        )
        directions = [one.direction for one in said if one.direction]
        assert all(any(sign.isdigit() for sign in line) for line in directions)
