"""Ways to go through a visit: by keys alone, and to the end of a form that is one activity."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt

MOST_TABS = 90


def focused(stall: Any) -> str:
    """The name of the control that has the keys."""
    return next((seen.name for seen in stall.screen.controls() if seen.focused), "")


@pytest.fixture
def tabbed() -> Callable[..., None]:
    """Goes to what is called so with Tab and nothing else, on the parts of a page that More leads to."""

    def go(stall: Any, name: str) -> None:
        more = stall.model.words()("More")
        for _ in range(MOST_TABS):
            now = focused(stall)
            if now == name or now.startswith((f"{name}, ", f"{name}. ")):
                return
            if now == more:
                stall.screen.key(Qt.Key.Key_Return)
            else:
                stall.screen.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}; there are {stall.texts}")

    return go


@pytest.fixture
def keyed(tabbed: Callable[..., None]) -> Callable[..., None]:
    """Presses what is called so, one after another, with Tab and Return and nothing else."""

    def press(stall: Any, *names: str) -> None:
        for name in names:
            tabbed(stall, name)
            stall.screen.key(Qt.Key.Key_Return)

    return press


@pytest.fixture
def begun(make_stall: Callable[..., Any]) -> Callable[..., Any]:
    """A stall on a form alone, at its first page."""

    def begin(pack: Any, **given: Any) -> Any:
        stall = make_stall(pack, **given)
        stall.press(stall.model.welcome.cards[0]["spoken"])
        return stall

    return begin


@pytest.fixture
def kept() -> Callable[[Any], Mapping[str, str]]:
    """Presses Save on Check, and what the office then reads, by path without the form's root."""

    def save(stall: Any) -> Mapping[str, str]:
        assert stall.page == "check", stall.texts
        stall.press("Save")
        assert stall.page == "thanks", stall.texts
        (record,) = stall.saved()
        return {path.removeprefix("/data/"): value for path, value in record.answers.items()}

    return save
