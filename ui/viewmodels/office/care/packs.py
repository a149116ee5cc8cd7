"""Tablets and packs: who has brought what, which numbers never came, and what was set aside, row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kiosk.days import said_day
from kiosk.errors import ErrorCode
from kiosk.office.held import held
from kiosk.office.packs import Carrier, carrier, carriers
from kiosk.office.quarantine import Aside, let_go, may_let_go, set_aside
from kiosk.words import Words
from ui.behind.backroom import BackRoom
from ui.messages import MESSAGES
from ui.viewmodels.office.care.said import in_groups, listed, said_reason
from ui.viewmodels.office.care.stepped import FIRST, SteppedModel
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, WordsNow

TABLET, ASIDE, ONE, OUT = "tablet", "aside", "one", "out"
PART = 30  # packs or rows listed at a time
EARLIER, LATER = "earlier", "later"


class PacksModel(SteppedModel):
    """Nothing that anybody said is on it: packs by number, rows by file and line."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.begin()

    def begin(self) -> None:
        self._tablet = self._digest = ""
        self._from = 0

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {FIRST: self._list, TABLET: self._of_tablet, ASIDE: self._aside, ONE: self._one}

    # --- what is shown

    def _list(self) -> Sheet:
        words, store = self.words(), self.room.store
        found, tablets = held(store.db), carriers(store.db, store.store_id)
        rows = [
            Row(words("Event {name}", name=name), words.plural("{count} record", "{count} records", count))
            for name, count in found.events
        ]
        if found.missing:
            rows.append(Row(words("Still to come"), ", ".join(found.missing), "look"))
        ways = []
        if found.aside:
            rows.append(Row(words("Set aside"), str(found.aside), "look"))
            ways = [Action(ASIDE, words("See what was set aside"), "show")]
        return Sheet(
            words("Tablets and packs"),
            words("Press a tablet to see its packs.")
            if tablets
            else words("No tablet has brought anything yet."),
            rows=rows,
            choices=[Choice(one.store_id, self._name(one), self._note(one)) for one in tablets],
            actions=ways,
        )

    def _name(self, one: Carrier) -> str:
        words = self.words()
        return words("Tablet {name}", name=one.tablet) if one.tablet else words("A tablet without a name")

    def _note(self, one: Carrier) -> str:
        words = self.words()
        notes = [words.plural("{count} pack", "{count} packs", len(one.packs))]
        if one.gaps:
            notes.append(
                words.plural("{count} number is missing", "{count} numbers are missing", len(one.gaps))
            )
        notes.append(
            words("its last pack is here") if one.last_came else words("its last pack is still to come")
        )
        if one.status == "struck":
            notes.append(words("struck off"))
        return listed(notes, words)

    def _of_tablet(self) -> Sheet:
        words, store = self.words(), self.room.store
        one = carrier(store.db, store.store_id, self._tablet)
        if one is None:
            return Sheet(words("That was taken out meanwhile. Nothing was changed."), back=True)
        packs = tuple(reversed(one.packs))
        rows = [
            Row(words("Fingerprint"), in_groups(one.signer)),
            Row(
                words("Last pack of the event"),
                words("It is here") if one.last_came else words("Still to come"),
                "fine" if one.last_came else "look",
            ),
        ]
        if one.gaps:
            numbers = ", ".join(str(number) for number in one.gaps)
            rows.append(Row(words("Numbers that never came"), numbers, "look"))
        for pack in packs[self._from : self._from + PART]:
            came = words("{day}, {count} lines", day=_day(pack.day, words), count=pack.rows)
            rows.append(Row(words("Pack {number}", number=pack.number), came))
        return Sheet(
            self._name(one),
            rows=rows,
            actions=self._turning(len(packs)),
            tail=words("A later pack carries again what an earlier one had. So a gap alone loses nothing.")
            if one.gaps
            else "",
            back=True,
        )

    def _aside(self) -> Sheet:
        words = self.words()
        found = set_aside(self.room.store.db)
        return Sheet(
            words("Set aside"),
            words("Nothing of it counts. Press one to see why.") if found else words("Nothing is set aside."),
            choices=[
                Choice(one.digest, self._place(one), said_reason(one.reason, words))
                for one in found[self._from : self._from + PART]
            ],
            actions=self._turning(len(found)),
            back=True,
        )

    def _one(self) -> Sheet:
        words, db = self.words(), self.room.store.db
        one = next((aside for aside in set_aside(db) if aside.digest == self._digest), None)
        if one is None:
            return Sheet(words("That was taken out meanwhile. Nothing was changed."), back=True)
        rows = [
            Row(words("Why"), said_reason(one.reason, words)),
            Row(words("Tablet"), one.tablet),
            Row(words("Pack"), str(one.number) if one.number else words("It could not be read at all")),
            Row(words("File"), "" if one.whole_pack else one.file),
            Row(words("Line"), str(one.line or "")),
            Row(words("Came"), _day(one.day, words)),
        ]
        if may_let_go(db, one.digest):
            text = words("What it held is here by a good copy, or there was nothing in it. It may go.")
            ways = [Action(OUT, words("Take it out of here"), "wipe")]
        else:
            text = words(MESSAGES[ErrorCode.ASIDE_NEEDED])
            ways = []
        return Sheet(
            words("Set aside"), text, rows=[row for row in rows if row.value], actions=ways, back=True
        )

    def _place(self, one: Aside) -> str:
        words = self.words()
        if not one.number:
            return words("A pack that could not be read")
        pack = words("Pack {number}", number=one.number)
        tablet = words("Tablet {name}", name=one.tablet or one.store_id[:8])
        parts = [tablet, pack, "" if one.whole_pack else one.file]
        if one.line:
            parts.append(words("line {line}", line=one.line))
        return listed(filter(None, parts), words)

    def _turning(self, count: int) -> list[Action]:
        words, ways = self.words(), []
        if self._from:
            ways.append(Action(LATER, words("Newer ones"), "up"))
        if self._from + PART < count:
            ways.append(Action(EARLIER, words("Older ones"), "more"))
        return ways

    # --- pressed

    def chose(self, name: str) -> None:
        self._from = 0 if self.step == FIRST else self._from
        if self.step == FIRST:
            self._tablet = name
            return self.to(TABLET)
        self._digest = name
        return self.to(ONE)

    def acted(self, name: str) -> None:
        if name == ASIDE:
            self._from = 0
            self.to(ASIDE)
        elif name in (EARLIER, LATER):
            self._from = max(0, self._from + (PART if name == EARLIER else -PART))
            self.turn()
        elif name == OUT:
            let_go(self.room.store, self._digest, self.room.clock)
            self.to(ASIDE, self.words()("It is out."))

    def went_back(self) -> None:
        self.to(ASIDE if self.step == ONE else FIRST)


def _day(day: str, words: Words) -> str:
    return said_day(date.fromisoformat(day), words)
