"""A list asked with `or_other` and without it: only the first has an "Other", in the resident's language."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.library import open_pack

FORM = """
# survey
type | name | label | choice_filter
{other} | best | What is best? | {filter}
select_one more | worst | What is worst? |
select_multiple more | also | And what else? |
# choices
list name | name | label
more | lights | Lights
more | seats | Seats
{taken} | path | Path
# settings
form_id
park
"""


@pytest.fixture
def offered(form_file: Callable[..., Path]) -> Callable[..., dict[str, Sequence[str]]]:
    def of(other: str, filtered: str = "", taken: str = "some") -> dict[str, Sequence[str]]:
        text = FORM.format(other=other, filter=filtered, taken=taken)
        (source,) = open_pack(form_file(text), None).forms.values()
        form = read_form(source.xml, or_other=source.or_other)
        asked = Interview(form, language="en", clock=FakeClock()).questions()
        return {
            question.name: [choice.name + "!" * choice.other for choice in question.choices]
            for question in asked
        }

    return of


@pytest.mark.parametrize("other", ["select_one more or_other", "select_multiple more or specify other"])
def test_other_is_offered_where_it_is_asked_for_and_nowhere_else(
    offered: Callable[..., dict[str, Sequence[str]]], other: str
) -> None:
    for taken in ("some", "more_with_other"):
        found = offered(other, taken=taken)
        assert found["best"] == ["lights", "seats", "other!"]
        assert found["worst"] == found["also"] == ["lights", "seats"]
