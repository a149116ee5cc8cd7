"""The strip beside a preview: jump to a question, see which are hidden and why, change how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import ActivityKind, Pack
from kiosk.visit.manner import Colours, Size
from kiosk.visit.rounds import plain_path
from kiosk.visit.step import Step
from kiosk.words import language_of
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop

if TYPE_CHECKING:
    from kiosk.forms.interview import Interview
    from kiosk.forms.questions import Question
    from kiosk.visit.visit import Visit

COLOUR_NAMES = {Colours.STANDARD: "Standard", Colours.HIGH_CONTRAST: "High contrast"}
UNANSWERED = "not answered"


class PreviewModel(QObject):
    """Its words are English: it is for the team, and residents never see it."""

    changed = Signal()
    closeAsked = Signal()

    def __init__(self, kiosk: KioskModel, look: LookModel, pack: Pack) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._look = look
        self._pack = pack
        for signal in (kiosk.changed, kiosk.question.answered, look.changed):
            signal.connect(self.changed)

    # --- what the strip shows

    def _activities(self) -> list[dict[str, Any]]:
        visit, event = self._kiosk.at.visit, self._pack.event
        return [
            {
                "id": each.id,
                "name": each.title.say("en", event.default_language) or each.id,
                "chosen": visit is not None and visit.activity.id == each.id,
            }
            for each in self._pack.activities
            if each.kind not in (ActivityKind.ABOUT, ActivityKind.IDEAS)
        ]

    def _questions(self) -> list[dict[str, Any]]:
        visit = self._kiosk.at.visit
        if visit is None:
            return []
        forms = [visit.main, visit.about] if visit.about else [visit.main]
        return [entry for form in forms if form for entry in self._of_form(visit, form)]

    def _of_form(self, visit: Visit, form: Interview) -> Iterator[dict[str, Any]]:
        """Every question of a form in its order, those that are not asked with the reason."""
        shown = {question.path for question in visit.asked(form)}
        entries = {
            question.path: self._entry(visit, form, question)
            if question.path in shown
            else _left_out(question.path, question.label or question.name)
            for question in form.questions()
        }
        for hidden in form.hidden():
            now = "\n".join(f"Now: {label}: {value or UNANSWERED}." for label, value in hidden.values)
            why = f"Hidden. It is asked if {hidden.words}."
            entries[hidden.path] = {
                **_left_out(hidden.path, hidden.label),
                "why": f"{why}\n{now}".strip(),
            }
        rank = {path: place for place, path in enumerate(form.form.paths)}
        return iter(sorted(entries.values(), key=lambda each: (rank[plain_path(each["path"])], each["path"])))

    def _entry(self, visit: Visit, form: Interview, question: Question) -> dict[str, Any]:
        """A question that is asked, with the author's guidance for the team."""
        here = visit.interview is form and visit.path == question.path and visit.step is Step.QUESTION
        return {
            "path": question.path,
            "label": question.label or question.name,
            "asked": True,
            "chosen": here,
            "why": f"For the team: {question.guidance}" if question.guidance else "",
        }

    def _languages(self) -> list[dict[str, Any]]:
        codes = self._pack.event.languages
        now = self._look.manner.language
        return [{"id": code, "name": language_of(code).english, "chosen": code == now} for code in codes]

    def _sizes(self) -> list[dict[str, Any]]:
        now = self._look.manner.size
        return [{"id": each.value, "name": each.value.capitalize(), "chosen": each is now} for each in Size]

    def _colours(self) -> list[dict[str, Any]]:
        now = self._look.manner.colours
        names = {each: COLOUR_NAMES.get(each, each.value.replace("-", " ").capitalize()) for each in Colours}
        return [{"id": each.value, "name": name, "chosen": each is now} for each, name in names.items()]

    def _told(self) -> str:
        asked = [entry for entry in self._questions() if entry["asked"]]
        hidden = len(self._questions()) - len(asked)
        return f"Questions: {len(asked)} asked, {hidden} not" if asked or hidden else "Choose what to look at"

    activities = prop("QVariantList", _activities, notify=changed)
    questions = prop("QVariantList", _questions, notify=changed)
    languages = prop("QVariantList", _languages, notify=changed)
    sizes = prop("QVariantList", _sizes, notify=changed)
    colours = prop("QVariantList", _colours, notify=changed)
    told = prop(str, _told, notify=changed)

    # --- what staff do

    @Slot(str)
    def open(self, activity_id: str) -> None:
        """Begin an activity anew, in the language and size of now."""
        self._kiosk.close_all()
        self._kiosk.leave()
        self._kiosk.begin(activity_id)

    @Slot(str)
    def jump(self, path: str) -> None:
        """Straight to a question that is asked just now."""
        visit = self._kiosk.at.visit
        if visit is None:
            return
        for form in (visit.main, visit.about):
            if form and any(question.path == path for question in visit.asked(form)):
                self._kiosk.close_all()
                visit.jump(form, path)
                return self._kiosk.show()

    @Slot()
    def close(self) -> None:
        """The preview ends, as where it lies over a full screen."""
        self.closeAsked.emit()

    @Slot(str)
    def speak(self, code: str) -> None:
        self._look.speak(code)

    @Slot(str)
    def resize(self, size: str) -> None:
        self._look.setSize(size)

    @Slot(str)
    def colour(self, colours: str) -> None:
        self._look.setColours(colours)


def _left_out(path: str, label: str) -> dict[str, Any]:
    why = "Left out: the kiosk has no page for it."
    return {
        "path": path,
        "label": label or path.rpartition("/")[2],
        "asked": False,
        "chosen": False,
        "why": why,
    }
