"""What the steps of setting up share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.words import Words
from ui.viewmodels.team.sheet import Sheet

if TYPE_CHECKING:
    from ui.viewmodels.team.setting_up.model import SetUpModel


class Step:
    """One step. `wizard.done()` leads on; `back()` true means that the step itself went back a page."""

    name = ""

    def __init__(self, wizard: SetUpModel) -> None:
        self.wizard = wizard

    @property
    def words(self) -> Words:
        return self.wizard.words()

    def needed(self) -> bool:
        """Whether it has anything to ask, as things stand."""
        return True

    def settled(self) -> bool:
        """Whether it was gone through, so that the wizard, taken up again, begins after it."""
        return False

    def begin(self) -> None:
        """It comes."""

    def sheet(self) -> Sheet:
        raise NotImplementedError

    def chose(self, name: str) -> None: ...
    def acted(self, name: str) -> None: ...

    def forward(self) -> None:
        self.wizard.done()

    def back(self) -> bool:
        return False

    def typed_in(self, field_id: str) -> None: ...
    def tick(self) -> None: ...

    def settle(self, **facts: Any) -> None:
        """Keep what was chosen, and go on."""
        self.wizard.keep(**facts)
        self.wizard.done()
