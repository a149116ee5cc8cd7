"""One reply: what it still needs, and a page for each part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.coproduction.statuses import status_words
from kiosk.days import said_day_or
from kiosk.office.replying import PARTS, Lack, lacks, untold
from kiosk.pack.model import Text
from kiosk.words import Words, language_of
from ui.viewmodels.office.answering.page import Page
from ui.viewmodels.office.answering.parts import (
    DaysPage,
    PromisePage,
    ReferencesPage,
    StatusPage,
    ThemePage,
)
from ui.viewmodels.office.answering.wording import OthersPage, WordsPage
from ui.viewmodels.team.sheet import Action, Choice, Sheet

THEME, PROMISE, STATUS, DAYS, REFERENCES, OTHERS, WORDS = (
    "theme", "promise", "status", "days", "references", "others", "words:",
)  # fmt: skip
LEAVE, GO_ON = "leave", "go-on"
SHOWN = 60  # letters of what was written, on the button that leads to it


def lack_words(words: Words) -> Mapping[Lack, str]:
    """What to do about each thing that a reply needs."""
    return {
        Lack.SAID: words("Write what people said."),
        Lack.BECAUSE: words("Say why: residents are told."),
        Lack.DATE: words("The day of the reply cannot be read."),
        Lack.EARLIER: words(
            "The day is before that of the reply as it was. Then the older words would count."
        ),
        Lack.BY_WHEN: words("The day that you name cannot be read."),
        Lack.PROMISE: words("That activity is not in this event. Choose a promise again."),
    }


class WritingPage(Page):
    """Each part of the reply on a button that says what stands there."""

    def sheet(self) -> Sheet:
        words, draft = self.words, self.draft
        missing = lacks(draft, self.desk.room.pack)
        said = lack_words(words)
        parts = [replace(one, leads=True) for one in (*self._facts(), *self._tongues())]
        return Sheet(
            self.say(draft.reply.theme) or words("A new reply"),
            "\n".join(words("Still to do: {what}", what=said[lack]) for lack in missing),
            choices=parts,
            back=True,
            forward="" if missing else words("Keep it"),
            forward_icon="save",
        )

    def _facts(self) -> list[Choice]:
        words, reply = self.words, self.draft.reply
        pack = self.desk.room.pack
        promised = next((one.title for one in pack.activities if one.id == reply.activity), Text())
        days = [words("Written {day}", day=said_day_or(reply.date, words))]
        if reply.by_when:
            days.append(words("More by {day}.", day=said_day_or(reply.by_when, words)))
        found = [
            Choice(THEME, words("What it is about"), self.say(reply.theme) or words("Nothing yet")),
            Choice(STATUS, words("How it stands"), status_words(words)[reply.status]),
            Choice(DAYS, words("Days"), " · ".join(days)),
            Choice(REFERENCES, words("Whose words it answers"), self._whose()),
        ]
        if pack.promises:
            note = self.say(promised) or words("No promise")
            found.insert(1, Choice(PROMISE, words("The promise that it answers"), note))
        return found

    def _whose(self) -> str:
        words, typed = self.words, self.draft.reply.references
        count = words.plural("{count} reference", "{count} references", len(typed))
        earlier = words("Those of earlier days") if self.draft.lookups else ""
        return " · ".join(filter(None, (count if typed else "", earlier))) or words("No reference yet")

    def _tongues(self) -> list[Choice]:
        """The words in the event's own language, and the way to the others."""
        words, reply, code = self.words, self.draft.reply, self.default
        others = [one for one in self.desk.room.pack.event.languages if one != code]
        name = words("Words in {language}", language=language_of(code).offered_as)
        found = [Choice(WORDS + code, name, _short(reply.said.words.get(code, ""), words))]
        if others:
            whole = len(others) - len(untold(self.draft, others)) if reply.said else 0
            note = words("{count} of {of}", count=whole, of=len(others))
            found.append(Choice(OTHERS, words("Words in other languages"), note))
        return found

    def chose(self, name: str) -> None:
        pages = {
            THEME: ThemePage, PROMISE: PromisePage, STATUS: StatusPage, DAYS: DaysPage,
            REFERENCES: ReferencesPage, OTHERS: OthersPage,
        }  # fmt: skip
        if name.startswith(WORDS):
            return self.desk.open(WordsPage(self.desk, name.removeprefix(WORDS)))
        return self.desk.open(pages[name](self.desk)) if name in pages else None

    def forward(self) -> None:
        if not lacks(self.draft, self.desk.room.pack):
            self.desk.keep()

    def back(self) -> None:
        if any(getattr(self.draft.reply, part) for part in PARTS if part != "theme"):
            return self.desk.open(LeavePage(self.desk))
        self.desk.draft = None
        return self.desk.home()


class LeavePage(Page):
    """Before a reply is given up."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("This reply is not kept yet"),
            words("If you leave it, what you changed is gone."),
            actions=[
                Action(GO_ON, words("Go on with it"), "change", "action"),
                Action(LEAVE, words("Leave it"), "cross", "stop"),
            ],
            back=True,
        )

    def acted(self, name: str) -> None:
        if name == GO_ON:
            return self.desk.close()
        if name == LEAVE:
            self.desk.draft = None
            return self.desk.home()
        return None


def _short(text: str, words: Words) -> str:
    """The beginning of what was written."""
    plain = " ".join(text.split())
    if len(plain) <= SHOWN:
        return plain or words("Nothing yet")
    return plain[:SHOWN].rsplit(" ", 1)[0] + " …"
