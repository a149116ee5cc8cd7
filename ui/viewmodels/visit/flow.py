"""A visit, step by step: where each press on its pages leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk import journal
from kiosk.errors import KioskError
from kiosk.visit.step import Step

if TYPE_CHECKING:
    from kiosk.visit.manner import Manner
    from kiosk.visit.visit import Visit
    from kiosk.words import Words
    from ui.viewmodels.book import PageModels
    from ui.viewmodels.question.typing import Writing
    from ui.viewmodels.shown import Standing
    from ui.viewmodels.visit.pages import Saved
    from ui.viewmodels.working.helping import HelpingModel


class Stage(Protocol):
    """What a flow needs of the kiosk: where things stand, and the ways to show another page."""

    at: Standing

    @property
    def manner(self) -> Manner: ...
    @property
    def helping(self) -> HelpingModel: ...
    def words(self) -> Words: ...
    def show(self) -> None: ...
    def turn(self) -> None: ...
    def open_over(self, overlay: str) -> None: ...
    def closeOverlay(self) -> None: ...
    def askStartAgain(self) -> None: ...
    def leave(self) -> None: ...
    def clear(self) -> None: ...
    def wipe(self) -> None: ...


class VisitFlow:
    """From the first page of an activity to Thank you. `save` keeps a finished visit, or raises."""

    def __init__(
        self,
        stage: Stage,
        pages: PageModels,
        *,
        open_visit: Callable[[str], Visit],
        save: Callable[[Visit], Saved],
        keep_so_far: Callable[[Visit], None],
        forget: Callable[[Visit], None],
    ) -> None:
        self._stage = stage
        self._pages = pages
        self._open_visit = open_visit
        self._save = save
        self._keep_so_far = keep_so_far
        self._forget = forget

    def begin(self, activity_id: str, *, kept_with: str = "") -> None:
        visit = self._open_visit(activity_id)
        visit.kept_with = kept_with
        visit.paper = self._stage.helping.paper
        if self._stage.helping.on:
            visit.assist()
        self._stage.at.visit = visit
        self._stage.show()

    def forward(self) -> None:
        """Continue, wherever that leads."""
        visit = self._stage.at.visit
        if visit is None:
            return None
        if self._stage.at.closed:
            return self.back()
        if visit.step is Step.TOO_YOUNG:
            return self._stage.leave()
        before = (visit.step, visit.path)
        problems = visit.forward()
        if problems and visit.step is Step.QUESTION:
            if (visit.step, visit.path) != before:
                self._stage.show()
            self._pages.question.refuse(problems[0])
            return None
        if visit.step is Step.SAVING:
            return self.keep()
        kept = visit.revision > 1  # what was taken back since is taken back there too
        if before[0] is Step.QUESTION and (visit.begun or kept) and not visit.in_about:
            self._keep_so_far(visit)
        return self._stage.show()

    def forget(self) -> None:
        """Nothing of the present visit stays, not even what was kept as it went."""
        if self._stage.at.visit:
            self._forget(self._stage.at.visit)

    def back(self) -> None:
        """Back; from the first page of a visit, out of it (asking first if anything would be lost)."""
        visit = self._stage.at.visit
        if not self._stage.at.closed and (visit is None or visit.back()):
            return self._stage.show()
        assert visit is not None
        if visit.begun:
            return self._stage.askStartAgain()
        self.forget()  # what was kept as it went was taken back since
        return self._stage.leave()

    def keep(self) -> None:
        """Save, and only then say thank you (DATA.md)."""
        at = self._stage.at
        assert at.visit is not None
        try:
            at.saved = self._save(at.visit)
        except KioskError as fault:
            journal.note(f"a visit could not be saved: {fault.code.value}")
            at.failure = fault
        else:
            at.failure = None
            at.visit = None
        self._stage.show()

    def change(self, path: str) -> None:
        """From Check, back to one question."""
        assert self._stage.at.visit is not None
        self._stage.at.visit.change(path)
        self._stage.show()

    def act(self, place: int) -> None:
        """A button under the kiosk's own words, by its place on the page."""
        visit = self._stage.at.visit
        if self._stage.at.failure:
            return self.keep() if place == 0 else self._stage.askStartAgain()
        if visit is None:
            return None
        if visit.step is Step.NOTICE:
            return self._stage.open_over("full-notice")
        visit.press(place)
        return self.keep() if visit.step is Step.SAVING else self._stage.show()

    def type(self, field: str) -> None:
        """The keys come, for `field` of the present question."""
        self.write(self._pages.question, field)

    def write(self, what: Writing, field: str = "") -> None:
        """The keys come, for a field of anything that is written into."""
        self._pages.typing.begin(what, field, self._stage.manner)
        self._stage.at.overlay = "typing"
        self._stage.turn()

    def speak(self) -> None:
        """The page to record the present answer on."""
        assert self._stage.at.visit is not None
        self._pages.speaking.begin(self._stage.at.visit)
        self._stage.at.overlay = "speaking"
        self._stage.turn()

    def stop_speaking(self) -> None:
        """Back to the question, where the recording stands."""
        self._stage.at.overlay = ""
        self._pages.speaking.forget()
        self._stage.show()

    def type_instead(self) -> None:
        self.stop_speaking()
        self.type("")

    def stop_typing(self) -> None:
        if self._stage.at.overlay != "typing":
            return  # a page of the team's asked for the keys
        self._stage.at.overlay = ""
        self._pages.typing.forget()
        self._pages.question.entered.emit()
        self._stage.turn()
