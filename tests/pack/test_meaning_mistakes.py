"""Mistakes that can be read and cannot be meant: words without quotes, defaults that are no answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Finding, Severity

COLUMNS = (
    "type",
    "name",
    "label",
    "relevant",
    "constraint",
    "constraint_message",
    "calculation",
    "default",
    "required",
    "appearance",
    "repeat_count",
)
CHOICES = "# choices\nlist_name | name | label\nyn | yes | Yes\nyn | no | No\n" + "\n".join(
    f"six | n{place} | Number {place}" for place in range(6)
)
OFTEN = {"type": "select_one yn", "name": "often", "label": "Often?"}
SIX = {"type": "select_one six", "name": "six", "label": "Six?"}
AGE = {"type": "integer", "name": "age", "label": "How old?"}
TEXT = {"type": "text", "name": "why", "label": "Why?"}
LIMIT = {**AGE, "constraint_message": "Please mend it."}


@pytest.fixture
def found(form_file: Callable[..., Path]) -> Callable[..., list[Finding]]:
    """What `check` says of a form of these rows, apart from lists that nobody uses."""

    def check(*rows: dict[str, str]) -> list[Finding]:
        lines = [" | ".join(row.get(column, "") for column in COLUMNS) for row in rows]
        text = "\n".join(["# survey", " | ".join(COLUMNS), *lines, CHOICES, "# settings\nform_id\npark"])
        return [one for one in check_pack(form_file(text)) if "used by no question" not in one.wrong]

    return check


MISTAKES: dict[str, tuple[list[dict[str, str]], str, str]] = {
    "a choice without quotes": (
        [OFTEN, {**TEXT, "relevant": "${often} = yes"}],
        "row 3 · D (relevant)",
        "put quotes round it: 'yes'",
    ),
    "a choice without quotes in a function": (
        [OFTEN, {**TEXT, "relevant": "selected(${often}, yes)"}],
        "row 3 · D (relevant)",
        "put quotes round it: 'yes'",
    ),
    "curly quotes": (
        [OFTEN, {**TEXT, "relevant": "${often} = ‘yes’"}],
        "row 3 · D (relevant)",
        "write straight ones",
    ),
    "a sign in capitals": (
        [OFTEN, AGE, {**TEXT, "relevant": "${often} = 'yes' AND ${age} > 3"}],
        "row 4 · D (relevant)",
        "write and",
    ),
    "a number in words": (
        [AGE, {**TEXT, "relevant": "${age} > 'five'"}],
        "row 3 · D (relevant)",
        "in figures",
    ),
    "a limit in words": ([{**LIMIT, "constraint": ". < 'ten'"}], "row 2 · E (constraint)", "in figures"),
    "a date that is none": (
        [{"type": "date", "name": "day", "label": "Day?"}, {**TEXT, "relevant": "${day} > '1/2/2027'"}],
        "row 3 · D (relevant)",
        "date('2027-06-12')",
    ),
    "choices looked for in a number": (
        [AGE, {**TEXT, "relevant": "selected(${age}, '5')"}],
        "row 3 · D (relevant)",
        "compare it with",
    ),
    "a pattern that does not close": (
        [{**TEXT, "constraint": "regex(., '[0-9')", "constraint_message": "Figures, please."}],
        "row 2 · E (constraint)",
        "does not close",
    ),
    "a number that begins in words": ([{**AGE, "default": "none"}], "row 2 · H (default)", "in figures"),
    "a date that begins as no date": (
        [{"type": "date", "name": "day", "label": "Day?", "default": "31/12/2027"}],
        "row 2 · H (default)",
        "2027-06-12",
    ),
    "a time that begins as no time": (
        [{"type": "time", "name": "hour", "label": "When?", "default": "noon"}],
        "row 2 · H (default)",
        "14:30:00",
    ),
    "a default that is no choice": (
        [{**OFTEN, "default": "yess"}],
        "row 2 · H (default)",
        'did you mean "yes"?',
    ),
    "a count that is none": (
        [
            {"type": "begin_repeat", "name": "kid", "label": "Child", "repeat_count": "three"},
            TEXT,
            {"type": "end_repeat"},
        ],
        "row 2 · K (repeat_count)",
        "write a number",
    ),
    "a section of nothing": (
        [TEXT, {"type": "begin_group", "name": "g", "label": "Group"}, {"type": "end_group"}],
        "row 3 · A (type)",
        "add one, or delete it",
    ),
}
ADVICE: dict[str, tuple[list[dict[str, str]], str]] = {
    "several ticks compared with one": (
        [{**OFTEN, "type": "select_multiple yn"}, {**TEXT, "relevant": "${often} = 'yes'"}],
        "selected(${often}, 'yes')",
    ),
    "an answer that comes later": (
        [{**TEXT, "relevant": "${often} = 'yes'"}, OFTEN],
        "move that question up",
    ),
    "a question that is never asked": ([{**TEXT, "relevant": "no"}], "never asked"),
    "a note that must be answered": (
        [{"type": "note", "name": "n", "label": "Read this.", "required": "yes"}],
        "use acknowledge",
    ),
    "six faces": ([{**SIX, "appearance": "smileys"}], "offer 2 to 5 choices"),
}
GOOD: dict[str, list[dict[str, str]]] = {
    "quotes of every kind": [OFTEN, {**TEXT, "relevant": "${often} = 'yes' or ${often} = \"no\""}],
    "an apostrophe inside a word": [TEXT, {**TEXT, "name": "b", "relevant": "${why} != 'don’t know'"}],
    "numbers in quotes": [AGE, {**TEXT, "relevant": "${age} > '5' and ${age} < 9.5"}],
    "dates": [
        {"type": "date", "name": "day", "label": "Day?", "default": "today()"},
        {**TEXT, "relevant": "${day} > '2027-06-12' and ${day} < today() + 5"},
    ],
    "defaults that are answers": [
        {**AGE, "default": "-3"},
        {**OFTEN, "default": "yes"},
        {"type": "select_multiple yn", "name": "more", "label": "More?", "default": "yes no"},
        {"type": "date", "name": "day", "label": "Day?", "default": "2027-06-12"},
        {"type": "time", "name": "hour", "label": "When?", "default": "14:30:00"},
        {**TEXT, "default": "AND so on"},
    ],
    "counts": [
        AGE,
        {"type": "begin_repeat", "name": "kid", "label": "Child", "repeat_count": "${age}"},
        TEXT,
        {"type": "end_repeat"},
        {"type": "begin_repeat", "name": "pet", "label": "Pet", "repeat_count": "3"},
        {**TEXT, "name": "pet_name"},
        {"type": "end_repeat"},
    ],
    "five faces": [{**OFTEN, "appearance": "smileys"}],
    "capitals inside quotes and names": [
        {**TEXT, "name": "OR"},
        {**TEXT, "relevant": "${OR} != 'this AND that'"},
    ],
    "a calculation that comes later": [
        {**TEXT, "relevant": "${sum} > 3"},
        {"type": "calculate", "name": "sum", "calculation": "1 + 3"},
    ],
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_where_it_stands(name: str, found: Callable[..., list[Finding]]) -> None:
    rows, place, do = MISTAKES[name]
    lines = [one for one in found(*rows) if one.severity is Severity.MISTAKE]
    assert len(lines) == 1, [str(one) for one in lines]
    assert f"survey · {place}" in str(lines[0])
    assert do in lines[0].do


@pytest.mark.parametrize("name", ADVICE)
def test_what_is_likely_not_meant_is_advised_against(name: str, found: Callable[..., list[Finding]]) -> None:
    rows, words = ADVICE[name]
    (line,) = found(*rows)
    assert line.severity is Severity.ADVICE
    assert words in str(line)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_form_has_nothing_said_against_it(name: str, found: Callable[..., list[Finding]]) -> None:
    assert [str(one) for one in found(*GOOD[name])] == []
