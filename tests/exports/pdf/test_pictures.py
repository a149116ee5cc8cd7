"""Pictures on paper: every icon and charter picture as vectors; what cannot be drawn is left out."""

from pathlib import Path

import pytest

from exports.pdf.document import drawn
from exports.pdf.look import ACTION, CARD, EDGE, FINISH, INK, PAPER, PICTURE, QUIET, SOFT, STOP
from exports.pdf.pictures import icon, picture
from exports.pdf.sheet import Sheet
from kiosk.resources import asset

THEME = Path(__file__).resolve().parents[3] / "ui" / "qml" / "Kiosk" / "Theme" / "Palettes.qml"


def with_picture(path: Path) -> tuple[bool, bytes]:
    found: list[bool] = []

    def paint(sheet: Sheet) -> None:
        found.append(picture(sheet, path, 100, 100, 50))

    content = drawn([paint], title="T", language="en")
    return found[0], content


OURS = sorted(
    [
        *asset("icons").glob("*.svg"),
        *asset("charter").glob("*.svg"),
        *asset("practice", "media").glob("*.svg"),
    ]
)


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_picture_of_ours_is_drawn(path: Path) -> None:
    assert with_picture(path)[0]


def test_an_icon_takes_the_colour_asked_for() -> None:
    def paint(sheet: Sheet) -> None:
        icon(sheet, "help", 0, 0, 40, "#FF0000")
        assert any("1 0 0 RG" in line for line in sheet._code)

    assert drawn([paint], title="T", language="en")


def test_a_photograph_is_drawn_as_it_is(tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415 - it comes with reportlab

    path = tmp_path / "photo.png"
    Image.new("RGB", (30, 20), "red").save(path)
    done, content = with_picture(path)
    assert done
    assert b"/Subtype /Image" in content


@pytest.mark.parametrize("content", [b"", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a"])
@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_what_is_no_picture_is_left_out(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert with_picture(tmp_path / name)[0] is False
    assert with_picture(tmp_path / "missing.png")[0] is False


def test_paper_has_the_colours_of_the_screen() -> None:
    theme = THEME.read_text("utf-8")
    standard = theme[: theme.index("}")]
    roles = {"paper": PAPER, "card": CARD, "ink": INK, "quiet": QUIET, "action": ACTION, "actionSoft": SOFT}
    roles |= {"finish": FINISH, "picture": PICTURE, "edge": EDGE, "stop": STOP}
    for role, colour in roles.items():
        assert f'{role}: "{colour}"' in standard
