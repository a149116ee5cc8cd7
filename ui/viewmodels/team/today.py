"""The desk: open, pause and close the stall, and what today has brought."""

from collections.abc import Mapping

from kiosk.clock import today
from kiosk.coproduction.counted import Bands
from kiosk.coproduction.reach import count_words
from kiosk.days import said_day
from kiosk.storage import damage
from kiosk.team.stall import State
from kiosk.team.today import Day, of_day
from kiosk.words import language_of
from ui.viewmodels.team.sheet import Action, Row, Sheet, SheetModel

OPENING, WRONG_DAY, YES, NO, READ = "opening", "wrong-day", "yes", "no", "read"
EVERY = 15  # seconds between two looks at the counts


class TodayModel(SheetModel):
    """Counts and the stall's state; opening asks first whether the tablet knows which day it is."""

    def enter(self) -> None:
        self._step = ""
        self._ticks = 0
        super().enter()

    def forget(self) -> None:
        self._step = ""
        super().forget()

    def tick(self) -> None:
        self._ticks += 1
        if not self._step and self._ticks % EVERY == 0:
            self.refresh()

    def sheet(self) -> Sheet:
        words = self.words()
        if self._step == OPENING:
            day = said_day(today(self.room.clock), words)
            return Sheet(
                words("Is today {day}?", day=day),
                words("The day is kept with every answer, so it has to be right."),
                actions=[
                    Action(YES, words("Yes, open the stall"), "tick", "action"),
                    Action(NO, words("No, it is another day"), "cross"),
                ],
                back=True,
            )
        if self._step == WRONG_DAY:
            return Sheet(
                words("Please set the clock first"),
                words("Ask whoever looks after this tablet, or set the date in its own settings.")
                + "\n"
                + words("Then come back and open the stall."),
                back=True,
            )
        return self._day()

    def _day(self) -> Sheet:
        words, room = self.words(), self.room
        day = of_day(room.store.db, room.pack, today(room.clock))
        default = room.pack.event.default_language
        tiles = (
            (day.visits, words.plural("visit today", "visits today", day.visits)),
            (day.sign_ups, words.plural("sign-up", "sign-ups", day.sign_ups)),
            (day.ideas, words.plural("idea", "ideas", day.ideas)),
            (day.assisted, words("helped by us")),
        )
        return Sheet(
            room.pack.event.title.say(words.language, default),
            "\n".join(filter(None, (self._set_aside(), self._state()))),
            actions=self._ways(),
            rows=self._rows(day),
            extra={
                "tiles": [{"value": str(count), "label": label} for count, label in tiles],
                "hours": [{"label": f"{hour}:00", "value": count} for hour, count in day.hours],
            },
        )

    def _state(self) -> str:
        words, stall = self.words(), self.room.stall
        if stall.state is State.PAUSED:
            return words("The stall is paused. Residents see that you will be back.")
        if stall.state is State.CLOSED:
            return words("The stall is closed. Open it when you are ready.")
        if stall.day is not None and stall.day != today(self.room.clock):
            opened = said_day(stall.day, words)
            return words("The stall is open since {day}. Open it again to check the date.", day=opened)
        return words("The stall is open.")

    def _set_aside(self) -> str:
        """Damage that the team has not been told of yet."""
        words = self.words()
        found = damage.untold(self.room.store.db)
        if not found:
            return ""
        count = sum(one["records"] for one in found)
        back = words.plural("{count} record came back from it.", "{count} records came back from it.", count)
        return words("The database was damaged. It was set aside, and a new one begun.") + f" {back}"

    def _ways(self) -> list[Action]:
        words, now = self.words(), self.room.stall.state
        names = {
            State.OPEN: (words("Open"), "play"),
            State.PAUSED: (words("Pause"), "pause"),
            State.CLOSED: (words("Close"), "stop"),
        }
        ways = [
            Action(state.value, name, icon, "action" if state is now else "plain")
            for state, (name, icon) in names.items()
        ]
        if damage.untold(self.room.store.db):
            ways.append(Action(READ, words("I have read it"), "tick"))
        return ways

    def _rows(self, day: Day) -> list[Row]:
        words, pack = self.words(), self.room.pack
        default = pack.event.default_language
        titles = {one.id: one.title.say(words.language, default) for one in pack.activities}
        sizes = {
            "standard": words("Standard"),
            "medium": words("Bigger"),
            "large": words("Large"),
            "largest": words("Largest"),
        }

        hard = {
            "words": words("the words"),
            "screen": words("the screen"),
            "sound": words("the sound"),
            "questions": words("the questions"),
            "trust": words("trusting it"),
            "other": words("something else"),
        }

        def told(counts: Bands, names: Mapping[str, str]) -> str:
            said = [f"{names.get(name, name)} {count}" for name, count in counts.items() if count is not None]
            if few := [names.get(name, name) for name, count in counts.items() if count is None]:
                said.append(f"{count_words(words, None)}: {', '.join(few)}")
            return ", ".join(said)

        languages = {code: language_of(code).english for code in day.languages}
        rows = (
            Row(words("What people did"), told(day.activities, titles)),
            Row(words("Languages"), told(day.languages, languages)),
            Row(words("Size of the words"), told(day.sizes, sizes)),
            Row(words("Hard for somebody"), told(day.hard, hard)),
        )
        return [row for row in rows if row.value]

    # --- pressed

    def acted(self, name: str) -> None:
        if name == YES:
            self.room.set_stall(State.OPEN)
            self._step = ""
        elif name == NO:
            self._step = WRONG_DAY
        elif name == READ:
            with self.room.store.write() as db:
                damage.was_told(db)
        elif name == State.OPEN.value:
            self._step = OPENING
        else:
            self.room.set_stall(State(name))
        self.turn()

    def went_back(self) -> None:
        self._step = ""
        self.turn()
