"""Taking out what somebody gave, by record or by reference, and bringing it back within 7 days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ui.viewmodels.office.reading.giving import GivingModel
from ui.viewmodels.office.reading.table import TABLE
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from kiosk.office.taking_out import Gone
    from kiosk.storage.kept.withdrawal import Undone, Withdrawn
    from ui.jobs import Progress

REFERENCE, TWO, GONE, TAKEN = "reference", "two", "gone", "taken"
SIGNS, UNDO, BACK = "signs", "undo", "bring-back"


class TakingModel(GivingModel):
    """The steps of withdrawing; the page of sign-ups has them."""

    def clear(self) -> None:
        super().clear()
        self._gone: tuple[Gone, ...] = ()
        self._two: tuple[str, ...] = ()
        self._reference = ""
        self._undo: Callable[[], None] = lambda: None
        self._told = ""

    def taking_pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """The steps that this takes."""
        return {REFERENCE: self._ask, TWO: self._which_of_two, GONE: self._lately, TAKEN: self._taken}

    # --- what is shown

    def _ask(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Take out by reference"),
            words("All that was given under it is hidden at once. For 7 days it can be brought back."),
            fields=[Field(SIGNS, words("Nine signs, in three groups"))],
            actions=[Action(BACK, words("Bring back by this reference"), "undo")],
            back=True,
            forward=words("Take it out"),
            forward_icon="stop",
        )

    def _which_of_two(self) -> Sheet:
        words = self.words()
        choices = []
        for record in self._two:
            found = self.reading.answers(record)
            about = f"{found[0].activity} · {found[1].event_id} · {found[1].day}" if found else ""
            choices.append(Choice(record, about or record))
        text = words("Two different records fit this reference. Nothing was taken out yet. Ask which it is.")
        return Sheet(words("Which of the two?"), text, choices=choices, back=True)

    def _lately(self) -> Sheet:
        words = self.words()
        choices = [
            Choice(
                one.record_id,
                f"{one.activity} · {one.event_id}",
                words("Taken out {day}. It is erased after {until}.", day=one.day, until=one.until),
            )
            for one in self._gone
        ]
        text = (
            words("Press what should come back.")
            if choices
            else words("Nothing was taken out in the last 7 days.")
        )
        return Sheet(words("Bring back"), text, choices=choices, back=True)

    def _taken(self) -> Sheet:
        words = self.words()
        undo = Action(UNDO, words("Bring it back"), "undo")
        done = Action(TABLE, words("Back to the sign-ups"), "sign-up", "action")
        return Sheet(words("It is taken out"), self._told, actions=[done, undo])

    # --- the ways here

    def ask_reference(self) -> None:
        self.typed[SIGNS] = ""
        self.go(REFERENCE)

    def show_gone(self) -> None:
        from kiosk.office.taking_out import taken_out  # noqa: PLC0415 - storage, once staff read

        self._gone = taken_out(self.room.store)
        self.go(GONE)

    # --- pressed

    def took(self, name: str) -> bool:
        """A choice was pressed; whether it was one of these steps'."""
        if self.step == GONE:
            self._bring_back(name)
        elif self.step == TWO:
            self._take_reference([name])
        return self.step in (GONE, TWO, TAKEN)

    def took_way(self, name: str) -> bool:
        """A button was pressed; whether it was one of these steps'."""
        ways: dict[str, Callable[[], None]] = {
            UNDO: self._undo,
            BACK: self._bring_back_reference,
            TABLE: lambda: self.back_to(TABLE),
        }
        if name in ways:
            ways[name]()
        return name in ways

    def went_on_taking(self) -> None:
        if self.step == REFERENCE:
            self._take_reference(())

    # --- the work

    def take_out(self, record_id: str) -> None:
        """One record that staff have found."""
        from kiosk.office.taking_out import take_record  # noqa: PLC0415 - storage, once staff read

        done = take_record(self.room.store, record_id, self.room.clock)
        self._undo = lambda: self._bring_back(record_id)
        self._tell_taken(done)

    def _take_reference(self, chosen: Sequence[str]) -> None:
        """Off the window's thread: what a reference is kept as takes long to work out, by design."""
        from kiosk.storage.sealed.reference import parse  # noqa: PLC0415 - storage, once staff read

        room = self.room
        if not chosen:
            self._reference = parse(self.written(SIGNS))
        reference = self._reference

        def work(_progress: Progress) -> Withdrawn:
            from kiosk.office.taking_out import take_reference  # noqa: PLC0415 - as above

            with room.store.another() as store:
                return take_reference(store, reference, room.clock, chosen)

        self.run(work, self._taken_by_reference, self.words()("Taking it out"), stops=False)

    def _taken_by_reference(self, done: Withdrawn) -> None:
        if done.choices:
            self._two = done.choices
            return self.go(TWO)
        self._undo = self._bring_back_reference
        return self._tell_taken(done)

    def _tell_taken(self, done: Withdrawn) -> None:
        words, lines = self.words(), []
        if done.waiting:
            lines.append(words("Nothing here has that reference yet. It is taken out when it arrives."))
        if done.ideas:
            lines.append(words("An idea is off the wall, and its words are erased."))
        if done.records:
            lines.append(
                words.plural(
                    "{count} record is taken out.", "{count} records are taken out.", len(done.records)
                )
            )
            lines.append(words("For 7 days it can be brought back. Then it is erased."))
            lines.append(words("A return pack carries this on to the tablets."))
        for record in done.records:
            self.changed_record(record, last=record == done.records[-1])
        self._told = "\n".join(lines)
        self.back_to(TABLE)
        self.to(TAKEN)

    def _bring_back(self, record_id: str) -> None:
        from kiosk.office.taking_out import bring_back_record  # noqa: PLC0415 - storage, once staff read

        self._brought(bring_back_record(self.room.store, record_id, self.room.clock))

    def _bring_back_reference(self) -> None:
        from kiosk.storage.sealed.reference import parse  # noqa: PLC0415 - storage, once staff read

        room = self.room
        if self.step == REFERENCE:
            self._reference = parse(self.written(SIGNS))
        reference = self._reference

        def work(_progress: Progress) -> Undone:
            from kiosk.office.taking_out import bring_back_reference  # noqa: PLC0415 - as above

            with room.store.another() as store:
                return bring_back_reference(store, reference, room.clock)

        self.run(work, self._brought, self.words()("Bringing it back"), stops=False)

    def _brought(self, done: Undone) -> None:
        words = self.words()
        for record in done.records:
            self.changed_record(record, last=record == done.records[-1])
        if done.records:
            told = words.plural("{count} record is back.", "{count} records are back.", len(done.records))
        elif done.erased:
            told = words("It was erased before, and cannot be brought back.")
        elif done.waiting:
            told = words("Nothing is taken out any more when it arrives.")
        else:
            told = words("Nothing of that is taken out.")
        self.back_to(TABLE, told)

    def changed_record(self, record_id: str, *, last: bool = True) -> None:
        """Take a record as it stands now; with the last of several, list all anew."""
        from exports.office.reading import read_again  # noqa: PLC0415 - tables, once staff read

        read_again(self.room.store, self.room.readings.secret, self.reading, record_id)
        if last:
            self.opened()
