"""An outside assistive client does a whole visit by names alone (AT-SPI, as screen readers use it)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import sealed_records

CLIENT = Path(__file__).with_name("client.py")
SYSTEM_PYTHON = "/usr/bin/python3"
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SCREEN = "-screen 0 1280x800x24"
LONGEST = 240  # seconds


def lacking():
    """What this machine lacks to run the test: `make test-at` installs it."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is of Linux"
    missing = [tool for tool in ("xvfb-run", "dbus-run-session") if not shutil.which(tool)]
    asked = subprocess.run([SYSTEM_PYTHON, "-c", HAS_ATSPI], capture_output=True, check=False)
    missing += ["python3-gi and gir1.2-atspi-2.0"] if asked.returncode else []
    return f"missing: {', '.join(missing)}" if missing else ""


@pytest.mark.slow
def test_an_outside_client_does_a_whole_visit_by_names_alone(tmp_path):
    if told := lacking():
        pytest.skip(told)
    around = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTEST"))}
    around |= {
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QUICK_BACKEND": "software",
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "-s", SCREEN,
         SYSTEM_PYTHON, str(CLIENT), sys.executable, str(tmp_path / "data")],
        env=around, cwd=Path(__file__).parents[2],
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"pressed:\n{done.stdout}\n{done.stderr[-2000:]}"
    pressed = done.stdout.splitlines()
    assert any(name.startswith("Help design the park") for name in pressed)
    assert {"Never", "Save"} & set(pressed)
    store = open_store(DataFolder(tmp_path / "data").practice)
    assert len(list(sealed_records(store))) == 1
    store.close()
