"""How the resident wants it: language, size and colours. Each takes effect at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.visit.manner import Colours, Keys, Manner, Size
from kiosk.words import LANGUAGES, OwnWords, Words, language_of
from ui.viewmodels.qt import prop

PX_PER_MM = 5.884  # a 10.1" panel of 1280 × 800


class LookModel(QObject):
    """The resident's manner, and the panel's density. `languageTurned` comes before `changed`."""

    changed = Signal()
    languageTurned = Signal(str)
    languagesAsked = Signal()

    def __init__(
        self,
        defaults: Manner,
        languages: Sequence[str],
        px_per_mm: float = PX_PER_MM,
        own: OwnWords | None = None,
        keep_density: Callable[[float], None] = lambda _density: None,
    ) -> None:
        super().__init__()
        self._defaults = defaults
        self._languages = tuple(languages)
        self.manner = defaults
        self._px_per_mm = px_per_mm
        self._own = own
        self._keep_density = keep_density

    def become(self, manner: Manner) -> None:
        """Take on `manner` and tell whoever shows it."""
        if manner == self.manner:
            return
        turned = manner.language != self.manner.language
        self.manner = manner
        if turned:
            self.languageTurned.emit(manner.language)
        self.changed.emit()

    @property
    def density(self) -> float:
        """Px per mm of the screen."""
        return self._px_per_mm

    def measure(self, density: float) -> None:
        """The screen was measured: kept, and drawn anew, `density` px to the mm. Raises what keeping does."""
        self._keep_density(density)
        self._px_per_mm = density
        self.changed.emit()

    def reset(self) -> None:
        """The event's own defaults, for the next person (row 14)."""
        self.become(self._defaults)

    @property
    def pristine(self) -> bool:
        return self.manner == self._defaults

    @Slot(str)
    def speak(self, language: str) -> None:
        self.become(replace(self.manner, language=language))

    @Slot(str)
    def setSize(self, size: str) -> None:
        self.become(replace(self.manner, size=Size(size)))

    @Slot(str)
    def setColours(self, colours: str) -> None:
        self.become(replace(self.manner, colours=Colours(colours)))

    @Slot()
    def setSteady(self) -> None:
        """Steady touch on, or off again."""
        self.become(replace(self.manner, steady=not self.manner.steady))

    @Slot()
    def hearLanguages(self) -> None:
        self.languagesAsked.emit()

    @Slot(str)
    def setKeys(self, keys: str) -> None:
        self.become(replace(self.manner, keys=Keys(keys)))

    language = prop(str, lambda self: self.manner.language, notify=changed)
    size = prop(str, lambda self: self.manner.size.value, notify=changed)
    colours = prop(str, lambda self: self.manner.colours.value, notify=changed)
    steady = prop(bool, lambda self: self.manner.steady, notify=changed)
    keys = prop(str, lambda self: self.manner.keys.value, notify=changed)
    listening = prop(bool, lambda self: self.manner.listening, notify=changed)
    script = prop(str, lambda self: language_of(self.manner.language).script, notify=changed)
    mirrored = prop(bool, lambda self: not language_of(self.manner.language).ltr, notify=changed)
    digits = prop(str, lambda self: language_of(self.manner.language).digits, notify=changed)
    pxPerMm = prop(float, lambda self: self._px_per_mm, notify=changed)
    languages = prop(
        "QVariantList",
        lambda self: [{"code": code, "name": language_of(code).offered_as} for code in self._languages],
        constant=True,
    )

    tongues = prop(
        "QVariantMap",
        lambda self: {code: {"script": one.script, "ltr": one.ltr} for code, one in LANGUAGES.items()},
        constant=True,
    )

    def _unchecked(self) -> str:
        words = Words(self.manner.language, self._own)
        return "" if words.checked else words("No speaker has checked these words yet.")

    unchecked = prop(str, _unchecked, notify=changed)
