"""What is said in its own way: recordings of the pack, names of languages, a reference, letters."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem

from kiosk.pack.model import Pack
from kiosk.pack.texts import event_texts, key_of
from kiosk.speech.engines.voices import choose_voice
from kiosk.speech.passages import Own, Passage
from kiosk.words import LANGUAGES, Words, language_of
from ui.keyboard import ACTS, named
from ui.viewmodels.kiosk import KioskModel
from ui.voicing.described import control_of


class Known:
    """What the narrator knows of a pack and of where the visit stands."""

    def __init__(self, pack: Pack, kiosk: KioskModel) -> None:
        self._pack = pack
        self._kiosk = kiosk

    def own(self, language: str) -> Mapping[str, Own]:
        """Each text that is said in its own way just now, in this language."""
        others = [each for each in LANGUAGES.values() if each.code != language and each.own != each.english]
        found = {each.own: Own(each.code) for each in others}
        if self._kiosk.page == "thanks":
            found |= dict.fromkeys((self._kiosk.thanks.spelled, self._kiosk.thanks.spelt), Own(slow=True))
        recorded = {**self._texts(language), **self._kiosk.question.recordings}
        return found | {
            text: Own(recording=path) for text, name in recorded.items() if (path := self._recording(name))
        }

    def _texts(self, language: str) -> dict[str, str]:
        """The program's texts and the event's that the pack has a recording of, in this language."""
        pack, words = self._pack, Words(language, self._pack.own_words)
        files = {
            key: text.words[language] for key, text in pack.text_recordings.items() if text.has(language)
        }
        if not files:
            return {}
        own = pack.event.default_language
        theirs = {key_of(text, own): text.words.get(language, "") for text in event_texts(pack)}
        return {theirs[key] if key in theirs else words(key): file for key, file in files.items()}

    def _recording(self, name: str) -> Path | None:
        path = self._pack.folder / "media" / name
        return path if name and path.is_file() else None

    def readable(self, text: str, language: str) -> str:
        """The language whose voice can read `text`: what nobody has translated is in the event's own."""
        own = self._pack.event.default_language
        if language == own:
            return language
        return own if choose_voice(text, own) and not choose_voice(text, language) else language

    def greeting(self) -> str:
        """How to use the kiosk by ear, said once as listening begins."""
        words = self._kiosk.words()
        return "\n".join(
            (
                words("Reading aloud is on."),
                words("Slide a finger to hear what is there. Then tap anywhere to press it."),
                words("With keys: arrows to move, Enter to press, Escape to go back."),
            )
        )

    def languages(self) -> list[Passage]:
        """The event's languages, each asking in itself."""
        own = self._pack.own_words
        said = [(language_of(code), Words(code, own)) for code in self._pack.event.languages]
        return [Passage(f"{each.own}. {words('Choose your language')}.", each.code) for each, words in said]


HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
FIRST_HELD, LAST_HELD = Qt.Key.Key_Shift.value, Qt.Key.Key_ScrollLock.value
ALONE = {Qt.Key.Key_unknown, Qt.Key.Key_AltGr}


def wakes(event: QKeyEvent) -> bool:
    """Whether a key asks for the voice on Welcome: any but those that are only ever held (row 11)."""
    held = FIRST_HELD <= event.key() <= LAST_HELD or event.key() in ALONE
    return not held and not event.modifiers() & HELD


def spoken_letter(focused: QQuickItem | None, event: QKeyEvent, kiosk: KioskModel) -> str:
    """The name of the letter that a key of a keyboard writes into a field; "" where it may not be said."""
    field = control_of(focused)
    if field is None or field.property("written") is None or field.property("secret"):
        return ""
    words = kiosk.words()
    if event.key() == Qt.Key.Key_Backspace:
        return words(ACTS["backspace"].name)
    text = event.text()
    return named(text, words) if len(text) == 1 and text.isprintable() else ""
