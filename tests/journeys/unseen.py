"""A resident who cannot see the screen: hears, remembers, and uses keys or a finger. Nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.words import Words

from .hands import Hands, Heard

MOST_PAGES = 150
NUMBERS = ("12", "07700900123")
MOMENTS = {"Day": "14", "Month": "11", "Year": "2027"}


@dataclass
class Meant:
    """What was put in, by the page that asked; and whether the voice said that it is saved."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    saved: bool = False


class Unseen:
    """Goes through an activity from what is said. `picks` of the choices of each list, by place.

    `letters`: what each letter and sign is called in the resident's language.
    """

    def __init__(
        self, hands: Hands, words: Words, picks: tuple[int, ...], letters: Mapping[str, str]
    ) -> None:
        self._letters = letters
        self._hands = hands
        self._words = words
        self._picks = picks
        goes_on = re.escape(words("To go on, press %1.")).replace("%1", "(.+?)")
        self._goes_on = re.compile(goes_on)
        self._page = ""
        self._tries = 0
        self._continued = False
        bar = ("Language", "Look", "Listen", "Help", "Start again", "Back", "Skip")
        self._aside = {words(name) for name in bar}

    def listen(self) -> list[str]:
        """What was just said; a page, which is said in lines, is remembered as where we are."""
        said = self._hands.said()
        pages = [each for each in said if "\n" in each]
        if pages:
            self._page = "\n".join([pages[-1], *self._hands.to_the_end()])
        return said

    def visit(self, card: str) -> Meant:
        """From Welcome, by the card whose name begins so, to Welcome."""
        self.press(card, whole=False)
        return self.to_the_end()

    def to_the_end(self) -> Meant:
        """Page by page until it is said to be saved, and the screen is cleared."""
        meant = Meant()
        for _ in range(MOST_PAGES):
            meant.saved = meant.saved or self._words("Thank you. It is saved.") in self._page
            if meant.saved and self._onward == self._words("Finish and clear"):
                self.press(self._onward)
                return meant
            self._one_page(meant)
        raise AssertionError(f"the visit never ended; the last page was: {self._page}")

    @property
    def _onward(self) -> str:
        """The button that goes on, as the page says at its end; "" where it does not."""
        if self._words("There is more. Press More.") in self._page:
            return self._words("More")
        way = self._goes_on.search(self._page)
        return way[1] if way else ""

    @property
    def _heading(self) -> str:
        return self._page.split("\n")[0]

    def press(self, name: str, *, whole: bool = True) -> None:
        """What is called so, here or on a page behind More; without `whole`, what begins so."""
        more = None
        for control in self._hands.over_all():
            if control.name == name or (not whole and control.name.startswith(name)):
                self._hands.press(control)
                self.listen()
                return
            more = control if control.name == self._onward == self._words("More") else more
        if more is None:
            raise AssertionError(f"{name!r} was not heard on: {self._page}")
        self._hands.press(more)
        self.listen()
        self.press(name, whole=whole)

    def _one_page(self, meant: Meant) -> None:
        page, heading = self._page, self._heading
        if self._continued:  # the rest of what was answered already
            self._go_on(self._controls())
            return
        controls = self._controls()
        choices = [each for each in controls if each.role in ("choice", "tick box")]
        fields = [each for each in controls if each.role == "a place to write"]
        if choices:
            self._choose(choices, meant.answers.setdefault(heading, []))
        elif fields:
            meant.answers[heading] = [self._write(each) for each in fields]
        if self._page != page and self._heading != heading:
            return
        self._go_on(controls)

    def _controls(self) -> list[Heard]:
        """What this page has, without what every page has."""
        team = self._words("For the team")
        found = self._hands.over_all()
        return [each for each in found if each.name not in self._aside and not each.name.endswith(team)]

    def _choose(self, choices: list[Heard], answers: list[str]) -> None:
        several = choices[0].role == "tick box"
        for place in self._picks if several else self._picks[:1]:
            choice = choices[min(place, len(choices) - 1)]
            if not choice.chosen and choice.name not in answers:
                self._hands.press(choice)
                answers.append(choice.name)
                self.listen()

    def _go_on(self, controls: list[Heard]) -> None:
        before, onward = self._page, self._onward
        self._continued = onward == self._words("More")
        buttons = [each for each in controls if each.role == "button" and onward in ("", each.name)]
        assert buttons, f"{onward!r} was not heard among {controls} on: {self._page}"
        agreed = {self._words(yes) for yes in ("Yes", "Yes, go on", "Yes, save it")}
        button = next((each for each in buttons if each.name in agreed), buttons[0])
        self._hands.press(button)
        self.listen()
        self._tries = self._tries + 1 if self._page == before else 0

    def _write(self, control: Heard) -> str:
        """Press the field, write with the keys of the screen, press Done."""
        self._hands.press(control)
        self.listen()
        keys = self._keys()
        text = self._text(control.name, keys)
        for letter in text:
            key = next((keys[name] for name in self._names(letter) if name in keys), None)
            if key is None:
                raise AssertionError(f"no key for {letter!r} among {sorted(keys)}")
            self._hands.press(key)
            self.listen()
            if key.name not in self._letters:  # a capital: small letters have come in its place
                keys = self._keys()
        self._hands.press(keys[self._words("Done")])
        self.listen()
        return text

    def _keys(self) -> dict[str, Heard]:
        return {each.name: each for each in self._hands.over_all() if each.role == "button"}

    def _text(self, name: str, keys: dict[str, Heard]) -> str:
        """What would be written here, to judge by the keys that there are."""
        moments = {self._words(part): text for part, text in MOMENTS.items()}
        if name in moments:
            return moments[name]
        if "1" in keys:
            return NUMBERS[self._tries % len(NUMBERS)]
        if self._words("at sign") in keys:
            return "a@b.uk"
        heard = [letter for letter in self._letters.values() if any(n in keys for n in self._names(letter))]
        return "".join(letter for letter in heard if letter.isalpha() and len(letter) == 1)[:2]

    def _names(self, letter: str) -> list[str]:
        """What the key for a letter may be called: small, or as a first letter."""
        own = [name for name, text in self._letters.items() if text == letter]
        return [*own, self._words("capital {letter}", letter=letter.upper())]
