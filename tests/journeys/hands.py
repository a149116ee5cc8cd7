"""Two ways to use a kiosk that is only heard: keys alone, and one finger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.words import Words

MOST_STOPS = 100
STEP = 68  # px between two places of a sweep: less than any control is wide
ROLES = ("button", "choice", "tick box", "a place to write")


@dataclass(frozen=True)
class Heard:
    """A control as it was said, and where it was: the finger's place, or nothing for the keys."""

    name: str
    role: str
    chosen: bool = False
    at: QPointF = field(default_factory=QPointF, compare=False)


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
