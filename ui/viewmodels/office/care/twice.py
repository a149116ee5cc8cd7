"""The same person twice: sign-ups that may be one person, side by side, for staff to decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.days import said_day
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import SecretKey
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.viewmodels.office.care.said import listed
from ui.viewmodels.office.care.stepped import FIRST, SteppedModel
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, WordsNow

if TYPE_CHECKING:
    from exports.readable.twice import Suggestion

PAIRS, PAIR = "pairs", "pair"
LOOK, SAME, DIFFERENT, UNDO = "look", "same", "different", "undo"
EARLIER, LATER, PART = "earlier", "later", 30


class TwiceModel(SteppedModel):
    """Suggested, never put together by itself. The details go as the page goes."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.begin()

    def begin(self) -> None:
        self._found: list[Suggestion] = []
        self._at = 0
        self._from = 0

    def forget(self) -> None:
        """Names and numbers of people stay nowhere."""
        self.begin()
        if self.step in (PAIRS, PAIR):
            self.step = FIRST
        super().forget()

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {FIRST: self._first, PAIRS: self._pairs, PAIR: self._pair}

    # --- what is shown

    def _first(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Same person twice"),
            words("Sign-ups are compared by name, phone, e-mail and postcode. Nothing is joined by itself."),
            actions=[Action(LOOK, words("Look for them"), "search", "action")],
        )

    def _pairs(self) -> Sheet:
        words, ways = self.words(), []
        if self._from:
            ways.append(Action(LATER, words("Likelier ones"), "up"))
        if self._from + PART < len(self._found):
            ways.append(Action(EARLIER, words("Less likely ones"), "more"))
        shown = list(enumerate(self._found))[self._from : self._from + PART]
        return Sheet(
            words("Same person twice"),
            words("Press a pair to see both side by side.")
            if self._found
            else words("No two sign-ups here look like one person."),
            choices=[Choice(str(at), self._names(pair), self._note(pair)) for at, pair in shown],
            actions=ways,
            back=True,
        )

    def _names(self, pair: Suggestion) -> str:
        words = self.words()
        one, other = (sign_up.details.get("name", "") for sign_up in (pair.one, pair.other))
        return f"{one or words('No name')} · {other or words('No name')}"

    def _note(self, pair: Suggestion) -> str:
        words = self.words()
        alike = words("names {count} of 100 alike", count=pair.likeness)
        return listed((alike, self._decided(pair)), words)

    def _decided(self, pair: Suggestion) -> str:
        words = self.words()
        said = {SAME: words("one person"), DIFFERENT: words("two people")}
        return said.get(pair.decided, words("not decided"))

    def _pair(self) -> Sheet:
        words, pair = self.words(), self._found[self._at]
        names = {
            "name": words("Name"),
            "email": words("E-mail"),
            "phone": words("Phone"),
            "address": words("Address"),
            "postcode": words("Postcode"),
        }
        rows = []
        for key, label in names.items():
            both = [sign_up.details.get(key, "") for sign_up in (pair.one, pair.other)]
            if any(both):
                rows.append(Row(label, " · ".join(value or "–" for value in both)))
        days = [said_day(date.fromisoformat(one.day), words) for one in (pair.one, pair.other)]
        rows.append(Row(words("Signed up"), " · ".join(days)))
        rows.append(Row(words("The same"), listed((names.get(key, key) for key in pair.because), words)))
        rows.append(Row(words("Decided"), self._decided(pair)))
        ways = [
            Action(SAME, words("They are one person"), "tick", "action"),
            Action(DIFFERENT, words("They are two people"), "people"),
        ]
        if pair.decided:
            ways.append(Action(UNDO, words("Take the decision back"), "undo"))
        return Sheet(
            words("Is this one person?"),
            words("Both sign-ups stay as they were given. For each purpose, the latest answer counts."),
            rows=rows,
            actions=ways,
            back=True,
        )

    # --- pressed

    def chose(self, name: str) -> None:
        self._at = int(name)
        self.to(PAIR)

    def acted(self, name: str) -> None:
        if self.stop_pressed(name):
            return
        if name == LOOK:
            self._look()
        elif name in (EARLIER, LATER):
            self._from = max(0, self._from + (PART if name == EARLIER else -PART))
            self.turn()
        else:
            self._decide(name)

    def went_back(self) -> None:
        self.to(PAIRS if self.step == PAIR else FIRST)

    def _secret(self) -> SecretKey:
        secret = self.room.doors.secret
        if secret is None:
            raise KioskError(ErrorCode.DOOR_CLOSED)
        return secret

    def _look(self) -> None:
        secret, store = self._secret(), self.room.store

        def work(progress: Progress) -> list[Suggestion]:
            from exports.readable.twice import suggestions  # noqa: PLC0415 - what compares names, once it is needed

            with store.another() as own:
                return suggestions(own, secret, progress)

        self.work(self.words()("Comparing sign-ups"), work, self._looked)

    def _looked(self, found: Any) -> None:
        if not self._here:  # the desk has locked meanwhile
            self._unread = False
            self.step = FIRST
            return
        self._found = found
        self.to(PAIRS)

    def _decide(self, name: str) -> None:
        from kiosk.office.twice import decide, undecide  # noqa: PLC0415 - with the first decision

        pair, room, secret = self._found[self._at], self.room, self._secret()
        ids = pair.one.record_id, pair.other.record_id
        if name == UNDO:
            undecide(room.store, secret, *ids, room.clock)
        else:
            decide(room.store, secret, *ids, same=name == SAME, clock=room.clock)
        self._found[self._at] = replace(pair, decided="" if name == UNDO else name)
        words = self.words()
        self.to(PAIRS, words("It is open again.") if name == UNDO else words("Kept."))
