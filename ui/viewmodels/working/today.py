"""Today so far: a chart of what people said to one question, for those who have answered it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.words import Words
from ui.viewmodels.qt import prop

if TYPE_CHECKING:
    from kiosk.coproduction.live import Chart


class TodayModel(QObject):
    """The bars as they were published last. `share` of a bar is 0 to 1 of those who answered."""

    changed = Signal()
    wentBack = Signal()

    def __init__(self, words: Callable[[], Words], default: str) -> None:
        super().__init__()
        self._words = words
        self._default = default
        self._chart: Chart | None = None

    def show(self, chart: Chart | None) -> None:
        self._chart = chart
        self.changed.emit()

    def _question(self) -> str:
        return self._chart.question.say(self._words().language, self._default) if self._chart else ""

    def _line(self) -> str:
        if self._chart is None:
            return ""
        words = self._words()
        return words.plural(
            "{count} person has answered here today. We show it at every fifth answer.",
            "{count} people have answered here today. We show it at every fifth answer.",
            self._chart.answered,
        )

    def _bars(self) -> list[dict[str, Any]]:
        if self._chart is None:
            return []
        words, answered = self._words(), self._chart.answered
        return [
            {
                "label": words("Something else")
                if bar.other
                else bar.label.say(words.language, self._default),
                "figure": words("{count} of {of}", count=bar.count, of=answered),
                "share": min(1.0, bar.count / answered),
            }
            for bar in self._chart.bars
        ]

    question = prop(str, _question, notify=changed)
    line = prop(str, _line, notify=changed)
    bars = prop("QVariantList", _bars, notify=changed)

    @Slot()
    def back(self) -> None:
        self.wentBack.emit()
