"""Whose a form is: ours until another program saves it; and what of Excel's the editor could take over."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from kiosk.pack.editing.questions.mark import Maker, maker
from kiosk.pack.editing.questions.model import Kind, Question, Questionnaire, Sense, When
from kiosk.pack.editing.questions.read import read
from kiosk.pack.editing.questions.write import write
from kiosk.pack.model import Text
from kiosk.pack.starter import write_starter

FORM = Questionnaire("park", "Park", ("en",), (Question("why", Kind.WORDS, Text({"en": "Why?"})),))
TABLE = """
# survey
type | name | label | {column}
select_one yn | here | Do you live here? |
text | why | Why is that? | {cell}
# choices
list_name | name | label
yn | yes | Yes
yn | no | No
# settings
form_id | default_language
park | English (en)
"""


@pytest.fixture
def excels(form_file):
    def made(column="hint", cell=""):
        return form_file(TABLE.format(column=column, cell=cell)).read_bytes()

    return made


def saved_again(data, change=lambda book: None):
    book = openpyxl.load_workbook(BytesIO(data))
    change(book)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def test_what_we_wrote_is_ours_and_what_excel_wrote_is_not(excels):
    assert maker(write(FORM), "a.xlsx") is Maker.US
    assert maker(excels(), "a.xlsx") is Maker.OTHERS


def test_a_word_changed_in_another_program_makes_it_theirs():
    def change(book):
        book["survey"]["C2"] = "Why not?"

    assert maker(saved_again(write(FORM), change), "a.xlsx") is Maker.US_THEN_OTHERS


def test_a_column_made_wider_in_another_program_is_theirs_too():
    def change(book):
        book["survey"].column_dimensions["C"].width = 70

    assert maker(saved_again(write(FORM), change), "a.xlsx") is Maker.US_THEN_OTHERS


def test_a_new_author_in_its_properties_changes_nothing():
    parts = zipfile.ZipFile(BytesIO(write(FORM)))
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in parts.namelist():
            archive.writestr(name, parts.read(name).replace(b"openpyxl", b"somebody"))
    assert maker(made.getvalue(), "a.xlsx") is Maker.US


@pytest.mark.parametrize("damaged", [b"", b"PK\x03\x04", b"<html>", write(FORM)[:3000]])
def test_bytes_that_are_no_workbook_are_nobodys_of_ours(damaged):
    assert maker(damaged, "a.xlsx") is Maker.OTHERS


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("relevant", "${here} = 'yes' and ${here} != 'no'"),
        ("relevant", "${here} = 'perhaps'"),
        ("relevant", "string-length(${here}) > 1"),
        ("constraint", "string-length(.) > 1"),
        ("appearance", "masked"),
        ("required", "${here} = 'yes'"),
        ("hint", "You said ${here}"),
        ("default", "Because"),
        ("calculation", "1 + 1"),
    ],
)
def test_what_the_editor_does_not_know_is_named_where_it_stands(excels, column, cell):
    (beyond,) = read(excels(column, cell), "a.xlsx").beyond
    assert (beyond.sheet, beyond.row, beyond.column, beyond.said) == ("survey", 3, f"D ({column})", cell)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("${here}='yes'", When("here", Sense.IS, ("yes",))),
        ('${ here } != "no"', When("here", Sense.IS_NOT, ("no",))),
        ("selected(${here}, 'yes') or selected(${here},'no')", When("here", Sense.IS, ("yes", "no"))),
    ],
)
def test_rules_that_mean_the_same_are_taken(excels, cell, rule):
    found = read(excels("relevant", cell), "a.xlsx")
    assert found.beyond == ()
    assert found.form.questions[1].when == rule


def test_the_starters_forms_are_taken_or_said_not_to_be(tmp_path):
    write_starter(tmp_path / "fair")
    found = {path.stem: read(path.read_bytes(), path.name) for path in (tmp_path / "fair/forms").iterdir()}
    assert found["sign-up"].beyond == found["today"].beyond == found["about"].beyond == ()
    assert [(one.row, one.said) for one in found["questions"].beyond] == [
        (5, "select_one_from_file places.csv"),
        (8, "start=1 end=5 step=1"),
        (8, "range"),
    ]
    assert found["sign-up"].form.questions[3].when == When("happened_email", Sense.IS, ("yes",))
