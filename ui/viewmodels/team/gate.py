"""The team's door: a PIN, a passphrase where a key lies, or a first PIN where none is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.errors import KioskError
from kiosk.storage.audit import Role
from kiosk.team.doors import PRACTICE_PIN
from ui.messages import message
from ui.viewmodels.team.sheet import Action, Field, Sheet, SheetModel, WordsNow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.storage.sealed.keys import SecretKey
    from ui.behind.backroom import BackRoom

PIN, NEW, AGAIN, PASSPHRASE = "pin", "new", "again", "passphrase"


class GateModel(SheetModel):
    """Asks who is there. It is the one team page that anybody may see; `opened` when the door is."""

    opened = Signal()
    _trying = False  # a passphrase is tried, for somebody who is still at the door

    def forget(self) -> None:
        """Whoever was at the door has gone: a passphrase that turns out to be right opens nothing."""
        super().forget()
        self._trying = False

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        room.jobs.changed.connect(
            self.refresh
        )  # nothing is typed while work runs; it may end behind the door

    def ask(self, role: Role) -> None:
        """Come up for `role`: with the PIN first, unless only staff will do."""
        self.forget()
        doors = self.room.doors
        if role is Role.STAFF and doors.staff_door:
            self._way = PASSPHRASE
        else:
            self._way = PIN if doors.pin.is_set else NEW
        self.turn()

    @property
    def now(self) -> Sheet:
        return self.sheet()

    def sheet(self) -> Sheet:
        words, doors = self.words(), self.room.doors
        way = getattr(self, "_way", PIN)
        busy = self.room.jobs.busy
        heads = {
            PIN: words("For the team"),
            NEW: words("Choose a PIN for the team"),
            AGAIN: words("Type the PIN once more"),
            PASSPHRASE: words("For staff"),
        }
        labels = {PASSPHRASE: words("Passphrase")}
        return Sheet(
            heads[way],
            self._line(way),
            fields=[] if busy else [Field(way, labels.get(way, words("PIN")), self._keys(way), hidden=True)],
            actions=self._ways(way) if doors.staff_door and not busy else [],
            back=True,
            forward="" if busy else words("Open") if way in (PIN, PASSPHRASE) else words("Continue"),
            forward_icon="key",
        )

    def _line(self, way: str) -> str:
        words, doors = self.words(), self.room.doors
        if self.room.jobs.busy:
            return words("One moment, please.")
        if way == PASSPHRASE:
            practice = words("In practice the passphrase is “practice”.") if self.room.pack.practice else ""
            return "\n".join(
                filter(None, (words("The passphrase opens the office of this event."), practice))
            )
        if way == NEW:
            return words("4 to 12 digits. Tell it to the people who run this stall, and to nobody else.")
        if way == AGAIN:
            return words("So that no slip of a finger locks you out.")
        if seconds := doors.pin.waiting_seconds():
            return words.plural(
                "Please wait {count} second, then try again.",
                "Please wait {count} seconds, then try again.",
                seconds,
            )
        asked = words("The people who run this stall have a PIN. If that is not you, please go back.")
        practice = words("In practice the PIN is {pin}.", pin=PRACTICE_PIN) if self.room.pack.practice else ""
        return "\n".join(filter(None, (asked, practice)))

    @staticmethod
    def _keys(way: str) -> str:
        return "" if way == PASSPHRASE else "pin"

    def _ways(self, way: str) -> list[Action]:
        words = self.words()
        if way == PASSPHRASE:
            return [Action(PIN, words("Use the PIN"), "key")]
        return [Action(PASSPHRASE, words("Staff: use the passphrase"), "office")] if way == PIN else []

    # --- pressed: the doors are not asked here, as they are what is opened

    def safely(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except KioskError as fault:
            self.typed.clear()
            self.tell(message(fault, self.words()))
            return False
        return True

    def acted(self, name: str) -> None:
        self.ask(Role.STAFF if name == PASSPHRASE else Role.VOLUNTEER)

    def went_back(self) -> None:
        self.forget()
        self.leaveAsked.emit()

    def typed_in(self, field_id: str) -> None:
        if self.written(field_id):
            self.went_on()

    def went_on(self) -> None:
        steps = {PIN: self._try_pin, NEW: self._new, AGAIN: self._again, PASSPHRASE: self._try_passphrase}
        steps[self._way](self.typed.get(self._way, ""))

    def tick(self) -> None:
        """The seconds to wait go down, and the page says so without being read out each time."""
        if getattr(self, "_way", "") == PIN and not self.typed.get(PIN):
            self.refresh()

    def _try_pin(self, digits: str) -> None:
        self.typed.clear()
        outcome = self.room.doors.try_pin(digits)
        if outcome.opened:
            return self._open()
        return self.tell(self.words()("That is not the PIN.") if outcome.wrong else "")

    def _new(self, digits: str) -> None:
        from kiosk.team.pin import checked  # noqa: PLC0415 - cryptography, once it is needed

        self._wanted = checked(digits)
        self.typed.clear()
        self._way = AGAIN
        self.tell("")

    def _again(self, digits: str) -> None:
        self.typed.clear()
        if digits != self._wanted:
            self._way = NEW
            return self.tell(self.words()("The two were not the same. Please choose again."))
        self._wanted = ""
        self.room.doors.set_pin(digits)
        return self._open()

    def _try_passphrase(self, passphrase: str) -> None:
        from kiosk.storage.sealed.keyfile import open_key  # noqa: PLC0415 - as above

        self.typed.clear()
        doors, data = self.room.doors, self.room.data

        def opening(_progress: object) -> SecretKey:
            fault: KioskError | None = None
            for fingerprint in doors.fingerprints():
                try:
                    return open_key(data, fingerprint, passphrase)
                except KioskError as wrong:
                    fault = fault or wrong
            assert fault is not None
            raise fault

        if self.room.jobs.busy:
            return
        job = self.room.jobs.run(opening)
        self._trying = True
        job.finished.connect(self._staff)
        job.failed.connect(self._refused)
        self.tell("")

    def _staff(self, secret: SecretKey) -> None:
        if not self._trying:
            return self.tell("")
        self.room.doors.open_for(secret)
        return self._open()

    def _refused(self, fault: object) -> None:
        if not self._trying or not isinstance(fault, KioskError):
            return self.tell("")
        return self.tell(message(fault, self.words()))

    def _open(self) -> None:
        self.forget()
        self.opened.emit()
