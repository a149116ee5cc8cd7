"""What the tablet is called, the team's PIN, and the end."""

from __future__ import annotations

from kiosk.days import said_day_or
from kiosk.team.pin import checked
from kiosk.team.setting_up import HERE, finish, has_pin
from ui.viewmodels.team.setting_up.step import Step
from ui.viewmodels.team.sheet import Choice, Field, Row, Sheet

NAME, FIRST, SECOND = "name", "pin", "again"
LONGEST = 20  # signs of a tablet's name


class TabletStep(Step):
    """By a name of the pack's sheet `tablets`, so that the office knows who is missing."""

    name = "tablet"

    def settled(self) -> bool:
        return bool(self.wizard.state.tablet)

    def sheet(self) -> Sheet:
        words, names = self.words, self.wizard.real.tablets
        if names:
            return Sheet(
                words("Which tablet is this?"),
                words("The office expects these. Each name stands for one tablet."),
                choices=[Choice(name, name, chosen=name == self.wizard.state.tablet) for name in names],
                back=True,
            )
        return Sheet(
            words("What is this tablet called?"),
            words("A letter or a short name, as on a sticker on its back."),
            fields=[Field(NAME, words("Name"))],
            back=True,
            forward=words("Continue"),
        )

    def chose(self, name: str) -> None:
        self.settle(tablet=name)

    def forward(self) -> None:
        name = " ".join(self.wizard.typed.get(NAME, "").split())[:LONGEST]
        if not name:
            return self.wizard.tell(self.words("Please give it a name."))
        return self.settle(tablet=name)


class PinStep(Step):
    """Typed twice, kept in memory until the end: never in a file that can be taken up again."""

    name = "pin"

    def needed(self) -> bool:
        return not has_pin(self.wizard.home, self.wizard.room.clock)

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Choose a PIN for the team"),
            words("4 to 12 digits. Tell it to the people who run this stall, and to nobody else."),
            fields=[
                Field(FIRST, words("PIN"), "pin", hidden=True),
                Field(SECOND, words("The same once more"), "pin", hidden=True),
            ],
            back=True,
            forward=words("Continue"),
        )

    def forward(self) -> None:
        first, second = (self.wizard.typed.get(name, "") for name in (FIRST, SECOND))
        self.wizard.typed.clear()
        digits = checked(first)
        if first != second:
            return self.wizard.tell(self.words("The two were not the same. Please choose again."))
        self.wizard.pin = digits
        return self.wizard.done()


class ReadyStep(Step):
    """What was chosen, and the start."""

    name = "ready"

    def sheet(self) -> Sheet:
        words, wizard = self.words, self.wizard
        event, state = wizard.real.event, wizard.state
        where = words("On this device") if state.where == HERE else words("In an office")
        rows = [
            Row(words("Event"), event.title.say(words.language, event.default_language)),
            Row(words("Date of the event"), said_day_or(event.date, words)),
            Row(words("Answers are read"), where),
            Row(words("Tablet"), state.tablet),
        ]
        return Sheet(
            words("Ready"),
            words("The stall stays closed until somebody opens it with the PIN."),
            rows=[row for row in rows if row.value],
            back=True,
            forward=words("Start the event"),
            forward_icon="finish",
        )

    def forward(self) -> None:
        wizard = self.wizard
        finish(wizard.home, wizard.state, wizard.real.event.id, wizard.pin, wizard.room.clock)
        wizard.pin = ""
        wizard.room.reopen()
