"""The questions of a visit: which are asked, where it stands among them, and what is asked once more."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kiosk.forms.interview import Interview
from kiosk.forms.questions import Problem, ProblemKind, Question
from kiosk.recording.sound import Recording
from kiosk.visit.rounds import copies, ended_by, plain_path
from kiosk.visit.spoken import Spoken
from kiosk.visit.step import Step


class AmongQuestions:
    """Where a visit stands in the form that is being filled in: at `step`, on the question at `path`.

    `another` is the repeat that Step.ANOTHER asks about, once its last question is behind.
    """

    def __init__(self, interview: Interview, left_out: AbstractSet[str]) -> None:
        self.interview = interview
        self.path = ""
        self.another = ""
        self.step = Step.QUESTION
        self.spoken = Spoken()
        self._left_out = left_out

    @property
    def questions(self) -> Sequence[Question]:
        """The relevant questions of the form that is being filled in."""
        return self.asked(self.interview)

    def asked(self, interview: Interview) -> Sequence[Question]:
        """The relevant questions of `interview` but for those that the kiosk leaves out (FORMS.md)."""
        left_out = self._left_out
        return [question for question in interview.questions() if plain_path(question.path) not in left_out]

    def _unmet(self, interview: Interview) -> Sequence[Problem]:
        """What stands in the way of saving. A required question that is left out counts as answered."""
        left_out = self._left_out
        faults = [fault for fault in interview.all_problems() if plain_path(fault.path) not in left_out]
        return self._without_spoken(faults, interview)

    def _without_spoken(
        self, faults: Sequence[Problem], interview: Interview | None = None
    ) -> Sequence[Problem]:
        """What is wrong but for rules on words, where the answer is a voice: they look at what is typed."""
        of = interview or self.interview
        return [
            fault
            for fault in faults
            if not (fault.kind is ProblemKind.CONSTRAINT and self.spoken.of(of.question(fault.path).value))
        ]

    @property
    def question(self) -> Question:
        return self.interview.question(self.path)

    @property
    def position(self) -> tuple[int, int]:
        """(n, of) of the present question, from 1, as things stand."""
        paths = self._paths
        return (paths.index(self.path) + 1 if self.path in paths else 1, len(paths))

    @property
    def rounds(self) -> int:
        """How many times round there are of what Step.ANOTHER asks about."""
        return copies(self._paths, self.another)

    @property
    def recording(self) -> Recording | None:
        """The present answer, where it is spoken."""
        return self.spoken.of(self.question.value)

    def answer(self, value: str | Recording) -> None:
        """Answer the present question; a recording that was there before is gone."""
        self.spoken.forget(self.question.value)
        self.interview.answer(self.path, value if isinstance(value, str) else self.spoken.keep(value))

    def jump(self, interview: Interview, path: str) -> None:
        """Straight to a question, wherever the visit stands (a preview)."""
        self.interview, self.path, self.another = interview, path, ""
        self.step = Step.QUESTION

    def _drop(self, added: str) -> None:
        repeat = added[: added.rindex("[")]
        self.interview.remove_repeat(added)
        self._back_to(next(path for path in reversed(self._paths) if path.startswith(f"{repeat}[")))
        self.another = repeat

    def _back_from_another(self) -> bool:
        offers = ended_by(self.interview, self._paths, self.path)
        place = offers.index(self.another) if self.another in offers else 0
        if place > 0:
            self.another = offers[place - 1]
        else:
            self.step = Step.QUESTION
        return True

    def _back_to(self, path: str) -> None:
        """The question at `path`, or whether to add another where that came after it."""
        offers = ended_by(self.interview, self._paths, path)
        self.path = path
        self.another = offers[-1] if offers else ""
        self.step = Step.ANOTHER if offers else Step.QUESTION

    @property
    def _paths(self) -> list[str]:
        return [question.path for question in self.questions]

    def _beside(self, way: int) -> str | None:
        paths = self._paths
        place = paths.index(self.path) + way if self.path in paths else 0
        return paths[place] if 0 <= place < len(paths) else None
