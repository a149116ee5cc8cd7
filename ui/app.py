"""The composition root: the only place that builds objects, and hands each what it needs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QTimer,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import journal
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.visit.idle import IdleWatch
from kiosk.visit.manner import Manner
from kiosk.words import Words
from ui.painting.icons import IconProvider
from ui.painting.measure import Measure, load_fonts
from ui.painting.panel import Panel
from ui.quiet import application, place_only
from ui.session.afterwards import ROOMS, Afterwards, settle
from ui.session.litter import Litter
from ui.surroundings import Surroundings
from ui.translator import KioskTranslator
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel

if TYPE_CHECKING:
    from kiosk.coproduction.barriers import Barrier
    from kiosk.visit.visit import Visit
    from ui.behind.backroom import BackRoom
    from ui.behind.keeping import Keeping
    from ui.narrator import Narrator
    from ui.preview import Preview
    from ui.session.guard import Guard
    from ui.viewmodels.visit.pages import Saved
    from ui.voicing.senses import Senses

__all__ = ["Kiosk", "Surroundings", "application", "run"]

QML = Path(__file__).parent / "qml"
REOPEN = 75  # the exit code of a kiosk that is to be opened again, on the pack that is the last one now
TICK = 1000  # ms between two looks at whether somebody is there


class Kiosk:
    """The window on one pack and one data folder. Storage opens after the first frame is painted."""

    def __init__(self, pack: Pack, data: DataFolder, around: Surroundings) -> None:
        self.pack = pack
        self.data = data
        self.around = around
        manner = around.manner or Manner(language=pack.event.default_language)
        panel = Panel(around.screen or data.screen, around.size)
        density = around.px_per_mm or panel.density()
        self.look = LookModel(manner, pack.event.languages, density, pack.own_words, panel.keep)
        self.watch = IdleWatch(around.clock, pack.event.idle_seconds)
        self.measure = Measure()
        self.model = KioskModel(
            pack,
            self.look,
            self.watch,
            open_visit=self._open_visit,
            save=self._save,
            together=lambda: self.keeping.together,
            count_barrier=self._count_barrier,
            keep_so_far=self._keep_so_far,
            forget=self._forget,
            media=self._media,
            measure=self.measure,
            open_recorder=around.open_recorder,
            gain=self._gain,
            window_title=pack.event.title.say(manner.language, pack.event.default_language),
            open_room=self._open_room,
            charge=around.charge,
        )
        load_fonts()
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("icon", IconProvider())
        self._translator = KioskTranslator(Words(manner.language, pack.own_words))
        QGuiApplication.installTranslator(self._translator)
        self.look.languageTurned.connect(self._translate)
        self.engine.addImportPath(str(QML))
        width, height = around.size or QGuiApplication.primaryScreen().size().toTuple()
        room = {"width": width, "height": height}
        self._load("Manner.qml", {"look": self.look, "measure": self.measure, **room})
        window = self._load("Main.qml", {"kiosk": self.model, "whole": not around.size, **room})
        assert isinstance(window, QQuickWindow)
        self.window = window
        self._ticks = QTimer(window, interval=TICK)
        self._ticks.timeout.connect(self.model.tick)
        self._ticks.start()
        self.guard: Guard | None = None
        self._litter = Litter()
        if around.first:
            self.model.welcome.offer_set_up()

    def _load(self, file: str, properties: dict[str, object]) -> QObject:
        self.engine.setInitialProperties(properties)
        self.engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / file)))
        roots: list[QObject] = self.engine.rootObjects()
        return roots[-1]

    def show(self) -> None:
        """The window, and all that listens to it."""
        self.paint()
        self.attend()

    def paint(self) -> None:
        """Welcome, before anything that it does not need is loaded."""
        if self.around.size:
            self.window.show()
        else:
            self.window.setGeometry(QGuiApplication.primaryScreen().geometry())  # where no desktop does it
            self.window.showFullScreen()

    def attend(self) -> None:
        """Keys, fingers and the voice; beside a preview, its strip."""
        assert self.senses
        if self.preview:
            self.preview.show()

    def take_charge(self) -> None:
        """Full screen and under a keeper: no way out but the team's, no sleep, and a pulse."""
        from ui.session.awake import stay_awake  # noqa: PLC0415 - only at a stall
        from ui.session.guard import Guard, files_taken_by  # noqa: PLC0415
        from ui.session.pulse import Pulse  # noqa: PLC0415
        from ui.session.storm import StormWatch  # noqa: PLC0415

        self.guard = Guard(self.window, files_taken_by(self.model.team))
        StormWatch(self.window, self.model, self.around.clock)
        stay_awake()
        Pulse(self.window)

    @cached_property
    def senses(self) -> Senses:
        """What listens to the window, once the first frame is painted."""
        from ui.voicing.senses import Senses  # noqa: PLC0415 - its imports take as long as the window

        around = self.around
        return Senses(self.model, self.look, self.window, around.clock, around.open_voice, self.pack)

    @property
    def narrator(self) -> Narrator:
        return self.senses.narrator

    def _gain(self) -> float:
        from ui.voicing.said import GAINS  # noqa: PLC0415 - nobody may listen today

        return GAINS[self.look.manner.volume - 1]

    # --- what a visit needs

    @cached_property
    def keeping(self) -> Keeping:
        """The forms, the data folder and the key, once the first frame is painted."""
        from ui.behind.keeping import Keeping  # noqa: PLC0415 - its imports take longer than the window

        return Keeping(self.pack, self.data, self.around.clock)

    @cached_property
    def preview(self) -> Preview | None:
        """The strip for staff, beside a window that a pack is tried in."""
        if not self.around.preview:
            return None
        from ui.preview import Preview  # noqa: PLC0415 - a stall never has it

        preview = Preview(self.model, self.look, self.pack, self.window)
        preview.model.closeAsked.connect(self._leave_program)
        return preview

    def open_storage(self) -> None:
        """Open the data folder, and show residents how the stall was left."""
        from kiosk.team.stall import stall  # noqa: PLC0415 - after the first frame

        self.model.rest(stall(self.keeping.store.db, self.pack.event.id).state)
        self.model.know()

    def _open_room(self) -> BackRoom:
        from ui.behind.backroom import BackRoom  # noqa: PLC0415 - when the team first knocks

        return BackRoom(
            self.pack, self.data, self.around.clock, self.keeping.store,
            rest=self.model.rest, help_next=self._help_next, say=self.narrator.say_aloud,
            open_ruler=(lambda: self.model.team.over("ruler")) if "ruler" in self.model.leaves else None,
            reopen=lambda: self._leave_program(REOPEN), quit_program=self._leave_program,
            open_recorder=self.around.open_recorder, hush=self.narrator.hush,
            show_file=_show_file if self.around.size else None,
            full_screen=self.around.size is None, preview_size=self._preview_size,
        )  # fmt: skip

    def _preview_size(self) -> tuple[int, int]:
        """As large as this window, or over a full screen as large as leaves room for the strip."""
        from ui.session.trial import beside_strip  # noqa: PLC0415 - only for staff who edit

        width, height = self.window.width(), self.window.height()
        return (width, height) if self.around.size else beside_strip((width, height))

    def _help_next(self, paper: bool) -> None:
        self.model.helping.begin(paper=paper)

    def _leave_program(self, code: int = 0) -> None:
        """The team closes the kiosk, or opens it anew: the one way out of a full screen."""
        if self.guard:
            self.guard.let_go()
        QCoreApplication.exit(code)

    def _open_visit(self, activity_id: str) -> Visit:
        return self.keeping.open_visit(activity_id, self.look.manner.language)

    def _save(self, visit: Visit) -> Saved:
        return self.keeping.save(visit, self.look.manner)

    def _count_barrier(self, barrier: Barrier) -> None:
        self.keeping.count_barrier(barrier)

    def _keep_so_far(self, visit: Visit) -> None:
        self.keeping.keep_so_far(visit, self.look.manner)

    def _forget(self, visit: Visit) -> None:
        self.keeping.forget(visit)

    def _media(self, name: str) -> str:
        path = self.pack.folder / "media" / name
        return QUrl.fromLocalFile(str(path)).toString() if name and path.is_file() else ""

    def _translate(self, language: str) -> None:
        self._translator.words = Words(language, self.pack.own_words)
        self.engine.retranslate()

    # --- faults and the end

    def recover(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """A bug: log where it was, clear the visit, go on (DESIGN.md)."""
        journal.fault(kind, trace)
        self.model.recover()

    def close(self) -> None:
        """Let go of the voice, the window and the data folder, in that order."""
        self._ticks.stop()
        self.model.put_down()
        self.model.team.close()
        if "senses" in self.__dict__:
            self.narrator.close()
        if self.preview:
            self.preview.close()
        if self.guard:
            self.guard.let_go()
        self.window.close()
        QGuiApplication.removeTranslator(self._translator)
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete.value)
        self._litter.close()
        if "keeping" in self.__dict__:
            self.keeping.close()


def _show_file(path: Path) -> bool:
    """With whatever program the desktop has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def run(pack: Pack, data: DataFolder, around: Surroundings, *, watched: bool = False) -> int:
    """Open the kiosk and stay until it is closed; the process's exit code. `watched`: a keeper listens."""
    app = application()
    kiosk = Kiosk(pack, data, around)
    hook, sys.excepthook = sys.excepthook, kiosk.recover
    handler = qInstallMessageHandler(place_only)
    steps: list[Callable[[], object]] = [kiosk.take_charge] if watched else []
    steps += [kiosk.attend, partial(journal.open_journal, data.journal)]
    steps += [*(partial(import_module, name) for name in ROOMS), kiosk.open_storage]
    steps += [*kiosk.model.rest_of_pages(), settle]
    after = Afterwards(kiosk.window, steps)
    if around.calibrate:
        kiosk.model.open_over("ruler")
        kiosk.model.ruler.closed.connect(app.quit)
    kiosk.paint()
    code = app.exec()
    sys.excepthook = hook
    kiosk.close()
    qInstallMessageHandler(handler)
    if after.failure:
        raise after.failure
    return code
