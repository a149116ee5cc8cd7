"""Every mistake of an author in a form that `check` knows: a small workbook, and the line it must give."""

from collections.abc import Callable
from datetime import date
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
    "a misspelt type": (
        survey("txet | why | Why?"),
        "survey · row 2 · A (type)",
        '"txet"',
        'did you mean "text"?',
    ),
    "a misspelt select": (
        survey("selct_one yn | often | Often?", choices=YES_NO),
        "survey · row 2 · A (type)",
        "not a type",
        'did you mean "select_one"?',
    ),
    "no type": (survey(" | why | Why?"), "survey · row 2 · A (type)", "no type", "write a type"),
    "a place on a map": (
        survey("geopoint | home | Where?"),
        "survey · row 2 · A (type)",
        "not for a kiosk",
        "words",
    ),
    "a barcode": (survey("barcode | code | Code?"), "survey · row 2 · A (type)", "no barcodes", "delete"),
    "the phone's number": (survey("deviceid | device |"), "survey · row 2 · A (type)", "device", "delete"),
    "sound in the background": (
        survey("text | a | A?", "background-audio | sound |"),
        "survey · row 3 · A (type)",
        "without being asked",
        "delete",
    ),
    "another app": (
        survey("text | a | A? | ex:org.app", head=HEAD + " | appearance"),
        "survey · row 2 · D (appearance)",
        "other apps",
        "delete the appearance",
    ),
    "no name": (survey("text | | Why?"), "survey · row 2 · B (name)", "blank", "short name"),
    "a name with a space": (survey("text | my why | Why?"), "survey · row 2 · B (name)", "my why", "a to z"),
    "a name that begins with a digit": (
        survey("text | 1st | Why?"),
        "survey · row 2 · B (name)",
        "1st",
        "letter",
    ),
    "a name used twice": (
        survey("text | why | Why?", "text | why | Why not?"),
        "survey · row 3 · B (name)",
        "first in row 2",
        "its own name",
    ),
    "no words": (survey("text | why |"), "survey · row 2 · C (label)", "no words", "write"),
    "a misspelt column": (
        survey("text | why | Why? | yes", head=HEAD + " | requierd"),
        "survey · D (requierd)",
        "not a column",
        'did you mean "required"?',
    ),
    "a column twice": (
        survey("text | why | Why? | What?", head=HEAD + " | label"),
        "survey · C (label)",
        "there twice",
        "keep one",
    ),
    "no column of names": (
        "# survey\ntype | label\ntext | Why?\n" + SETTINGS,
        "survey",
        'no column "name"',
        "row 1",
    ),
    "a misspelt sheet": (
        "# survy\ntype | name | label\ntext | why | Why?\n" + SETTINGS,
        "survey",
        "no sheet called survey",
        'rename the sheet "survy"',
    ),
    "a misspelt sheet of choices": (
        survey(ASKED, choices=YES_NO.replace("# choices", "# choises")),
        "choises",
        "is not read",
        'rename it to "choices"',
    ),
    "a group that never ends": (
        survey("begin_group | g | G", "text | why | Why?"),
        "survey · row 2 · A (type)",
        "never ends",
        "end_group",
    ),
    "an end without a begin": (
        survey("text | why | Why?", "end_group | |"),
        "survey · row 3 · A (type)",
        "without a begin_group",
        "delete",
    ),
    "an end of the other kind": (
        survey("begin_group | g | G", "text | why | Why?", "end_repeat | |"),
        "survey · row 4 · A (type)",
        "other kind",
        "groups end with end_group",
    ),
    "a misspelt begin": (
        survey("begin_gruop | g | G", "text | why | Why?", "end_group | |"),
        "survey · row 2 · A (type)",
        "neither begins nor ends",
        'did you mean "begin_group"?',
    ),
    "no choice list": (
        survey("select_one answer | often | Often?", choices=YES_NO.replace("yn |", "answers |")),
        "survey · row 2 · A (type)",
        'no choice list "answer"',
        'did you mean "answers"?',
    ),
    "a select without a list": (
        survey("select_one | often | Often?", choices=YES_NO),
        "survey · row 2 · A (type)",
        "which choice list",
        "after it",
    ),
    "a choice twice": (
        survey(ASKED, choices=YES_NO + "yn | yes | Aye\n"),
        "choices · row 4 · B (name)",
        "twice, first in row 2",
        "its own name",
    ),
    "a choice without a name": (
        survey(ASKED, choices=YES_NO + "yn | | Perhaps\n"),
        "choices · row 4 · B (name)",
        "no name",
        "short name",
    ),
    "a choice without words": (
        survey(ASKED, choices=YES_NO + "yn | perhaps |\n"),
        "choices · row 4 · C (label)",
        "no words",
        "write",
    ),
    "a choice with a space in a select_multiple": (
        survey("select_multiple yn | which | Which?", choices=YES_NO + "yn | not sure | Not sure\n"),
        "choices · row 4 · B (name)",
        "space",
        "use _",
    ),
    "a calculate without a calculation": (
        survey("text | a | A?", "calculate | sum |", head=WIDE),
        "survey · row 3 · G (calculation)",
        "without a calculation",
        "write it",
    ),
    "a misspelt appearance": (
        survey("text | why | Why? | multilin", head=HEAD + " | appearance"),
        "survey · row 2 · D (appearance)",
        "multilin",
        'did you mean "multiline"?',
    ),
    "neither yes nor no": (
        survey("text | why | Why? | yess", head=HEAD + " | required"),
        "survey · row 2 · D (required)",
        "neither yes nor no",
        "write yes",
    ),
    "a range that is no number": (
        survey("range | safe | Safe? | start=one end=5", head=HEAD + " | parameters"),
        "survey · row 2 · D (parameters)",
        '"one" is not a number',
        "start=1",
    ),
    "a range without a step": (
        survey("range | safe | Safe? | start=1 end=5 step=9", head=HEAD + " | parameters"),
        "survey · row 2 · D (parameters)",
        "does not fit",
        "start=1",
    ),
    "a blank translation": (
        survey(
            "text | why | Why? | ਕਿਉਂ?",
            "text | how | How? |",
            head="# survey\ntype | name | label::English (en) | label::Punjabi (pa)",
        ),
        "survey · row 3 · D (label::Punjabi (pa))",
        "pa are blank",
        "translate",
    ),
    "encryption": (
        survey("text | why | Why?").replace(
            "form_id\nPark | park", "form_id | public_key\nPark | park | MIIB"
        ),
        "settings · row 2 · C (public_key)",
        "seals answers itself",
        "clear",
    ),
    "entities": (
        survey("text | why | Why?") + "# entities\nlist_name | label\npeople | x\n",
        "entities",
        "not for a kiosk",
        "delete the sheet",
    ),
    "an unknown role": (
        survey("text | why | Why? | detial:name", head=HEAD + " | kiosk::role"),
        "survey · row 2 · D (kiosk::role)",
        '"detial:name"',
        'did you mean "detail:name"?',
    ),
    "a consent ticked beforehand": (
        survey(
            "select_one yn | mail | May we write? | consent:mail | yes",
            head=HEAD + " | kiosk::role | default",
            choices=YES_NO,
        ),
        "survey · row 2 · E (default)",
        "ticked beforehand",
        "clear",
    ),
    "a consent that must be ticked": (
        survey(
            "acknowledge | mail | We write. | consent:mail | yes", head=HEAD + " | kiosk::role | required"
        ),
        "survey · row 2 · E (required)",
        "not consent",
        "clear",
    ),
    "a consent as free text": (
        survey("text | mail | May we write? | consent:mail", head=HEAD + " | kiosk::role"),
        "survey · row 2 · A (type)",
        "cannot be a question of type text",
        "acknowledge",
    ),
    "what only pyxform refuses": (
        survey("text | why | Why? | rows=many", head=HEAD + " | parameters"),
        "survey · row 2",
        "does not compile",
        "mend",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_at_its_place(mistake: str, form_file: Callable[..., Path]) -> None:
    text, where, wrong, do = MISTAKES[mistake]
    found = [finding for finding in check_pack(form_file(text)) if finding.severity is Severity.MISTAKE]
    lines = [str(finding) for finding in found]
    here = [line for line in lines if line.startswith(f"park.xlsx · {where}: ")]
    assert any(wrong in line and do in line for line in here), lines


@pytest.mark.parametrize(
    ("place", "value", "wrong"),
    [
        (("choices", "C2"), date(2027, 10, 14), "Excel made a date of it: 2027-10-14"),
        (("choices", "B2"), True, "Excel made TRUE of it"),
        (("choices", "C3"), "#REF!", "the formula gives #REF!"),
    ],
)
def test_what_excel_made_of_a_cell(
    place: tuple[str, str], value: object, wrong: str, form_file: Callable[..., Path]
) -> None:
    found = check_pack(form_file(survey(ASKED, choices=YES_NO), {place: value}))
    assert any(wrong in finding.wrong and finding.row == int(place[1][1]) for finding in found), found


def test_an_xls_named_xlsx_is_read_and_said(tmp_path: Path, real_forms: Path) -> None:
    (tmp_path / "old.xlsx").write_bytes((real_forms / "tutorial.xls").read_bytes())
    assert "an .xls with the name of an .xlsx" in str(check_pack(tmp_path / "old.xlsx")[0])


def test_long_sentences_are_advice(form_file: Callable[..., Path]) -> None:
    words = " ".join(["word"] * 16)
    (found,) = check_pack(form_file(survey(f"text | why | {words}?")))
    assert (found.severity, found.row) == (Severity.ADVICE, 2)


def test_a_clean_form_has_no_findings(form_file: Callable[..., Path]) -> None:
    assert check_pack(form_file()) == ()
