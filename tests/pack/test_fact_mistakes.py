"""Facts of an event that cannot hold, and files that cannot be shown, heard or chosen from."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity
from kiosk.storage.sealed.keys import make_key

FORM = """
# survey
type | name | label
select_one yn | often | Often?
text | why | Why?
# choices
list_name | name | label
yn | yes | Yes
yn | no | No
# settings
form_title | form_id | version
Park | park | 3
"""
TOWNS = FORM.replace("select_one yn | often | Often?", "select_one_from_file towns.csv | town | Where?")
PULLED = FORM.replace("text | why | Why?", "calculate | ward | | {}").replace(
    "label\n", "label | calculation\n", 1
)
PICTURED = FORM.replace("type | name | label", "type | name | label | image").replace("Why?", "Why? | {}")
HEARD = PICTURED.replace("| image", "| audio")
PNG = b"\x89PNG\r\n\x1a\n"

Check = Callable[..., list[tuple[Severity, str]]]


@pytest.fixture
def said(pack_folder: Callable[..., Path], good_event: str) -> Check:
    """What `check` says of a pack, apart from its blank key and lists that nobody uses."""

    def check(
        event: str = "", form: str = FORM, files: Mapping[str, bytes] | None = None, after: str = ""
    ) -> list[tuple[Severity, str]]:
        book = good_event.replace("event_id | fair-1", f"event_id | fair-1\n{event}".strip()) + after
        found = check_pack(pack_folder(book, {"park.xlsx": form}, files))
        passed = ("office_key is blank", "used by no question")
        return [(one.severity, str(one)) for one in found if not any(part in one.wrong for part in passed)]

    return check


EVENT: dict[str, tuple[str, str, str]] = {
    "a live question of no form": ("live_question | prk/often", "row 3 · B (value)", 'did you mean "park"?'),
    "a live question that is none": (
        "live_question | park/oftn",
        "row 3 · B (value)",
        'did you mean "often"?',
    ),
    "a live question in words": ("live_question | park/why", "row 3 · B (value)", "by choosing"),
    "an address without its beginning": (
        "charter_address | sandwell.gov.uk",
        "row 3 · B (value)",
        "https://",
    ),
    "half an office key": ("office_key | kiosk1-abc", "row 3 · B (value)", "copy it again"),
    "a misspelt language": ("languages | en, polsh", "row 3 · B (value)", 'did you mean "polish"?'),
}
SHEETS: dict[str, tuple[str, str, str]] = {
    "two tablets of one name": ("# tablets\nname\nNorth\nnorth\n", "tablets · row 3 · A (name)", "row 2"),
    "shares of more than all": (
        "# profile\nkey | bucket | label | share\nage | a | A | 0.7\nage | b | B | 0.7\n",
        "profile · D (share)",
        "1.40",
    ),
}
FILES: dict[str, tuple[str, dict[str, bytes], str]] = {
    "a list that is not UTF-8": (
        TOWNS,
        {"data/towns.csv": "name,label\na,é\n".encode("latin-1")},
        "CSV UTF-8",
    ),
    "a list without labels": (TOWNS, {"data/towns.csv": b"name,town\na,A\n"}, 'no column "label"'),
    "a list of nothing": (TOWNS, {"data/towns.csv": b"name,label\n"}, "add a row for each choice"),
    "a list with a name twice": (TOWNS, {"data/towns.csv": b"name,label\na,A\na,B\n"}, "is there twice"),
    "a list with spaces in names": (TOWNS, {"data/towns.csv": b"name,label\na b,A\n"}, "has spaces"),
    "a list with a blank name": (TOWNS, {"data/towns.csv": b"name,label\n,A\n"}, "row 2 is blank"),
    "a column that the file lacks": (
        PULLED.format("pulldata('towns', 'wrd', 'name', ${often})"),
        {"data/towns.csv": b"name,ward\na,North\n"},
        'did you mean "ward"?',
    ),
    "a document for a picture": (PICTURED.format("a.pdf"), {"media/a.pdf": b"%PDF"}, "that a kiosk shows"),
    "a picture that is none": (PICTURED.format("a.png"), {"media/a.png": b"GIF89a"}, "save it anew as png"),
    "a document for a recording": (HEARD.format("a.docx"), {"media/a.docx": b"PK"}, "that a kiosk plays"),
}


def mistakes(found: list[tuple[Severity, str]]) -> list[str]:
    return [line for severity, line in found if severity is Severity.MISTAKE]


@pytest.mark.parametrize("name", EVENT)
def test_a_fact_that_cannot_hold_is_found(name: str, said: Check) -> None:
    rows, place, do = EVENT[name]
    line = mistakes(said(rows))[0]
    assert f"event.xlsx · event · {place}" in line
    assert do in line


@pytest.mark.parametrize("name", SHEETS)
def test_so_is_one_on_another_sheet(name: str, said: Check) -> None:
    after, place, do = SHEETS[name]
    (line,) = mistakes(said(after=after))
    assert f"event.xlsx · {place}" in line
    assert do in line


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_will_not_do_is_found(name: str, said: Check) -> None:
    form, files, words = FILES[name]
    (line,) = mistakes(said(form=form, files=files))
    assert line.startswith("forms/park.xlsx · survey · row ")
    assert words in line


def test_an_icon_that_is_not_there_and_a_first_page_of_nothing(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    event = good_event.replace("kind | title", "kind | title | icon | on").replace(
        "the park\n", "the park | prk | no\n"
    )
    lines = [str(one) for one in check_pack(pack_folder(event)) if one.severity is Severity.MISTAKE]
    assert any("E (icon)" in line and 'did you mean "park"?' in line for line in lines)
    assert any("nothing to choose on the first page" in line for line in lines)


def test_good_facts_and_files_have_nothing_said_against_them(said: Check) -> None:
    facts = (
        f"office_key | {make_key().public.text}",
        "live_question | park/often",
        "charter_address | https://www.sandwell.gov.uk/charter",
        "idle_seconds | 180",
        "languages | en",
    )
    profile = "# profile\nkey | bucket | label | share\n" + "\n".join(
        f"age | {letter} | {letter} | 0.333" for letter in "abc"
    )
    files = {"data/towns.csv": b"\xef\xbb\xbfname;label\r\na;A\r\nb;B\r\n", "media/a.PNG": PNG}
    form = TOWNS.replace("type | name | label", "type | name | label | image").replace("Why?", "Why? | a.PNG")
    assert mistakes(said("\n".join(facts[2:]), form, files, profile)) == []
    assert mistakes(said("\n".join(facts[:2]))) == []


def test_a_wait_that_is_not_kept_and_a_language_without_our_words_are_told(said: Check) -> None:
    (wait,) = said("idle_seconds | 40")
    assert wait[0] is Severity.ADVICE
    assert "120 to 300" in wait[1]
    found = said("languages | en, so")
    assert any(severity is Severity.ADVICE and "not in so" in line for severity, line in found)
