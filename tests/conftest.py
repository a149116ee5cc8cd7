"""What every test with a window starts from: one Qt application, no screen, and a stall to walk up to."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.speech.model import Listeners
from kiosk.speech.silent import SilentSpeaker
from kiosk.storage.kept.records import AnswerSet, opened, sealed_records
from kiosk.storage.sealed.keys import SecretKey, make_key
from kiosk.visit.manner import Manner
from ui.app import Kiosk, Surroundings, application
from ui.residents.microphone import pretended
from ui.residents.screen import Control, Screen
from ui.voicing.said import Voice

PANEL = (1280, 800)
REAL_FORMS = Path(__file__).parents[2] / "shared" / "real-forms"
MOST_PAGES = 30


class Stall:
    """A kiosk on a table, somebody's hands and eyes, and the office's key to what they leave."""

    def __init__(
        self, pack: Pack, folder: Path, secret: SecretKey | None, manner: Manner | None, **around: Any
    ) -> None:
        self.pack = pack
        self.secret = secret
        self.clock = FakeClock()
        self.data = DataFolder(folder)
        self.voice = SilentSpeaker(clock=self.clock)
        facts = {"clock": self.clock, "open_voice": self._open_voice, "size": PANEL, "manner": manner}
        facts["open_recorder"] = pretended
        self.kiosk = Kiosk(pack, self.data, Surroundings(**(facts | around)))
        if secret:
            self.kiosk.keeping.key = secret.public  # the practice key takes seconds to open, by design
        self.kiosk.show()
        self.model = self.kiosk.model
        self.screen = Screen(self.kiosk.window)
        self.screen.settle()

    def _open_voice(self, hear: Listeners) -> Voice:
        self.voice = SilentSpeaker(hear.started, hear.word, hear.finished, hear.failed, clock=self.clock)
        return self.voice

    # --- seeing and hearing

    @property
    def page(self) -> str:
        return str(self.model.page)

    @property
    def texts(self) -> list[str]:
        """Everything named on the screen."""
        return self.screen.texts()

    @property
    def heading(self) -> str:
        """The first heading of the page; a long one stands in pieces."""
        return next((c.name for c in self.screen.controls() if c.role == QAccessible.Role.Heading), "")

    @property
    def focused(self) -> str:
        """The name of the control that has the keys."""
        return next((c.name for c in self.screen.controls() if c.focused), "")

    def control(self, name: str) -> Control:
        """The control called `name`, or the first whose name goes on after it, as a card's does."""
        found = self._called(name)
        assert found, f"nothing here is called {name!r}; there are {self.texts}"
        return found[0]

    def _called(self, name: str) -> list[Control]:
        seen = [control for control in self.screen.controls() if control.pressable]
        ends = (" ",) if name.endswith("?") else (". ", ", ")
        going_on = [c for c in seen if c.name.startswith(tuple(name + end for end in ends))]
        return [control for control in seen if control.name == name] + going_on

    def sees(self, words: str) -> bool:
        """Whether `words` stand anywhere on this sub-page."""
        return any(words in text for text in self.texts)

    def everywhere(self) -> list[str]:
        """Everything named on this page and on what More leads to; the page stays on its last part."""
        found = self.texts
        while self.screen.find(more := self.model.words()("More")):
            self.screen.press(more)
            found += self.texts
        return found

    @property
    def spoken(self) -> list[str]:
        return [entry.text for entry in self.voice.log]

    # --- doing

    def press(self, *names: str) -> None:
        """Press what is called so, one after another, turning to the next part of a page where it must."""
        for name in names:
            words = self.model.words()
            for more in (words("More"), words("More sections")):
                for _ in range(MOST_PAGES):
                    if self._called(name) or not self.screen.find(more):
                        break
                    self.screen.press(more)
            self.screen.tap(self.control(name).rect.center())

    def write(self, field: str, text: str) -> None:
        """Press the field, clear it, write with a keyboard, press Done."""
        words = self.model.words()
        self.press(field)
        for _ in range(len(self.model.typing.text)):
            self.screen.press(words("Delete"))
        self.screen.write(text)
        self.screen.press(words("Done"))

    def key(
        self,
        key: Qt.Key,
        text: str = "",
        *,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        repeats: int = 0,
    ) -> None:
        """Press a key of a real keyboard, hold it for so many repeats, let it go."""
        down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
        QCoreApplication.sendEvent(self.kiosk.window, QKeyEvent(down, key, held, text))
        for _ in range(repeats):
            for kind in (up, down):
                QCoreApplication.sendEvent(self.kiosk.window, QKeyEvent(kind, key, held, text, True))
            self.screen.settle()
        QCoreApplication.sendEvent(self.kiosk.window, QKeyEvent(up, key, held, text))
        self.screen.settle()

    def wait(self, seconds: float) -> None:
        """Let time pass with nobody there; the kiosk looks once."""
        self.clock.advance(seconds)
        self.model.tick()
        self.screen.settle()

    # --- the office

    def saved(self) -> list[AnswerSet]:
        """What the office reads, the activity's record before the one of About you."""
        assert self.secret
        records = [opened(self.secret, record) for record in sealed_records(self.kiosk.keeping.store)]
        return sorted(records, key=lambda record: record.activity == "about")


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The program's own application, so that no test makes another."""
    return application()


@pytest.fixture(scope="session")
def office() -> SecretKey:
    """An office key that is quick to open."""
    return make_key()


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The practice event."""
    return open_pack(practice_pack(), None)


@pytest.fixture
def make_stall(
    qapp: QGuiApplication, pack: Pack, office: SecretKey, tmp_path: Path
) -> Iterator[Callable[..., Stall]]:
    """Stalls on any pack, closed at the end; a warning of Qt while they close is a fault too."""
    made: list[Stall] = []

    def make(
        on: Pack | None = None,
        *,
        manner: Manner | None = None,
        to: SecretKey | None = office,
        **around: Any,
    ) -> Stall:
        made.append(Stall(on or pack, tmp_path / f"data{len(made)}", to, manner, **around))
        return made[-1]

    yield make
    warnings: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg:
            warnings.append(message)

    previous = qInstallMessageHandler(listen)
    for stall in made:
        stall.kiosk.close()
    qInstallMessageHandler(previous)
    assert warnings == []


@pytest.fixture
def stall(make_stall: Callable[..., Stall]) -> Stall:
    """A stall on the practice event, in English, standard size."""
    return make_stall()


@pytest.fixture
def form_alone(tmp_path: Path) -> Callable[..., Pack]:
    """The pack that an XLSForm of these rows makes on its own."""

    def compiled(
        *survey: Mapping[str, str], choices: Sequence[Mapping[str, str]] = (), name: str = "small"
    ) -> Pack:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in (("survey", survey), ("choices", choices)):
            columns = list(dict.fromkeys(column for row in rows for column in row))
            sheet = book.create_sheet(title)
            sheet.append(columns)
            for row in rows:
                sheet.append([row.get(column) for column in columns])
        book.save(tmp_path / f"{name}.xlsx")
        return open_pack(tmp_path / f"{name}.xlsx", None)

    return compiled


@pytest.fixture
def real_form() -> Callable[[str], Pack]:
    """Any of the forms that lie beside the checkout, alone."""

    def opened_form(name: str) -> Pack:
        if not (REAL_FORMS / name).is_file():
            pytest.skip(f"{name} does not lie beside this checkout (../shared/real-forms)")
        return open_pack(REAL_FORMS / name, None)

    return opened_form
