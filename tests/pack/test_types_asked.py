"""What `check` and the pack say of a type is what the window does: nothing is both shown and listed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.forms.definition import read_form
from kiosk.pack.check import check_pack
from kiosk.pack.library import open_pack

ASKED = {
    "time": "",
    "dateTime": "",
    "rank yn": "",
    "image": "draw",
    "image ": "signature",
    "select_one yn": "likert",
    "select_multiple yn": "autocomplete",
}
LISTED = {
    "image": "",
    "image ": "annotate",
    "audio": "",
    "video": "",
    "file": "",
    "select_one yn": "search('places')",
}
NOT_YET, LEFT_OUT = "does not have", "left out"


def form_of(kind: str, appearance: str) -> str:
    return (
        "# survey\ntype | name | label | appearance\n"
        f"{kind} | q | What do you think? | {appearance}\n"
        "# choices\nlist_name | name | label\nyn | yes | Yes\nyn | no | No\n"
        "# settings\nform_title | form_id\nPark | park\n"
    )


@pytest.mark.parametrize(("kind", "appearance"), ASKED.items())
def test_what_the_window_asks_is_neither_listed_nor_advised_against(
    form_file: Callable[..., Path], kind: str, appearance: str
) -> None:
    path = form_file(form_of(kind, appearance))
    assert not any(NOT_YET in str(found) or LEFT_OUT in str(found) for found in check_pack(path))
    (form,) = open_pack(path, None).forms.values()
    assert form.left_out == ()
    assert all(control.shown for control in read_form(form.xml).questions)


@pytest.mark.parametrize(("kind", "appearance"), LISTED.items())
def test_what_the_window_lacks_is_listed_and_advised_against(
    form_file: Callable[..., Path], kind: str, appearance: str
) -> None:
    path = form_file(form_of(kind, appearance))
    assert any(NOT_YET in str(found) or LEFT_OUT in str(found) for found in check_pack(path))
    (form,) = open_pack(path, None).forms.values()
    assert [left.path for left in form.left_out] == ["/data/q"]


def test_a_repeat_is_neither(form_file: Callable[..., Path]) -> None:
    path = form_file(
        "# survey\ntype | name | label\nbegin_repeat | child | Child\ntext | name | Name?\nend_repeat | |\n"
        "# settings\nform_title | form_id\nPark | park\n"
    )
    assert not any(NOT_YET in str(found) for found in check_pack(path))
    (form,) = open_pack(path, None).forms.values()
    assert form.left_out == ()
