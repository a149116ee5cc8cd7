"""The audit trail: whether its chain is whole, and what was done, by day and by kind, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kiosk.days import said_day
from kiosk.office import trail
from kiosk.storage.audit import first_break
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.viewmodels.office.care.said import listed, said_act, said_role
from ui.viewmodels.office.care.stepped import FIRST, SteppedModel
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, WordsNow

DAYS, KINDS, LINES = "days", "kinds", "lines"
CHECK, ALL, EARLIER, NEWEST = "check", "all", "earlier", "newest"
AT_ONCE = 2000  # lines that are checked while the page comes: some 20 ms
PART = 30
SUBJECT = 8  # signs of an id that are shown


class TrailModel(SteppedModel):
    """Acts by role and time. No answer and no name ever stood in it."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self._day = self._act = ""
        self._bounds = [0]  # the line before which each part begins
        self._broken: int | None = None
        self._length = 0
        self._checked = False

    def begin(self) -> None:
        self._day = self._act = ""
        self._bounds = [0]
        self._broken = None
        self._length = trail.length(self.room.store.db)
        self._checked = self._length <= AT_ONCE
        if self._checked:
            self._broken = first_break(self.room.store.db)

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {FIRST: self._first, DAYS: self._days, KINDS: self._kinds, LINES: self._lines}

    # --- what is shown

    def _first(self) -> Sheet:
        words = self.words()
        ways = [
            Action(ALL, words("The newest acts"), "clock"),
            Action(DAYS, words("By day"), "calendar"),
            Action(KINDS, words("By kind of act"), "questions"),
        ]
        if not self._checked:
            ways.insert(0, Action(CHECK, words("Check the chain"), "tick", "action"))
        return Sheet(
            words("Audit trail"),
            words("Who did what, and when. It never holds an answer or a name."),
            rows=[Row(words("Acts"), str(self._length)), self._chain()],
            actions=ways,
        )

    def _chain(self) -> Row:
        words = self.words()
        label = words("The chain")
        if not self._checked:
            return Row(label, words("Not checked yet"))
        if self._broken is None:
            return Row(label, words("Whole: nothing was changed or left out"), "fine")
        told = words("Broken at line {number}. Somebody changed it outside the program.", number=self._broken)
        return Row(label, told, "look")

    def _days(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("By day"),
            choices=[
                Choice(day, said_day(date.fromisoformat(day), words), self._count(count))
                for day, count in trail.days(self.room.store.db)
            ],
            back=True,
        )

    def _kinds(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("By kind of act"),
            choices=[
                Choice(act, said_act(act, words), self._count(count))
                for act, count in trail.acts(self.room.store.db)
            ],
            back=True,
        )

    def _count(self, count: int) -> str:
        return self.words().plural("{count} act", "{count} acts", count)

    def _lines(self) -> Sheet:
        words = self.words()
        found = self._part(PART + 1)
        rows = [Row(self._when(line), self._what(line)) for line in found[:PART]]
        ways = []
        if len(self._bounds) > 1:
            ways.append(Action(NEWEST, words("Newer ones"), "up"))
        if len(found) > PART:
            ways.append(Action(EARLIER, words("Older ones"), "more"))
        heading = words("The newest acts")
        if self._day:
            heading = said_day(date.fromisoformat(self._day), words)
        elif self._act:
            heading = said_act(self._act, words)
        return Sheet(heading, rows=rows, actions=ways, back=True)

    def _part(self, most: int) -> tuple[trail.Line, ...]:
        db = self.room.store.db
        return trail.lines(db, day=self._day, act=self._act, most=most, before=self._bounds[-1])

    def _when(self, line: trail.Line) -> str:
        day = said_day(date.fromisoformat(line.day), self.words())
        return line.time if self._day else listed((day, line.time), self.words())

    def _what(self, line: trail.Line) -> str:
        words = self.words()
        parts = [said_act(line.act, words), said_role(line.role, words)]
        if line.count:
            parts.append(words.number(line.count))
        if line.subject:
            parts.append(line.subject[:SUBJECT])
        return " · ".join(parts)

    # --- pressed

    def chose(self, name: str) -> None:
        self._day, self._act = (name, "") if self.step == DAYS else ("", name)
        self._bounds = [0]
        self.to(LINES)

    def acted(self, name: str) -> None:
        if self.stop_pressed(name):
            return
        if name == CHECK:
            self._check()
        elif name == ALL:
            self._day = self._act = ""
            self._bounds = [0]
            self.to(LINES)
        elif name == EARLIER:
            self._bounds.append(self._part(PART)[-1].n)
            self.turn()
        elif name == NEWEST:
            self._bounds.pop()
            self.turn()
        else:
            self.to(name)

    def went_back(self) -> None:
        back = DAYS if self._day else KINDS if self._act else FIRST
        self.to(back if self.step == LINES else FIRST)

    def _check(self) -> None:
        store = self.room.store

        def work(_progress: Progress) -> int | None:
            with store.another() as own:
                return first_break(own.db)

        def checked(broken: Any) -> None:
            self._checked, self._broken = True, broken
            self.to(FIRST)

        self.work(self.words()("Checking each line"), work, checked, stoppable=False)
