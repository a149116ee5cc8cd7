"""The workbook as LibreOffice opens it, where it is installed: every cell is the text that was written."""

import csv
import shutil
import subprocess

import pytest

from exports.sheets.cells import read_back
from exports.sheets.files import write_csv, write_xlsx
from exports.sheets.table import plain_table

CELLS = (
    *("07700900123", "+44 7700 900123", "=1+1", "-5", "@home", "'quoted'", "1e5", "12/06/2027", "TRUE", "00"),
    *("ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "عائشہ خان", "two\nlines", 'a "b", c;d', "\ttab"),
)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def table():
    return plain_table("join", ("KEY", "answer"), [(str(place), cell) for place, cell in enumerate(CELLS)])


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-calc")
def test_libreoffice_shows_what_was_written(table, tmp_path):
    (path,) = write_xlsx([table], tmp_path / "join.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    utf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"  # as shown, quoted where needed
    command = [str(OFFICE), home, "--headless", "--convert-to", utf8, "--outdir", tmp_path / "out", path]
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=180)
    with (tmp_path / "out" / "join.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[1] for row in csv.reader(file)][1:] == list(CELLS)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_read_back_without_it_each_cell_is_the_same_text(table, tmp_path, suffix):
    path = tmp_path / "join.xlsx"
    (path,) = write_csv([table], tmp_path) if suffix == "csv" else write_xlsx([table], path)
    assert [row["answer"] for row in read_back(path)] == list(CELLS)
