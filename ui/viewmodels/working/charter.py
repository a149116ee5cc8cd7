"""The charter that the kiosk serves: six foundations and five commitments, one a page, in plain words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.coproduction.charter import charter
from kiosk.resources import asset
from kiosk.words import Words
from ui.viewmodels.qt import prop


@dataclass(frozen=True)
class Clause:
    """One page. `part` is the line above it, which the first page does without."""

    title: Mapping[str, str]
    words: Mapping[str, str]
    part: Mapping[str, str]
    picture: str = ""


@cache
def clauses() -> tuple[Clause, ...]:
    """What the charter is, then each foundation and each commitment."""
    read = charter()
    first = Clause(read["title"], read["about"], {}, "image://icon/charter/083f3b")
    parts = (("foundations", "foundations_title"), ("commitments", "commitments_title"))
    return (
        first,
        *(
            Clause(
                clause["title"], clause["words"], read[title], asset("charter", clause["picture"]).as_uri()
            )
            for name, title in parts
            for clause in read[name]
        ),
    )


class CharterModel(QObject):
    """Shows one clause at a time; the last page has the address of the whole charter, where there is one."""

    changed = Signal()
    wentOn = Signal()
    wentBack = Signal()

    def __init__(self, words: Callable[[], Words], address: str) -> None:
        super().__init__()
        self._words = words
        self._address = address
        self.at = 0

    @property
    def count(self) -> int:
        """All pages; the one with the address comes after the clauses."""
        return len(clauses()) + bool(self._address)

    def show(self, at: int) -> None:
        self.at = at
        self.changed.emit()

    @property
    def _clause(self) -> Clause | None:
        return clauses()[self.at] if self.at < len(clauses()) else None

    def _says(self, text: Mapping[str, str]) -> str:
        return text.get(self._words().language) or text.get("en", "")

    def _heading(self) -> str:
        return self._says(self._clause.title) if self._clause else self._words()("Read all of the charter")

    def _text(self) -> str:
        if self._clause:
            return self._says(self._clause.words)
        return self._words()("Point your phone's camera at this. Or ask us for it on paper.")

    heading = prop(str, _heading, notify=changed)
    text = prop(str, _text, notify=changed)
    part = prop(str, lambda self: self._says(self._clause.part) if self._clause else "", notify=changed)
    picture = prop(str, lambda self: self._clause.picture if self._clause else "", notify=changed)
    address = prop(str, lambda self: "" if self._clause else self._address, notify=changed)
    last = prop(bool, lambda self: self.at >= self.count - 1, notify=changed)

    @Slot()
    def forward(self) -> None:
        self.wentOn.emit()

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
