"""Choices and answers that come from a file of the pack's data folder."""

import shutil

import pytest

from kiosk.pack.library import open_pack

TOWNS = "name,label,ward\ntip,Tipton,North\ngb,Great Bridge,East\n"
LIVES = {"type": "select_one_from_file towns.csv", "name": "town", "label": "Where do you live?"}
WARD = {"type": "calculate", "name": "ward", "calculation": "pulldata('towns', 'ward', 'name', ${town})"}
SAID = {"type": "note", "name": "said", "label": "You live in the ${ward} ward."}


@pytest.fixture
def with_data(form_alone, tmp_path):
    """The pack of a form with files beside it."""

    def opened(*survey, **files):
        form_alone(*survey)
        folder = tmp_path / "pack"
        for room in ("forms", "data"):
            (folder / room).mkdir(parents=True)
        shutil.copy(tmp_path / "small.xlsx", folder / "forms" / "small.xlsx")
        for name, text in files.items():
            (folder / "data" / f"{name}.csv").write_text(text, "utf-8")
        return open_pack(folder, tmp_path / "cache")

    return opened


def test_choices_from_a_file_by_touch(begun, with_data, kept):
    pack = with_data(LIVES, WARD, SAID, towns=TOWNS)
    assert next(iter(pack.forms.values())).left_out == ()
    stall = begun(pack)
    stall.press("Great Bridge", "Continue")
    assert stall.heading == "You live in the East ward."
    stall.press("Continue")
    assert kept(stall) == {"town": "gb", "ward": "East"}


def test_choices_from_a_file_by_keys(begun, with_data, kept, keyed):
    stall = begun(with_data(LIVES, towns=TOWNS))
    keyed(stall, "Tipton", "Continue")
    assert kept(stall) == {"town": "tip"}


def test_several_choices_from_a_file(begun, with_data, kept):
    several = {**LIVES, "type": "select_multiple_from_file towns.csv"}
    stall = begun(with_data(several, towns=TOWNS))
    stall.press("Great Bridge", "Tipton", "Continue")
    assert kept(stall) == {"town": "tip gb"}


def test_a_list_whose_file_is_not_there_is_left_out(begun, with_data):
    pack = with_data({**LIVES, "required": "yes"}, {"type": "text", "name": "why", "label": "Why?"})
    (left,) = next(iter(pack.forms.values())).left_out
    assert left.path == "/data/town"
    stall = begun(pack)
    assert stall.sees("Where do you live?")
    stall.press("Continue")
    assert stall.heading == "Why?"
    stall.press("Continue")
    assert stall.page == "check"


def test_choices_that_a_search_would_fetch_are_left_out(form_alone):
    fetched = {"type": "select_one towns", "name": "town", "label": "Town?", "appearance": "search('towns')"}
    row = {"list_name": "towns", "name": "name", "label": "label"}
    (form,) = form_alone(fetched, choices=[row]).forms.values()
    assert [left.path for left in form.left_out] == ["/data/town"]
