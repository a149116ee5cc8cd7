"""What an answer is for: a detail of a sign-up, a consent, a fact about who answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.viewmodels.office.questions import kinds
from ui.viewmodels.office.questions.of_question import OfQuestion
from ui.viewmodels.team.sheet import Choice, Sheet

if TYPE_CHECKING:
    pass

OF = "role:"


class RolePage(OfQuestion):
    """The few that this question can have."""

    def _offered(self) -> dict[str, str]:
        return dict(kinds.roles(self.question, self.bench.kind, self.bench.around, self.words))

    def sheet(self) -> Sheet:
        words, now = self.words, self.question.role
        return Sheet(
            words("What is it for?"),
            words("Details are kept apart from opinions, and go only to whom people agreed."),
            choices=[Choice(OF + role, said, chosen=role == now) for role, said in self._offered().items()],
            back=True,
        )

    def chose(self, name: str) -> None:
        role = name.removeprefix(OF)
        if role in self._offered():
            self.bench.change(replace(self.question, role=role))
            self.editor.close()
