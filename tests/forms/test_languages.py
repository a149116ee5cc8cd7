"""Forms in several languages, and the words that are missing in one."""

import pytest

from kiosk.forms.languages import language_code
from kiosk.forms.wording.plain import plain_text
from kiosk.forms.xpath.calendar import NAMES
from kiosk.words import LANGUAGES

ROWS = [
    {
        "type": "text",
        "name": "name",
        "label::English (en)": "Your name",
        "label::Punjabi (pa)": "ਤੁਹਾਡਾ ਨਾਮ",
        "hint::English (en)": "First name",
        "constraint": "string-length(.) > 1",
        "constraint_message::English (en)": "Too short",
        "constraint_message::Punjabi (pa)": "ਬਹੁਤ ਛੋਟਾ",
    },
    {
        "type": "select_one yn",
        "name": "sure",
        "label::English (en)": "Sure, ${name}?",
        "label::Punjabi (pa)": "ਪੱਕਾ, ${name}?",
    },
    {"type": "calculate", "name": "said", "calculation": "jr:choice-name(${sure}, '${sure}')"},
]
YES = [{"list_name": "yn", "name": "yes", "label::English (en)": "Yes", "label::Punjabi (pa)": "ਹਾਂ"}]


def test_the_language_changes_in_the_middle_and_answers_stay(fill):
    visit = fill(ROWS, choices=YES)
    visit.answer("/data/name", "Ada")
    visit.answer("/data/sure", "yes")
    assert visit.question("/data/sure").label == "Sure, Ada?"
    assert visit.answers()["/data/said"] == "Yes"
    visit.language = "pa"
    assert visit.question("/data/sure").label == "ਪੱਕਾ, Ada?"
    assert visit.question("/data/sure").choices[0].label == "ਹਾਂ"
    assert visit.answers() == {"/data/name": "Ada", "/data/sure": "yes", "/data/said": "ਹਾਂ"}


def test_months_and_days_are_named_in_the_language_of_the_visit(fill):
    rows = [
        {"type": "date", "name": "day", "label": "Day"},
        {"type": "calculate", "name": "long", "calculation": "format-date(${day}, '%A %e %B %Y')"},
        {"type": "calculate", "name": "short", "calculation": "format-date-time(${day}, '%a %e %b')"},
    ]
    visit = fill(rows, language="pl", answers={"/data/day": "2027-12-09"})
    assert visit.answers()["/data/long"] == "czwartek 9 grudnia 2027"
    assert visit.answers()["/data/short"] == "czw. 9 gru"
    visit.language = "ur"
    assert visit.answers()["/data/long"] == "جمعرات 9 دسمبر 2027"
    visit.language = "cy"  # not one of the program's
    assert visit.answers()["/data/long"] == "Thursday 9 December 2027"


def test_every_language_of_the_program_names_all_months_and_days():
    assert set(NAMES) == set(LANGUAGES)
    for names in NAMES.values():
        assert [len(each) for each in (names.short_months, names.months)] == [12, 12]
        assert [len(each) for each in (names.short_days, names.days)] == [7, 7]


def test_a_message_is_in_the_residents_language(fill):
    visit = fill(ROWS, choices=YES, language="pa", answers={"/data/name": "A"})
    assert [each.message for each in visit.problems("/data/name")] == ["ਬਹੁਤ ਛੋਟਾ"]


def test_words_missing_in_a_language_are_said_in_the_forms_own(fill):
    visit = fill(ROWS, choices=YES, language="pa")
    assert visit.question("/data/name").hint == "First name"
    visit.language = "ur"
    assert visit.question("/data/name").label == "Your name"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Punjabi (pa)", "pa"),
        ("English (en)", "en"),
        ("Chinese (zh-Hant)", "zh-Hant"),
        ("default", "en"),
        ("Urdu", "ur"),
        ("english", "en"),
        ("pl", "pl"),
        ("Klingon", "klingon"),
    ],
)
def test_a_languages_name_becomes_its_code(name, code):
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Bold** and _thin_ and *thin*", "Bold and thin and thin"),
        ("***Both*** __too__", "Both too"),
        ("# Heading\nText", "Heading\nText"),
        ("[the park](https://example.org/park) is open", "the park is open"),
        ('<span style="color:red">Red</span> &amp; <b>bold</b><br>next', "Red & bold\nnext"),
        ("age < 5 and > 3", "age < 5 and > 3"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("snake_case_name and a_b", "snake_case_name and a_b"),
        ("* required", "* required"),
        (r"\*not thin\*", "*not thin*"),
        ("1. First\n2. Second", "1. First\n2. Second"),
        ("", ""),
    ],
)
def test_marks_of_a_label_become_plain_text(marked, plain):
    assert plain_text(marked) == plain
