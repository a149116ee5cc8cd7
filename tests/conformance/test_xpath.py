"""Every case of conformance/xpath.json, answered by an independent engine, put to ours."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kiosk.forms.xpath.compile import compile_xpath
from kiosk.forms.xpath.context import Context, Environment
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.tree import Node, parse_xml
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_text

SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "xpath.json"
pytestmark = pytest.mark.skipif(not SUITE.is_file(), reason="the shared cases are not beside this checkout")
PHOENIX = timezone(timedelta(hours=-7))


# Where we answer otherwise, and why.
DISAGREEMENTS: Mapping[str, Sequence[str]] = {
    "a date is a whole number of days, as in JavaRosa; there it is the local midnight in UTC": [
        'num: "2018-01-01" + 1',
        'num: number("2018-01-01" + 1)',
        'str: "2021-11-30" + 1',
        'str: date("2001-12-26") + 5',
        'str: date("2001-12-26") - 5',
        'str: 5 + date("2001-12-26")',
        'str: -5 + date("2001-12-26")',
        'str: 3 + date("2001-12-26") + 5',
        'str: 3 + date("2001-12-26") - 5',
        "num: number(date('1970-01-01'))",
        "num: number(date('1970-01-02'))",
        "num: number(date('1969-12-31'))",
        "num: number(date('2008-09-05'))",
        "num: number(date('1941-12-07'))",
        "num: number('2008-09-05')",
        "num at 25/#0/#1: date(.)",
        "num at 26/#0/#1: .",
        'num: 10 + date("2012-07-24")',
        'num: 10 + date-time("2012-07-24")',
        'num: number("1970-01-01")',
        'num: number("1970-01-02")',
        'num: number("1969-12-31")',
        'num: number("2008-09-05")',
        'num: number("1941-12-07")',
    ],
    "date() and date-time() of a number: a date has no time, as in JavaRosa": [
        'str: date(decimal-date-time("2003-10-20T08:00:00.000-07:00"))',
        "str: date(0)",
        "str: date(1)",
        "str: date(1.5)",
        "str: date(-1)",
    ],
    "what is no date is blank": [
        "str: date('nonsense')",
        "str: date(number('invalid'))",
        "str: date-time('nonsense')",
    ],
    "a dateTime as a number keeps its fraction (OpenRosa: days since 1970-01-01 UTC)": [
        'str: number("2026-08-27T08:27:00.000+07:00")',
        'str: number("2026-10-28T19:23:00.000+07:00")',
    ],
    "a half is rounded towards positive infinity (XPath 1.0; JavaRosa too)": [
        "num: round(-1.5)",
        "num: round(-1.5, 0)",
        'num: round("-1.475", "2")',
    ],
    "regex() looks at the whole text (ODK's documentation; JavaRosa too)": [
        'bool: regex(/simple/xpath/to/node, "[0-9]{3}")',
    ],
    "the text of a number has no exponent (XPath 1.0)": [
        'num: int("7.922021953507237e-12")',
    ],
    "jr:itext() is a string (OpenRosa)": [
        'nodes at 14/#0/#1/#3/#3: jr:itext("one")',
        'nodes at 14/#0/#1/#3/#3: jr:itext("two")',
        'nodes at 14/#0/#1/#3/#3: jr:itext("three")',
    ],
    "namespace nodes come before attributes (XPath 1.0)": [
        "nodes: id('nss25')/namespace::* | id('nss25')/attribute::*",
    ],
    "a shuffle without a seed has no order to compare": [
        'nodes: randomize(/model/instance[@id="crop_list"]/root/item)',
    ],
}


@cache
def suite() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SUITE.read_text(encoding="utf-8"))
    return loaded


@cache
def document(index: int) -> Node:
    return parse_xml(suite()["documents"][index], allow_doctype=True)


def locate(path: str, root: Node) -> Node:
    """`/#0/#3/@id`: child positions, counting text nodes, from the document node; or an attribute."""
    node = root
    for step in filter(None, path.split("/")):
        if step.startswith("#"):
            node = node.children[int(step[1:])]
        else:
            node = next(each for each in node.attributes if each.name == step[1:])
    return node


def name_of(node: Node) -> str:
    parts = []
    while node.parent is not None:
        parent = node.parent
        if any(each is node for each in parent.children):
            parts.append("#" + str(next(n for n, each in enumerate(parent.children) if each is node)))
        else:
            prefix = "xmlns:" if node.kind.name == "NAMESPACE" else ""
            parts.append("@" + prefix + node.name)
        node = parent
    return "/" + "/".join(reversed(parts))


def environment(case: Mapping[str, Any], root: Node) -> Environment:
    now = datetime.fromtimestamp(case["now_ms"] / 1000, PHOENIX)
    elements = [each for each in root.descendants() if each.local == "instance"]
    by_id = {each.attribute("id"): each for each in reversed(elements)}
    texts = {
        text.attribute("id"): next(v.text() for v in text.named("value") if not v.attribute("form"))
        for each in root.descendants()
        if each.key == "translation" and each.attribute("lang") == case.get("language")
        for text in each.named("text")
    }
    whole_form = root.elements()[0].name == "h:html"
    return Environment(
        root=elements[0] if whole_form else root,
        now=lambda: now,
        random=Random(1),
        instance=by_id.get,
        itext=lambda key: texts.get(key, ""),
    )


def outcome(case: Mapping[str, Any]) -> Any:
    root = document(case["document"])
    node = locate(case["context"], root)
    env = environment(case, root)
    program = compile_xpath(case["expression"], root.elements()[0].namespaces | inner_namespaces(root))
    value: Value = program.run(Context(env, node))
    match case["type"]:
        case "num":
            return to_number(value, env.zone)
        case "str":
            return to_text(value)
        case "bool":
            return to_boolean(value)
        case _:
            return [name_of(each) for each in value] if isinstance(value, list) else to_text(value)


def inner_namespaces(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in root.descendants():
        for prefix, uri in each.namespaces.items():
            if prefix:
                found.setdefault(prefix, uri)
    return found


def agrees(case: Mapping[str, Any], got: Any) -> bool:
    expected = case["expected"]
    if case["type"] == "num":
        wanted = float(expected)
        return (math.isnan(wanted) and math.isnan(got)) or wanted == got or abs(wanted - got) < 1e-9
    if case["type"] == "nodes" and isinstance(got, list):
        how = case.get("match")
        if how == "set":
            return sorted(expected) == sorted(got)
        if how == "any":
            return bool(set(expected) & set(got)) or expected == got
        if how == "first":
            return expected[:1] == got[:1]
    return bool(expected == got)


def failing() -> dict[str, str]:
    """Each case that we answer otherwise, by its type, context and expression, with our answer."""
    found: dict[str, str] = {}
    for case in suite()["cases"]:
        try:
            got = outcome(case)
        except XPathError as fault:
            got = repr(fault)
        if not agrees(case, got):
            where = "" if case["context"] == "/" else f" at {case['document']}{case['context']}"
            found[f"{case['type']}{where}: {case['expression']}"] = repr(got)
    return found


def test_every_case_is_answered_alike_or_is_listed_with_its_reason():
    listed = {case: reason for reason, cases in DISAGREEMENTS.items() for case in cases}
    found = failing()
    assert {case: found[case] for case in found if case not in listed} == {}
    assert [case for case in listed if case not in found] == [], "these agree now: take them off the list"


def test_at_least_98_in_100_cases_are_answered_alike():
    cases = suite()["cases"]
    assert len(cases) == 2508
    assert len(failing()) <= len(cases) * 0.02
