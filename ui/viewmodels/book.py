"""Every page's view-model, made once and handed to QML by name."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.pack.model import Pack
from kiosk.visit.idle import IdleWatch
from kiosk.words import Words
from ui.viewmodels.look import LookModel
from ui.viewmodels.pages import CheckModel, PromiseModel, ThanksModel
from ui.viewmodels.qt import prop
from ui.viewmodels.question import QuestionModel
from ui.viewmodels.reading import ReadingModel
from ui.viewmodels.small import ListeningModel, PresenceModel, WordsPageModel
from ui.viewmodels.typing import TypingModel
from ui.viewmodels.welcome import WelcomeModel


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
    ) -> None:
        super().__init__()
        self._look = look
        self._measure = measure
        self._welcome = WelcomeModel(pack, words)
        self._promise = PromiseModel(words)
        self._question = QuestionModel(words, media)
        self._typing = TypingModel(words)
        self._check = CheckModel(words)
        self._thanks = ThanksModel(words)
        self._listening = ListeningModel(look, words)
        self._presence = PresenceModel(watch)
        self._reading = ReadingModel(pack, words)
        self._text = WordsPageModel()
        self._ask = WordsPageModel()

    look = prop(QObject, lambda self: self._look, constant=True)
    measure = prop(QObject, lambda self: self._measure, constant=True)
    welcome = prop(QObject, lambda self: self._welcome, constant=True)
    promise = prop(QObject, lambda self: self._promise, constant=True)
    question = prop(QObject, lambda self: self._question, constant=True)
    typing = prop(QObject, lambda self: self._typing, constant=True)
    check = prop(QObject, lambda self: self._check, constant=True)
    thanks = prop(QObject, lambda self: self._thanks, constant=True)
    listening = prop(QObject, lambda self: self._listening, constant=True)
    presence = prop(QObject, lambda self: self._presence, constant=True)
    reading = prop(QObject, lambda self: self._reading, constant=True)
    text = prop(QObject, lambda self: self._text, constant=True)
    ask = prop(QObject, lambda self: self._ask, constant=True)
