"""The starter pack of `new`: clean, runnable, and ready to be filled in with Excel."""

from pathlib import Path

import openpyxl
import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity
from kiosk.pack.library import open_pack
from kiosk.pack.model import ActivityKind
from kiosk.pack.staff.sheets import EVENT_KEYS, SHEETS
from kiosk.pack.starter import write_starter


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    write_starter(tmp_path / "Summer Fair 2027")
    return tmp_path / "Summer Fair 2027"


def test_check_passes_on_it_as_written(starter: Path) -> None:
    assert [str(found) for found in check_pack(starter) if found.severity is Severity.MISTAKE] == []


def test_it_opens_with_an_example_of_each_thing(starter: Path) -> None:
    pack = open_pack(starter, None)
    assert pack.event.id.startswith("summer-fair-2027-")
    assert {activity.kind for activity in pack.activities} == set(ActivityKind)
    assert all(form.left_out == () for form in pack.forms.values())
    assert pack.promises and pack.consents and pack.replies and pack.ideas and pack.profile and pack.tablets


def test_two_starters_are_two_events(starter: Path, tmp_path: Path) -> None:
    write_starter(tmp_path / "again" / "Summer Fair 2027")
    again = open_pack(tmp_path / "again" / "Summer Fair 2027", None)
    assert again.event.id != open_pack(starter, None).event.id


def test_its_sheets_are_ready_for_excel(starter: Path) -> None:
    event = openpyxl.load_workbook(starter / "event.xlsx")
    assert set(SHEETS) < set(event.sheetnames)
    assert [row[0].value for row in event["event"].iter_rows(min_row=2, max_row=len(EVENT_KEYS) + 1)] == list(
        EVENT_KEYS
    )
    survey = openpyxl.load_workbook(starter / "forms" / "questions.xlsx")["survey"]
    assert survey.freeze_panes == "A2"
    assert survey["A1"].comment is not None
    offered = {
        str(found.sqref).rstrip("0123456789:A"): found.formula1
        for found in survey.data_validations.dataValidation
    }
    assert any("select_one" in words for words in offered.values())
    assert survey["B2"].number_format == survey.column_dimensions["B"].number_format == "@"
    assert "read me" in event.sheetnames
    answered = {
        event["event"].cell(int(str(found.sqref)[1:]), 1).value: found.formula1
        for found in event["event"].data_validations.dataValidation
    }
    assert answered["voice_answers"] == '"yes,no"'
    assert answered["keep_partial"] == '"no,sealed"'
    assert all(len(words) < 256 for words in offered.values()), "Excel takes no longer list"


def test_its_pictures_and_its_list_in_a_file_are_there(starter: Path) -> None:
    assert sorted(path.name for path in (starter / "media").iterdir()) == [
        "lighting.svg",
        "play.svg",
        "seats.svg",
    ]
    assert (starter / "data" / "places.csv").read_text("utf-8-sig").startswith("name,label\n")


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(KioskError) as fault:
        write_starter(tmp_path)
    assert fault.value.code is ErrorCode.FOLDER_NOT_EMPTY
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
