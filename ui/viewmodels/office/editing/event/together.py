"""Working together: ideas, residents' own questions, spoken answers, and the one live question."""

from __future__ import annotations

from collections.abc import Sequence

from ui.viewmodels.office.editing.cells import Cell, Kind, yes_no
from ui.viewmodels.office.editing.event.facts import KeysPage
from ui.viewmodels.office.editing.event.live import LivePage

TOGETHER = (
    Cell(
        "resident_questions",
        lambda words: words("Residents propose the next question?"),
        lambda words: words("On the ideas wall. A volunteer approves each one first."),
        Kind.PICK,
        options=yes_no,
        usual="yes",
    ),
    Cell(
        "live_question",
        lambda words: words("The live question"),
        lambda words: words("Whoever has answered it sees what others said so far."),
        opens=LivePage,
    ),
    Cell(
        "voice_answers",
        lambda words: words("Speak an answer instead of typing?"),
        lambda words: words("A voice is kept as a recording, sealed like all answers."),
        Kind.PICK,
        options=yes_no,
        usual="no",
    ),
)

IDEA = (
    Cell(
        "text",
        lambda words: words("The idea"),
        lambda words: words("Short, and without names."),
        Kind.WORDS,
        several_lines=True,
    ),
)


class TogetherPage(KeysPage):
    """What residents may do besides answering."""

    def heading(self) -> str:
        return self.words("Working together")

    def line(self) -> str:
        return self.words("The ideas wall itself is switched on under Activities.")

    def keys(self) -> Sequence[Cell]:
        return TOGETHER
