"""A monkey on the real window: random taps, keys, gestures and jumps, from a seed.

It looks for what nobody thought of: a fault, a warning of Qt, a page with no way home, or a trace of one
visit in the next. The same seed on the same program does the same. `python -m ui.residents.monkey`.
"""

import ctypes
import gc
import os
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from types import TracebackType

import click
from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.speech.silent import SilentSpeaker
from kiosk.visit.manner import Colours, Manner, Size
from ui.app import Kiosk, Surroundings, application
from ui.residents.microphone import pretended
from ui.residents.party import offscreen
from ui.residents.screen import Screen

CANARY = "zqxkv"  # what it types; no language writes it
PANELS = ((1280, 800), (800, 1280), (1920, 1080), (1080, 1920))
LETTERS = f"{CANARY}{CANARY}äéłșਕ ا٣0@.-'\t"
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Home,
    Qt.Key.Key_F1,
    Qt.Key.Key_Menu,
)
VISIT = 60  # acts, after which it must find its way home


class TouchedClock(FakeClock):
    """A clock whose wall hand somebody may set; the other one only goes on."""

    def set_by(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@dataclass
class Report:
    """What was done and what was found. `sizes` is the memory held at each return home, in bytes."""

    acts: Counter[str] = field(default_factory=Counter)
    visits: int = 0
    faults: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """From the second quarter of its day, when every page has been seen, to the last; in bytes."""
        quarter = len(self.sizes) // 4
        if not quarter:
            return 0.0
        return statistics.median(self.sizes[-quarter:]) - statistics.median(self.sizes[quarter : 2 * quarter])


class Monkey:
    """Does one random thing after another, and looks after each whether all is still well."""

    def __init__(self, kiosk: Kiosk, clock: TouchedClock, voice: SilentSpeaker, seed: int) -> None:
        self.kiosk = kiosk
        self.voice = voice
        self.clock = clock
        self.chance = Random(seed)
        self.screen = Screen(kiosk.window)
        self.finger: QPointingDevice = QTest.createTouchDevice()
        self.report = Report()
        self._acts: dict[str, tuple[int, Callable[[], None]]] = {
            "press": (40, self._press),
            "tap": (14, self._tap),
            "key": (14, self._key),
            "write": (6, self._write),
            "swipe": (6, self._swipe),
            "fingers": (4, self._fingers),
            "manner": (4, self._manner),
            "turn": (2, self._turn),
            "wait": (6, self._wait),
            "sleep": (1, self._sleep),
            "set clock": (1, self._set_clock),
        }

    def act(self) -> None:
        """One thing, and one look at what came of it."""
        names = list(self._acts)
        name = self.chance.choices(names, [self._acts[name][0] for name in names])[0]
        self.report.acts[name] += 1
        self._acts[name][1]()
        self.screen.settle()

    def go_home(self) -> None:
        """Whoever is next finds a clean Welcome: nothing typed, nothing to undo, nothing to paste."""
        self.kiosk.model.wipe()
        self.kiosk.window.resize(*PANELS[0])
        self.screen.settle()
        self.voice.log.clear()  # its memory is not the kiosk's
        self.report.sizes.append(resident_size())
        self.report.visits += 1
        seen = [*self.screen.texts(), self.kiosk.model.typing.text, QGuiApplication.clipboard().text()]
        if self.kiosk.model.page != "welcome":
            self.report.faults.append(f"home was {self.kiosk.model.page}")
        if any(CANARY in text for text in seen) or not self.kiosk.look.pristine:
            self.report.faults.append("something of the last visit was left")

    # --- what it does

    def _anywhere(self) -> QPoint:
        window = self.kiosk.window
        return QPoint(self.chance.randrange(window.width()), self.chance.randrange(window.height()))

    def _press(self) -> None:
        controls = [control for control in self.screen.controls() if control.pressable]
        if controls:
            self.screen.tap(self.chance.choice(controls).rect.center())

    def _tap(self) -> None:
        self.screen.tap(self._anywhere())

    def _key(self) -> None:
        self.screen.key(self.chance.choice(KEYS))

    def _write(self) -> None:
        self.screen.write("".join(self.chance.choices(LETTERS, k=self.chance.randrange(1, 12))))

    def _swipe(self) -> None:
        self.screen.drag(*(self._anywhere() for _ in range(self.chance.randrange(2, 6))))

    def _fingers(self) -> None:
        """Several fingers, which come down and lift together."""
        window = self.kiosk.window
        places = [self._anywhere() for _ in range(self.chance.randrange(1, 5))]
        down = QTest.touchEvent(window, self.finger, False)
        for number, place in enumerate(places):
            down.press(number, place, window)
        down.commit()
        up = QTest.touchEvent(window, self.finger, False)
        for number, place in enumerate(places):
            up.release(number, place, window)
        up.commit()

    def _manner(self) -> None:
        look, chance = self.kiosk.look, self.chance
        look.become(
            Manner(
                chance.choice(self.kiosk.pack.event.languages),
                chance.choice(list(Size)),
                chance.choice(list(Colours)),
                chance.random() < 0.5,
            )
        )

    def _turn(self) -> None:
        self.kiosk.window.resize(*self.chance.choice(PANELS))

    def _wait(self) -> None:
        self.clock.advance(self.chance.choice((1, 20, 60, 160)))
        self.kiosk.model.tick()

    def _sleep(self) -> None:
        self.clock.advance(8 * 3600)
        self.kiosk.model.tick()

    def _set_clock(self) -> None:
        self.clock.set_by(self.chance.choice((-3600, 3600, -86400, 40 * 86400)))


def let_loose(pack: Pack, data: DataFolder, acts: int, seed: int, tell: Callable[[int], None]) -> Report:
    """A monkey for so many acts; every fault and every warning of Qt is in its report."""
    offscreen()
    application()
    clock = TouchedClock()
    voice = SilentSpeaker(clock=clock)
    around = Surroundings(
        clock=clock, open_voice=lambda _hear: voice, open_recorder=pretended, size=PANELS[0], manner=Manner()
    )
    kiosk = Kiosk(pack, data, around)
    kiosk.show()
    monkey = Monkey(kiosk, clock, voice, seed)

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        monkey.report.faults.append(kind.__name__)
        hook(kind, fault, trace)

    def warned(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            monkey.report.faults.append(f"{context.category}: {message}")

    hook, sys.excepthook = sys.excepthook, caught
    handler = qInstallMessageHandler(warned)
    try:
        for done in range(acts):
            if done % VISIT == VISIT - 1:
                monkey.go_home()
            monkey.act()
            tell(done)
        monkey.go_home()
    finally:
        kiosk.close()
        qInstallMessageHandler(handler)
        sys.excepthook = hook
    return monkey.report


def resident_size() -> int:
    """Bytes of memory that this process holds now, its rubbish collected and what is free given back to the
    system, so far as the C library can; 0 where Linux is not.
    """
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except FileNotFoundError:
        return 0
    return pages * int(os.sysconf("SC_PAGE_SIZE"))


@click.command()
@click.option("--acts", default=20_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--most-growth", default=5.0, show_default=True, help="MB of memory.")
def main(acts: int, seed: int, most_growth: float) -> None:
    """Let a monkey loose on the practice event, and say what it found."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        click.progressbar(
            length=acts, label="monkey", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar,
    ):
        report = let_loose(
            open_pack(practice_pack(), Path(scratch)),
            DataFolder(Path(scratch) / "data").made(),
            acts,
            seed,
            lambda _done: bar.update(1),
        )
    did = ", ".join(f"{count} {name}" for name, count in report.acts.most_common())
    click.echo(f"seed {seed}: {report.visits} visits; {did}")
    click.echo(f"memory grew by {report.growth / 2**20:.1f} MB")
    for fault, count in Counter(report.faults).most_common():
        click.echo(f"{count} x {fault}", err=True)
    if report.faults or report.growth > most_growth * 2**20:
        sys.exit(1)
    click.echo("no fault, no warning, nothing left behind")


if __name__ == "__main__":
    main()
