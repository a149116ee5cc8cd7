"""This tablet: how it is, line by line, and the way out of the program."""

from kiosk.clock import today
from kiosk.days import said_day
from kiosk.storage.audit import Act
from kiosk.sync.receipts import outstanding
from kiosk.team.health import LEAST_FREE, LOW_BATTERY, battery, free_bytes
from ui.viewmodels.team.sheet import Action, Row, Sheet, SheetModel


def size(count: int) -> str:
    """Bytes as people read them: 14 GB, 3 MB."""
    return f"{count // 10**9} GB" if count >= 10**9 else f"{max(1, count // 10**6)} MB"


QUIT, YES = "quit", "yes"


class TabletModel(SheetModel):
    """Battery, disk, clock, copies and what is still to be carried."""

    def enter(self) -> None:
        self._step = ""
        super().enter()

    def sheet(self) -> Sheet:
        words = self.words()
        if getattr(self, "_step", "") == QUIT:
            return Sheet(
                words("Close the program?"),
                words("Residents cannot use this tablet until it is started again. Nothing is lost."),
                actions=[Action(YES, words("Yes, close it"), "stop", "stop")],
                back=True,
            )
        name = self.room.tablet
        return Sheet(
            words("Tablet {name}", name=name) if name else words("This tablet"),
            rows=self.rows_of_health(),
            actions=[Action(QUIT, words("Close the program"), "stop")],
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
            return Row(words("Room on the disk"), words("{size} left. Make room.", size=size(free)), "look")
        return Row(words("Room on the disk"), size(free), "fine")

    def _last_copy(self) -> str:
        copies = sorted(self.room.data.copies.glob("*.db"))
        return copies[-1].stem if copies else self.words()("There is none yet")

    def _last_transfer(self) -> str:
        row = self.room.store.db.execute(
            "SELECT at FROM audit WHERE act = ? ORDER BY n DESC LIMIT 1", [Act.TRANSFER_WRITTEN.value]
        ).fetchone()
        return str(row[0])[:16].replace("T", " ") if row else self.words()("Not yet")

    def acted(self, name: str) -> None:
        if name == YES:
            return self.room.quit_program()
        self._step = name
        return self.turn()

    def went_back(self) -> None:
        self._step = ""
        self.turn()
