"""What the parts of the page of the keys share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kiosk.words import Words
from ui.viewmodels.team.sheet import Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.care.keys.model import KeysModel


class KeyPart:
    """One thing that is done with a key. A press is handed to the part whose step is shown."""

    def __init__(self, page: KeysModel) -> None:
        self.page = page

    @property
    def words(self) -> Words:
        return self.page.words()

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """Its steps, and what each shows."""
        raise NotImplementedError

    def forget(self) -> None:
        """What is secret goes."""

    def chose(self, name: str) -> None: ...
    def acted(self, name: str) -> None: ...
    def forward(self) -> None: ...
    def back(self) -> None: ...

    def picked(self) -> None:
        """A place was settled that this part asked for."""
