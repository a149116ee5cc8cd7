"""What the team's part needs of the window that it lies over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.words import Words
    from ui.viewmodels.question.typing import TypingModel
    from ui.viewmodels.shown import Standing


class Stage(Protocol):
    """What the team needs of the kiosk: where things stand, and the ways to show another page."""

    at: Standing

    @property
    def typing(self) -> TypingModel: ...
    def show(self) -> None: ...
    def turn(self) -> None: ...
    def words(self) -> Words: ...
    def open_over(self, overlay: str) -> None: ...
    def wipe(self) -> None: ...
