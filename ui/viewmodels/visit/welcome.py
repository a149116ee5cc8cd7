"""Welcome: who is asking, and what there is to do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.model import ActivityKind, Pack
from kiosk.words import Words
from ui.viewmodels.qt import prop
from ui.viewmodels.visit.texts import rung_names
from ui.viewmodels.working.reading import CHARTER, REPLIES

WordsNow = Callable[[], Words]


def _sentences(*parts: str) -> str:
    """The parts that there are, each with its full stop, to be said one after another."""
    return " ".join(part if part[-1] in ".?!؟۔।" else f"{part}." for part in parts if part)


class WelcomeModel(QObject):
    """What there is to do, and who is asking."""

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, pack: Pack, words: WordsNow) -> None:
        super().__init__()
        self._pack = pack
        self._words = words

    def _cards(self) -> list[dict[str, str]]:
        words, event = self._words(), self._pack.event
        names = rung_names(words)
        cards = []
        for activity in self._pack.activities:
            if not activity.on or activity.kind in (ActivityKind.ABOUT, ActivityKind.IDEAS):
                continue
            promise = self._pack.promise_of(activity)
            title = activity.title.say(words.language, event.default_language)
            summary = activity.summary.say(words.language, event.default_language)
            rung = names[promise.rung] if promise else ""
            cards.append(
                {
                    "id": activity.id,
                    "title": title,
                    "summary": summary,
                    "rung": rung,
                    "icon": activity.icon or activity.kind.value.replace("_", "-"),
                    "spoken": _sentences(title, rung, summary),
                }
            )
        return self._with_reading(cards)

    def _with_reading(self, cards: list[dict[str, str]]) -> list[dict[str, str]]:
        """An event's cards: what we did before anything else that asks, and the charter last."""
        if not self._pack.event.organiser:
            return cards  # a form alone: nobody has promised anything
        words = self._words()
        replies = (REPLIES, words("You said, we did"), words("And what we could not do"))
        charter = (CHARTER, words("Our charter"), words("How we work together"))
        made = [
            {
                "id": name,
                "title": title,
                "summary": line,
                "rung": "",
                "icon": name,
                "spoken": f"{title}. {line}",
            }
            for name, title, line in (replies, charter)
        ]
        return [*cards[:1], made[0], *cards[1:], made[1]]

    def _event(self, name: str) -> str:
        text = getattr(self._pack.event, name)
        return str(text.say(self._words().language, self._pack.event.default_language))

    def _notice(self) -> str:
        words = self._words()
        lines = [] if words.checked else [words("No speaker has checked these words yet.")]
        if self._pack.practice:
            lines.append(words("This is practice. Nobody will read what you put in."))
        return "\n".join(lines)

    title = prop(str, lambda self: self._event("title"), notify=changed)
    organiser = prop(str, lambda self: self._event("organiser"), notify=changed)
    notice = prop(str, _notice, notify=changed)
    cards = prop("QVariantList", _cards, notify=changed)
    footnote = prop(
        str,
        lambda self: self._words()("Not on the internet. Our team takes your answers to the office."),
        notify=changed,
    )

    @Slot(str)
    def choose(self, activity_id: str) -> None:
        self.chosen.emit(activity_id)
