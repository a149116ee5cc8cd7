"""Every way in: `python -m kiosk` and `event-kiosk`. A kiosk under its keeper goes straight to its window."""

import gc
import sys
from collections.abc import Sequence

WATCHED = "--watched"  # the first argument of a kiosk under a keeper (ui/session/watchdog.py)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 an expected fault, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == [WATCHED]:
        gc.disable()  # nothing is rubbish yet; with the window, ui/session/litter.py collects
        from ui.stall import watched  # noqa: PLC0415 - after that

        sys.exit(watched(given[1:]))
    from ui.commands.run import run_command  # noqa: PLC0415 - a stall has no use for any command

    sys.exit(run_command(given))
