"""What is spoken, and when: a page as it comes, a control as the keys reach it, a change as it is made."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.errors import ErrorCode, KioskError
from kiosk.words import Words
from ui.messages import message
from ui.tongues import parts_of
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel

# 6 steps over 18 dB and more: each is 3.6 dB under the next (row 13).
GAINS = (0.126, 0.191, 0.288, 0.437, 0.661, 1.0)

INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Voice(Protocol):
    """What the narrator needs of a speaker (kiosk/speech)."""

    def speak(self, text: str, language: str, rate: int = 100) -> int: ...
    def stop(self) -> None: ...
    def volume(self, gain: float) -> None: ...
    def close(self) -> None: ...


class Narrator(QObject):
    """Speaks while listening is on. Any key or touch silences what is being said (row 3)."""

    failed = Signal(int, str)  # from the speaker's thread

    def __init__(
        self,
        kiosk: KioskModel,
        look: LookModel,
        window: QQuickWindow,
        open_voice: Callable[[Callable[[int, ErrorCode], None]], Voice],
    ) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        self._look = look
        self._window = window
        self._open_voice = open_voice
        self._voice: Voice | None = None
        self._page = ""
        self._arriving = False
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._focused)
        kiosk.spoken.connect(self.page)
        kiosk.turned.connect(self._leave_page)
        kiosk.question.said.connect(self.say)
        kiosk.typing.said.connect(self.say)
        kiosk.listening.againAsked.connect(self.again)
        look.changed.connect(self._adjust)
        self.failed.connect(self._told)

    def page(self, words: str) -> None:
        """A page has come: its words, whole."""
        self._arriving = False
        self._page = words
        self.say(words)

    def again(self) -> None:
        """The page's words once more (row 4); `Say it again` repeats the last page, not the button."""
        self.say(self._page)

    def say(self, words: str) -> None:
        """Speak `words` in the resident's language, if they are listening."""
        manner = self._look.manner
        parts = parts_of(words, manner.language)
        if not manner.listening or not parts or self._kiosk.speaking.hushed:
            return
        language = parts[0][1] if len(parts) == 1 else manner.language
        self._opened(manner.volume).speak(" ".join(words for words, _ in parts), language, manner.rate)

    def _opened(self, volume: int) -> Voice:
        if self._voice is None:
            self._voice = self._open_voice(lambda number, code: self.failed.emit(number, code.value))
            self._voice.volume(GAINS[volume - 1])
        return self._voice

    def say_aloud(self, words: str, language: str) -> None:
        """Speak `words` in `language` whether or not anybody listens: the team tries the sound."""
        manner = self._look.manner
        self._opened(manner.volume).speak(words, language, manner.rate)

    def silence(self) -> None:
        if self._voice:
            self._voice.stop()

    def close(self) -> None:
        """End the voice's process."""
        if self._voice:
            self._voice.close()
            self._voice = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self.silence()
            self._kiosk.touched()
        return False

    def _leave_page(self) -> None:
        self._arriving = True

    def _adjust(self) -> None:
        if self._voice:
            if not self._look.manner.listening:
                self._voice.stop()
            self._voice.volume(GAINS[self._look.manner.volume - 1])

    def _focused(self) -> None:
        """The keys reached a control: say its name, what it is, and how it stands."""
        item = self._window.activeFocusItem()
        if self._arriving or item is None or not self._look.manner.listening:
            return
        self.say(described(item, self._kiosk.words()))

    def _told(self, _number: int, code: str) -> None:
        words = self._kiosk.words()
        fault = KioskError(ErrorCode(code), language=words.language)
        self._kiosk.listening.warn(message(fault, words))
        if fault.code is ErrorCode.NO_SOUND:
            self._kiosk.open_over("listen")  # said where it can be seen


def described(item: QQuickItem, words: Words) -> str:
    """Name, role and state of a control, as a screen reader would say them (row 7)."""
    seen: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    if seen is None:
        return ""
    around = seen.parent()
    # Qt takes the name from a field whose words are hidden: the kit's field around it has it.
    name = seen.text(QAccessible.Text.Name) or (around.text(QAccessible.Text.Name) if around else "")
    state = seen.state()
    roles = {
        QAccessible.Role.Button: words("button"),
        QAccessible.Role.EditableText: words("a place to write"),
    }
    parts = [name, roles.get(seen.role(), "")]
    if state.checkable:
        parts.append(words("chosen") if state.checked else words("not chosen"))
    return ", ".join(part for part in parts if part) if name else ""
