"""The first page waits for nothing that it does not show (DESIGN.md: heavy imports wait)."""

import subprocess
import sys

HEAVY = (
    "sqlite_utils",
    "cryptography",
    "pyxform",
    "openpyxl",
    "qrcode",
    "miniaudio",
    "kiosk.forms.interview",
    "kiosk.storage.database",
    "kiosk.sync.transfer",
    "exports.tables",
)


def test_the_window_is_built_without_the_heavy_rooms() -> None:
    program = "import sys, ui.cli, ui.commands.opening, ui.app; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert sorted(set(HEAVY) & set(done.stdout.split())) == []
