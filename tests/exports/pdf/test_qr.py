"""A QR code made here, printed, and read back by a decoder that is not ours."""

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from exports.pdf.document import drawn
from exports.pdf.qr import qr
from exports.pdf.sheet import Sheet
from exports.qr import modules

pytestmark = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler's pdftoppm is not installed")


def read_codes(content: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "made.pdf"
    path.write_bytes(content)
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-f", "1", "-l", "1", path, tmp_path / "page"], check=True
    )
    [picture] = tmp_path.glob("page*.pgm")
    found = zxingcpp.read_barcodes(Image.open(picture))
    picture.unlink()
    return [code.text for code in found]


@pytest.mark.parametrize(
    "words", ["https://www.example.org/charter", "ਟਿਪਟਨ · 7F3 K9Q XDM", "ٹپٹن کمیونٹی ڈے", "x" * 400]
)
def test_a_code_says_what_it_was_given(words: str, tmp_path: Path) -> None:
    content = drawn([lambda sheet: qr(sheet, words, 50, 400, 130)], title="T", language="en")
    assert read_codes(content, tmp_path) == [words]


def test_a_quiet_zone_of_four_is_around_it() -> None:
    rows = modules("hello")
    assert not any(any(row) for row in [*rows[:4], *rows[-4:]])
    assert not any(any(row[:4]) or any(row[-4:]) for row in rows)


def test_dark_stands_on_white_whatever_lies_below(tmp_path: Path) -> None:
    def paint(sheet: Sheet) -> None:
        sheet.box(0, 0, 595, 842, "#083F3B")
        qr(sheet, "on teal", 100, 100, 100)

    assert read_codes(drawn([paint], title="T", language="en"), tmp_path) == ["on teal"]
