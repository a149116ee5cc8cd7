"""Why a question is hidden, in words that staff would use, with the answers that it depends on."""

import pytest

CHOICES = [
    {"list_name": "often", "name": "never", "label": "Never"},
    {"list_name": "often", "name": "weekly", "label": "Every week"},
]
ASKED = [
    {"type": "select_one often", "name": "often", "label": "How often?"},
    {"type": "select_multiple often", "name": "more", "label": "What else?"},
    {"type": "integer", "name": "age", "label": "How old?"},
    {"type": "calculate", "name": "double", "calculation": "${age} * 2"},
]


@pytest.fixture
def hidden(fill):
    def of(rule):
        visit = fill(
            [*ASKED, {"type": "text", "name": "why", "label": "Why?", "relevant": rule}], choices=CHOICES
        )
        visit.answer("/data/often", "weekly")
        (found,) = visit.hidden()
        return found

    return of


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("${often} = 'never'", "“How often?” is “Never”"),
        ("${often} != 'weekly'", "“How often?” is not “Every week”"),
        ("selected(${more}, 'never')", "“What else?” has “Never”"),
        ("count-selected(${more}) > 1", "how many are ticked in “What else?” is more than 1"),
        ("${age} >= 18 and ${age} < 65", "“How old?” is at least 18 and “How old?” is less than 65"),
        (
            "${age} > 90 or (${age} = 1 and ${often} = 'never')",
            "“How old?” is more than 90 or (“How old?” is 1 and “How often?” is “Never”)",
        ),
        ("${age} != ''", "“How old?” is answered"),
        ("not(${often} = 'weekly')", "not (“How often?” is “Every week”)"),
        ("${double} > 3", "double is more than 3"),
        ("string-length(${age}) = 2", "the length of “How old?” is 2"),
        ("${age} * 2 > 3", "“How old?” times 2 is more than 3"),
        ("regex(${age}, '[0-9]')", "regex(“How old?”, “[0-9]”)"),
        ("false()", "never"),
    ],
)
def test_a_rule_is_said_by_labels(hidden, rule, words):
    assert hidden(rule).words == words


def test_the_answers_it_looks_at_are_told_in_the_words_of_choices(hidden):
    found = hidden("${often} = 'never' and ${age} > 3")
    assert found.values == (("“How often?”", "Every week"), ("“How old?”", ""))
