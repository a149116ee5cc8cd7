"""The team's part of the window: which section is shown, who may see it, and when it locks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.viewmodels.book import Leaf
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.qt import prop

if TYPE_CHECKING:
    from kiosk.storage.audit import Role
    from ui.behind.backroom import BackRoom
    from ui.session.sleep import SleepWatch
    from ui.viewmodels.team.gate import GateModel
    from ui.viewmodels.team.section import Part, Section
    from ui.viewmodels.team.sheet import SheetModel
    from ui.viewmodels.team.stage import Stage

DESK, GATE, TYPING = "team", "team-gate", "team-typing"  # what may lie over the residents' pages
FIRST, MENU, SET_UP, OFFICE = "today", "menu", "set-up", "office"


class TeamModel(QObject):
    """Light until somebody knocks: its pages and what they work on are made then."""

    changed = Signal()

    def __init__(
        self,
        stage: Stage,
        look: LookModel,
        *,
        open_room: Callable[[], BackRoom],
        language: str,
    ) -> None:
        super().__init__()
        self._stage = stage
        self._look = look
        self._words = stage.words
        self._typed_into: tuple[SheetModel, str] | None = None
        self._open_room = open_room
        self.language = language  # the team's: that of the event
        self._before = ""  # the resident's, when the team came in the middle of a visit
        self._room: BackRoom | None = None
        self._gate: GateModel | None = None
        self._sleep: SleepWatch | None = None
        self.made: dict[str, Section] = {}  # the sections by name, once somebody has knocked
        self._wanted = FIRST
        self._section = FIRST
        self._under_menu = FIRST  # what was shown before the menu
        self._part: Part | None = None  # whose side bar is shown: the menu stands in that of the page before
        self._over = ""

    @property
    def room(self) -> BackRoom:
        """What the pages work on, made at the first knock."""
        if self._room is None:
            from ui.session.sleep import SleepWatch  # noqa: PLC0415 - at the first knock
            from ui.viewmodels.team.gate import GateModel  # noqa: PLC0415 - as above
            from ui.viewmodels.team.sections import sections  # noqa: PLC0415 - as above

            self._room = self._open_room()
            self._gate = GateModel(self._room, self._words)
            self._gate.opened.connect(self._let_in)
            self._wire(self._gate)
            for section in sections(self._room, self._words, lambda: self._part):
                self.add(section)
            self._sleep = SleepWatch()
        return self._room

    def add(self, section: Section) -> None:
        """One more section, at the end of the side bar."""
        self.made[section.id] = section
        self._wire(section.model)

    def _wire(self, model: SheetModel) -> None:
        model.turned.connect(lambda: self._turned(model))
        model.typingAsked.connect(lambda field: self._type(model, field))
        model.leaveAsked.connect(self.leave)
        model.sectionAsked.connect(self.enter)

    # --- what is shown

    @property
    def here(self) -> bool:
        """Whether the team's part lies over the residents' pages, locked or open."""
        overlay = self._stage.at.overlay
        return overlay in (DESK, GATE, TYPING) or (overlay != "" and overlay == self._over)

    @property
    def page(self) -> str:
        if self._stage.at.overlay != DESK:
            return GATE
        return "-".join(filter(None, (DESK, self._section, self.made[self._section].model.view)))

    @property
    def leaf(self) -> Leaf:
        """The page that is shown: the gate, unless the doors admit whoever is in to the section."""
        section = self.made[self._section]
        if self._stage.at.overlay == DESK and self.room.doors.admits(section.role):
            return Leaf(section.shown, lambda: section.model)
        gate = self._gate
        assert gate is not None
        return Leaf("Team/SheetPage", lambda: gate)

    def _shown(self) -> list[dict[str, Any]]:
        if self._room is None or self._part is None or not self.open:
            return []
        ways = sorted(
            self.made.values(), key=lambda one: one.part is self._part
        )  # the way across comes first
        named = [(one, one.named(self._part, self._words())) for one in ways]
        return [
            {"id": one.id, "name": name, "badge": one.badge(), "chosen": one.id == self._section}
            for one, name in named
            if name
        ]

    def _line(self) -> str:
        if self._room is None or self._room.doors.role is None:
            return ""
        words = self._words()
        who = words("Volunteer") if self._room.doors.role.value == "volunteer" else words("Staff")
        return " · ".join(filter(None, (who, self._room.tablet)))

    open = prop(bool, lambda self: self._stage.at.overlay == DESK, notify=changed)
    bare = prop(bool, lambda self: self._stage.at.overlay == TYPING, notify=changed)
    sections = prop("QVariantList", _shown, notify=changed)
    section = prop(str, lambda self: self._section, notify=changed)
    line = prop(str, _line, notify=changed)

    # --- coming and going

    @Slot()
    def knock(self) -> None:
        """The corner was pressed: the desk, or its door."""
        doors = self.room.doors
        if not self.here:
            self._before = self._look.manner.language
            self._look.speak(self.language)
        self._wanted = FIRST
        if doors.role is not None:
            return self.enter(FIRST)
        return self._ask(self.made[FIRST].role)

    def set_up(self) -> None:
        """The card of the practice event: whoever sets a tablet up needs no PIN, as there is nothing yet."""
        self._before = self._look.manner.language
        self.room.doors.enter_practice()
        self.enter(SET_UP)

    def over(self, page: str) -> None:
        """A page of the window's own, as the ruler, over the section; it comes back to that."""
        self._over = page
        self._stage.open_over(page)

    def comes_back(self) -> bool:
        """What lay over the residents' pages was closed: whether it was opened from a section."""
        over, self._over = self._over, ""
        if not over or self._stage.at.overlay != over or self.room.doors.role is None:
            return False
        self._stage.at.overlay = DESK
        self._stage.turn()
        return True

    @Slot(str)
    def enter(self, section: str) -> None:
        """A section, or the door before it; "tablet:pin" is a button of it that is pressed at once."""
        section, _, button = section.partition(":")
        wanted = self.made[section]
        if section != MENU:
            for left in {self._section, self._under_menu}:
                self.made[left].model.forget()  # which may itself close the office
        if not self.room.doors.admits(wanted.role):
            self._wanted = section
            return self._ask(wanted.role)
        if section != MENU:
            self._part, self._under_menu = wanted.part, section
        self._section = section
        self._stage.at.overlay = DESK
        wanted.model.enter()
        if button:
            wanted.model.act(button)

    @Slot()
    def leave(self) -> None:
        """Back to residents: the desk locks; a visit that was interrupted goes on in its language."""
        self._lock()
        self._stage.at.overlay = ""
        if self._stage.at.visit is None:
            return self._stage.wipe()
        self._look.speak(self._before)
        return self._stage.show()

    def lock(self) -> None:
        """The door falls shut: what was shown is covered, and comes again after the PIN."""
        self._wanted = self._section
        role = self.made[self._section].role
        self._lock()
        self._ask(role)

    def slept(self) -> None:
        """The lid was closed, or the machine slept."""
        if self._room is not None and self._room.doors.role is not None:
            self.lock()

    def put_away(self) -> None:
        """The screen was cleared: nobody of the team is in."""
        if self._room is not None:
            self._lock()

    def _lock(self) -> None:
        self.room.doors.lock()
        for one in self.made.values():
            one.model.forget()
        if self._gate:
            self._gate.forget()

    def _ask(self, role: Role) -> None:
        assert self._gate is not None
        self._stage.at.overlay = GATE
        self._gate.ask(role)

    def _let_in(self) -> None:
        wanted, self._wanted = self._wanted, FIRST
        staff = self.room.doors.admits(self.made[OFFICE].role)
        self.enter(OFFICE if staff and wanted == FIRST else wanted)

    # --- typing

    def _type(self, model: SheetModel, field: str) -> None:
        """The keys come, for a field of a team page."""
        manner = self._look.manner
        manner = replace(manner, language=model.tongue or manner.language)
        self._stage.typing.begin(model, field, manner, hidden=model.private)
        self._typed_into = (model, field)
        self._stage.at.overlay = TYPING
        self._stage.turn()

    def typed(self) -> None:
        """The keys go: back to the page that asked for them."""
        if self._stage.at.overlay != TYPING or self._typed_into is None:
            return
        (model, field), self._typed_into = self._typed_into, None
        self._stage.typing.forget()
        self._stage.at.overlay = GATE if self.room.doors.role is None else DESK
        self._stage.turn()
        model.entered(field)

    # --- time

    def touched(self) -> None:
        if self._room is not None and self.here:
            self._room.doors.touch()

    def tick(self) -> bool:
        """Once a second; whether the desk is open, so that nobody is asked if they are still there."""
        if self._room is None:
            return False
        if not self.here:
            self._room.doors.lock()  # whichever way it was left
            return False
        if self._room.doors.look():
            self.lock()
            return False
        if self._room.doors.role is not None and self._sleep and self._sleep.look():
            self.slept()
            return False
        if self._stage.at.overlay in (DESK, GATE):
            self.leaf.model.tick()
        return self._room.doors.role is not None

    def _turned(self, model: SheetModel) -> None:
        self.changed.emit()
        if self.here and self._stage.at.overlay != TYPING and self.leaf.model is model:
            self._stage.turn()

    def close(self) -> None:
        if self._room is not None:
            self._room.close()
