"""The form that is worked on: as it is now, as it was before, and its quiet way to the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.questions.edit import changed, spoken_in
from kiosk.pack.editing.questions.event import Around, add_activity
from kiosk.pack.editing.questions.files import FormFile, new_form, save_form
from kiosk.pack.editing.questions.model import Question, Questionnaire
from kiosk.pack.model import ActivityKind, Text
from ui.jobs import Job, note_bug
from ui.messages import message

if TYPE_CHECKING:
    from ui.viewmodels.office.editing.model import EditingModel

MOST_UNDONE = 50


class Bench(QObject):
    """Each change is saved by itself, off the window's thread; the newest one that waits is the one written.

    `file` is None until a new form has its first question. `fault` is why the last change is not on the disk.
    """

    def __init__(
        self,
        editor: EditingModel,
        around: Around,
        form: Questionnaire,
        file: FormFile | None,
        kind: ActivityKind | None,
    ) -> None:
        super().__init__()
        self.around = around
        self.kind = kind
        self.form = spoken_in(form, around.languages)
        self.file = file
        self.fault: KioskError | None = None
        self._editor = editor
        self._past: list[Questionnaire] = []
        self._written = self.form
        self._job: Job | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.wait)

    @property
    def language(self) -> str:
        """The language in which questions are written first."""
        return self.form.languages[0]

    def say(self, text: Text) -> str:
        """A text in that language."""
        return text.say(self.language)

    def question(self, name: str) -> Question | None:
        return self.form.question(name)

    # --- changing

    def put(self, form: Questionnaire) -> None:
        """The form is so from now on; what it was can be had again."""
        if form != self.form:
            self._past = [*self._past, self.form][-MOST_UNDONE:]
            self.form = form
        self.save()

    def change(self, question: Question) -> None:
        """One of its questions is so from now on."""
        self.put(changed(self.form, question))

    @property
    def undoable(self) -> bool:
        return bool(self._past)

    def undo(self) -> None:
        """As it was before the last change."""
        if self._past:
            self.form = self._past.pop()
            self.save()

    # --- saving

    def save(self) -> None:
        """Write what is not written yet; nothing waits for it."""
        if self._job is not None or self.form == self._written:
            return
        if self.file is None and not self.form.questions:
            return
        form, work = self.form, self._work(self.form)
        job = self._job = Job(lambda _progress: work(), self)
        job.finished.connect(lambda file: self._came(form, file))
        job.failed.connect(self._failed)
        job.start()

    def _work(self, form: Questionnaire) -> Callable[[], FormFile]:
        file, draft, kind = self.file, self._editor.draft, self.kind
        if file is not None:
            return lambda: save_form(file, form)
        assert draft is not None

        def begin() -> FormFile:
            made = new_form(draft, form)
            if kind is not None:
                add_activity(draft, made.path, made.form, kind)
            return made

        return begin

    def wait(self) -> None:
        """Until what is being written is on the disk."""
        if self._job is not None:
            self._job.wait()

    def _came(self, form: Questionnaire, file: FormFile) -> None:
        self._job = None
        self._written, self.file = form, file
        if self.form.form_id != file.form.form_id:  # a new form's name was settled as it was written
            self.form = replace(self.form, form_id=file.form.form_id)
            self._written = replace(form, form_id=file.form.form_id)
        if self.fault is not None:
            self.fault = None
            self._editor.refresh()
        self.save()

    def _failed(self, fault: object) -> None:
        self._job = None
        note_bug(fault)
        words = self._editor.words()
        unknown = KioskError(ErrorCode.SAVE_FAILED, reason=type(fault).__name__)
        told = fault if isinstance(fault, KioskError) else unknown
        self.fault = told
        self._editor.tell(f"{words('Not saved.')} {message(told, words)}")
