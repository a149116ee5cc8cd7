"""What a question's page shows: what is asked, what may be chosen or written, and what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.forms.kinds import Kind
from kiosk.words import Words
from ui.viewmodels.manner.voice import ListeningModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question.asked import (
    consent_of,
    fields_of,
    guide_of,
    hint_of,
    may_skip,
    purpose_of,
    role_of,
    tongue_of,
    warning_of,
)
from ui.viewmodels.question.finding import count_of, found, is_long, told
from ui.viewmodels.question.offered import (
    asked_words,
    columns_of,
    is_scale,
    numbered,
    offered,
    recordings_of,
)
from ui.viewmodels.question.refusals import WRITTEN
from ui.viewmodels.question.sketch import DRAWN, acts_of, is_written
from ui.viewmodels.question.spoken import voice_acts

if TYPE_CHECKING:
    from kiosk.forms.questions import Question
    from kiosk.visit.visit import Visit


class QuestionPage(QObject):
    """The present question. `entered` when another question is shown, `answered` when its answer changed."""

    entered = Signal()
    answered = Signal()
    offered = Signal()  # there are other choices, or the same ones in other words
    said = Signal(str)  # a change, to be spoken
    refused = Signal()
    wentOn = Signal()
    wentBack = Signal()
    typingAsked = Signal(str)  # the field to type in
    speakAsked = Signal()
    noticeAsked = Signal()

    def __init__(
        self, words: Callable[[], Words], media: Callable[[str], str], voice: ListeningModel
    ) -> None:
        super().__init__()
        self._words = words
        self._voice = voice
        self._media = media
        self._visit: Visit | None = None
        self._path = ""
        self._problem = ""
        self._parts: dict[str, str] = {}  # of a date or a time, as typed
        self._sought = ""  # in a long list of choices
        self._offers: list[Mapping[str, Any]] = []
        self.recordings: Mapping[str, str] = {}  # files of the pack that say this page's words
        self._told = ""  # of what was found

    @property
    def _question(self) -> Question | None:
        return self._visit.question if self._visit and self._visit.path else None

    def _is(self, *kinds: Kind) -> bool:
        return self._question is not None and self._question.kind in kinds

    @property
    def _role(self) -> str:
        return role_of(self._visit) if self._visit else ""

    @property
    def private(self) -> bool:
        """Personal details: seen, never spoken without a yes (row 10)."""
        return self.personal and self._voice.hushes

    @property
    def _told_only(self) -> bool:
        """A notice: details are used on another basis than consent, and nobody is asked."""
        return self._is(Kind.NOTE) and self._visit is not None and consent_of(self._visit) is not None

    @property
    def purpose(self) -> str:
        """Which keys are wanted: number, phone, email, postcode, or "" for words."""
        return purpose_of(self._question, self._role) if self._question else ""

    # --- what the page shows

    def _offer(self) -> None:
        """Work out the choices to show; of a long list, those that are sought."""
        question, words = self._question, self._words()
        self._told = ""
        self._offers = [*offered(question, words, self._media)] if question else []
        self.recordings = recordings_of(question) if question else {}
        if question and is_long(question):
            self._told = told(count_of(self._offers, self._sought), self._sought, words)
            self._offers = found(self._offers, self._sought, question.value.split())
        self.offered.emit()

    def _names(self) -> list[str]:
        question = self._question
        if question is None:
            return []
        return [numbered(question, each["name"], each["label"]) for each in self._offers]

    def _of_visit(self, say: Callable[[Visit, Words], str]) -> str:
        return say(self._visit, self._words()) if self._visit and self._visit.path else ""

    def _fields(self) -> list[dict[str, Any]]:
        if self._question is None or (self._visit and self._visit.recording):
            return []
        return fields_of(self._question, self._words(), self._parts, self._sought)

    def _acts(self) -> list[dict[str, Any]]:
        if self._question is None or self._visit is None:
            return []
        return [*acts_of(self._question, self._words()), *voice_acts(self._visit, self._words())]

    def _looks(self, appearance: str) -> bool:
        return self._question is not None and appearance in self._question.appearance

    label = prop(
        str,
        lambda self: asked_words(self._question, self._words()) if self._question else "",
        notify=entered,
    )
    tongue = prop(str, lambda self: self._of_visit(tongue_of), notify=entered)
    hint = prop(str, lambda self: self._of_visit(hint_of), notify=entered)
    guide = prop(str, lambda self: self._of_visit(guide_of), notify=entered)
    told = prop(str, lambda self: self._told, notify=offered)
    warning = prop(str, lambda self: self._of_visit(warning_of), notify=entered)
    seeks = prop(bool, lambda self: self._question is not None and is_long(self._question), notify=entered)
    kind = prop(str, lambda self: self._question.kind.value if self._question else "", notify=entered)
    choices = prop("QVariantList", lambda self: self._offers, notify=offered)
    fields = prop("QVariantList", _fields, notify=entered)
    several = prop(
        bool, lambda self: self._is(Kind.SELECT_MULTIPLE, Kind.RANK, Kind.ACKNOWLEDGE), notify=entered
    )
    writes = prop(bool, lambda self: self._is(*WRITTEN), notify=entered)
    voice = prop(QObject, lambda self: self._voice, constant=True)
    personal = prop(bool, lambda self: self._role.startswith("detail:"), notify=entered)
    noticed = prop(bool, lambda self: self.personal or self._told_only, notify=entered)
    picture = prop(
        str, lambda self: self._media(self._question.image) if self._question else "", notify=entered
    )
    pictured = prop(bool, lambda self: any(choice["picture"] for choice in self._offers), notify=offered)
    columns = prop(int, lambda self: columns_of(self._question) if self._question else 0, notify=entered)
    bare = prop(bool, lambda self: self._looks("no-buttons"), notify=entered)
    draws = prop(
        bool,
        lambda self: self._is(*DRAWN) and self._question is not None and not is_written(self._question),
        notify=entered,
    )
    acts = prop("QVariantList", _acts, notify=entered)
    scale = prop(
        bool,
        lambda self: self._question is not None and is_scale(self._question, len(self._offers)),
        notify=offered,
    )
    value = prop(str, lambda self: self._question.value if self._question else "", notify=answered)
    chosen = prop(
        "QVariantList", lambda self: self._question.value.split() if self._question else [], notify=answered
    )
    names = prop("QVariantList", _names, notify=answered)  # of the choices' controls
    problem = prop(str, lambda self: self._problem, notify=answered)

    skippable = prop(
        bool,
        lambda self: bool(self._visit and self._visit.path) and may_skip(self._visit, self._parts),
        notify=answered,
    )
