"""Set-up done, the kiosk opens anew on the real event: in the same process, while its keeper listens."""

import subprocess
import sys
from pathlib import Path

from kiosk.paths import DataFolder

ROOT = Path(__file__).resolve().parents[3]

# A person at the wizard's last page, who presses "Open the stall", and later closes the program.
PRESSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kiosk.paths import DataFolder
from ui import app, stall

data, pack, seen = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
stall.screen_here = lambda _environment: True
opened = app.Kiosk.open_storage

def then_press(kiosk):
    opened(kiosk)
    again = seen.exists()
    with seen.open("a") as log:
        print(kiosk.pack.event.id, file=log)
    DataFolder(data).last_pack.write_text(pack)
    QTimer.singleShot(700, lambda: kiosk._leave_program(0 if again else app.REOPEN))

app.Kiosk.open_storage = then_press
raise SystemExit(stall.watched([str(data)]))
"""
KEPT = """
import sys
from ui.session.watchdog import keep
raise SystemExit(keep([sys.executable, "-c", *sys.argv[1:]], print))
"""


def test_it_opens_anew_on_the_event_that_was_set_up_and_its_keeper_starts_nothing(tmp_path):
    pack, data, seen = tmp_path / "fair", tmp_path / "data", tmp_path / "seen"
    subprocess.run(
        [sys.executable, "-m", "kiosk", "new", str(pack)], cwd=ROOT, check=True, capture_output=True
    )
    DataFolder(data).made()
    kept = subprocess.run(
        [sys.executable, "-c", KEPT, PRESSED, str(data), str(pack), str(seen)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (kept.returncode, kept.stdout) == (0, "")
    first, second = seen.read_text().split()
    assert first == "tipton-practice-2027"
    assert second.startswith("fair-")
