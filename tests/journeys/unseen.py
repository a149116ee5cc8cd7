"""A resident who cannot see the screen: hears, remembers, and uses keys or a finger. Nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.words import Words

MOST_PAGES = 150
MOST_STOPS = 100
STEP = 68  # px between two places of a sweep: less than any control is wide
ROLES = ("button", "choice", "tick box", "a place to write")
NUMBERS = ("12", "07700900123")
MOMENTS = {"Day": "14", "Month": "11", "Year": "2027"}


@dataclass(frozen=True)
class Heard:
    """A control as it was said, and where it was: the finger's place, or nothing for the keys."""

    name: str
    role: str
    chosen: bool = False
    at: QPointF = field(default_factory=QPointF, compare=False)


@dataclass
class Meant:
    """What was put in, by the page that asked; and whether the voice said that it is saved."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    saved: bool = False


class Hands:
    """A way to use the kiosk by ear: to go over all controls of a page, and to press one that was heard."""

    def __init__(self, stall: Any, words: Words) -> None:
        self._stall = stall
        self._heard_to = 0
        self._roles = {words(role): role for role in ROLES}
        self._chosen = words("chosen")

    def said(self) -> list[str]:
        """What the voice said since this was last asked."""
        log = self._stall.voice.log
        fresh = [entry.text for entry in log[self._heard_to :]]
        self._heard_to = len(log)
        return fresh

    def to_the_end(self) -> list[str]:
        """Wait until all is said that is said in parts."""
        heard: list[str] = []
        while True:
            self._stall.voice.finish()
            self._stall.screen.settle()
            fresh = self.said()
            if not fresh:
                return heard
            heard += fresh

    def understood(self, said: str, at: QPointF) -> Heard | None:
        """A control, if that is what was said: "Never, choice, not chosen"."""
        parts = said.split(", ")
        for place, part in enumerate(parts[1:], 1):
            if part in self._roles:
                chosen = self._chosen in parts[place:]
                return Heard(", ".join(parts[:place]), self._roles[part], chosen, at)
        return None

    def begin(self) -> None:
        """Ask for the voice, on Welcome."""
        raise NotImplementedError

    def over_all(self) -> Iterator[Heard]:
        """Every control of the page, once, as it is heard."""
        raise NotImplementedError

    def press(self, control: Heard) -> None:
        raise NotImplementedError


class Keys(Hands):
    """Tab and Enter."""

    def _key(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._stall.kiosk.window, event)

    def begin(self) -> None:
        self._key(Qt.Key.Key_Down)
        self._stall.screen.settle()

    def over_all(self) -> Iterator[Heard]:
        first: Heard | None = None
        for _ in range(MOST_STOPS):
            control = self._next()
            if control is None:
                continue
            if control == first:
                return
            first = first or control
            yield control

    def _next(self) -> Heard | None:
        self.said()
        self._key(Qt.Key.Key_Tab)
        return self.understood("".join(self.said()[-1:]), QPointF())

    def press(self, control: Heard) -> None:
        for _ in range(MOST_STOPS):
            now = self._next()
            if now and (now.name, now.role) == (control.name, control.role):
                break
        self._key(Qt.Key.Key_Return)
        self._stall.screen.settle()


@cache
def touchscreen() -> QPointingDevice:
    """One for all tests: Qt keeps each for good."""
    return QTest.createTouchDevice()


class Finger(Hands):
    """One finger that slides, rests and taps."""

    def _touch(self, kind: QEvent.Type, at: QPointF) -> None:
        window = self._stall.kiosk.window
        touch = QTest.touchEvent(window, touchscreen(), autoCommit=False)
        if kind == QEvent.Type.TouchBegin:
            touch.press(1, at.toPoint(), window)
        elif kind == QEvent.Type.TouchEnd:
            touch.release(1, at.toPoint(), window)
        else:
            touch.move(1, at.toPoint(), window)
        touch.commit(False)

    def begin(self) -> None:
        self._touch(QEvent.Type.TouchBegin, QPointF(640, 400))
        rest = self._stall.kiosk.senses.explorer.rest
        assert rest.isActive()
        assert rest.interval() == 2000
        rest.timeout.emit()  # two seconds have passed
        self._touch(QEvent.Type.TouchEnd, QPointF(640, 400))
        self._stall.screen.settle()

    def over_all(self) -> Iterator[Heard]:
        """Slide over the whole screen, line by line, and lift."""
        window = self._stall.kiosk.window
        seen: set[tuple[str, str]] = set()
        self._touch(QEvent.Type.TouchBegin, QPointF(1, 1))
        found = []
        for y in range(STEP // 2, window.height(), STEP):
            for x in range(STEP // 2, window.width(), STEP):
                self.said()
                self._touch(QEvent.Type.TouchUpdate, QPointF(x, y))
                control = self.understood("".join(self.said()[-1:]), QPointF(x, y))
                if control and (control.name, control.role) not in seen:
                    seen.add((control.name, control.role))
                    found.append(control)
        self._touch(QEvent.Type.TouchEnd, QPointF(window.width() - 1, window.height() - 1))
        yield from found

    def press(self, control: Heard) -> None:
        """Slide to it, lift; later tap somewhere else."""
        self._touch(QEvent.Type.TouchBegin, control.at - QPointF(0, 30))
        self._touch(QEvent.Type.TouchUpdate, control.at)
        self._touch(QEvent.Type.TouchEnd, control.at)
        self._stall.clock.advance(0.6)
        elsewhere = QPointF(self._stall.kiosk.window.width() / 2, 300)
        self._touch(QEvent.Type.TouchBegin, elsewhere)
        self._touch(QEvent.Type.TouchEnd, elsewhere)
        self._stall.screen.settle()


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
        meant = Meant()
        self._press_called(card, whole=False)
        for _ in range(MOST_PAGES):
            meant.saved = meant.saved or self._words("Thank you. It is saved.") in self._page
            if meant.saved and self._onward == self._words("Finish and clear"):
                self._press_called(self._onward)
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

    def _press_called(self, name: str, *, whole: bool = True) -> None:
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
        self._press_called(name, whole=whole)

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
        agreed = {self._words("Yes"), self._words("Yes, go on")}
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
