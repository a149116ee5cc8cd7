"""What the pages about one question share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.model import Question
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions.bench import Bench

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel


class OfQuestion(Page):
    """A page about the question of that name on the bench."""

    def __init__(self, editor: EditingModel, bench: Bench, name: str) -> None:
        super().__init__(editor)
        self.bench = bench
        self.name = name

    @property
    def question(self) -> Question:
        """As it is now: each change makes another."""
        question = self.bench.question(self.name)
        assert question is not None
        return question
