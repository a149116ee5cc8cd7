"""Welcome: who is asking, and what there is to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.coproduction.rungs import rung_names
from kiosk.pack.model import ActivityKind, Pack
from kiosk.words import Words
from ui.viewmodels.qt import prop
from ui.viewmodels.working.places import ASKED, CHARTER, REPLIES

if TYPE_CHECKING:
    from kiosk.coproduction.replies import Said
    from kiosk.storage.kept.ideas import Idea

SET_UP = "set-up"  # the card of the first start
WordsNow = Callable[[], Words]


def _sentences(*parts: str) -> str:
    """The parts that there are, each with its full stop, to be said one after another."""
    return " ".join(part if part[-1] in ".?!؟۔।" else f"{part}." for part in parts if part)


def _card(name: str, title: str, summary: str, icon: str = "") -> dict[str, str]:
    """A card that is no activity."""
    spoken = _sentences(title, summary)
    return {
        "id": name,
        "title": title,
        "summary": summary,
        "rung": "",
        "icon": icon or name,
        "spoken": spoken,
    }


class WelcomeModel(QObject):
    """What there is to do, and who is asking."""

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, pack: Pack, words: WordsNow) -> None:
        super().__init__()
        self._pack = pack
        self._words = words
        self._asked: Sequence[tuple[str, Idea]] = ()
        self._new = 0
        self._first = False
        self._wants_charge = False

    def know(self, asked: Sequence[tuple[str, Idea]], replies: Sequence[Said]) -> None:
        """What the data folder adds: residents' questions, and how many replies nobody has read yet."""
        self._asked = asked
        self._new = sum(reply.new for reply in replies)

    def ask_for_charge(self, wanted: bool) -> None:
        """The battery is low, or is being charged again."""
        self._wants_charge = wanted
        self.changed.emit()

    def _cards(self) -> list[dict[str, str]]:
        words, event = self._words(), self._pack.event
        names = rung_names(words)
        cards = []
        for activity in self._pack.activities:
            if not activity.on or activity.kind is ActivityKind.ABOUT:
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
        found = self._with_reading(cards)
        if self._first:
            title, line = self._words()("Set up a real event"), self._words()("For the team of a stall")
            found.append(_card(SET_UP, title, line, "team"))
        return found

    def offer_set_up(self) -> None:
        """At the first start: one card more, for whoever sets the tablet up."""
        self._first = True
        self.changed.emit()

    def _with_reading(self, cards: list[dict[str, str]]) -> list[dict[str, str]]:
        """An event's cards: what we did before anything else that asks, and the charter last."""
        if not self._pack.event.organiser:
            return cards  # a form alone: nobody has promised anything
        words = self._words()
        line = words("{count} new", count=self._new) if self._new else words("And what we could not do")
        replies = _card(REPLIES, words("You said, we did"), line)
        charter = _card(CHARTER, words("Our charter"), words("How we work together"))
        asked = (
            [_card(ASKED, words("Asked by a resident"), self._question(), "question")] if self._asked else []
        )
        if self._new:
            return [replies, *cards, *asked, charter]  # first, until somebody has read it
        return [*cards[:1], replies, *cards[1:], *asked, charter]

    def _question(self) -> str:
        """The question itself, where there is one and it is in the resident's language."""
        words, ideas = self._words(), [idea for _, idea in self._asked]
        if len(ideas) == 1 and ideas[0].language == words.language:
            return ideas[0].text
        return words.plural("{count} question", "{count} questions", len(ideas))

    def _event(self, name: str) -> str:
        text = getattr(self._pack.event, name)
        return str(text.say(self._words().language, self._pack.event.default_language))

    def _footnote(self) -> str:
        """Where answers go, and how long the screen waits for somebody (row 24)."""
        words, minutes = self._words(), self._pack.event.idle_seconds // 60
        where = words("Not on the internet. Our team takes your answers to the office.")
        waits = words(
            "After {minutes} minutes with no touch, we ask if you are still there.", minutes=minutes
        )
        return f"{where} {waits}"

    def _notice(self) -> str:
        words = self._words()
        lines = [] if words.checked else [words("No speaker has checked these words yet.")]
        if self._pack.practice:
            lines.append(words("This is practice. Nobody will read what you put in."))
        if self._wants_charge:
            lines.append(words("Staff: please charge this tablet."))
        return "\n".join(lines)

    title = prop(str, lambda self: self._event("title"), notify=changed)
    organiser = prop(str, lambda self: self._event("organiser"), notify=changed)
    notice = prop(str, _notice, notify=changed)
    cards = prop("QVariantList", _cards, notify=changed)
    footnote = prop(
        str,
        lambda self: self._footnote(),
        notify=changed,
    )

    @Slot(str)
    def choose(self, activity_id: str) -> None:
        self.chosen.emit(activity_id)
