"""The wizard that sets up a real event, and its looks that a stall takes again: screen, sound, letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.team import setting_up
from ui.behind.backroom import BackRoom
from ui.session.drives import Drives
from ui.viewmodels.team.busy import STOP, BusySheetModel
from ui.viewmodels.team.places import Browser, Sticks
from ui.viewmodels.team.setting_up.key import KeyStep
from ui.viewmodels.team.setting_up.looks import LettersStep, ScreenStep, SoundStep
from ui.viewmodels.team.setting_up.pack import PackStep, WhereStep
from ui.viewmodels.team.setting_up.people import PinStep, ReadyStep, TabletStep
from ui.viewmodels.team.setting_up.step import Step
from ui.viewmodels.team.sheet import Sheet, WordsNow


class SetUpModel(BusySheetModel):
    """In practice all steps, kept so that they can be left and taken up again; at a real stall the looks."""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words, drives)
        self.sticks = Sticks(self.drives, words)
        self.browser = Browser(files=(".zip", ".xlsx"))
        self.home = room.home
        self.state = setting_up.load(self.home)
        self.pack: Pack | None = None
        self.pin = ""
        looks: list[Step] = [ScreenStep(self), SoundStep(self), LettersStep(self)]
        self._steps: list[Step] = looks
        if room.pack.practice:
            self._steps = [
                WhereStep(self), PackStep(self), KeyStep(self), TabletStep(self), PinStep(self),
                *looks, ReadyStep(self),
            ]  # fmt: skip
        self._at = 0

    @property
    def step(self) -> Step:
        return self._steps[self._at]

    @property
    def real(self) -> Pack:
        """The pack that is set up; at a real stall, the one that is open."""
        if self.pack is None and self.state.pack:
            self.pack = open_pack(Path(self.state.pack), self.home.packs)
        return self.pack or self.room.pack

    def enter(self) -> None:
        self._at = 0
        self.pin = ""
        if self.room.pack.practice:
            self.state = setting_up.load(self.home)
            self._skip_settled()
        self.step.begin()
        super().enter()

    def forget(self) -> None:
        super().forget()
        self.pin = ""
        for one in self._steps:
            if isinstance(one, KeyStep):
                one.forget()

    def tick(self) -> None:
        self.step.tick()

    def _skip_settled(self) -> None:
        """Taken up again: after the last step that is settled, those that ask nothing left out."""
        last = len(self._steps) - 1
        while self._at < last and (self.step.settled() or not self.step.needed()):
            self._at += 1

    # --- what is shown and pressed

    def shown(self) -> Sheet:
        return self.step.sheet()

    def chose(self, name: str) -> None:
        self.step.chose(name)

    def acted(self, name: str) -> None:
        if name == STOP:
            return self.room.jobs.stop()
        return self.step.acted(name)

    def typed_in(self, field_id: str) -> None:
        self.step.typed_in(field_id)

    def went_on(self) -> None:
        self.step.forward()

    def went_back(self) -> None:
        if self.step.back():
            return self.turn()
        at = self._at - 1
        while at >= 0 and not self._steps[at].needed():
            at -= 1
        return self._go(at) if at >= 0 else self.sectionAsked.emit("tablet")

    def done(self) -> None:
        """On to the next step that has anything to ask; from the last look at a real stall, to the desk."""
        at = self._at + 1
        while at < len(self._steps) and not self._steps[at].needed():
            at += 1
        if at < len(self._steps):
            return self._go(at)
        return self.sectionAsked.emit("tablet")

    def _go(self, at: int) -> None:
        self._at = at
        self.typed.clear()
        self.notice = ""
        self.step.begin()
        self.turn()

    @property
    def step_names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self._steps)

    def show_step(self, name: str) -> None:
        """Straight to that step, for a tour past all of them."""
        self._go(self.step_names.index(name))

    def keep(self, **facts: Any) -> None:
        """Settled facts, on the disk before the next step comes."""
        self.state = replace(self.state, **facts)
        setting_up.keep(self.home, self.state)

    def look_seen(self, name: str) -> None:
        """A look was taken; in practice it is remembered."""
        if self.room.pack.practice:
            self.keep(seen=tuple(dict.fromkeys((*self.state.seen, name))))
        self.done()
