"""The kiosk by keys alone, and by a finger that slips (ACCESSIBILITY.md rows 23, 27 and 29)."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

TAB, BACKTAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return
MOST_STOPS = 80


def cycle(stall, key):
    """The names that the key reaches, until it is where it began."""
    stall.key(key)
    reached = [where(stall)]
    for _ in range(MOST_STOPS):
        stall.key(key)
        if where(stall) == reached[0]:
            return reached
        reached.append(where(stall))
    raise AssertionError(f"the keys never came back: {reached[:12]}…")


def where(stall):
    """What has the keys: its name, and its place, as two keys may be called the same."""
    found = next((c for c in stall.screen.controls() if c.focused and c.pressable), None)
    return (found.name, found.rect.x(), found.rect.y()) if found else ("", 0, 0)


def reach(stall, name, key=TAB):
    """Tab until `name` has the keys."""
    for _ in range(MOST_STOPS):
        if where(stall)[0] == name:
            return
        stall.key(key)
    raise AssertionError(f"{name!r} is not reached by keys; there are {stall.texts}")


def wake(stall):
    """The first key on Welcome asks for the voice, and does nothing else (row 11)."""
    stall.key(TAB)
    assert where(stall)[0] == ""


def enter(stall, *names):
    for name in names:
        reach(stall, name)
        stall.key(ENTER)


PAGES = {
    "welcome": (),
    "promise": ("Help design the park",),
    "choices": ("Help design the park", "Start", "Continue"),
    "field": ("Help design the park", "Start", "Continue", "Skip", "Skip"),
    "age": ("Join in, share a skill", "Start"),
    "language": ("Language",),
    "look": ("Look",),
    "listen": ("Listen", "Listen"),
    "help": ("Help",),
    "start again": ("How was today?", "Start again"),
    "thanks": ("How was today?", "Start", "Good"),
    "typing": (
        *("Help design the park", "Start", "Continue", "Skip", "Skip"),
        "How many minutes would you walk to a park?",
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_in_reading_order_and_comes_round(stall, page):
    stall.press(*PAGES[page])
    if page == "welcome":
        wake(stall)
    reached = cycle(stall, TAB)
    shown = {(c.name, c.rect.x(), c.rect.y()) for c in stall.screen.controls() if c.pressable}
    assert {stop for stop in reached if stop[0]} == shown
    back = cycle(stall, BACKTAB)
    assert sorted(back) == sorted(reached)
    turned = back[::-1]
    start = turned.index(reached[0])
    assert turned[start:] + turned[:start] == reached


def test_the_tab_order_is_the_reading_order(stall):
    stall.press("Help design the park", "Start", "Continue")
    names = [name for name, _, _ in cycle(stall, TAB) if name]
    begin = names.index("Most days")
    order = [name for name in names[begin:] + names[:begin] if not name.endswith("For the team")]
    assert order == [
        *("Most days", "Most weeks", "A few times a year", "Never", "Back", "Skip", "Continue"),
        *("Start again", "Language", "Look", "Help", "Listen"),
    ]


def test_a_whole_visit_by_keys_alone(stall):
    wake(stall)
    enter(stall, "How was today? Have your say. 1 question.", "Start", "Very good")
    assert stall.page == "thanks"
    (kept,) = stall.saved()
    assert kept.answers["/data/feeling"] == "very_good"
    enter(stall, "More", "Finish and clear")
    assert stall.page == "welcome"


def test_words_by_keys_alone(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip", "Skip")
    enter(stall, "How many minutes would you walk to a park?")
    assert stall.page == "typing"
    stall.screen.write("12")
    assert stall.model.question.fields[0]["text"] == "12"
    stall.key(ENTER)
    assert stall.page == "question"
    enter(stall, "Continue")
    assert stall.heading == "How safe do you feel by the canal after dark?"


@pytest.mark.parametrize(
    ("on", "back"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Left)]
)
def test_arrows_go_from_one_to_the_next_and_back(stall, on, back):
    stall.press("Help design the park", "Start", "Continue")
    reach(stall, "Most days")
    stall.key(on)
    assert where(stall)[0] == "Most weeks"
    stall.key(back)
    assert where(stall)[0] == "Most days"


def test_left_goes_on_where_pages_are_read_from_the_right(stall):
    stall.press("Help design the park", "Start", "Continue")
    stall.kiosk.look.speak("ur")
    stall.screen.settle()
    first, second = (choice["label"] for choice in stall.model.question.choices[:2])
    reach(stall, first)
    stall.key(Qt.Key.Key_Left)
    assert where(stall)[0] == second


@pytest.mark.parametrize(
    ("page", "behind"),
    [
        ("promise", "welcome"),
        ("choices", "promise"),
        ("age", "promise"),
        ("help", "welcome"),
        ("language", "welcome"),
        ("look", "welcome"),
        ("listen", "welcome"),
        ("start again", "promise"),
        ("typing", "question"),
    ],
)
@pytest.mark.parametrize("at", ["the page", "the bar"])
def test_escape_is_back(stall, page, behind, at):
    stall.press(*PAGES[page])
    if page == "choices":
        stall.press("Back")
    if at == "the bar":
        reach(stall, "Help", BACKTAB)
    stall.key(Qt.Key.Key_Escape)
    assert stall.page == behind


def test_escape_answers_still_there(stall):
    stall.press("Help design the park", "Start")
    stall.wait(150)
    stall.key(Qt.Key.Key_Escape)
    assert stall.page == "question"


def test_a_key_that_is_held_presses_once(stall):
    stall.press("Help design the park", "Start", "Continue")
    reach(stall, "Never")
    stall.key(ENTER, repeats=5)
    assert stall.control("Never").checked
    stall.key(Qt.Key.Key_Space, " ", repeats=6)
    assert not stall.control("Never").checked


def test_continue_that_is_held_goes_one_page(stall):
    stall.press("Help design the park", "Start")
    reach(stall, "Continue")
    stall.key(ENTER, repeats=8)
    assert stall.model.at.visit.position[0] == 2


def test_escape_that_is_held_goes_one_page(stall):
    stall.press("Help design the park", "Start", "Continue", "Skip")
    stall.key(Qt.Key.Key_Escape, repeats=8)
    assert stall.model.at.visit.position[0] == 2


# --- a finger


def finger(stall, kind, point):
    pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    there = QPointF(stall.kiosk.window.mapToGlobal(point))
    event = QMouseEvent(kind, QPointF(point), there, button, pressed, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(stall.kiosk.window, event)
    stall.screen.settle()


def slide(stall, start, end):
    finger(stall, QEvent.Type.MouseButtonPress, start)
    finger(stall, QEvent.Type.MouseMove, end)
    finger(stall, QEvent.Type.MouseButtonRelease, end)


def test_nothing_happens_until_the_finger_is_lifted(stall):
    stall.press("Help design the park", "Start", "Continue")
    never = stall.control("Never").rect.center()
    finger(stall, QEvent.Type.MouseButtonPress, never)
    assert not stall.control("Never").checked
    finger(stall, QEvent.Type.MouseButtonRelease, never)
    assert stall.control("Never").checked


@pytest.mark.parametrize("name", ["Never", "Continue", "Help", "Start again"])
def test_a_finger_that_slides_off_presses_nothing(stall, name):
    stall.press("Help design the park", "Start", "Continue")
    before = stall.texts
    slide(stall, stall.control(name).rect.center(), QPoint(640, 600))
    assert stall.texts == before
    assert not stall.control("Never").checked


def test_a_finger_that_slides_from_one_to_another_presses_neither(stall):
    stall.press("Help design the park", "Start", "Continue")
    slide(stall, stall.control("Never").rect.center(), stall.control("Most days").rect.center())
    assert not stall.control("Never").checked
    assert not stall.control("Most days").checked
