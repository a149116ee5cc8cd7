"""Going back through a visit, and coming to a question: where each leads."""

from kiosk.forms.interview import Interview
from kiosk.pack.model import Activity, ActivityKind, Consent, FormSource
from kiosk.visit.asking import AmongQuestions
from kiosk.visit.rounds import added_round, plain_path
from kiosk.visit.step import Step


class Returning(AmongQuestions):
    """What a visit needs to go back one page, whatever page it is on."""

    activity: Activity
    source: FormSource
    main: Interview
    about: Interview | None
    changing: bool
    _before: list[Step]
    _notice_read: bool

    @property
    def in_about(self) -> bool:
        return self.interview is self.about

    @property
    def consents(self) -> tuple[Consent, ...]:
        """The consents that this form asks for, in the form's order."""
        raise NotImplementedError

    def back(self) -> bool:
        """One page back; False when there is none, and the visit would be left."""
        if self.step in (Step.QUESTION, Step.NOTICE):
            return self._back_from_question()
        if self.step is Step.ANOTHER:
            return self._back_from_another()
        if self.step is Step.READ_BACK:
            return self._back_from_read_back()
        if self.step is Step.CHECK and self.asked(self.main):
            self._enter(self.main, first=False)
            return True
        if self.step is Step.CHECK:
            return self._back_before_questions()
        if self.step is Step.ABOUT:
            self.interview = self.main
            self.step = Step.CHECK
            return True
        if self.step is Step.TOO_YOUNG:
            self.step = Step.AGE
            return True
        place = self._before.index(self.step)
        if place == 0:
            return False
        self.step = self._before[place - 1]
        return True

    def _back_from_question(self) -> bool:
        if self.changing:
            self.changing = False
            self.step = Step.CHECK
            return True
        previous = self._beside(-1)
        added = added_round(self.path)
        inside = [question for question in self.questions if question.path.startswith(f"{added}/")]
        if added and inside[0].path == self.path and not any(question.value for question in inside):
            self._drop(added)  # added by mistake
        elif previous is not None:
            self._back_to(previous)
        elif self.in_about:
            self.interview = self.main
            self.step = Step.ABOUT
        else:
            return self._back_before_questions()
        return True

    def _back_from_read_back(self) -> bool:
        """ "No, something is different": where the last answers can be changed."""
        if self.in_about or self.activity.kind is ActivityKind.QUICK:
            self._enter(self.interview, first=False)
        else:
            self.step = Step.ABOUT if self.about and self.asked(self.about) else Step.CHECK
        return True

    def _back_before_questions(self) -> bool:
        if self._before:
            self.step = self._before[-1]
        return bool(self._before)

    # --- moving between questions

    def _enter(self, interview: Interview, *, first: bool) -> None:
        self.interview = interview
        questions = self.asked(interview)
        if questions and first:
            self._show(questions[0].path)
        elif questions:
            self._back_to(questions[-1].path)
        else:
            self.step = Step.CHECK

    def _show(self, path: str) -> None:
        self.path = path
        asks_details = self.source.roles.get(plain_path(path), "").startswith("detail:") and not self.in_about
        show_notice = asks_details and not self._notice_read and any(c.notice_short for c in self.consents)
        self.step = Step.NOTICE if show_notice else Step.QUESTION
