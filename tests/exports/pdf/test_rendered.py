"""The PDF as a picture beside the same words as Qt draws them: the letters themselves, in every script."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout, QTextOption

from exports.pdf.document import drawn
from exports.pdf.sheet import Sheet
from exports.pdf.words import Line, Style, set_words
from kiosk.pack.library import open_pack
from kiosk.resources import practice_pack
from kiosk.words import LANGUAGES
from ui.painting.measure import font, load_fonts

pytestmark = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler's pdftoppm is not installed")

PIXELS = 48  # of the letters, in both pictures
ALIKE = 22  # of 255


def line_of(language: str) -> Line:
    pack = open_pack(practice_pack(), None)
    words = pack.event.urgent_help.say(language)
    return set_words(words, Style(PIXELS, language=language), 900).lines[0]


def by_us(line: Line, language: str, tmp_path: Path) -> Image.Image:
    def paint(sheet: Sheet) -> None:
        sheet.words(set_words(line.text, Style(PIXELS, language=language), 960), 20, 180)

    path = tmp_path / "line.pdf"
    path.write_bytes(drawn([paint], title="T", language=language, page=(1000, 200)))
    picture = tmp_path / "line"
    subprocess.run(["pdftoppm", "-r", "72", "-gray", "-singlefile", path, picture], check=True)
    return Image.open(picture.with_suffix(".pgm"))


def by_qt(line: Line, rtl: bool, tmp_path: Path) -> Image.Image:
    image = QImage(1000, 200, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    layout = QTextLayout(line.text, font(PIXELS, 400))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(960)
    layout.endLayout()
    painter = QPainter(image)
    layout.draw(painter, layout.position().__class__(20, 40))
    painter.end()
    path = tmp_path / "qt.png"
    image.save(str(path))
    return Image.open(path).convert("L")


def ink(picture: Image.Image) -> Image.Image:
    dark = picture.point(lambda value: 255 if value < 140 else 0)
    box = dark.getbbox()
    assert box, "nothing was drawn"
    return dark.crop(box)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ, 0 to 255, looked at from so far that single pixels do not count."""
    far = [picture.resize((240, 16), Image.Resampling.BOX) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*far)).mean[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_are_those_of_qt(language: str, qapp: object, tmp_path: Path) -> None:
    load_fonts()
    line = line_of(language)
    ours, theirs = ink(by_us(line, language, tmp_path)), ink(by_qt(line, language in ("ur", "ar"), tmp_path))
    assert abs(ours.width - theirs.width) <= 0.01 * theirs.width
    alike = apart(ours, theirs)
    assert alike < ALIKE
    assert alike < apart(ours, ImageOps.mirror(theirs)) / 2, "this measure would not see a mistake"
