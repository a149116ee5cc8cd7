"""Page changes: from the tap on Continue to the next question painted whole, on a form of 100 questions."""

import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

from benchmarks.measure import Row, Series

QUESTIONS = 100
MEDIAN_GOAL, P99_GOAL = 50.0, 100.0  # ms
QUIET = 0.06  # seconds without a new frame, after which a page has come to rest
LONGEST = 2.0  # seconds for a page to come to rest, or it never will

CHOICES = ("Yes, often", "Sometimes", "No, never")


def hundred_questions(path: Path) -> Path:
    """An XLSForm of `QUESTIONS` select_one questions, half of which depend on an answer before them."""
    book = Workbook()
    survey = book.active
    assert survey is not None
    survey.title = "survey"
    survey.append(["type", "name", "label", "relevant"])
    for number in range(1, QUESTIONS + 1):
        relevant = f"${{q{number - 1}}} != 'none'" if number % 2 == 0 else ""
        survey.append(["select_one often", f"q{number}", f"How often do you use place {number}?", relevant])
    choices = book.create_sheet("choices")
    choices.append(["list_name", "name", "label"])
    for number, label in enumerate(CHOICES):
        choices.append(["often", f"c{number}", label])
    settings = book.create_sheet("settings")
    settings.append(["form_title", "form_id", "version"])
    settings.append(["A hundred questions", "hundred", "1"])
    book.save(path)
    return path


def changes(folder: Path) -> Series:
    """Milliseconds of each page change, in this process: Qt must not have been started before."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - in the process that draws

    from kiosk.pack.library import open_pack  # noqa: PLC0415
    from kiosk.paths import DataFolder  # noqa: PLC0415
    from ui.app import Kiosk, Surroundings, application  # noqa: PLC0415
    from ui.residents.party import PANEL, offscreen, unheard  # noqa: PLC0415
    from ui.residents.screen import Screen  # noqa: PLC0415

    offscreen()
    application()
    data = DataFolder(folder / "data").made()
    pack = open_pack(hundred_questions(folder / "hundred.xlsx"), data.packs)
    kiosk = Kiosk(pack, data.practice.made(), Surroundings(open_voice=unheard, size=PANEL))
    kiosk.show()
    screen = Screen(kiosk.window)
    screen.settle()
    frames: list[float] = []
    kiosk.window.frameSwapped.connect(lambda: frames.append(time.perf_counter()))

    def painted(name: str) -> float:
        """Press `name`; milliseconds until the last frame of what that brings."""
        control = screen.find(name)
        assert control is not None, f"nothing is called {name!r}; there are {screen.texts()}"
        frames.clear()
        began = time.perf_counter()
        screen.tap(control.rect.center())
        while time.perf_counter() - max([began, *frames]) < QUIET:
            QGuiApplication.processEvents()
            assert time.perf_counter() - began < LONGEST, f"the page after {name!r} never comes to rest"
        assert frames, f"{name!r} changed nothing on the screen"
        return (frames[-1] - began) * 1000

    painted(kiosk.model.welcome.cards[0]["spoken"])
    while kiosk.model.page != "question":
        painted("Start" if kiosk.model.page == "promise" else "Continue")
    visit = kiosk.model.at.visit
    assert visit is not None
    took = []
    asked = set()
    for number in range(QUESTIONS):
        asked.add(visit.path)
        painted(CHOICES[number % len(CHOICES)])
        took.append(painted("Continue"))
    assert len(asked) == QUESTIONS, f"only {len(asked)} questions were shown"
    kiosk.close()
    return Series("", tuple(took))


def page_changes() -> list[Row]:
    """On the software renderer, which is the slowest tablet's."""
    with tempfile.TemporaryDirectory() as folder:
        series = changes(Path(folder))
    detail = f"of {len(series.values)}, {min(series.values):.1f} to {max(series.values):.1f}"
    return [
        Row("tap to next question painted, median", series.median, MEDIAN_GOAL, "ms", detail),
        Row("tap to next question painted, 99 in 100", series.percentile(0.99), P99_GOAL, "ms", detail),
    ]
