"""The practice event with everything that paper can show, and a PDF's words."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.resources import practice_pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    found = open_pack(practice_pack(), None)
    return replace(found, event=replace(found.event, charter_address="https://www.example.org/charter"))


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], str]:
    """The words of a PDF as they are copied out, in one line."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's pdftotext is not installed")

    def read(content: bytes) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(content)
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        return " ".join(done.stdout.decode().split())

    return read


@pytest.fixture
def sizes_of(tmp_path: Path) -> Callable[[bytes], set[float]]:
    """The sizes of type that a PDF shows, in points, from its own drawing."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's pdftotext is not installed")

    def read(content: bytes) -> set[float]:
        import re  # noqa: PLC0415
        import zlib  # noqa: PLC0415

        found: set[float] = set()
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
            try:
                drawn = zlib.decompress(stream)
            except zlib.error:
                continue
            found |= {float(size) for size in re.findall(rb"/K\d+ ([\d.]+) Tf", drawn)}
        return found

    return read


@pytest.fixture
def codes_of(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What the QR codes of a PDF's first page say to a decoder that is not ours."""
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler's pdftoppm is not installed")

    def read(content: bytes) -> list[str]:
        import zxingcpp  # noqa: PLC0415
        from PIL import Image  # noqa: PLC0415

        path = tmp_path / "codes.pdf"
        path.write_bytes(content)
        last = ["-f", "1", "-l", "1", "-singlefile"]
        subprocess.run(["pdftoppm", "-r", "150", "-gray", *last, path, tmp_path / "codes"], check=True)
        found = zxingcpp.read_barcodes(Image.open(tmp_path / "codes.pgm"))
        return [code.text for code in found if code.text]

    return read
