"""What one resident put in is gone for the next: fields, undo and clipboard; by Start again or left alone."""

import pytest
from PySide6.QtCore import Property, QObject, Qt
from PySide6.QtGui import QGuiApplication

CANARY = "Zqxwv Kjhgf"
FIELD = "What else? Please say."
TO_THE_FIELD = ("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue")
IDLE, WARNING = 150, 60
WORDS = ("text", "displayText", "preeditText", "name", "words", "label", "spoken", "answer", "caption")


def start_again(stall):
    stall.press("Start again", "Yes, clear it")


def left_alone(stall):
    for _ in range(2):
        stall.wait(IDLE + WARNING)


def items(parent):
    for child in parent.childItems():
        yield child
        yield from items(child)


def models(stall):
    """The view-model of the kiosk and those of its pages."""
    names = [name for kind in type(stall.model).__mro__ for name, of in vars(kind).items() if is_property(of)]
    pages = (getattr(stall.model, name) for name in names)
    return [stall.model, *(page for page in pages if isinstance(page, QObject))]


def is_property(of):
    return isinstance(of, Property)


def holders(stall):
    """How many items and view-models were looked at, and what of them has the canary."""
    shown, found = list(items(stall.kiosk.window.contentItem())), []
    for item in shown:
        held = (item.property(name) for name in WORDS)
        found += [value for value in held if CANARY in str(value or "")]
    for model in models(stall):
        names = {name for kind in type(model).__mro__ for name, of in vars(kind).items() if is_property(of)}
        found += [name for name in names if CANARY in str(getattr(model, name))]
    return len(shown) + len(models(stall)), found


@pytest.mark.slow
@pytest.mark.parametrize("way", [start_again, left_alone])
@pytest.mark.parametrize("where", ["while typing", "after it"])
def test_nothing_is_there_for_the_next_one(stall, way, where, looked):
    stall.press(*TO_THE_FIELD, FIELD)
    stall.screen.write(CANARY)
    if where == "after it":
        stall.press("Done")
    count, found = holders(stall)
    assert found, "the control: what was typed can be seen"
    looked("12. fields before (control)", count, len(found))
    way(stall)
    assert stall.page == "welcome"
    count, found = holders(stall)
    looked(f"12. fields, {way.__name__.replace('_', ' ')}", count, len(found))
    assert found == []
    stall.press(*TO_THE_FIELD, FIELD)
    for undo in (Qt.Key.Key_Z, Qt.Key.Key_V):
        stall.key(undo, held=Qt.KeyboardModifier.ControlModifier)
    _, found = holders(stall)
    clipboard = QGuiApplication.clipboard().text()
    looked("12. undo and clipboard", 2, len(found) + (CANARY in clipboard))
    assert found == []
    assert CANARY not in clipboard
