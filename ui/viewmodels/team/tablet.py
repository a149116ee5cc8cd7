"""This tablet: how it is, line by line, and the way out of the program."""

from kiosk.clock import today
from kiosk.days import said_day, said_day_or
from kiosk.storage.audit import Act
from kiosk.sync.ledger import device_signer
from kiosk.sync.receipts import outstanding
from kiosk.sync.wiping import may_wipe, wipe
from kiosk.team.drives import said_size
from kiosk.team.health import LEAST_FREE, LOW_BATTERY, battery, free_bytes
from kiosk.team.stall import must_rest
from ui.behind.backroom import BackRoom
from ui.viewmodels.office.care.said import in_groups
from ui.viewmodels.team.sheet import Action, Field, Row, Sheet, SheetModel, WordsNow

LIST, QUIT, PIN, WIPE, LOOKS, YES = "list", "quit", "pin", "wipe", "looks", "yes"
OFFICE = "office"  # another section
OLD, NEW, AGAIN = "old", "new", "again"


class TabletModel(SheetModel):
    """Battery, disk, clock, copies and what is still to be carried; the PIN; clearing; and the way out."""

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self._step = LIST

    def enter(self) -> None:
        self._step = LIST
        super().enter()

    def sheet(self) -> Sheet:
        steps = {QUIT: self._quit, PIN: self._pin, WIPE: self._wipe}
        return steps[self._step]() if self._step in steps else self._list()

    def _list(self) -> Sheet:
        words, name = self.words(), self.room.tablet
        looks = (
            Action(LOOKS, words("Set up a real event"), "team")
            if self.room.pack.practice
            else Action(LOOKS, words("Try screen, sound and letters"), "listen")
        )
        staff = [Action(OFFICE, words("Office, for staff"), "office")] if self.room.doors.staff_door else []
        return Sheet(
            words("Tablet {name}", name=name) if name else words("This tablet"),
            rows=self.rows_of_health(),
            actions=[
                *staff,
                looks,
                Action(PIN, words("Change the PIN"), "key"),
                Action(WIPE, words("Clear this tablet"), "wipe"),
                Action(QUIT, words("Close the program"), "stop"),
            ],
        )

    def _quit(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Close the program?"),
            words("Residents cannot use this tablet until it is started again. Nothing is lost."),
            actions=[Action(YES, words("Yes, close it"), "stop", "stop")],
            back=True,
        )

    def _pin(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Change the PIN"),
            words("4 to 12 digits. Tell it to the people who run this stall, and to nobody else."),
            fields=[
                Field(OLD, words("The PIN until now"), "pin", hidden=True),
                Field(NEW, words("The new PIN"), "pin", hidden=True),
                Field(AGAIN, words("The same once more"), "pin", hidden=True),
            ],
            back=True,
            forward=words("Change it"),
            forward_icon="key",
        )

    def _wipe(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Clear this tablet?"),
            words("The office has said that it holds everything. All answers and counts here are erased."),
            fields=[Field(OLD, words("PIN"), "pin", hidden=True)],
            back=True,
            forward=words("Clear it"),
            forward_icon="wipe",
        )

    def rows_of_health(self) -> list[Row]:
        """The same looks as `event-kiosk doctor`, those that a stall cares about."""
        words, room = self.words(), self.room
        rows = [
            self._battery(),
            self._disk(),
            Row(words("Date"), said_day(today(room.clock), words)),
            Row(words("Last copy"), self._last_copy()),
            Row(words("Last carried to the office"), self._last_transfer()),
            Row(words("Still to be carried"), str(outstanding(room.store.db).total)),
            Row(words("Fingerprint"), in_groups(device_signer(room.store.db))),
        ]
        return [row for row in rows if row.value]

    def _battery(self) -> Row:
        words, level = self.words(), battery()
        if level is None:
            return Row(words("Battery"))
        if level < LOW_BATTERY:
            return Row(words("Battery"), words("{level} %. Charge it now.", level=level), "look")
        return Row(words("Battery"), f"{level} %", "fine")

    def _disk(self) -> Row:
        words, free = self.words(), free_bytes(self.room.data.root)
        if free < LEAST_FREE:
            return Row(
                words("Room on the disk"), words("{size} left. Make room.", size=said_size(free)), "look"
            )
        return Row(words("Room on the disk"), said_size(free), "fine")

    def _last_copy(self) -> str:
        copies = sorted(self.room.data.copies.glob("*.db"))
        return said_day_or(copies[-1].stem, self.words()) if copies else self.words()("There is none yet")

    def _last_transfer(self) -> str:
        row = self.room.store.db.execute(
            "SELECT at FROM audit WHERE act = ? ORDER BY n DESC LIMIT 1", [Act.TRANSFER_WRITTEN.value]
        ).fetchone()
        if row is None:
            return self.words()("Not yet")
        day, time = str(row[0])[:10], str(row[0])[11:16]
        return f"{said_day_or(day, self.words())}, {time}"

    # --- pressed

    def acted(self, name: str) -> None:
        if name in (LOOKS, OFFICE):
            return self.sectionAsked.emit("set-up" if name == LOOKS else OFFICE)
        if name == YES:
            return self.room.quit_program()
        if name == WIPE:
            must_rest(self.room.store.db, self.room.pack.event.id)
            may_wipe(self.room.store)
        return self._to(name)

    def went_on(self) -> None:
        old, new, again = (self.typed.get(name, "") for name in (OLD, NEW, AGAIN))
        self.typed.clear()
        words = self.words()
        if self._step == PIN and new != again:
            return self.tell(words("The two were not the same. Please choose again."))
        door = self.room.doors.pin
        outcome = door.change(old, new) if self._step == PIN else door.try_pin(old)
        if not outcome.opened:
            return self.tell(self._refused(outcome.seconds))
        if self._step == WIPE:
            wipe(self.room.store, self.room.clock)
            return self.room.reopen()
        self._step = LIST
        return self.tell(words("The PIN is changed."))

    def _refused(self, seconds: int) -> str:
        words = self.words()
        said = words("That is not the PIN.")
        if not seconds:
            return said
        return f"{said} " + words.plural(
            "Please wait {count} second, then try again.",
            "Please wait {count} seconds, then try again.",
            seconds,
        )

    def went_back(self) -> None:
        self._to(LIST)

    def _to(self, step: str) -> None:
        self._step, self.notice = step, ""
        self.typed.clear()
        self.turn()
