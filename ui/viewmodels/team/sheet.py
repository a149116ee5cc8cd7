"""A page of the team's: words, rows, fields, choices and buttons, all shown by one QML page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.audit import Role
from kiosk.words import Words
from ui.messages import message
from ui.viewmodels.qt import prop
from ui.viewmodels.team.facts import Action, Choice, Field, Row, Sheet

if TYPE_CHECKING:
    from ui.behind.backroom import BackRoom

__all__ = ["Action", "Choice", "Field", "Row", "Sheet", "SheetModel", "WordsNow"]

WordsNow = Callable[[], Words]


def _(words: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return words


BUSY = _("Something else is still at work. Please wait until it has ended.")


class SheetModel(QObject):
    """A team page. Whoever writes one gives `sheet()` and answers to `acted`, `chose`, `forward`, `back`.

    Its slots do nothing unless `role` may: the doors are asked at each press, not only at the page's coming.
    """

    role = Role.VOLUNTEER
    view = ""  # which page of its own shows the model now (Section.views); "" for the section's page
    takes_files = False  # whether files may be dropped on this page
    changed = Signal()
    progressed = Signal()
    turned = Signal()  # another step of the page is there: read it from its top
    typingAsked = Signal(str)
    leaveAsked = Signal()
    sectionAsked = Signal(str)

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__()
        self.room = room
        self.words = words
        self.notice = ""  # what went wrong, or was done, with the last press
        self.typed: dict[str, str] = {}
        self.share = -1.0
        self._sheet: Sheet | None = None
        self._field = ""

    # --- what a page says and does

    def sheet(self) -> Sheet:
        """What the page shows now."""
        raise NotImplementedError

    def acted(self, name: str) -> None:
        """A button was pressed."""

    def chose(self, name: str) -> None:
        """One of the choices was pressed."""

    def went_on(self) -> None:
        """The button at the end was pressed."""

    def went_back(self) -> None:
        """The button at the start was pressed."""

    def went_aside(self) -> None:
        """The third way on was pressed."""

    def leafed(self, way: str) -> None:
        """A key that turns pages was pressed: next, previous, first or last."""

    def typed_in(self, field_id: str) -> None:
        """Done was pressed on the keys, or Return in the field."""

    def dropped_in(self, paths: list[Path]) -> None:
        """Files or folders were dropped on the page; only where `takes_files`."""

    def enter(self) -> None:
        """The page comes: begin anew. Call the base's last."""
        self.notice = ""
        self.turn()

    def forget(self) -> None:
        """Nothing that was typed or shown stays here."""
        self.typed.clear()
        self.notice = ""
        self._sheet = None

    def tick(self) -> None:
        """Once a second while the page is there."""

    # --- showing

    def refresh(self) -> None:
        """The page says something else; whoever reads stays where they are."""
        self._sheet = None
        self.changed.emit()

    def turn(self) -> None:
        """The page is another one: read from its top."""
        self.refresh()
        self.turned.emit()

    def tell(self, words: str) -> None:
        """A line over all else, and the page anew."""
        self.notice = words
        self.turn()

    def safely(self, work: Callable[[], None]) -> bool:
        """Do it; an expected fault is told in words. Whether it was done."""
        try:
            self.room.doors.require(self.role)
            work()
        except KioskError as fault:
            words = self.words()
            waits = fault.code is ErrorCode.DATA_LOCKED and self.room.jobs.busy
            self.tell(words(BUSY) if waits else message(fault, words))
            return False
        return True

    @property
    def now(self) -> Sheet:
        """The sheet, made once for each change. Nothing is on it that the role at the desk may not see."""
        if not self.room.doors.admits(self.role):
            return Sheet("")
        if self._sheet is None:
            self._sheet = self.sheet()
        return self._sheet

    heading = prop(str, lambda self: self.now.heading, notify=changed)
    text = prop(str, lambda self: self.now.text, notify=changed)
    tail = prop(str, lambda self: self.now.tail, notify=changed)
    said = prop(str, lambda self: self.notice, notify=changed)
    rows = prop("QVariantList", lambda self: [asdict(row) for row in self.now.rows], notify=changed)
    choices = prop("QVariantList", lambda self: [asdict(one) for one in self.now.choices], notify=changed)
    actions = prop("QVariantList", lambda self: [asdict(one) for one in self.now.actions], notify=changed)
    hasBack = prop(bool, lambda self: self.now.back, notify=changed)
    forwardName = prop(str, lambda self: self.now.forward, notify=changed)
    forwardIcon = prop(str, lambda self: self.now.forward_icon, notify=changed)
    sideName = prop(str, lambda self: self.now.side, notify=changed)
    textTongue = prop(str, lambda self: self.now.tongue, notify=changed)
    extra = prop("QVariantMap", lambda self: self.now.extra, notify=changed)
    takesFiles = prop(bool, lambda self: self.takes_files, notify=changed)
    progress = prop(float, lambda self: self.share, notify=progressed)

    @Slot(str)
    def act(self, name: str) -> None:
        self.safely(lambda: self.acted(name))

    @Slot(str)
    def choose(self, name: str) -> None:
        self.safely(lambda: self.chose(name))

    @Slot()
    def forward(self) -> None:
        self.safely(self.went_on)

    @Slot()
    def back(self) -> None:
        self.safely(self.went_back)

    @Slot()
    def aside(self) -> None:
        self.safely(self.went_aside)

    @Slot(str)
    def leaf(self, way: str) -> None:
        self.safely(lambda: self.leafed(way))

    @Slot("QVariantList")
    def dropped(self, urls: list[str]) -> None:
        paths = [Path(local) for url in urls if (local := QUrl(url).toLocalFile())]
        if self.takes_files and paths:
            self.safely(lambda: self.dropped_in(paths))

    # --- typing: what the keys of the screen need (ui/viewmodels/question/typing)

    @Slot(str)
    def edit(self, field_id: str) -> None:
        self._field = field_id
        self.typingAsked.emit(field_id)

    @Slot(str, str)
    def write(self, field_id: str, text: str) -> None:
        self.typed[field_id] = text

    @Slot(str)
    def entered(self, field_id: str) -> None:
        """Typing in this field is over."""
        self.safely(lambda: self.typed_in(field_id))

    def written(self, field_id: str) -> str:
        return self.typed.get(field_id, "")

    def _edited(self) -> Field | None:
        return next((one for one in self.now.fields if one.id == self._field), None)

    @property
    def purpose(self) -> str:
        edited = self._edited()
        return edited.purpose if edited else ""

    @property
    def private(self) -> bool:
        """Whether what is typed may not be spoken."""
        edited = self._edited()
        return edited is not None and edited.hidden

    @property
    def tongue(self) -> str:
        """The language of what is typed; empty for the team's own."""
        edited = self._edited()
        return edited.language if edited else ""

    @property
    def label(self) -> str:
        return self.now.heading

    def _fields(self) -> list[dict[str, Any]]:
        here = self.words().language
        return [
            {
                **asdict(one),
                "text": self.written(one.id),
                "severalLines": one.lines,
                "besideLanguage": one.beside_language if one.beside_language != here else "",
            }
            for one in self.now.fields
        ]

    fields = prop("QVariantList", _fields, notify=changed)
