"""`python -m kiosk` up to its first painted frame; arguments as for the command itself."""

import sys

from benchmarks.floor import painted
from ui import app
from ui.cli import main
from ui.commands import opening


class Watched(app.Kiosk):
    """The kiosk, which tells of its first frame. All else is the program's own way in."""

    def show(self) -> None:
        self.window.frameSwapped.connect(painted)
        super().show()


if __name__ == "__main__":
    app.Kiosk = Watched  # type: ignore[misc]
    opening.screen_here = lambda _environment: True  # offscreen is screen enough here
    main(sys.argv[1:])
