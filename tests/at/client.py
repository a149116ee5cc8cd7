"""An assistive client outside the kiosk: goes through a whole visit over AT-SPI, by names and roles alone.

Run by the system's Python, which has gi: `python3 client.py PYTHON DATA_FOLDER`, with a display and a session
bus. Prints what it pressed; its exit code is 0 once the kiosk has said thank you.
"""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0  # seconds for anything to come
MOST_STEPS = 40
BUTTONS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.RADIO_BUTTON, Atspi.Role.CHECK_BOX}
# What to press, first come first: the way through "Help design the park", with one answer of each kind that
# needs no keys.
ANSWERS = ("Help design the park", "Start", "Never", "No toilets", "No, thank you", "Save")
ONWARD = ("Continue", "Skip", "More")
END = "Thank you. It is saved."


def main(python: str, data: str) -> int:
    kiosk = subprocess.Popen([python, "-m", "kiosk", "--data", data])
    try:
        visit()
    finally:
        kiosk.terminate()
        kiosk.wait(30)
    return 0


def visit() -> None:
    """Press one thing after another until the kiosk says thank you."""
    left, before = list(ANSWERS), []
    for _ in range(MOST_STEPS):
        seen = waited(before)
        if any(node.get_name() == END for node in seen):
            return
        pressable = {node.get_name(): node for node in seen if node.get_role() in BUTTONS}
        name = next((name for start in (*left, *ONWARD) for name in pressable if called(name, start)), "")
        if not name:
            raise SystemExit(f"nothing to press among {sorted(pressable)}")
        left = [start for start in left if not called(name, start)]
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        before = names(seen)
        Atspi.Action.do_action(pressable[name], 0)
    raise SystemExit(f"no end after {MOST_STEPS} steps")


def called(name: str, start: str) -> bool:
    """Whether a control is called so; a card's name goes on with what it is about."""
    return name == start or name.startswith((f"{start}. ", f"{start}, "))


def waited(before: list[str]) -> list[Atspi.Accessible]:
    """What is on the screen, once it is no longer what it was."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        seen = list(shown(window()))
        if seen and names(seen) != before:
            return seen
        time.sleep(0.1)
    raise SystemExit(f"the screen stayed as it was: {before[:12]}")


def window() -> Atspi.Accessible | None:
    """The kiosk among all that is running; the tree is read afresh, not from a cache."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for place in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(place)
        if app is not None and "kiosk" in app.get_name().lower():
            return app
    return None


def shown(node: Atspi.Accessible | None):
    """Everything under `node` that is showing, in the tree's order."""
    if node is None:
        return
    try:
        for place in range(node.get_child_count()):
            child = node.get_child_at_index(place)
            if child is None:
                continue
            if child.get_name() and child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield child
            yield from shown(child)
    except GLib.Error:
        return  # it went away while it was looked at


def names(seen: list[Atspi.Accessible]) -> list[str]:
    """What is named, with its state: a choice that was chosen is news."""
    found = []
    for node in seen:
        try:
            found.append(f"{node.get_name()} {node.get_state_set().contains(Atspi.StateType.CHECKED)}")
        except GLib.Error:
            continue
    return found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
