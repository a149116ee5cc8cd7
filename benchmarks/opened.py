"""The kiosk as its keeper starts it, up to its first painted frame: `python -m benchmarks.opened DATA`."""

import sys

from benchmarks.floor import painted
from ui import app, stall
from ui.cli import main


class Watched(app.Kiosk):
    """The kiosk, which tells of its first frame. All else is the program's own way in."""

    def paint(self) -> None:
        self.window.frameSwapped.connect(painted)
        super().paint()


if __name__ == "__main__":
    app.Kiosk = Watched  # type: ignore[misc]
    stall.screen_here = lambda _environment: True  # offscreen is screen enough here
    main([stall.WATCHED, *sys.argv[1:]])
