"""Numbers and days as each language writes them (ACCESSIBILITY.md, languages)."""

from datetime import date

import pytest
from babel.core import Locale

from kiosk.days import said_day
from kiosk.words import LANGUAGES, Words

DAY = date(2027, 12, 9)


@pytest.mark.parametrize(
    ("language", "written"), [("en", "2027"), ("bn", "২০২৭"), ("ar", "2027"), ("ur", "2027"), ("pa", "2027")]
)
def test_a_number_is_written_in_the_digits_of_its_language(language, written):
    words = Words(language)
    assert words.number(2027) == written
    said = words("Question {number} of {of}", number=2, of=7)
    assert words.number(2) in said
    assert words.number(7) in said


def test_the_digits_are_those_of_the_cldr():
    for code, language in LANGUAGES.items():
        system = Locale(code).default_numbering_system
        expected = {"latn": "0", "beng": "০"}[system]
        assert language.digits[0] == expected, code
        assert len(set(language.digits)) == 10


def test_what_is_no_number_keeps_its_signs():
    said = Words("bn")(
        "{event}, {day}. Reference {reference}."
        " To see the reply, or to take out what you said, ask {organiser}.",
        event="A 1",
        day="9",
        reference="7F3 K9Q XD2",
        organiser="B",
    )
    assert "7F3 K9Q XD2" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_said_with_its_month_by_name(language):
    words = Words(language)
    said = said_day(DAY, words)
    assert words.number(9) in said
    assert words.number(2027) in said
    assert any(letter.isalpha() for letter in said)


def test_a_day_in_english():
    assert said_day(DAY, Words("en")) == "9 December 2027"
