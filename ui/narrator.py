"""What is spoken, and when: a page as it comes, a control as the keys reach it, a change as it is made."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.errors import ErrorCode, KioskError
from kiosk.speech.engines.voices import voice_for
from kiosk.speech.model import RATES, Listeners
from kiosk.speech.passages import Passage, passages
from ui.messages import message
from ui.tongues import spans_of
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel
from ui.voicing.described import described, focused
from ui.voicing.known import Known, spoken_letter, wakes
from ui.voicing.said import GAINS, SILENCE, SLOWER, OpenVoice, Said, Voice

INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
PAUSE = (Qt.Key.Key_Pause, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPause)


class Narrator(QObject):
    """Speaks while listening is on. Any key or touch silences what is being said (row 3)."""

    # from the speaker's thread
    failed = Signal(int, str)
    finished = Signal(int, bool)
    heard = Signal(int, int, int)

    def __init__(
        self,
        kiosk: KioskModel,
        look: LookModel,
        window: QQuickWindow,
        open_voice: OpenVoice,
        known: Known,
    ) -> None:
        super().__init__(window)
        self._kiosk = kiosk
        self._look = look
        self._window = window
        self._open_voice = open_voice
        self._known = known
        self._voice: Voice | None = None
        self._arriving = False
        self._greets = True  # the next page is the first to be listened to
        self._hushed = 0
        self._title = ""
        self._told_of: set[tuple[str, str]] = set()  # faults that were shown, and in which language
        # What is being said: the whole, the parts still to come, the one that is heard and its number.
        self._now = SILENCE
        self._left: deque[Passage] = deque()
        self._part = Passage("", "")
        self._number = 0
        self._marked = False
        # What `again` and `go_on` mean: never the words of Listen itself.
        self._last = SILENCE
        self._place = 0
        self._goes_on = False
        self._details = look.manner.details
        self._wire(window)

    def _wire(self, window: QQuickWindow) -> None:
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._focused)
        kiosk, look, queued = self._kiosk, self._look, Qt.ConnectionType.QueuedConnection
        kiosk.spoken.connect(self.page)
        kiosk.turned.connect(self._leave_page)
        kiosk.said.connect(self.say)
        kiosk.listening.againAsked.connect(self.again)
        kiosk.listening.goOnAsked.connect(self.go_on)
        look.languagesAsked.connect(self.languages)
        look.changed.connect(self._adjust)
        self.failed.connect(self._told, queued)
        self.finished.connect(self._ended, queued)
        self.heard.connect(self._mark, queued)

    # --- what is said

    def page(self, words: str) -> None:
        """A page has come: how to use the voice if it is new, its words whole, where in the visit we are."""
        self._arriving = False
        if self._goes_on:
            self._goes_on = False
            return self._from(self._last, self._place)
        if not self._look.manner.listening:
            return None
        greeting = self._known.greeting() + "\n" if self._greets else ""
        self._greets = False
        where = [self._kiosk.barTitle] if self._kiosk.barTitle != self._title else []
        self._title = self._kiosk.barTitle
        where += [self._kiosk.barLine] if self._kiosk.barLine else []
        return self._say(f"{greeting}{words}\n{'. '.join(where)}", page=len(greeting))

    def say(self, words: str) -> None:
        """Speak `words` in the resident's language, if they are listening."""
        self._say(words)

    def say_aloud(self, words: str, language: str) -> None:
        """Speak `words` in `language` whether or not anybody listens: the team tries the sound."""
        self._start(Said(words, (Passage(words, language),)))

    def again(self) -> None:
        """The last thing that was said once more, the same to the letter (row 4)."""
        self._from(self._last, 0)

    def go_on(self) -> None:
        """Read on from the word at which a key or a touch made it silent."""
        self._goes_on = True
        self._kiosk.closeOverlay()

    def languages(self) -> None:
        """Each language in turn, by its own name in its own voice, whether anybody listens or not."""
        parts = self._known.languages()
        self._start(Said("\n".join(part.text for part in parts), tuple(parts)))

    def name(self, item: QQuickItem) -> None:
        """What a finger has found."""
        self._say(described(item, self._kiosk.words()))

    def silence(self) -> None:
        """Stop, and forget what was still to come."""
        self._left.clear()
        self._number = 0
        self._unmark()
        if self._voice:
            self._voice.stop()

    def _unmark(self) -> None:
        if self._marked:
            self._marked = False
            self._kiosk.listening.marked.emit(-1, 0, "")

    @contextmanager
    def hush(self) -> Iterator[None]:
        """Say nothing meanwhile, whatever happens: somebody's own voice is being recorded."""
        self._hushed += 1
        self.silence()
        try:
            yield
        finally:
            self._hushed -= 1

    def close(self) -> None:
        """End the voice's process. The window has yet to close, and nothing in that begins another."""
        self._hushed += 1
        self._window.removeEventFilter(self)
        if self._voice:
            self._voice.close()
            self._voice = None

    # --- saying it

    def _say(self, words: str, *, page: int = -1) -> None:
        manner = self._look.manner
        if not manner.listening or not words.strip():
            return
        own = self._known.own(manner.language)
        parts = [
            replace(part, at=part.at + at, language=self._known.readable(part.text, part.language))
            for text, language, at in spans_of(words, manner.language)
            for part in passages(text, language, own)
        ]
        said = Said(words, tuple(parts), page)
        if page >= 0 and self._kiosk.page != "listen":
            self._last, self._place = said, 0
        self._start(said)

    def _from(self, said: Said, place: int) -> None:
        """Say the rest of something from `place`, a place in its words."""
        left = [part for part in said.parts if part.at + len(part.text) > place]
        if left and left[0].at < place and left[0].recording is None:
            skip = place - left[0].at
            first = left[0]
            left[0] = Passage(first.text[skip:], first.language, place, slow=first.slow)
        if left and self._look.manner.listening:
            self._start(Said(said.words, tuple(left), said.page))

    def _start(self, said: Said) -> None:
        if self._hushed or self._kiosk.hushed or not said.parts:
            return
        self.silence()
        self._now = said
        self._left.extend(said.parts)
        self._next()

    def _next(self) -> None:
        self._part = self._left.popleft()
        manner = self._look.manner
        if self._voice is None:
            self._voice = self._open_voice(self._listeners())
            self._voice.volume(GAINS[manner.volume - 1])
        slowly = max(RATES[0], manner.rate * SLOWER // 100)
        rate = slowly if self._part.slow else manner.rate
        self._number = self._voice.speak(self._part.text, self._part.language, rate, self._part.recording)

    def _listeners(self) -> Listeners:
        return Listeners(
            started=lambda _number: None,
            word=self.heard.emit,
            finished=self.finished.emit,
            failed=lambda number, code: self.failed.emit(number, code.value),
        )

    def _ended(self, number: int, _whole: bool) -> None:
        if number != self._number:
            return
        self._number = 0
        if self._left:
            self._next()
        else:
            self._unmark()

    def _mark(self, number: int, start: int, length: int) -> None:
        """The word that is heard now is marked on the page, where it is one of the page's own."""
        if number != self._number:
            return
        place = self._part.at + start
        word = self._now.words[place : place + length]
        if self._now.words == self._last.words:
            self._place = place
        if not 0 <= self._now.page <= place:
            self._unmark()
        else:
            before = self._now.words[self._now.page : place]
            units = len(before.encode("utf-16-le")) // 2  # as QML counts
            self._marked = True
            self._kiosk.listening.marked.emit(units, len(word.encode("utf-16-le")) // 2, word)

    # --- what happens meanwhile

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            if isinstance(event, QKeyEvent):
                return self._key(event)
            self.silence()
            self._kiosk.touched()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        speaking = bool(self._number)
        self.silence()
        self._kiosk.touched()
        if event.key() in PAUSE and self._look.manner.listening:
            if not speaking:
                self._from(self._last, self._place)
            return True
        if self._kiosk.page == "welcome" and not self._look.manner.listening and wakes(event):
            self._kiosk.listen()
            return True
        letter = spoken_letter(focused(self._window), event, self._kiosk)
        if letter:
            self.say(letter)
        return False

    def _leave_page(self) -> None:
        self._arriving = True
        self._marked = False

    def _adjust(self) -> None:
        listening = self._look.manner.listening
        if not listening:
            self._greets, self._title = True, ""
            self._last, self._place = SILENCE, 0
            self._told_of.clear()
        if self._look.manner.details != self._details:
            self._details = self._look.manner.details
            if not self._details:
                self._last, self._place = SILENCE, 0  # the page as it was read has them
        if self._voice:
            if not listening:
                self.silence()
            self._voice.volume(GAINS[self._look.manner.volume - 1])

    def _focused(self) -> None:
        """The keys reached a control: say its name, what it is, and how it stands."""
        item = focused(self._window) if not (self._arriving or self._hushed) else None
        if item is not None:
            self._say(described(item, self._kiosk.words()))

    def _told(self, _number: int, code: str) -> None:
        """Why nothing is heard, where it can be seen: once for each cause, not once a sentence."""
        words = self._kiosk.words()
        fault = KioskError(ErrorCode(code), language=words.language)
        self._kiosk.listening.warn(message(fault, words))
        if (code, words.language) not in self._told_of:
            self._told_of.add((code, words.language))
            if not self._kiosk.team.here and (
                fault.code is ErrorCode.NO_SOUND or not voice_for(words.language)
            ):
                self._kiosk.open_over("listen")
