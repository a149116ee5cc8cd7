"""Looks at what a stall stands on: the screen's size, the sound, and every language's letters."""

from __future__ import annotations

from kiosk.words import Words, language_of
from ui.viewmodels.team.setting_up.step import Step
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

SCREEN, SOUND, LETTERS = "screen", "sound", "letters"
RULER, SILENT, WRONG = "ruler", "silent", "wrong"


class ScreenStep(Step):
    """With a ruler on the screen, so that a millimetre is one."""

    name = "screen"

    def needed(self) -> bool:
        return self.wizard.room.has_ruler

    def settled(self) -> bool:
        return SCREEN in self.wizard.state.seen

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("How large is this screen?"),
            words("Hold a bank card to the screen, so that words and buttons have their true size."),
            actions=[Action(RULER, words("Measure the screen"), "size")],
            back=True,
            forward=words("Continue"),
        )

    def acted(self, name: str) -> None:
        self.wizard.room.open_ruler()

    def forward(self) -> None:
        self.wizard.look_seen(SCREEN)


class SoundStep(Step):
    """A sentence in each language, aloud."""

    name = "sound"

    def settled(self) -> bool:
        return SOUND in self.wizard.state.seen

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Can you hear it?"),
            words("Press a language. Turn the sound up until somebody at the table hears it well."),
            choices=[Choice(code, language_of(code).offered_as) for code in self.wizard.real.event.languages],
            actions=[Action(SILENT, words("I hear nothing"), "no-sound")],
            back=True,
            forward=words("I hear it well"),
            forward_icon="listen",
        )

    def chose(self, name: str) -> None:
        self.wizard.room.say(Words(name)("What would you like to do?"), name)

    def acted(self, name: str) -> None:
        words = self.words
        self.wizard.tell(
            words("Turn up the volume, or plug in a loudspeaker or headphones. Then press a language again.")
        )

    def forward(self) -> None:
        self.wizard.look_seen(SOUND)


class LettersStep(Step):
    """A sentence in each language, as it is drawn here."""

    name = "letters"

    def settled(self) -> bool:
        return LETTERS in self.wizard.state.seen

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Do all letters look right?"),
            words("There should be no empty boxes, and no question marks for letters."),
            rows=[
                Row(language_of(code).english, Words(code)("What would you like to do?"))
                for code in self.wizard.real.event.languages
            ],
            actions=[Action(WRONG, words("Some look wrong"), "danger")],
            back=True,
            forward=words("They look right"),
            forward_icon="done",
        )

    def acted(self, name: str) -> None:
        self.wizard.tell(self.words("Install the program again on this tablet, or ask staff."))

    def forward(self) -> None:
        self.wizard.look_seen(LETTERS)
