"""One question page: what is asked, what may be chosen or written, and what was."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.forms.kinds import Kind
from kiosk.visit.rounds import place_of, plain_path
from kiosk.words import Words
from ui.viewmodels.moments import MOMENTS, apart, joined, names_of, parts_of
from ui.viewmodels.offered import after_press, asked_words, offered, plain_number, said_choice, spoken_choice
from ui.viewmodels.qt import prop
from ui.viewmodels.refusals import WRITTEN, words_for

if TYPE_CHECKING:
    from kiosk.forms.questions import Problem, Question
    from kiosk.visit.visit import Visit


class QuestionModel(QObject):
    """The present question. `entered` when another question is shown, `answered` when its answer changed."""

    entered = Signal()
    answered = Signal()
    said = Signal(str)  # a change, to be spoken
    wentOn = Signal()
    wentBack = Signal()
    typingAsked = Signal(str)  # the field to type in
    noticeAsked = Signal()

    def __init__(self, words: Callable[[], Words], media: Callable[[str], str]) -> None:
        super().__init__()
        self._words = words
        self._media = media
        self._visit: Visit | None = None
        self._path = ""
        self._problem = ""
        self._parts: dict[str, str] = {}  # of a date or a time, as typed

    # --- what the kiosk does with it

    def enter(self, visit: Visit | None) -> None:
        """Show the visit's present question, without what was wrong before."""
        self._visit = visit
        self._problem = ""
        question = self._question
        path = question.path if question else ""
        # A date stands as it was typed, a part of it or all, while it is the same answer.
        if path != self._path or question is None or joined(question, self._parts) != question.value:
            self._parts = apart(question) if question else {}
        self._path = path
        self.entered.emit()
        self.answered.emit()

    def refuse(self, problem: Problem) -> None:
        """Continue was pressed and the answer will not do: say why, keep what was put in (row 8)."""
        assert self._question is not None
        self._problem = words_for(problem, self._question, self._words())
        self.answered.emit()
        self.said.emit(self._problem)

    @property
    def _question(self) -> Question | None:
        return self._visit.question if self._visit and self._visit.path else None

    def _is(self, *kinds: Kind) -> bool:
        return self._question is not None and self._question.kind in kinds

    @property
    def _role(self) -> str:
        if self._visit is None or self._visit.in_about:
            return ""
        return self._visit.source.roles.get(plain_path(self._visit.path), "")

    @property
    def private(self) -> bool:
        """Personal details: seen, never spoken without a yes (row 10)."""
        return self._role.startswith("detail:")

    @property
    def purpose(self) -> str:
        """Which keys are wanted: number, phone, email, postcode, or "" for words."""
        question = self._question
        if question is None:
            return ""
        if question.kind in (Kind.INTEGER, Kind.DECIMAL, *MOMENTS):
            return "number"
        if "numbers" in question.appearance or "phone" in question.appearance or self._role == "detail:phone":
            return "phone"
        for purpose in ("email", "postcode"):
            if purpose in question.appearance or self._role == f"detail:{purpose}":
                return purpose
        return ""

    # --- what the page shows

    def _choices(self) -> list[dict[str, Any]]:
        question = self._question
        return offered(question, self._words(), self._media) if question else []

    def _names(self) -> list[str]:
        question, words = self._question, self._words()
        if question is None:
            return []
        return [spoken_choice(question, each["name"], each["label"], words) for each in self._choices()]

    def _guide(self) -> str:
        """Which time round it is, and how to answer what cannot be seen at a glance."""
        visit, words = self._visit, self._words()
        if visit is None or not visit.path:
            return ""
        paths = [question.path for question in visit.questions]
        order = words("Press them in order, first to last. Press again to take one out.")
        lines = [place_of(visit.interview, paths, visit.path), order if self._is(Kind.RANK) else ""]
        return "\n".join(line for line in lines if line)

    def _label(self) -> str:
        question = self._question
        if question is None:
            return ""
        return asked_words(question, self._words())

    def _hint(self) -> str:
        """The hint; under a consent whose words nobody has checked, the English ones (COPRODUCTION.md)."""
        question, visit, words = self._question, self._visit, self._words()
        if question is None or visit is None:
            return ""
        role, _, consent_id = self._role.partition(":")
        consent = visit.pack.consent(consent_id) if role == "consent" else None
        if consent is None or words.checked:
            return question.hint
        unchecked = words("No speaker has checked these words yet.")
        return "\n".join(part for part in (question.hint, unchecked, consent.words.say("en")) if part)

    def _warning(self) -> str:
        if not self._is(Kind.TEXT) or self.private or self._visit is None:
            return ""
        event = self._visit.pack.event
        help_now = event.urgent_help.say(self._words().language, event.default_language)
        no_names = self._words()("Please write no names. Nobody reads this today.")
        return f"{no_names} {help_now}".strip()

    def _fields(self) -> list[dict[str, Any]]:
        question, words = self._question, self._words()
        if question is None or question.kind not in WRITTEN:
            return []
        if question.kind in MOMENTS:
            names = names_of(words)
            return [
                {"id": part, "label": names[part], "text": self._parts.get(part, ""), "severalLines": False}
                for part in parts_of(question)
            ]
        several = question.kind is Kind.TEXT and "multiline" in question.appearance
        return [{"id": "", "label": "", "text": question.value, "severalLines": several}]

    def _scale(self) -> bool:
        """Whether the choices are points of one scale, to stand in a row."""
        rated = self._is(Kind.SELECT_ONE) and "likert" in (
            self._question.appearance if self._question else ()
        )
        return len(self._choices()) > 1 and (self._is(Kind.RANGE) or rated)

    label = prop(str, _label, notify=entered)
    hint = prop(str, _hint, notify=entered)
    guide = prop(str, _guide, notify=entered)
    warning = prop(str, _warning, notify=entered)
    kind = prop(str, lambda self: self._question.kind.value if self._question else "", notify=entered)
    choices = prop("QVariantList", _choices, notify=entered)
    fields = prop("QVariantList", _fields, notify=entered)
    several = prop(
        bool, lambda self: self._is(Kind.SELECT_MULTIPLE, Kind.RANK, Kind.ACKNOWLEDGE), notify=entered
    )
    writes = prop(bool, lambda self: self._is(*WRITTEN), notify=entered)
    noticed = prop(bool, lambda self: self.private, notify=entered)
    picture = prop(
        str, lambda self: self._media(self._question.image) if self._question else "", notify=entered
    )
    pictured = prop(bool, lambda self: any(choice["picture"] for choice in self._choices()), notify=entered)
    scale = prop(bool, _scale, notify=entered)
    value = prop(str, lambda self: self._question.value if self._question else "", notify=answered)
    chosen = prop(
        "QVariantList", lambda self: self._question.value.split() if self._question else [], notify=answered
    )
    names = prop("QVariantList", _names, notify=answered)  # of the choices' controls
    ordered = prop(bool, lambda self: self._is(Kind.RANK), notify=entered)
    problem = prop(str, lambda self: self._problem, notify=answered)

    def _skippable(self) -> bool:
        question = self._question
        if question is None or self._visit is None or self._visit.asks_once:
            return False
        if question.kind in (Kind.NOTE, Kind.ACKNOWLEDGE):
            return False
        return not (question.required or question.value or any(self._parts.values()))

    skippable = prop(bool, _skippable, notify=answered)

    # --- what a resident does

    @Slot(str)
    def choose(self, name: str) -> None:
        """Press a choice: ticked, numbered, or taken out again where it was."""
        question = self._question
        if question is None or self._visit is None or question.readonly:
            return
        chosen = after_press(question, name)
        self._set(" ".join(chosen))
        label = next(choice["label"] for choice in self._choices() if choice["name"] == name)
        self.said.emit(said_choice(self._visit.question, name, label, self._words()))
        several = question.kind in (Kind.SELECT_MULTIPLE, Kind.RANK)
        if chosen == [name] and not several and "quick" in question.appearance:
            self.wentOn.emit()

    @Slot(int)
    def step(self, way: int) -> None:
        """− or + on a range of many values."""
        question = self._question
        if question is None or question.range is None:
            return
        bounds = question.range
        low, high = sorted((bounds.start, bounds.end))
        value = bounds.start if not question.value else Decimal(question.value) + way * abs(bounds.step)
        self._set(plain_number(min(max(value, low), high)))
        self.said.emit(self._question.value if self._question else "")

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Words typed into a field; `field` is empty, or a part of a date or a time."""
        question = self._question
        if field and question:
            self._parts[field] = text.strip()
            self._set(joined(question, self._parts))
        else:
            self._set(text)

    def written(self, field: str) -> str:
        if field:
            return self._parts.get(field, "")
        return self._question.value if self._question else ""

    def _set(self, value: str) -> None:
        assert self._visit is not None
        self._problem = ""
        self._visit.interview.answer(self._visit.path, value)
        self.answered.emit()

    @Slot(str)
    def typeIn(self, field: str) -> None:
        self.typingAsked.emit(field)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()

    @Slot()
    def skip(self) -> None:
        self.wentOn.emit()

    @Slot()
    def readNotice(self) -> None:
        self.noticeAsked.emit()
