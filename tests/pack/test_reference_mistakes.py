"""What a form refers to, in expressions and by file names: every mistake that `check` knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity

SETTINGS = "# settings\nform_title | form_id\nPark | park\n"
YES_NO = "# choices\nlist_name | name | label\nyn | yes | Yes\nyn | no | No\n"
HEAD = "# survey\ntype | name | label"


def survey(*rows: str, head: str = HEAD, choices: str = "") -> str:
    return "\n".join([head, *rows, choices, SETTINGS]).replace("\n\n", "\n")


WIDE = (
    "# survey\ntype | name | label | relevant | constraint | constraint_message | calculation | choice_filter"
)
ASKED = "select_one yn | often | Do you come often?"

# what is wrong: (the form, where, words of what is wrong, words of what to do)
MISTAKES: dict[str, tuple[str, str, str, str]] = {
    "an unknown reference": (
        survey(ASKED, "text | why | Why? | ${oftn}='yes'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "${oftn}",
        'did you mean "often"?',
    ),
    "an unknown reference in words": (
        survey("text | you | You?", "note | hi | Hello ${yuo}"),
        "survey · row 3 · C (label)",
        "${yuo}",
        'did you mean "you"?',
    ),
    "half a reference": (
        survey(ASKED, "text | why | Why? | ${often='yes'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "not a whole reference",
        "${name}",
    ),
    "a name without its braces": (
        survey(ASKED, "text | why | Why? | often='yes'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "read as a word",
        "${often}",
    ),
    "a bracket not closed": (
        survey(ASKED, "text | why | Why? | (${often}='yes'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "opened and not closed",
        "close it",
    ),
    "a quote not closed": (
        survey(ASKED, "text | why | Why? | ${often}='yes", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "quote",
        "close it",
    ),
    "two equals signs": (
        survey(ASKED, "text | why | Why? | ${often}=='yes'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        '"=="',
        'write "="',
    ),
    "a sign of another language": (
        survey("integer | n | N? | | . > 1 && . < 9 | From 2 to 8", head=WIDE),
        "survey · row 2 · E (constraint)",
        '"&&"',
        'write "and"',
    ),
    "an expression that breaks off": (
        survey("integer | n | N? | | . > | More", head=WIDE),
        "survey · row 2 · E (constraint)",
        "cannot be read",
        "missing",
    ),
    "an unknown function": (
        survey(ASKED, "text | why | Why? | selectd(${often}, 'yes')", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "no function selectd()",
        'did you mean "selected"?',
    ),
    "a function given too little": (
        survey(ASKED, "text | why | Why? | selected(${often})", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        "is given 1",
        "commas",
    ),
    "a word that no choice has": (
        survey(ASKED, "text | why | Why? | ${often}='yess'", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        'no choice "yess"',
        'did you mean "yes"?',
    ),
    "a word that no choice has, in selected()": (
        survey(ASKED, "text | why | Why? | selected(${often}, 'never')", head=WIDE, choices=YES_NO),
        "survey · row 3 · D (relevant)",
        'no choice "never"',
        "yes, no",
    ),
    "a circle of calculations": (
        survey(
            "text | t | T?", "calculate | a | | | | | ${b} + 1", "calculate | b | | | | | ${a} + 1", head=WIDE
        ),
        "survey · row 3 · G (calculation)",
        "calculated from itself",
        "break the circle",
    ),
    "a question that hides itself": (
        survey("text | why | Why? | ${why}='x'", head=WIDE),
        "survey · row 2 · D (relevant)",
        "its own answer",
        "another question",
    ),
    "a choice_filter on a missing column": (
        survey(ASKED, "select_one yn | two | Two? | | | | | twon=${often}", head=WIDE, choices=YES_NO),
        "survey · row 3 · H (choice_filter)",
        'no column "twon"',
        "quotes",
    ),
    "a picture that is not there": (
        survey("text | why | Why? | why.png", head=HEAD + " | image"),
        "survey · row 2 · D (image)",
        "why.png",
        "put it into media",
    ),
    "a picture in a folder": (
        survey("text | why | Why? | pictures/why.png", head=HEAD + " | image"),
        "survey · row 2 · D (image)",
        "names a folder",
        "alone",
    ),
    "a data file that is not there": (
        survey("text | t | T?", "calculate | p | | | | | pulldata('towns', 'a', 'b', ${t})", head=WIDE),
        "survey · row 3 · G (calculation)",
        "towns.csv",
        "folder data",
    ),
    "a file of choices that is not there": (
        survey("select_one_from_file towns.csv | town | Town?"),
        "survey · row 2 · A (type)",
        'no file "towns.csv"',
        "folder data",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_at_its_place(mistake: str, form_file: Callable[..., Path]) -> None:
    text, where, wrong, do = MISTAKES[mistake]
    found = [finding for finding in check_pack(form_file(text)) if finding.severity is Severity.MISTAKE]
    lines = [str(finding) for finding in found]
    here = [line for line in lines if line.startswith(f"park.xlsx · {where}: ")]
    assert any(wrong in line and do in line for line in here), lines
