"""Sign-ups: who signed up and for what, somebody found and put right, and what leads to the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kiosk.words import Words
from ui.viewmodels.office.reading.contacts import ContactsModel
from ui.viewmodels.office.reading.record import record_rows
from ui.viewmodels.office.reading.table import TABLE
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

if TYPE_CHECKING:
    from exports.office.grid import Grid
    from exports.office.people import Person

FIND, PERSON, FULL, DETAIL, CORRECT, OUT = "find", "person", "full", "detail", "correct", "out"
TEXT, VALUE = "text", "value"
ALL, TEAMS, REFERENCE, GONE = "all", "teams", "reference", "gone"


class PeopleModel(ContactsModel):
    """The table of sign-ups, and one of them."""

    first = TABLE

    def clear(self) -> None:
        super().clear()
        self._people: list[Person] = []
        self._listed: list[Person] = []
        self._person: Person | None = None
        self._detail = ""

    def opened(self) -> None:
        from exports.office.people import people_of  # noqa: PLC0415 - tables, once staff read

        reading = self.reading
        self.work_out(lambda: people_of(reading), self._list)

    def _list(self, people: list[Person]) -> None:
        self._people = people
        self._show(people)

    def _show(self, people: list[Person]) -> None:
        self._listed = people
        self.put_only(self._grid(people))

    def _grid(self, people: list[Person]) -> Grid:
        from exports.office.people import people_grid  # noqa: PLC0415 - tables, once staff read

        words = self.words()
        labels = {**detail_names(words), "activity": words("Signed up for"), "day": words("Day")}
        return people_grid(people, labels)

    # --- what is shown

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            TABLE: self._table, FIND: self._find, PERSON: self._one, FULL: self._full, DETAIL: self._which,
            CORRECT: self._correct, OUT: self._out, **self.taking_pages(), **self.contact_pages(),
        }  # fmt: skip

    def find_label(self) -> str:
        return self.words()("Find and more")

    def _table(self) -> Sheet:
        words = self.words()
        if self.grid is None:
            return Sheet(words("Sign-ups"), words("One moment, please."))
        count = words.plural("{count} sign-up", "{count} sign-ups", len(self._listed))
        if len(self._listed) != len(self._people):
            count = words("{count} of {of}", count=len(self._listed), of=len(self._people))
        return self.table_sheet(words("Sign-ups"), count, back=False)

    def _find(self) -> Sheet:
        words = self.words()
        return Sheet(
            words("Find somebody"),
            fields=[Field(TEXT, words("A name, a phone number or an e-mail address"))],
            choices=[
                Choice(TEAMS, words("Contact files"), words("One file a team, with who said yes")),
                Choice(REFERENCE, words("Take out by reference"), words("Nine signs, in three groups")),
                Choice(GONE, words("Bring back"), words("What was taken out in the last 7 days")),
            ],
            actions=[Action(ALL, words("Show all again"), "again")],
            back=True,
            forward=words("Find"),
            forward_icon="search",
        )

    def _one(self) -> Sheet:
        from exports.office.people import consents_of  # noqa: PLC0415 - tables, once staff read

        words, person = self.words(), self._person
        found = self.reading.answers(person.record_id) if person else None
        if person is None or found is None:
            return Sheet(
                words("Sign-ups"), words("That was taken out meanwhile. Nothing was changed."), back=True
            )
        names, part, answers = detail_names(words), *found
        rows = [Row(name, person.details[key]) for key, name in names.items() if person.details.get(key)]
        rows.append(Row(words("Signed up for"), f"{person.activity} · {person.event_id}"))
        rows.append(Row(words("Day"), person.day))
        ways, said = channel_names(words), answer_names(words)
        for one in filter(lambda one: one.answer, consents_of(part, answers)):
            about = (said[one.answer], one.organisation, ways.get(one.channel, one.channel))
            tone = "fine" if one.answer == "yes" else ""
            rows.append(Row(one.words or one.purpose, " · ".join(filter(None, about)), tone))
        actions = [
            Action(FULL, words("One record in full"), "show"),
            Action(DETAIL, words("Put a detail right"), "change"),
            Action(OUT, words("Take it out"), "stop", "stop"),
        ]
        text = words("Check who is asking before you change anything.")
        return Sheet(
            person.details.get("name") or words("A sign-up"), text, rows=rows, actions=actions, back=True
        )

    def _full(self) -> Sheet:
        found = self.reading.answers(self._person.record_id) if self._person else None
        rows = record_rows(self.words(), self.reading, *found) if found else []
        return Sheet(self.words()("One record in full"), rows=rows, back=True)

    def _which(self) -> Sheet:
        words, person = self.words(), self._person
        assert person is not None
        names = detail_names(words)
        choices = [
            Choice(key, name, person.details[key]) for key, name in names.items() if key in person.details
        ]
        return Sheet(words("Which detail?"), choices=choices, back=True)

    def _correct(self) -> Sheet:
        words = self.words()
        name = detail_names(words)[self._detail]
        purposes = {"phone": "number", "email": "email"}
        return Sheet(
            words("Put a detail right"),
            words("Nothing typed takes the detail out."),
            fields=[Field(VALUE, name, purposes.get(self._detail, ""))],
            back=True,
            forward=words("Save"),
            forward_icon="save",
        )

    def _out(self) -> Sheet:
        words = self.words()
        assert self._person is not None
        return Sheet(
            words("Take it out?"),
            words("It is hidden at once. For 7 days it can be brought back. Then it is erased."),
            rows=[Row(self._person.details.get("name") or words("A sign-up"), self._person.day)],
            back=True,
            forward=words("Take it out"),
            forward_icon="stop",
        )

    # --- pressed

    def open_row(self, key: str) -> None:
        self._person = next((one for one in self._people if one.record_id == key), None)
        self.go(PERSON)

    def chose(self, name: str) -> None:
        if self.step == FIND:
            return {TEAMS: self.show_teams, REFERENCE: self.ask_reference, GONE: self.show_gone}[name]()
        if self.step == DETAIL and self._person:
            self._detail = name
            self.typed[VALUE] = self._person.details.get(name, "")
            return self.go(CORRECT)
        if not (self.chose_team(name) or self.took(name)):
            self.gave(name)
        return None

    def did(self, name: str) -> None:
        if name == "find":
            self.typed[TEXT] = ""
            return self.go(FIND)
        if name == ALL:
            self._show(self._people)
            return self.back_to(TABLE)
        if name in (FULL, DETAIL, OUT):
            return self.go(name)
        if not (self.did_contacts(name) or self.took_way(name)):
            self.gave_way(name)
        return None

    def typed_in(self, field_id: str) -> None:
        if self.step == FIND:
            self.went_on()

    def went_on(self) -> None:
        if self.step == FIND:
            return self._look(self.written(TEXT))
        if self.step == CORRECT:
            return self._save()
        if self.step == OUT and self._person:
            return self.take_out(self._person.record_id)
        return self.went_on_taking()

    def _look(self, text: str) -> None:
        from exports.office.people import likest  # noqa: PLC0415 - tables, once staff read

        people = self._people
        self.work_out(lambda: likest(people, text) if text.strip() else people, self._found_people)

    def _found_people(self, people: list[Person]) -> None:
        self._show(people)
        words = self.words()
        none = words("Nobody like that is here. Try a part of the name, or the end of the number.")
        self.back_to(TABLE, "" if people else none)

    def _save(self) -> None:
        from kiosk.storage.kept.signups import correct  # noqa: PLC0415 - tables, once staff read

        room, person = self.room, self._person
        assert person is not None
        value = self.written(VALUE).strip()
        correct(room.store, room.readings.secret, person.record_id, {self._detail: value}, room.clock)
        self.typed.clear()
        self.changed_record(person.record_id)
        words = self.words()
        self._person = next((one for one in self._people if one.record_id == person.record_id), None)
        done = (
            words("It is put right, and so at the next export.")
            if value
            else words("It is taken out, and so at the next export.")
        )
        self.back_to(PERSON if self._person else TABLE, done)


def detail_names(words: Words) -> dict[str, str]:
    """What each detail is called."""
    return {
        "name": words("Name"),
        "email": words("E-mail"),
        "phone": words("Phone"),
        "address": words("Address"),
        "postcode": words("Postcode"),
    }


def channel_names(words: Words) -> dict[str, str]:
    """What each way of reaching somebody is called."""
    return {
        "email": words("E-mail"),
        "text": words("Text message"),
        "phone": words("Phone"),
        "post": words("Post"),
    }


def answer_names(words: Words) -> dict[str, str]:
    """What somebody said to a purpose."""
    return {
        "yes": words("Yes"),
        "no": words("No"),
        "told": words("Told, not asked"),
    }
