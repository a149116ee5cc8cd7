"""Export: which tables, a look at each, as what and where to, and what was written."""

import pytest

from exports.sheets import files
from exports.sheets.cells import read_back
from kiosk.storage.audit import Act


@pytest.fixture
def exporting(give, sign_up, enter, reading_desk, with_drives):
    give(said={"often": "never", "wish": "Swings"})
    sign_up("Aisha Khan", ["group_email"], email="a@example.org")
    with_drives(reading_desk)
    return enter("Export")


def onto(desk, drives, finished, kind="CSV files"):
    root = drives.plug("BLUE")
    desk.press("Continue", kind, "BLUE")
    finished(desk)
    return root


def test_nothing_to_export_is_said(enter, reading_desk):
    enter("Export")
    assert reading_desk.sees("No answers are here yet.")


def test_every_table_is_there_with_a_tick(exporting, reading_desk):
    assert [one.name for one in exporting.now.choices] == ["join", "park", "consents"]
    assert all(one.chosen for one in exporting.now.choices)


def test_a_look_at_a_table_before_it_is_written(exporting, reading_desk):
    reading_desk.press("Look at the tables first", "park")
    assert reading_desk.page == "team-export-table"
    assert reading_desk.heading == "park"
    assert (
        exporting.extra["table"]["rows"][0]["cells"][
            exporting.columns.index(exporting.grid.names.index("wish"))
        ]
        == "Swings"
    )
    reading_desk.press("Back", "Back")
    assert reading_desk.heading == "Export"


def test_only_what_is_ticked_is_written(exporting, reading_desk, drives, finished):
    reading_desk.press("join", "consents")
    root = onto(reading_desk, drives, finished)
    assert reading_desk.heading == "1 file is on BLUE"
    assert reading_desk.sees("They hold personal data.")
    written = sorted(path.name for path in (root / "real2027").iterdir())
    assert written == ["park.csv", "park.csv-metadata.json"]
    assert read_back(root / "real2027" / "park.csv")[0]["wish"] == "Swings"
    rows = reading_desk.model.team.room.store.db.execute("SELECT act FROM audit").fetchall()
    assert (Act.EXPORTED,) in rows
    assert drives.calls == [("mount", "BLUE"), ("let go", "BLUE")]


def test_a_workbook_has_what_is_ticked(exporting, reading_desk, drives, finished):
    root = onto(reading_desk, drives, finished, "Excel workbook")
    assert (root / "real2027.xlsx").is_file()
    reading_desk.press("Export more")
    assert reading_desk.heading == "Export"


def test_with_no_tick_there_is_no_way_on(exporting, reading_desk):
    reading_desk.press("All or none")
    assert not any(one.chosen for one in exporting.now.choices)
    assert not reading_desk.screen.find("Continue")
    exporting.forward()
    assert exporting.step == "tables"


def test_writing_can_be_stopped_and_leaves_nothing(exporting, reading_desk, drives, finished, held):
    root = drives.plug("BLUE")
    reading_desk.press("Continue", "CSV files", "BLUE")
    held.stop()
    finished(reading_desk)
    assert reading_desk.sees("Stopped. Files that were written before stay there.")
    assert list(root.iterdir()) == []


def test_a_table_that_is_half_written_is_not_there_after_a_stop(
    exporting, give, reading_desk, drives, finished, monkeypatch
):
    monkeypatch.setattr("exports.sheets.files.TOLD_EVERY", 1)
    root = drives.plug("BLUE")
    reading_desk.press("Continue", "CSV files")
    told = []

    class Stopping(files._Told):
        def each(self, table):
            for row in super().each(table):
                yield row
                told.append(table.name)
                reading_desk.model.team.room.jobs.stop()

    monkeypatch.setattr(files, "_Told", Stopping)
    reading_desk.press("BLUE")
    finished(reading_desk)
    assert told == ["join"]
    assert [path.name for path in (root / "real2027").iterdir() if path.suffix == ".csv"] == ["join.csv"]
    assert not list((root / "real2027").glob("*.part"))


def test_the_desk_stays_open_while_files_are_written(
    exporting, reading_desk, drives, finished, held, monkeypatch
):
    drives.plug("BLUE")
    reading_desk.press("Continue", "CSV files", "BLUE")
    touched = []
    monkeypatch.setattr(reading_desk.model.team.room.doors, "touch", lambda: touched.append(True))
    held.set()
    finished(reading_desk)
    assert touched


def test_a_locked_stick_is_told_before_anything_is_tried(exporting, reading_desk, drives):
    drives.plug("BLUE", read_only=True)
    reading_desk.press("Continue", "CSV files", "BLUE")
    assert reading_desk.sees("BLUE is locked.")
    assert drives.calls == []


def test_a_folder_is_found_by_pressing(exporting, reading_desk, tmp_path, finished):
    (tmp_path / "shared" / "Office").mkdir(parents=True)
    exporting._browser.at = tmp_path / "shared"
    reading_desk.press("Continue", "CSV files", "Another folder", "Office", "Use this folder")
    finished(reading_desk)
    assert (tmp_path / "shared" / "Office" / "real2027" / "join.csv").is_file()


def test_nothing_is_decrypted_again_for_the_files(exporting, reading_desk, drives, finished, monkeypatch):
    def never(*_args, **_kwargs):
        raise AssertionError("opened a second time")

    monkeypatch.setattr("exports.readable.tables.open_all", never)
    onto(reading_desk, drives, finished)
    assert reading_desk.heading.endswith("are on BLUE")
