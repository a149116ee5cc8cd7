"""Ideas and proposed questions: a volunteer reads each before anybody else does, and shows or hides it."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.coproduction.approving import REASONS, Answers, Approvals, Because, Kind, Proposed
from kiosk.words import Words, language_of
from ui.behind.backroom import BackRoom
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, SheetModel, WordsNow

LIST, ONE, HOW, WHY = "list", "one", "how", "why"
SHOW, HIDE, READS, SHOWN, HIDDEN, WAITING = "show", "hide", "reads", "shown", "hidden", "waiting"
LONGEST = 90  # signs of an idea in the list


def reasons(words: Words) -> dict[str, str]:
    """Why something is not shown, as a volunteer chooses it and as it is told."""
    return {
        Because.REPORTED: words("Somebody said that it should not be here"),
        Because.NAMES: words("It says who somebody is"),
        Because.UNKIND: words("It is unkind"),
        Because.ADVERT: words("It sells something"),
        Because.ELSEWHERE: words("It is about something else"),
        Because.TWICE: words("The same is there already"),
        Because.DANGER: words("Somebody may be in danger"),
    }


class IdeasModel(SheetModel):
    """First what waits; then what is shown and what is hidden, each of which can be decided anew."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self._step, self._list, self._idea = LIST, WAITING, ""

    def enter(self) -> None:
        self._step, self._list, self._idea = LIST, WAITING, ""
        super().enter()

    @property
    def _approvals(self) -> Approvals:
        room = self.room
        languages = (room.pack.event.default_language,)
        role = room.doors.role or self.role
        return Approvals(room.store, room.clock, room.pack.event.id, languages=languages, role=role)

    def waiting(self) -> str:
        """How many wait, for the side bar; empty for none."""
        count = len(self._approvals.waiting())
        return str(count) if count else ""

    def _there(self) -> tuple[Proposed, ...]:
        lists: dict[str, Callable[[], tuple[Proposed, ...]]] = {
            WAITING: self._approvals.waiting,
            SHOWN: self._approvals.approved,
            HIDDEN: self._approvals.hidden,
        }
        return lists[self._list]()

    def _now(self) -> Proposed | None:
        return next((one for one in self._there() if one.idea.id == self._idea), None)

    # --- what is shown

    def sheet(self) -> Sheet:
        one = self._now() if self._step != LIST else None
        if one is None:
            return self._all()
        return {ONE: self._single, HOW: self._how, WHY: self._why}[self._step](one)

    def _all(self) -> Sheet:
        words, there = self.words(), self._there()
        heads = {
            WAITING: words("Waiting for you"),
            SHOWN: words("Shown on the wall"),
            HIDDEN: words("Not shown"),
        }
        none = {
            WAITING: words("Nothing waits. New ideas and questions come here first."),
            SHOWN: words("Nothing is shown yet."),
            HIDDEN: words("Nothing is hidden."),
        }
        icons = {WAITING: "clock", SHOWN: "ideas", HIDDEN: "hide"}
        return Sheet(
            heads[self._list],
            "" if there else none[self._list],
            choices=[Choice(one.idea.id, _short(one.idea.text), self._note(one)) for one in there],
            actions=[Action(to, heads[to], icons[to]) for to in heads if to != self._list],
        )

    def _note(self, one: Proposed) -> str:
        words = self.words()
        notes = [words("A question") if one.idea.kind == Kind.QUESTION else ""]
        if one.reported:
            notes.append(reasons(words)[Because.REPORTED])
        notes.append(language_of(one.idea.language).english)
        if one.taps:
            notes.append(words.plural("{count} tap for it", "{count} taps for it", one.taps))
        return ", ".join(filter(None, notes))

    def _single(self, one: Proposed) -> Sheet:
        words = self.words()
        rows = [Row(words("Language"), language_of(one.idea.language).english)]
        if one.taps:
            rows.append(Row(words("Taps for it"), str(one.taps)))
        if one.burst:
            fast = words.plural("{count} of them came very fast", "{count} of them came very fast", one.fast)
            rows.append(Row(words("Look at the taps"), fast, "look"))
        if one.idea.hidden_because:
            why = reasons(words).get(one.idea.hidden_because, one.idea.hidden_because)
            rows.append(Row(words("Why it is not shown"), why))
        ways = []
        if one.idea.status != "approved":
            unread = one.unread and one.idea.status != "approved"
            name = words("I read this language. Show it") if unread else words("Show it")
            ways.append(Action(READS if unread else SHOW, name, "tick", "action"))
        if self._list != HIDDEN:
            ways.append(Action(HIDE, words("Do not show it"), "hide"))
        heading = words("A question") if one.idea.kind == Kind.QUESTION else words("An idea")
        return Sheet(
            heading, f"“{one.idea.text}”", rows=rows, actions=ways, back=True,
            tail=words("Names, unkind words and advertisements do not go on the wall."),
        )  # fmt: skip

    def _how(self, one: Proposed) -> Sheet:
        words = self.words()
        ways = (
            (Answers.AGREE, words("From agree to disagree")),
            (Answers.YES_NO, words("Yes or no")),
            (Answers.WORDS, words("In their own words")),
        )
        return Sheet(
            words("How do people answer it?"),
            f"“{one.idea.text}”",
            choices=[Choice(way.value, name) for way, name in ways],
            back=True,
        )

    def _why(self, one: Proposed) -> Sheet:
        words = self.words()
        return Sheet(
            words("Why not?"),
            f"“{one.idea.text}”",
            choices=[Choice(why.value, reasons(words)[why]) for why in REASONS],
            tail=words("The reason is kept. If somebody may be in danger, tell staff now."),
            back=True,
        )

    # --- pressed

    def chose(self, name: str) -> None:
        if self._step == LIST:
            self._idea = name
            return self._to(ONE)
        if self._step == WHY:
            self._approvals.hide(self._idea, Because(name))
        elif self._step == HOW:
            self._approvals.approve(self._idea, answers=Answers(name), reads=self._reads)
        return self._to(LIST)

    def acted(self, name: str) -> None:
        if self._step == LIST:
            self._list = name if name in (WAITING, SHOWN, HIDDEN) else self._list
            return self.turn()
        if name == HIDE:
            return self._to(WHY)
        one = self._now()
        self._reads = name == READS
        if one and one.idea.kind == Kind.QUESTION and not one.idea.answers:
            return self._to(HOW)
        answers = Answers(one.idea.answers) if one and one.idea.answers else None
        self._approvals.approve(self._idea, answers=answers, reads=self._reads)
        return self._to(LIST)

    def went_back(self) -> None:
        self._to(ONE if self._step in (HOW, WHY) else LIST)

    def _to(self, step: str) -> None:
        self._step = step
        self.notice = ""
        self.turn()


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"
