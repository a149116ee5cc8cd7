"""The commands as scripts rely on them: what they say, their exit codes, and no traceback."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from kiosk.errors import ErrorCode
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from ui.cli import main
from ui.commands.run import COMMANDS
from ui.messages import MESSAGES

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """A command on a data folder of its own: its exit code, and what it said on stdout and stderr."""

    def go(*words: object, data: Path | None = None) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*map(str, words), "--data", str(data or tmp_path / "data")])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return go


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text("a long enough passphrase\n", "utf-8")
    return path


def begins_as(code: ErrorCode) -> str:
    """How the words for a fault begin, up to the first fact in them."""
    return MESSAGES[code].partition("{")[0]


def test_every_command_of_the_list_answers_to_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        with pytest.raises(SystemExit) as left:
            main([name, "--help"])
        assert not left.value.code
        assert "Usage: event-kiosk" in capsys.readouterr().out


def test_wrong_usage_is_exit_2(run: Run) -> None:
    assert run("--window", "tall")[0] == 2
    assert run("transfer")[0] == 2


def test_a_pack_that_is_not_there_is_one_line_and_exit_1(run: Run, tmp_path: Path) -> None:
    code, out, err = run(tmp_path / "nowhere")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and str(tmp_path / "nowhere") in err


def test_a_pack_without_forms_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = run(tmp_path / "empty")
    assert code == 1 and err.count("\n") == 1


def test_a_form_that_cannot_be_read_is_said(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "broken.xlsx"
    form.write_bytes(b"PK\x03\x04 this was a workbook once")
    code, _, err = run(form)
    assert code == 1 and err.count("\n") == 1 and "broken.xlsx" in err


def test_a_form_that_pyxform_refuses_is_said(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    sheet.append(["type", "name", "label"])
    sheet.append(["integer", "age", "How old is ${nobody}?"])
    book.save(tmp_path / "form.xlsx")
    code, _, err = run(tmp_path / "form.xlsx")
    assert code == 1 and err.count("\n") == 1 and "Traceback" not in err


def test_a_data_folder_in_use_is_said(run: Run, tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data").practice
    with open_store(data.made()):
        code, _, err = run("transfer", "--to", tmp_path / "stick")
    assert code == 1 and err.startswith(begins_as(ErrorCode.DATA_LOCKED))


def test_nothing_to_carry_is_said_without_a_pack(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "--to", tmp_path / "tables", "--passphrase-file", tmp_path / "none")
    assert code == 1 and str(tmp_path / "none") in err


def test_check_exits_by_what_it_finds(run: Run, tmp_path: Path) -> None:
    def check(pack: Path) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            main(["check", str(pack)])
        return int(left.value.code or 0), ""

    assert check(practice_pack())[0] == 0
    (tmp_path / "event").mkdir()
    assert check(tmp_path / "event")[0] == 1


def test_a_starter_pack_passes_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for words in (["new", str(tmp_path / "fair")], ["check", str(tmp_path / "fair")]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert not left.value.code
    assert "No mistakes" in capsys.readouterr().out


def test_keys_are_made_once_shown_and_never_in_the_clear(run: Run, passphrase: Path, tmp_path: Path) -> None:
    assert run("keys", "public")[0] == 1
    code, out, _ = run("keys", "new", "--passphrase-file", passphrase)
    assert code == 0
    shown = re.search(r"kiosk1-\S+", out)
    assert shown and shown[0] in run("keys", "public")[1]
    short = tmp_path / "short"
    short.write_text("short", "utf-8")
    assert run("keys", "new", "--passphrase-file", short)[0] == 1


def test_data_may_stand_before_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--data", str(tmp_path / "data"), "keys", "public"])
    assert left.value.code == 1
    assert capsys.readouterr().err == MESSAGES[ErrorCode.NO_KEYS_HERE] + "\n"


@pytest.mark.slow
def test_without_a_screen_three_residents_use_it_unseen(tmp_path: Path) -> None:
    elsewhere = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")
    }
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "--data", str(tmp_path)],
        env=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no screen on this machine.\n")
    assert "3 of 3 visits were saved." in done.stdout
    pictures, tables = (
        Path(found) for found in re.findall(r"(?:pictures|CSV files) are in (.+)", done.stdout)
    )
    assert len(list(pictures.glob("*.png"))) > 10
    assert list(tables.rglob("*.csv"))
    assert done.stderr == ""
