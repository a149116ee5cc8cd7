"""A page of cards: what there is to do on the wall, which replies to read, which question to answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ui.viewmodels.qt import prop


@dataclass(frozen=True)
class Card:
    """One card. `letter` stands where it has no icon; `tongue` is its language, where not the resident's."""

    id: str
    title: str
    summary: str = ""
    icon: str = ""
    letter: str = ""
    tongue: str = ""

    @property
    def spoken(self) -> str:
        if not self.summary:
            return self.title
        parts = (part if part[-1] in ".?!؟۔।" else f"{part}." for part in (self.title, self.summary))
        return " ".join(parts)


@dataclass(frozen=True)
class Menu:
    """The page: a heading, a line under it, and the cards."""

    heading: str = ""
    text: str = ""
    cards: Sequence[Card] = ()


class MenuModel(QObject):
    """Shows one menu at a time; `chosen` says which card was pressed, by its id."""

    changed = Signal()
    chosen = Signal(str)
    wentOn = Signal()
    wentBack = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._menu = Menu()

    def show(self, menu: Menu) -> None:
        self._menu = menu
        self.changed.emit()

    def _cards(self) -> list[dict[str, str]]:
        return [
            {
                "id": card.id,
                "title": card.title,
                "summary": card.summary,
                "icon": card.icon,
                "letter": card.letter,
                "tongue": card.tongue,
                "spoken": card.spoken,
            }
            for card in self._menu.cards
        ]

    heading = prop(str, lambda self: self._menu.heading, notify=changed)
    text = prop(str, lambda self: self._menu.text, notify=changed)
    cards = prop("QVariantList", _cards, notify=changed)

    @Slot(str)
    def choose(self, card: str) -> None:
        self.chosen.emit(card)

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
