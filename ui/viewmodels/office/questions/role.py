"""What an answer is for: a detail of a sign-up, a consent, a fact about who answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.pack.editing.questions.model import Question
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.bench import Bench
from ui.viewmodels.team.sheet import Choice, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

OF = "role:"


class RolePage(Page):
    """The few that this question can have."""

    def __init__(self, editor: EditingModel, bench: Bench, name: str) -> None:
        super().__init__(editor)
        self._bench = bench
        self._name = name

    @property
    def _question(self) -> Question:
        question = self._bench.question(self._name)
        assert question is not None
        return question

    def _offered(self) -> dict[str, str]:
        return dict(kinds.roles(self._question, self._bench.kind, self._bench.around, self.words))

    def sheet(self) -> Sheet:
        words, now = self.words, self._question.role
        return Sheet(
            words("What is it for?"),
            words("Details are kept apart from opinions, and go only to whom people agreed."),
            choices=[Choice(OF + role, said, chosen=role == now) for role, said in self._offered().items()],
            back=True,
        )

    def chose(self, name: str) -> None:
        role = name.removeprefix(OF)
        if role in self._offered():
            self._bench.change(replace(self._question, role=role))
            self.editor.close()
