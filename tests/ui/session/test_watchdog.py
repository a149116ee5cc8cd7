"""The keeper, on real processes: what hangs or falls over is started again; what ends well stays ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ui.cli import WATCHED
from ui.session import watchdog
from ui.session.watchdog import keep, kiosk_command, run_once

BEATS = "import os, sys, time, pathlib; os.write(1, b'.'); "


def child(program: str) -> list[str]:
    return [sys.executable, "-c", BEATS + program]


def once(tmp_path: Path, first: str) -> list[str]:
    """Does `first` on its first start, and ends well on the next."""
    mark = str(tmp_path / "started")
    return child(f"p = pathlib.Path({mark!r}); again = p.exists(); p.touch(); again and sys.exit(0); {first}")


def test_one_that_hangs_is_ended_and_told_apart(tmp_path):
    end = run_once(child("time.sleep(600)"), frozen=0.2)
    assert (end.hung, end.beat, end.wanted) == (True, True, False)


def test_one_that_never_beats_gets_its_own_time():
    end = run_once([sys.executable, "-c", "import time; time.sleep(600)"], frozen=0.01, slow=0.2)
    assert (end.hung, end.beat) == (True, False)


@pytest.mark.parametrize(
    "fall", ["time.sleep(600)", "os.abort()", "sys.exit(3)", "sys.exit(1)", "os.kill(os.getpid(), 9)"]
)
def test_hung_or_fallen_it_comes_back(tmp_path, fall):
    told: list[str] = []
    assert keep(once(tmp_path, fall), told.append, frozen=0.5, rest=0) == 0
    assert len(told) == 1


def test_a_fault_that_was_told_before_any_window_is_not_tried_again():
    told: list[str] = []
    assert keep([sys.executable, "-c", "import sys; sys.exit(1)"], told.append, rest=0) == 1
    assert told == []


def test_what_never_lasts_is_given_up_with_its_code():
    told: list[str] = []
    assert keep(child("sys.exit(7)"), told.append, rest=0) == 7
    assert len(told) == watchdog.MOST_STARTS


def test_who_ends_the_keeper_ends_the_kiosk(tmp_path):
    mark = tmp_path / "pid"
    program = f"pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(600)"
    source = f"from ui.session.watchdog import keep; raise SystemExit(keep({child(program)!r}, print))"
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen([sys.executable, "-c", source], cwd=root) as keeper:
        limit = time.monotonic() + 30
        while not (mark.exists() and mark.read_text()) and time.monotonic() < limit:
            keeper.poll()
        keeper.send_signal(signal.SIGTERM)
        assert keeper.wait(10) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_the_kept_kiosk_is_this_program():
    assert kiosk_command(Path("d"), Path("fair"))[1:] == ["-m", "kiosk", WATCHED, "d", "fair"]
    assert kiosk_command(Path("d"), None)[1:] == ["-m", "kiosk", WATCHED, "d"]
