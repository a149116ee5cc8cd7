"""One resident's visit to one activity: where it stands, and where Continue and Back lead."""

import random
import uuid
from collections.abc import Callable, Sequence

from kiosk.clock import Clock
from kiosk.forms.definition import Form
from kiosk.forms.interview import Interview
from kiosk.forms.questions import Problem, ProblemKind
from kiosk.pack.model import Activity, ActivityKind, Consent, FormSource, Pack
from kiosk.storage.sealed.reference import new_reference
from kiosk.visit.partial import keeps_partial
from kiosk.visit.returning import Returning
from kiosk.visit.rounds import ended_by
from kiosk.visit.step import Step


class Visit(Returning):
    """A visit from the tap on Welcome to the moment before saving. Nothing here is written to disk.

    The record's id and the reference are made at the start, so that a second try to save
    gives the same record (DATA.md).
    """

    def __init__(
        self,
        pack: Pack,
        activity: Activity,
        form: Form,
        *,
        language: str,
        clock: Clock,
        about: tuple[Activity, Form] | None = None,
        chance: random.Random | None = None,
        data: Callable[[str], bytes] | None = None,
    ) -> None:
        self.pack = pack
        self.activity = activity
        self.source: FormSource = pack.form_of(activity)
        self.promise = pack.promise_of(activity)
        self.record_id = str(uuid.uuid4())
        self.about_record_id = str(uuid.uuid4())
        self.reference = new_reference()
        self.main = Interview(form, language=language, clock=clock, random=chance, data=data)
        self.about_activity = about[0] if about else None
        self.about = (
            Interview(about[1], language=language, clock=clock, random=chance, data=data) if about else None
        )
        forms = [activity, about[0]] if about else [activity]
        left_out = {fault.path for one in forms for fault in pack.form_of(one).left_out}
        super().__init__(self.main, left_out)
        self.changing = False
        self.revision = 1  # of its record, when it is next kept
        self.assisted = False  # somebody of the team reads or types for the resident
        self.paper = False  # and types it from a paper form
        self.kept_with = ""  # the id of an idea, where whoever signs up said "keep these together"
        self._notice_read = False
        self._before = self._opening()
        self.step = self._before[0] if self._before else Step.QUESTION
        if self.step is Step.QUESTION:
            self._enter(self.main, first=True)

    def _opening(self) -> list[Step]:
        steps = []
        if self.source.left_out:
            steps.append(Step.LEFT_OUT)
        if keeps_partial(self):
            steps.append(Step.PARTIAL)
        if self.promise:
            steps.append(Step.PROMISE)
        if self.activity.kind is ActivityKind.SIGN_UP:
            steps.append(Step.AGE)
        return steps

    # --- what is known now

    @property
    def begun(self) -> bool:
        """Whether the resident has given any answer that Back would lose."""
        return any(question.value for question in self.asked(self.main))

    @property
    def asks_once(self) -> bool:
        """A quick activity's only question: there is nothing to save without its answer."""
        return self.activity.kind is ActivityKind.QUICK and len(self.questions) == 1

    @property
    def consents(self) -> tuple[Consent, ...]:
        """The consents that this form asks for, in the form's order."""
        ids = (role.partition(":")[2] for role in self.source.roles.values() if role.startswith("consent:"))
        found = (self.pack.consent(consent_id) for consent_id in ids)
        return tuple(consent for consent in found if consent)

    def assist(self) -> None:
        """Somebody reads or types for the resident: nothing is kept before it is confirmed."""
        self.assisted = True
        if Step.PARTIAL not in self._before:
            return
        self._before.remove(Step.PARTIAL)
        if self._before:
            self.step = self._before[0]
        else:
            self._enter(self.main, first=True)

    def speak(self, language: str) -> None:
        """The rest of the visit is in `language`; no answer is lost."""
        self.main.language = language
        if self.about:
            self.about.language = language

    # --- going on

    def forward(self) -> Sequence[Problem]:
        """Continue. Problems of the present page keep it where it is and are returned."""
        if self.step in self._before:
            place = self._before.index(self.step) + 1
            if place < len(self._before):
                self.step = self._before[place]
            else:
                self._enter(self.main, first=True)
        elif self.step is Step.NOTICE:
            self._notice_read = True
            self.step = Step.QUESTION
        elif self.step is Step.QUESTION:
            return self._leave_question()
        elif self.step is Step.ANOTHER:
            self._go_on(self.another)
        elif self.step is Step.CHECK:
            return self._leave_check()
        elif self.step is Step.ABOUT:
            assert self.about is not None
            self._enter(self.about, first=True)
        elif self.step is Step.READ_BACK:
            self.step = Step.SAVING
        return ()

    def _finish(self) -> None:
        """Nothing is left to ask. What somebody typed for another is confirmed before it is saved."""
        self.step = Step.READ_BACK if self.assisted else Step.SAVING

    def _leave_question(self) -> Sequence[Problem]:
        problems = self._without_spoken(self.interview.problems(self.path))
        if problems:
            return problems
        if self.asks_once and not self.begun:
            return (Problem(self.path, ProblemKind.REQUIRED),)
        if not self.changing:
            self._go_on()
            return ()
        unmet = self._unmet(self.interview)
        if unmet:
            self._show(unmet[0].path)
        else:
            self.changing = False
            self.step = Step.CHECK
        return ()

    def _go_on(self, refused: str = "") -> None:
        """Past the present question: to whether to add another, unless `refused`, or to what follows."""
        offers = ended_by(self.interview, self._paths, self.path)
        offers = offers[offers.index(refused) + 1 :] if refused in offers else offers
        following = self._beside(+1)
        if offers:
            self.another = offers[0]
            self.step = Step.ANOTHER
        elif following is not None:
            self._show(following)
        elif self.in_about or self.activity.kind is ActivityKind.QUICK:
            self._finish()
        else:
            self.step = Step.CHECK

    def add_another(self) -> None:
        """Yes: one more time round, from its first question."""
        added = self.interview.add_repeat(self.another)
        first = next((path for path in self._paths if path.startswith(f"{added}/")), None)
        if first is not None:
            self._show(first)
        else:  # it would ask nothing
            self.interview.remove_repeat(added)
            self._go_on(self.another)

    def take_out(self) -> None:
        """The last time round, with its answers, goes; the question whether to add another stays."""
        self._drop(f"{self.another}[{self.rounds}]")

    def _leave_check(self) -> Sequence[Problem]:
        problems = self._unmet(self.main)
        if problems:
            self.change(problems[0].path)
            return problems
        if self.about and self.asked(self.about):
            self.step = Step.ABOUT
        else:
            self._finish()
        return ()

    def press(self, place: int) -> None:
        """A button of a step that asks by buttons, by its place: yes is 0."""
        if self.step is Step.AGE and place == 1:
            self.too_young()
        elif self.step is Step.ANOTHER and place == 0:
            self.add_another()
        elif self.step is Step.ANOTHER and place == 2:
            self.take_out()
        elif self.step is Step.ABOUT and place == 1:
            self.pass_over_about()
        else:
            self.forward()

    def pass_over_about(self) -> None:
        """ "No, thank you" to the questions about oneself: whatever was begun there is dropped."""
        if self.about:
            self._clear(self.about)
        self._finish()

    @staticmethod
    def _clear(interview: Interview) -> None:
        for _ in interview.form.questions:  # one that is cleared may bring another back
            given = [asked for asked in interview.questions() if asked.value and not asked.readonly]
            if not given:
                break
            for asked in given:
                interview.answer(asked.path, "")

    def too_young(self) -> None:
        self.step = Step.TOO_YOUNG

    def change(self, path: str) -> None:
        """From Check: the question at `path` comes back with its answer, and returns to Check."""
        self.interview = self.main
        self.changing = True
        self.step = Step.QUESTION
        self.path = path
