"""The parts of a reply, a page each: what it is about, a promise, how it stands, days, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.coproduction.statuses import status_words
from kiosk.office.replying import (
    read_day,
    references_in,
    themes_known,
    unknown_references,
)
from kiosk.pack.staff.sheets import STATUSES
from kiosk.storage.sealed.reference import grouped
from ui.jobs import Progress
from ui.viewmodels.office.answering.page import Page
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.answering.replies import RepliesModel

NONE, LAST_OUT, THEME = "none", "last-out", "theme:"
MOST_THEMES = 12  # that are offered; any other is typed


class ThemePage(Page):
    """What it is about: as another reply, as the office's tags, or in words of its own."""

    def __init__(self, desk: RepliesModel) -> None:
        super().__init__(desk)
        self._known: tuple[str, ...] | None = None

    def begin(self) -> None:
        self.desk.typed["theme"] = self.draft.reply.theme.words.get(self.default, "")
        secret, room, found = self.desk.room.doors.secret, self.desk.room, self.desk.found
        if self._known is not None or secret is None:
            return
        self._known = ()
        language = self.default

        def work(_progress: Progress) -> tuple[str, ...]:
            with room.store.another() as store:
                return themes_known(store, secret, found, language, language)

        def then(known: tuple[str, ...]) -> None:
            self._known = known
            self.desk.turn()

        self.desk.work(self.words("Looking for themes"), work, then)

    def sheet(self) -> Sheet:
        words = self.words
        now = self.desk.written("theme")
        offered = [
            Choice(THEME + name, name, chosen=name == now) for name in (self._known or ())[:MOST_THEMES]
        ]
        return Sheet(
            words("What is it about?"),
            words("In a word or two. People choose by it."),
            fields=[Field("theme", words("What it is about"), language=self.default)],
            choices=offered,
            back=True,
            forward=words("Done"),
            forward_icon="tick",
        )

    def gather(self) -> None:
        self.desk.draft = self.draft.saying("theme", self.default, self.desk.written("theme"))

    def chose(self, name: str) -> None:
        self.desk.typed["theme"] = name.removeprefix(THEME)
        self.forward()


class PromisePage(Page):
    """Which promise it answers: that one is no longer late."""

    def sheet(self) -> Sheet:
        words, pack, now = self.words, self.desk.room.pack, self.draft.reply.activity
        found = [
            Choice(one.id, self.say(one.title), self.say(promise.by_when), one.id == now)
            for one in pack.activities
            if (promise := pack.promise_of(one))
        ]
        none = Choice(NONE, words("No promise"), words("It answers something else"), not now)
        return Sheet(
            words("Which promise does it answer?"),
            words("Once its day has passed, a promise without a reply is shown as late."),
            choices=[*found, none],
            back=True,
        )

    def chose(self, name: str) -> None:
        activity = "" if name == NONE else name
        self.desk.draft = self.draft.having(activity=activity)
        title = next((one.title for one in self.desk.room.pack.activities if one.id == activity), None)
        if title and not self.draft.reply.theme:
            self.desk.draft = self.draft.having(theme=title)
        self.desk.close()


class StatusPage(Page):
    """Done, doing, deciding, cannot or late."""

    def sheet(self) -> Sheet:
        words, now = self.words, self.draft.reply.status
        names = status_words(words)
        why = words("Say why, too")
        choices = [
            Choice(one, names[one], why if one in ("cannot", "late") else "", one == now) for one in STATUSES
        ]
        return Sheet(words("How does it stand?"), choices=choices, back=True)

    def chose(self, name: str) -> None:
        self.desk.draft = self.draft.having(status=name)
        self.desk.close()


class DaysPage(Page):
    """The day of the reply, and the day by which more is to come."""

    def begin(self) -> None:
        reply = self.draft.reply
        self.desk.typed.update(date=reply.date, by_when=reply.by_when)

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Days"),
            words("Write a day as 1.7.2027.")
            + "\n"
            + words("Once the second day has passed, the reply is shown as late."),
            fields=[
                Field("date", words("The day of this reply")),
                Field("by_when", words("By when more is to come, if you name a day")),
            ],
            back=True,
            forward=words("Done"),
            forward_icon="tick",
        )

    def gather(self) -> None:
        days = {name: read_day(self.desk.written(name)) for name in ("date", "by_when")}
        self.desk.draft = self.draft.having(**days)


class ReferencesPage(Page):
    """Whose words it answers. Those that were kept earlier are one-way: nobody can read them."""

    def sheet(self) -> Sheet:
        words, draft = self.words, self.draft
        rows = [
            Row(
                grouped(one),
                words("It is here") if one in draft.known else words("Not here yet. It may still come."),
                "fine" if one in draft.known else "look",
            )
            for one in draft.reply.references
        ]
        lines = [words("Type a reference, then Done. Commas stand between several.")]
        if draft.lookups:
            lines.append(words("Those of earlier days stay. They are kept so that nobody can read them."))
        taking = [Action(LAST_OUT, words("Take the last one out"), "again")] if rows else []
        return Sheet(
            words("Whose words does it answer?"),
            "\n".join(lines),
            fields=[Field("reference", words("Reference"), "reference")],
            rows=rows,
            actions=taking,
            back=True,
            forward=words("Done"),
            forward_icon="tick",
        )

    def acted(self, name: str) -> None:
        if name == LAST_OUT:
            self.desk.draft = self.draft.having(references=self.draft.reply.references[:-1])
            self.desk.turn()

    def forward(self) -> None:
        if self.desk.written("reference"):
            return self._take(leave=True)
        return self.desk.close()

    def typed_in(self, field_id: str) -> None:
        if self.desk.written(field_id):
            self._take()

    def _take(self, *, leave: bool = False) -> None:
        """What was typed is looked for, off the window's thread: some 80 ms apiece. REFERENCE_WRONG."""
        given = references_in(self.desk.written("reference"))
        room = self.desk.room

        def work(_progress: Progress) -> tuple[str, ...]:
            with room.store.another() as store:
                unknown = unknown_references(store, given)
            return tuple(one for one in given if one not in unknown)

        def then(known: tuple[str, ...]) -> None:
            self.desk.typed.pop("reference", None)
            every = tuple(dict.fromkeys((*self.draft.reply.references, *given)))
            self.desk.draft = self.draft.having(references=every).knowing(known)
            self.desk.notice = ""
            if leave:
                return self.desk.close()
            return self.desk.turn()

        self.desk.work(self.words("Looking for it"), work, then)
