"""Every page's view-model, made when the page is first wanted, and handed to QML by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.pack.model import Pack
from kiosk.visit.helping import Helping
from kiosk.visit.idle import IdleWatch
from kiosk.words import Words
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.manner.voice import ListeningModel
from ui.viewmodels.qt import prop
from ui.viewmodels.visit.welcome import WelcomeModel
from ui.viewmodels.working.helping import HelpingModel

if TYPE_CHECKING:
    from kiosk.recording.recorder import Listeners
    from ui.viewmodels.question.speaking import Takes


class Leaf:
    """A page: its QML file under ui/qml/Kiosk, without the ending, and what makes its view-model."""

    def __init__(self, file: str, make: Callable[[], QObject]) -> None:
        self.file = file
        self._make = make

    @cached_property
    def model(self) -> Any:
        """The view-model, made when it is first wanted."""
        return self._make()

    @property
    def made(self) -> bool:
        return "model" in self.__dict__


def of(page: str) -> Any:
    """The view-model of a page, as QML and Python read it by its name."""
    return prop(QObject, lambda self: self.leaves[page].model, constant=True)


class PageModels(QObject):
    """What each page shows. `KioskModel` says which one is shown, and leads from one to the next.

    Only Welcome is made to begin with: importing all of them takes longer than the window does.
    """

    def __init__(
        self,
        pack: Pack,
        look: LookModel,
        watch: IdleWatch,
        *,
        words: Callable[[], Words],
        media: Callable[[str], str],
        measure: QObject,
        open_recorder: Callable[[Listeners], Takes],
        gain: Callable[[], float],
    ) -> None:
        super().__init__()
        self._look = look
        self._measure = measure
        self._welcome = WelcomeModel(pack, words)
        self._listening = ListeningModel(look, words)
        self._helping = HelpingModel(Helping(watch))
        event, listening = pack.event, self._listening
        pages = partial(self._leaf, "Pages/")
        working = partial(self._leaf, "Pages/Working/")
        speaks: dict[str, Any] = {"open_recorder": open_recorder, "gain": gain}
        self.leaves = {
            "welcome": Leaf("Pages/WelcomePage", lambda: self._welcome),
            "promise": pages("promise", "visit.pages:PromiseModel", words),
            "question": pages("question", "question.question:QuestionModel", words, media, listening),
            "typing": pages("typing", "question.typing:TypingModel", words),
            "speaking": pages("speaking", "question.speaking:SpeakingModel", words, **speaks),
            "check": pages("check", "visit.check:CheckModel", words, listening),
            "thanks": pages("thanks", "visit.pages:ThanksModel", words, listening),
            "language": Leaf("Pages/LanguagePage", lambda: look),
            "look": Leaf("Pages/LookPage", lambda: look),
            "listen": Leaf("Pages/ListenPage", lambda: listening),
            "ruler": pages("ruler", "manner.ruler:RulerModel", look, words),
            "still-there": pages("still-there", "visit.small:PresenceModel", watch),
            "text": pages("text", "visit.small:WordsPageModel"),
            "ask": pages("ask", "visit.small:WordsPageModel", file="YesNoPage"),
            "menu": working("menu", "working.menu:MenuModel"),
            "aids": working("aids", "working.menu:MenuModel", file="MenuPage"),
            "idea": working("idea", "working.idea:IdeaModel", words),
            "writing": working("writing", "working.writing:WritingModel"),
            "reply": working("reply", "working.reply:ReplyModel", words, event.default_language),
            "charter": working("charter", "working.charter:CharterModel", words, event.charter_address),
            "home": working("home", "working.home:HomeModel", words, event.continue_address),
            "today": working("today", "working.today:TodayModel", words, event.default_language),
        }

    def _leaf(self, folder: str, page: str, model: str, *given: Any, file: str = "", **named: Any) -> Leaf:
        """A page whose model is that class, as `module:Class`, made of what is `given` and then wired."""

        def make() -> QObject:
            module, _, name = model.partition(":")
            made: QObject = getattr(import_module(f"ui.viewmodels.{module}"), name)(*given, **named)
            self.wire(page, made)
            return made

        return Leaf(folder + (file or f"{page.title().replace('-', '')}Page"), make)

    def wire(self, page: str, model: Any) -> None:
        """Join what a new page's model tells to what the kiosk does."""
        raise NotImplementedError

    def made(self, *pages: str) -> Iterator[Any]:
        """The models of `pages`, of those that anybody has wanted yet."""
        return (self.leaves[page].model for page in pages if self.leaves[page].made)

    def rest_of_pages(self) -> Iterator[Callable[[], object]]:
        """Makes the pages that nobody has wanted yet, one at each call: for idle moments."""
        return (partial(getattr, leaf, "model") for leaf in self.leaves.values() if not leaf.made)

    def put_down(self) -> None:
        """Nothing is being typed or recorded any more."""
        for model in self.made("typing", "speaking"):
            model.forget()

    @property
    def hushed(self) -> bool:
        """Whether somebody's own voice is being recorded or played."""
        return any(speaking.hushed for speaking in self.made("speaking"))

    look = prop(QObject, lambda self: self._look, constant=True)
    measure = prop(QObject, lambda self: self._measure, constant=True)
    helping = prop(HelpingModel, lambda self: self._helping, constant=True)
    welcome, listening, ruler, presence = of("welcome"), of("listen"), of("ruler"), of("still-there")
    promise, question, typing, speaking = of("promise"), of("question"), of("typing"), of("speaking")
    check, thanks, text, ask = of("check"), of("thanks"), of("text"), of("ask")
    menu, aids, idea, writing = of("menu"), of("aids"), of("idea"), of("writing")
    reply, charter, home, today = of("reply"), of("charter"), of("home"), of("today")
