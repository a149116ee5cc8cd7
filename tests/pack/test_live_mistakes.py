"""The event's live question: every mistake that `check` knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity

FORM = """
# survey
type | name | label
text | why | Why is that?
select_one often | often | How often?
select_one many | many | Which of these?
# choices
list_name | name | label
often | daily | Daily
often | never | Never
{many}
# settings
form_title | form_id | version
Park | park | 3
"""


@pytest.mark.parametrize(
    ("live", "wrong"),
    [
        ("park/often", ""),
        ("Park.xlsx/often", ""),
        ("", ""),
        ("park", 'live_question is "park"'),
        ("pork/often", 'live_question names no form "pork"'),
        ("park/offen", 'asks nothing called "offen": did you mean "often"?'),
        ("park/why", '"why" is of type text, which no chart can show'),
        ("park/many", '"many" has 13 choices'),
    ],
)
def test_it_is_there_and_answered_by_choosing(
    live: str, wrong: str, pack_folder: Callable[..., Path], good_event: str
) -> None:
    many = "\n".join(f"many | n{place} | Number {place}" for place in range(13))
    event = good_event.replace("# activities", f"live_question | {live}\n# activities")
    folder = pack_folder(event, {"park.xlsx": FORM.format(many=many)})
    found = [str(one) for one in check_pack(folder) if one.severity is Severity.MISTAKE]
    assert [wrong in line for line in found] == ([True] if wrong else []), found
