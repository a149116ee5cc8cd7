"""Keeping: what is kept of each event and until when, its end, and what was withdrawn a week ago or more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.clock import today
from kiosk.days import said_day
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.kept.retention import Ended, Keeping, end_keeping, kept_events
from kiosk.storage.kept.withdrawal import due, erase_due, hidden_here
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.viewmodels.office.care.said import in_groups, listed
from ui.viewmodels.office.care.stepped import FIRST, SteppedModel
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet, WordsNow

EVENT, SURE, ENDED, WITHDRAWN = "event", "sure", "ended", "withdrawn"
END, ERASE, YES, TYPED, KEYS = "end", "erase", "yes", "typed", "keys"


class KeepingModel(SteppedModel):
    """Nothing ends by the clock: staff ask for it, and confirm the date."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.begin()

    def begin(self) -> None:
        self._event = ""
        self._ended = Ended(0, 0, ())
        self._keys: tuple[str, ...] = ()

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            FIRST: self._list,
            EVENT: self._of_event,
            SURE: self._sure,
            ENDED: self._is_over,
            WITHDRAWN: self._withdrawn,
        }

    # --- what is shown

    def _list(self) -> Sheet:
        words, store, day = self.words(), self.room.store, today(self.room.clock)
        over, waiting = due(store.db, day), hidden_here(store.db)
        rows = [
            Row(words("Date"), said_day(day, words)),
            Row(words("Withdrawn, can be brought back"), str(waiting - over)),
            Row(words("Withdrawn, 7 days over"), str(over), "look" if over else ""),
        ]
        kept = kept_events(store)
        return Sheet(
            words("Keeping"),
            words("Nothing is erased by the clock. Press an event to see what is kept, or to end it.")
            if kept
            else words("Nothing that people said is kept here."),
            rows=rows,
            choices=[
                Choice(one.event_id, words("Event {name}", name=one.event_id), self._note(one))
                for one in kept
            ],
            actions=[Action(ERASE, words("Erase what was withdrawn"), "wipe")] if over else [],
        )

    def _note(self, one: Keeping) -> str:
        words = self.words()
        count = words.plural("{count} record", "{count} records", one.records)
        return listed((count, self._until(one)), words)

    def _until(self, one: Keeping) -> str:
        words = self.words()
        if one.until <= today(self.room.clock):
            return words("its time is over")
        return words("kept until {day}", day=said_day(one.until, words))

    def _kept(self) -> Keeping:
        found = next((one for one in kept_events(self.room.store) if one.event_id == self._event), None)
        if found is None:
            raise KioskError(ErrorCode.EVENT_NOT_HERE, event=self._event)
        return found

    def _early(self, one: Keeping) -> bool:
        return one.until > today(self.room.clock)

    def _of_event(self) -> Sheet:
        words, one = self.words(), self._kept()
        early = self._early(one)
        rows = [
            Row(words("Records"), str(one.records)),
            Row(words("Ideas that were never shown"), str(one.ideas)),
            Row(words("Keeping"), self._until(one), "" if early else "look"),
        ]
        lines = [
            words("To end its keeping erases all that people said at it, here and in copies."),
            words("Counts, approved ideas and replies stay. Export first what must be kept."),
        ]
        if early:
            lines.append(words("Its time is not over yet. You would end it early."))
        return Sheet(
            words("Event {name}", name=one.event_id),
            "\n".join(lines),
            rows=rows,
            actions=[Action(END, words("End its keeping"), "wipe", "stop")],
            back=True,
        )

    def _sure(self) -> Sheet:
        words = self.words()
        day = said_day(today(self.room.clock), words)
        return Sheet(
            words("Erase all that people said there?"),
            words("Today is {day}. Nobody can undo this.", day=day)
            + "\n"
            + words("To erase it, type {name}", name=self._event),
            fields=[Field(TYPED, words("Name of the event"))],
            back=True,
            forward=words("Erase it"),
            forward_icon="wipe",
        )

    def _is_over(self) -> Sheet:
        words, ended = self.words(), self._ended
        rows = [
            Row(words("Records erased"), str(ended.records)),
            Row(words("Ideas erased"), str(ended.ideas)),
            Row(
                words("Ask these teams to erase theirs"),
                ", ".join(ended.teams),
                "look" if ended.teams else "",
            ),
            *(Row(words("Key"), in_groups(key)) for key in self._keys),
        ]
        return Sheet(
            words("Its keeping has ended"),
            words("Sticks, mails and backups still hold it, until its key is destroyed."),
            rows=[row for row in rows if row.value],
            actions=[Action(KEYS, words("To the keys"), "key")],
            back=True,
        )

    def _withdrawn(self) -> Sheet:
        words, day = self.words(), today(self.room.clock)
        count = due(self.room.store.db, day)
        return Sheet(
            words.plural("Erase {count} withdrawn record?", "Erase {count} withdrawn records?", count),
            words("Today is {day}. Nobody can undo this.", day=said_day(day, words))
            + "\n"
            + words("They go from here and from copies. Sticks and mails are beyond reach."),
            actions=[Action(YES, words("Yes, erase them"), "wipe", "stop")],
            back=True,
        )

    # --- pressed

    def chose(self, name: str) -> None:
        self._event = name
        self.to(EVENT)

    def acted(self, name: str) -> None:
        if self.stop_pressed(name):
            return
        if name == KEYS:
            self.sectionAsked.emit(KEYS)
        elif name == YES:
            self._erase()
        else:
            self.to({END: SURE, ERASE: WITHDRAWN}[name])

    def went_back(self) -> None:
        self.to(EVENT if self.step == SURE else FIRST)

    def typed_in(self, field_id: str) -> None:
        self.refresh()

    def went_on(self) -> None:
        if "".join(self.written(TYPED).split()).lower() != self._event.lower():
            return self.tell(self.words()("That is not its name. Nothing was erased."))
        return self._end()

    def _end(self) -> None:
        store, clock, kept = self.room.store, self.room.clock, self._kept()
        early = self._early(kept)

        def work(_progress: Progress) -> Ended:
            with store.another() as own:
                return end_keeping(own, kept.event_id, clock, early=early)

        def over(done: Any) -> None:
            self._ended, self._keys = done, kept.keys
            self.to(ENDED)

        self.work(self.words()("Erasing"), work, over, stoppable=False)

    def _erase(self) -> None:
        store, day = self.room.store, today(self.room.clock)

        def work(_progress: Progress) -> int:
            with store.another() as own:
                return erase_due(own, day)

        def over(count: Any) -> None:
            words = self.words()
            told = words.plural(
                "{count} withdrawn record erased.", "{count} withdrawn records erased.", count
            )
            self.to(FIRST, told)

        self.work(self.words()("Erasing"), work, over, stoppable=False)
