"""The composition root: the only place that builds objects, and hands each what it needs."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import journal
from kiosk.clock import Clock, SystemClock, today
from kiosk.errors import ErrorCode
from kiosk.forms.definition import Form, read_form
from kiosk.pack.model import ActivityKind, Pack
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.keys import PublicKey, public_key_for
from kiosk.storage.records import remember_forms, save
from kiosk.visit.idle import IdleWatch
from kiosk.visit.manner import Manner
from kiosk.visit.saving import Lookups, answer_sets, lookups, marks
from kiosk.visit.visit import Visit
from kiosk.words import Words
from ui import drawing as _drawing  # noqa: F401 - its items are registered as it is imported
from ui.icons import IconProvider
from ui.measure import Measure, load_fonts
from ui.narrator import Narrator, Voice
from ui.translator import KioskTranslator
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.look import PX_PER_MM, LookModel
from ui.viewmodels.pages import Saved

QML = Path(__file__).parent / "qml"
TICK = 1000  # ms between two looks at whether somebody is there

OpenVoice = Callable[[Callable[[int, ErrorCode], None]], Voice]


def speaker(tell: Callable[[int, ErrorCode], None]) -> Voice:
    """The real voice (kiosk/speech), which starts its process with the first words."""
    from kiosk.speech.speaker import Speaker  # noqa: PLC0415 - nobody may listen today

    return Speaker(
        on_started=lambda _number: None,
        on_word=lambda _number, _start, _length: None,
        on_finished=lambda _number, _whole: None,
        on_failed=tell,
    )


@dataclass(frozen=True)
class Surroundings:
    """What differs between a stall, a preview, a made-up resident and a test."""

    clock: Clock = field(default_factory=SystemClock)
    open_voice: OpenVoice = speaker
    px_per_mm: float = PX_PER_MM
    size: tuple[int, int] | None = None  # None is full screen
    manner: Manner | None = None


class Kiosk:
    """The window on one pack and one data folder. Storage opens after the first frame is painted."""

    def __init__(self, pack: Pack, data: DataFolder, around: Surroundings) -> None:
        self.pack = pack
        self.data = data
        self.around = around
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lookup")
        self._lookups: Future[Lookups] | None = None
        self._forms: dict[str, Form] = {}
        manner = around.manner or Manner(language=pack.event.default_language)
        self.look = LookModel(manner, pack.event.languages, around.px_per_mm)
        self.watch = IdleWatch(around.clock, pack.event.idle_seconds)
        self.measure = Measure()
        self.model = KioskModel(
            pack,
            self.look,
            self.watch,
            open_visit=self._open_visit,
            save=self._save,
            media=self._media,
            measure=self.measure,
            window_title=pack.event.title.say(manner.language, pack.event.default_language),
        )
        load_fonts()
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider("icon", IconProvider())
        self._translator = KioskTranslator(Words(manner.language))
        QGuiApplication.installTranslator(self._translator)
        self.look.languageTurned.connect(self._translate)
        self.engine.addImportPath(str(QML))
        self.engine.setInitialProperties({"kiosk": self.model})
        self.engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Main.qml")))
        roots: list[QObject] = self.engine.rootObjects()
        window = roots[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.narrator = Narrator(self.model, self.look, window, around.open_voice)
        self._ticks = QTimer(window, interval=TICK)
        self._ticks.timeout.connect(self.model.tick)
        self._ticks.start()

    def show(self) -> None:
        """Paint Welcome, then open storage."""
        if self.around.size:
            self.window.resize(*self.around.size)
            self.window.show()
        else:
            self.window.showFullScreen()

    # --- what a visit needs

    @cached_property
    def store(self) -> Store:
        """The data folder, open. KioskErrors: DATA_LOCKED, DATA_NEWER, DATA_UNWRITABLE, DISK_FULL."""
        store = open_store(self.data.made())
        remember_forms(store, self.pack, today(self.around.clock))
        return store

    @cached_property
    def key(self) -> PublicKey:
        """Who may read what is said here."""
        return public_key_for(self.pack)

    def form(self, form_id: str) -> Form:
        """A questionnaire, read once."""
        if form_id not in self._forms:
            source = self.pack.forms[form_id]
            self._forms[form_id] = read_form(source.xml, roles=source.roles, or_other=source.or_other)
        return self._forms[form_id]

    def _open_visit(self, activity_id: str) -> Visit:
        activity = self.pack.activity(activity_id)
        about = next((a for a in self.pack.activities if a.kind is ActivityKind.ABOUT and a.on), None)
        asks_about = about is not None and activity.kind is not ActivityKind.QUICK
        visit = Visit(
            self.pack,
            activity,
            self.form(activity.form_id),
            language=self.look.manner.language,
            clock=self.around.clock,
            about=(about, self.form(about.form_id)) if about and asks_about else None,
        )
        self._lookups = self._workers.submit(lookups, visit.reference, self.key.fingerprint)
        return visit

    def _save(self, visit: Visit) -> Saved:
        assert self._lookups is not None
        manner, now = self.look.manner, self.around.clock.now()
        sets = answer_sets(visit, self._lookups.result(), manner, now.date())
        save(self.store, self.key, sets, marks(visit, manner, now.hour))
        return Saved(visit.reference, self.pack, visit.activity.id, f"{now.day}/{now.month}/{now.year}")

    def _media(self, name: str) -> str:
        path = self.pack.folder / "media" / name
        return QUrl.fromLocalFile(str(path)).toString() if name and path.is_file() else ""

    def _translate(self, language: str) -> None:
        self._translator.words = Words(language)
        self.engine.retranslate()

    # --- faults and the end

    def recover(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """A bug: log where it was, clear the visit, go on (DESIGN.md)."""
        journal.fault(kind, trace)
        self.model.recover()

    def close(self) -> None:
        """Let go of the voice, the window and the data folder, in that order."""
        self._ticks.stop()
        self.narrator.close()
        self._workers.shutdown(wait=True)
        self.window.close()
        QGuiApplication.removeTranslator(self._translator)
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete.value)
        if "store" in self.__dict__:
            self.store.close()


def application() -> QGuiApplication:
    """The Qt application, one a process, quiet about fonts that lack a script: others have it."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    QLoggingCategory.setFilterRules("qt.text.font.db*=false")
    made = QGuiApplication(["event-kiosk"])
    made.setApplicationName("Event Kiosk")
    return made


def run(pack: Pack, data: DataFolder, around: Surroundings) -> int:
    """Open the kiosk and stay until it is closed; the process's exit code."""
    app = application()
    kiosk = Kiosk(pack, data, around)
    sys.excepthook = kiosk.recover
    failures: list[BaseException] = []

    def open_storage() -> None:
        try:
            assert kiosk.store
        except Exception as fault:  # noqa: BLE001 - carried out of Qt's loop and raised below
            failures.append(fault)
            app.quit()

    kiosk.show()
    QTimer.singleShot(0, open_storage)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    kiosk.close()
    if failures:
        raise failures[0]
    return code
