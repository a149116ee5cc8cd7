"""The first page waits for nothing that it does not show (DESIGN.md: heavy imports wait)."""

import os
import subprocess
import sys

from ui.session.afterwards import Afterwards

HEAVY = (
    "click",
    "sqlite_utils",
    "cryptography",
    "pyxform",
    "openpyxl",
    "qrcode",
    "miniaudio",
    "kiosk.forms.interview",
    "kiosk.storage.database",
    "kiosk.sync.transfer",
    "exports.readable.tables",
    "ui.narrator",
    "ui.keyboard",
    "ui.viewmodels.question.question",
    "ui.viewmodels.visit.check",
    "ui.viewmodels.working.wall",
)
FIRST_FRAME = """
import os, sys
from pathlib import Path
import ui.cli, ui.stall
from kiosk.paths import DataFolder
from ui import app
data = DataFolder(Path(sys.argv[1])).made()
pack = ui.stall.pack_to_open(None, data)
running = app.application()
kiosk = app.Kiosk(pack, data.practice.made(), app.Surroundings(screen=data.screen))
def painted():
    import PySide6.QtCore
    made = [name for name, leaf in kiosk.model.leaves.items() if leaf.made]
    names = ["all of Qt's names"] if "Qt" in vars(PySide6.QtCore) else []
    print(*made, "|", *names, "|", *sys.modules)
    sys.stdout.flush()
    os._exit(0)
kiosk.window.frameSwapped.connect(painted)
kiosk.paint()
running.exec()
"""


def test_the_first_frame_is_painted_without_what_it_does_not_show(tmp_path):
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    command = [sys.executable, "-c", FIRST_FRAME, str(tmp_path)]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
    made, names, modules = (part.split() for part in done.stdout.split("|"))
    assert made == ["welcome", "listen"]  # and whether the voice is on, for the top bar
    assert names == []
    assert sorted(set(HEAVY) & set(modules)) == []


def test_every_page_can_be_made_and_wired_before_anybody_wants_it(stall):
    for step in stall.model.rest_of_pages():
        step()
    assert all(leaf.made for leaf in stall.model.leaves.values())
    assert list(stall.model.rest_of_pages()) == []


def painted_again(stall):
    """One more frame, and turns of the event loop after it."""
    stall.kiosk.window.frameSwapped.emit()
    for _ in range(5):
        stall.screen.settle()


def test_what_waits_is_done_in_its_order_once_there_is_a_frame(stall):
    done = []
    after = Afterwards(stall.kiosk.window, [lambda: done.append("a"), lambda: done.append("b")])
    assert done == []
    painted_again(stall)
    assert done == ["a", "b"]
    assert after.failure is None


def test_a_step_that_fails_is_kept_and_those_after_it_are_not_tried(stall):
    done = []

    def broken():
        raise OSError("the disk is gone")

    after = Afterwards(stall.kiosk.window, [broken, lambda: done.append("after")])
    painted_again(stall)
    assert isinstance(after.failure, OSError)
    assert done == []
