"""Every page's view-model, made once and handed to QML by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.pack.model import Pack
from kiosk.visit.helping import Helping
from kiosk.visit.idle import IdleWatch
from kiosk.words import Words
from ui.viewmodels.manner.look import LookModel
from ui.viewmodels.manner.ruler import RulerModel
from ui.viewmodels.manner.voice import ListeningModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question.question import QuestionModel
from ui.viewmodels.question.speaking import SpeakingModel, Takes
from ui.viewmodels.question.typing import TypingModel
from ui.viewmodels.visit.check import CheckModel
from ui.viewmodels.visit.pages import PromiseModel, ThanksModel
from ui.viewmodels.visit.small import PresenceModel, WordsPageModel
from ui.viewmodels.visit.welcome import WelcomeModel
from ui.viewmodels.working.charter import CharterModel
from ui.viewmodels.working.helping import HelpingModel
from ui.viewmodels.working.home import HomeModel
from ui.viewmodels.working.idea import IdeaModel
from ui.viewmodels.working.menu import MenuModel
from ui.viewmodels.working.reply import ReplyModel
from ui.viewmodels.working.today import TodayModel
from ui.viewmodels.working.writing import WritingModel

if TYPE_CHECKING:
    from kiosk.recording.recorder import Listeners


@dataclass(frozen=True)
class Leaf:
    """A page: its QML file under ui/qml/Kiosk, without the ending, and its view-model."""

    file: str
    model: QObject


class PageModels(QObject):
    """What each page shows. `KioskModel` says which one is shown, and leads from one to the next."""

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
        self._promise = PromiseModel(words)
        self._speaking = SpeakingModel(words, open_recorder=open_recorder, gain=gain)
        self._listening = ListeningModel(look, words)
        self._ruler = RulerModel(look, words)
        self._question = QuestionModel(words, media, self._listening)
        self._typing = TypingModel(words)
        self._check = CheckModel(words, self._listening)
        self._thanks = ThanksModel(words, self._listening)
        self._presence = PresenceModel(watch)
        self._helping = HelpingModel(Helping(watch))
        self._menu = MenuModel()
        self._aids = MenuModel()
        self._home = HomeModel(words, pack.event.continue_address)
        self._today = TodayModel(words, pack.event.default_language)
        self._idea = IdeaModel(words)
        self._writing = WritingModel()
        self._reply = ReplyModel(words, pack.event.default_language)
        self._charter = CharterModel(words, pack.event.charter_address)
        self._text = WordsPageModel()
        self._ask = WordsPageModel()
        self.working = (self._menu, self._idea, self._writing, self._reply, self._charter)
        self.leaves = {
            "welcome": Leaf("Pages/WelcomePage", self._welcome),
            "promise": Leaf("Pages/PromisePage", self._promise),
            "question": Leaf("Pages/QuestionPage", self._question),
            "typing": Leaf("Pages/TypingPage", self._typing),
            "speaking": Leaf("Pages/SpeakingPage", self._speaking),
            "check": Leaf("Pages/CheckPage", self._check),
            "thanks": Leaf("Pages/ThanksPage", self._thanks),
            "language": Leaf("Pages/LanguagePage", look),
            "look": Leaf("Pages/LookPage", look),
            "listen": Leaf("Pages/ListenPage", self._listening),
            "ruler": Leaf("Pages/RulerPage", self._ruler),
            "still-there": Leaf("Pages/StillTherePage", self._presence),
            "menu": Leaf("Pages/Working/MenuPage", self._menu),
            "idea": Leaf("Pages/Working/IdeaPage", self._idea),
            "writing": Leaf("Pages/Working/WritingPage", self._writing),
            "reply": Leaf("Pages/Working/ReplyPage", self._reply),
            "charter": Leaf("Pages/Working/CharterPage", self._charter),
            "aids": Leaf("Pages/Working/MenuPage", self._aids),
            "home": Leaf("Pages/Working/HomePage", self._home),
            "today": Leaf("Pages/Working/TodayPage", self._today),
            "text": Leaf("Pages/TextPage", self._text),
            "ask": Leaf("Pages/YesNoPage", self._ask),
        }

    look = prop(QObject, lambda self: self._look, constant=True)
    measure = prop(QObject, lambda self: self._measure, constant=True)
    welcome = prop(QObject, lambda self: self._welcome, constant=True)
    promise = prop(QObject, lambda self: self._promise, constant=True)
    question = prop(QObject, lambda self: self._question, constant=True)
    typing = prop(QObject, lambda self: self._typing, constant=True)
    speaking = prop(QObject, lambda self: self._speaking, constant=True)
    check = prop(QObject, lambda self: self._check, constant=True)
    thanks = prop(QObject, lambda self: self._thanks, constant=True)
    listening = prop(QObject, lambda self: self._listening, constant=True)
    ruler = prop(QObject, lambda self: self._ruler, constant=True)
    helping = prop(HelpingModel, lambda self: self._helping, constant=True)
    presence = prop(QObject, lambda self: self._presence, constant=True)
    menu = prop(QObject, lambda self: self._menu, constant=True)
    aids = prop(MenuModel, lambda self: self._aids, constant=True)
    home = prop(HomeModel, lambda self: self._home, constant=True)
    today = prop(TodayModel, lambda self: self._today, constant=True)
    idea = prop(QObject, lambda self: self._idea, constant=True)
    writing = prop(QObject, lambda self: self._writing, constant=True)
    reply = prop(QObject, lambda self: self._reply, constant=True)
    charter = prop(QObject, lambda self: self._charter, constant=True)
    text = prop(QObject, lambda self: self._text, constant=True)
    ask = prop(QObject, lambda self: self._ask, constant=True)
