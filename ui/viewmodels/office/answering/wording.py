"""The words of a reply: in the event's own language, and in the others of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.office.replying import PARTS, untold
from kiosk.pack.model import Text
from kiosk.words import Words, language_of
from ui.viewmodels.office.answering.page import Page
from ui.viewmodels.team.sheet import Choice, Field, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.answering.replies import RepliesModel


class OthersPage(Page):
    """Which other language, and how much of the reply can be read in it."""

    def sheet(self) -> Sheet:
        words, languages = self.words, self.desk.room.pack.event.languages
        left = untold(self.draft, languages) if self.draft.reply.said else languages
        found = [
            Choice(
                code,
                language_of(code).offered_as,
                words("Not all of it yet") if code in left else words("All of it"),
                leads=True,
            )
            for code in languages
            if code != self.default
        ]
        line = words("Where words are missing, the kiosk says so, and shows those that there are.")
        return Sheet(words("Words in other languages"), line, choices=found, back=True)

    def chose(self, name: str) -> None:
        self.desk.open(WordsPage(self.desk, name))


class WordsPage(Page):
    """The words in one language; in another than the event's own, beside what they translate."""

    def __init__(self, desk: RepliesModel, language: str) -> None:
        super().__init__(desk)
        self._language = language

    @property
    def _parts(self) -> tuple[str, ...]:
        """What it is about has a page of its own, in the event's language."""
        if self._language == self.default:
            return PARTS[1:]
        return tuple(part for part in PARTS if getattr(self.draft.reply, part))

    def begin(self) -> None:
        reply = self.draft.reply
        self.desk.typed.update(
            {part: getattr(reply, part).words.get(self._language, "") for part in self._parts}
        )

    def sheet(self) -> Sheet:
        words = self.words
        line = words("Short sentences, one idea each.")
        if not self._parts:
            line = words("Write it in the event's own language first.")
        fields = [
            Field(
                part,
                part_words(words)[part],
                lines=part != "theme",
                beside=self._original(part),
                beside_language=self.default,
                language=self._language,
            )
            for part in self._parts
        ]
        heading = words("Words in {language}", language=language_of(self._language).offered_as)
        return Sheet(heading, line, fields=fields, back=True, forward=words("Done"), forward_icon="tick")

    def _original(self, part: str) -> str:
        """What it translates, where it is in another language than the event's own."""
        if self._language == self.default:
            return ""
        text: Text = getattr(self.draft.reply, part)
        return text.words.get(self.default, "")

    def gather(self) -> None:
        draft = self.draft
        for part in self._parts:
            draft = draft.saying(part, self._language, self.desk.written(part))
        self.desk.draft = draft


def part_words(words: Words) -> dict[str, str]:
    """What each part of a reply is called."""
    return {
        "theme": words("What it is about"),
        "said": words("You said"),
        "did": words("We did, do, or will do"),
        "because": words("Because"),
    }
