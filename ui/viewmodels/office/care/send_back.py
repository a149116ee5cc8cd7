"""Send back: the office's signed word to its tablets, on a stick or as a file, read back once written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.office.returns import outgoing, tablets_known
from kiosk.sync.returning import ReturnSummary, write_return
from kiosk.team.pin import ask_reset
from ui.behind.backroom import BackRoom
from ui.jobs import Progress
from ui.session.drives import Drives
from ui.viewmodels.office.care.places import FOLDER, PATH, WHERE, PlacesModel
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, WordsNow

READY, PINS, DONE = "ready", "pins", "done"
MAIL, AGAIN = "mail", "another-way"


class SendBackModel(PlacesModel):
    """What it carries is said first, and for whom. A forgotten PIN is ended with the same pack."""

    where_step = WHERE

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words, drives)
        self._written: ReturnSummary | None = None
        self._out = False

    def begin(self) -> None:
        super().begin()
        self._zip = False
        self._resets: set[str] = set()

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            WHERE: self._where,
            **self.place_pages(),
            READY: self._ready,
            PINS: self._pins,
            DONE: self._done,
        }

    # --- what is shown

    def _where(self) -> Sheet:
        words = self.words()
        return self.where(
            words("Send back"),
            words("Put in a stick, and press its name."),
            [Action(MAIL, words("One file to e-mail"), "carry")],
            tail=words("Tablets learn what is safe here, what was withdrawn, and what the office answers."),
        )

    def _ready(self) -> Sheet:
        words, room = self.words(), self.room
        secret = room.doors.secret
        out = outgoing(room.store.db, room.store.store_id, secret.fingerprint if secret else "")
        rows = [
            Row(words("Where to"), self.place),
            Row(words("For these tablets"), ", ".join(out.tablets) or words("None has brought anything yet")),
            Row(words("Not heard from yet"), ", ".join(out.awaited)),
            Row(words("Receipts for records"), str(out.receipts)),
            Row(words("Withdrawals"), str(out.withdrawals)),
            Row(words("Ideas and questions"), str(out.ideas)),
            Row(words("Replies"), str(out.replies)),
            Row(words("A new PIN is chosen at"), ", ".join(sorted(self._resets))),
        ]
        ways = [Action(PINS, words("A PIN was forgotten"), "key")] if tablets_known(room.store.db) else []
        return Sheet(
            words("Ready to write"),
            words("A receipt tells a tablet: this record is safe here, and may be cleared."),
            rows=[row for row in rows if row.value],
            actions=ways,
            back=True,
            forward=words("Write it"),
            forward_icon="save",
        )

    def _pins(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("At which tablet was the PIN forgotten?"),
            words("Once this is taken in there, the team chooses a new PIN."),
            choices=[
                Choice(name, name, chosen=name in self._resets, several=True)
                for name in tablets_known(self.room.store.db)
            ],
            back=True,
        )

    def _done(self) -> Sheet:
        words, done = self.words(), self._written
        assert done is not None
        rows = [
            Row(words("Receipts for records"), str(done.receipts)),
            Row(words("Withdrawals"), str(done.withdrawals)),
            Row(words("Ideas and questions"), str(done.ideas)),
            Row(words("Replies"), str(done.replies)),
        ]
        if done.broken:
            rows.append(Row(words("No receipt: they do not open"), str(len(done.broken)), "look"))
        if done.other_keys:
            rows.append(Row(words("No receipt: of another key"), str(done.other_keys), "look"))
        lines = [
            words("It was written, read back, and is the same."),
            self.safe_line(self._out),
            words("Carry it to each tablet. Press “To the office” there, and take it in."),
        ]
        where = self.drive.name if self.drive else str(done.path)
        return Sheet(
            words("It is on {place}", place=where),
            "\n".join(filter(None, lines)),
            rows=rows,
            actions=[Action(AGAIN, words("Another stick"), "again")],
        )

    # --- pressed

    def chose(self, name: str) -> None:
        if self.step == PINS:
            self._resets ^= {name}
            return self.refresh()
        return self.picks(name)

    def acted(self, name: str) -> None:
        if self.stop_pressed(name) or self.places(name):
            return
        if name == MAIL:
            self._zip = True
            self.to(FOLDER)
        elif name == PINS:
            self.to(PINS)
        elif name == AGAIN:
            self.begin()
            self.to(WHERE)

    def picked(self) -> None:
        if self.drive and self.drive.read_only:
            words = self.words()
            return self.tell(
                words(
                    "{name} is locked. Slide the lock on its side, or use another stick.",
                    name=self.drive.name,
                )
            )
        return self.to(READY)

    def went_back(self) -> None:
        if self.step == PINS:
            return self.to(READY)
        self._zip = self._zip and self.step != FOLDER
        return self.to(WHERE)

    def went_on(self) -> None:
        if self.step == PATH:
            return self.path_typed()
        return self._write()

    def typed_in(self, field_id: str) -> None:
        self.refresh()

    # --- the work

    def _write(self) -> None:
        secret, store, clock = self.room.doors.secret, self.room.store, self.room.clock
        if secret is None:
            raise KioskError(ErrorCode.DOOR_CLOSED)
        where, close, zipped, resets = self.opener(), self.closer(), self._zip, sorted(self._resets)

        def work(progress: Progress) -> tuple[ReturnSummary, bool]:
            to = where()
            with store.another() as own:
                for tablet in resets:
                    ask_reset(own, clock, tablet)
                written = write_return(own, secret, to, zip=zipped, progress=progress, clock=clock)
            return written, close()

        words = self.words()
        self.work(
            words("Writing and checking"), work, self._finished, text=words("Please leave the stick in.")
        )

    def _finished(self, done: Any) -> None:
        self._written, self._out = done
        self._resets = set()
        self.to(DONE)

    def stopped(self) -> None:
        self.tell(self.words()("Stopped. Nothing was lost."))

    def failed(self, fault: object) -> None:
        self.step = WHERE
        self.sticks.look()
        super().failed(fault)
