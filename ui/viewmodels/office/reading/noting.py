"""What the office writes about one answer: tags, hidden words, translations, a transcript, a status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from kiosk.words import LANGUAGES, language_of
from ui.viewmodels.office.reading.base import ReadingModel
from ui.viewmodels.office.reading.record import known, permission_words, status_words, tongue
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from exports.office.open_words import Made, Said
    from kiosk.office.annotations import Kind
    from ui.viewmodels.question.speaking import Takes

NEW_TAG, HIDE, TRANSLATE, WRITE, QUOTE, STATUS = "new-tag", "hide", "translate", "write", "quote", "status"
WORDS = "words"  # the step that they all come back to
TEXT = "text"
LOUD = 1.0
NOTES = (NEW_TAG, HIDE, TRANSLATE, WRITE, QUOTE, STATUS)


class NotingModel(ReadingModel):
    """Works on `now_said`. Each note is sealed and kept as it is made."""

    playedOut = Signal()  # from the recorder's thread

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._recorder: Takes | None = None
        self.playedOut.connect(self._played)
        self.clear()

    def clear(self) -> None:
        """Nothing of any answer stays here."""
        self.said_all: list[Said] = []
        self.at = 0
        self.playing = False
        self._hidden: set[str] = set()
        self._language = ""

    def forget(self) -> None:
        self.hush()
        self.clear()
        super().forget()

    # --- the answer that is worked on

    @property
    def now_said(self) -> Said:
        return self.said_all[self.at]

    @property
    def made(self) -> Made:
        from exports.office.open_words import made_of  # noqa: PLC0415 - tables, once staff read

        return made_of(self.reading, self.now_said)

    def published(self, made: Made, hidden: Sequence[str] | None = None) -> str:
        """The answer as it may be published."""
        from exports.readable.redacted import redacted  # noqa: PLC0415 - tables, once staff read

        return redacted(made.transcript or self.now_said.text, made.hidden if hidden is None else hidden)

    def _annotate(self, kind: str, **values: str) -> None:
        from kiosk.office.annotations import Kind, annotate  # noqa: PLC0415 - storage, once staff read

        room, said = self.room, self.now_said
        facts = {"question": said.path, **values}
        annotate(room.store, room.readings.secret, said.record_id, Kind(kind), facts, room.clock)
        self.reading.renote(room.store, room.readings.secret, said.record_id)

    def _take_out(self, kind: Kind, fits: Callable[[Mapping[str, str]], bool]) -> None:
        from kiosk.office.annotations import take_out  # noqa: PLC0415 - storage, once staff read

        room, record = self.room, self.now_said.record_id
        take_out(
            room.store,
            [note.id for note in self.reading.notes_of(record, kind) if fits(note.values)],
            room.clock,
        )
        self.reading.renote(room.store, room.readings.secret, record)

    # --- one press

    def turn_tag(self, tag: str) -> None:
        """On where it is off, and off where it is on."""
        from kiosk.office.annotations import Kind  # noqa: PLC0415 - storage, once staff read

        if tag in self.made.tags:
            self._take_out(Kind.TAG, lambda values: values["tag"] == tag)
        else:
            self._annotate("tag", tag=tag)
        self.refresh()

    def mark_urgent(self) -> None:
        """Needs action, or no longer: then it has been read."""
        self._annotate("status", status="read" if self.made.status == "needs action" else "needs action")
        self.refresh()

    # --- hearing a spoken answer: it goes to the loudspeaker out of memory

    def play(self) -> None:
        """Play it, or stop."""
        from kiosk.recording.recorder import Listeners  # noqa: PLC0415 - few answers are spoken
        from kiosk.recording.sound import Recording  # noqa: PLC0415 - as above

        if self.playing or self.room.open_recorder is None:
            self.hush()
            return self.refresh()
        if self._recorder is None:
            listeners = Listeners(
                lambda _job: None,
                lambda _job, _seconds, _level: None,
                lambda _job, _recording: self.playedOut.emit(),
                lambda _job: self.playedOut.emit(),
            )
            self._recorder = self.room.open_recorder(listeners)
        self._recorder.play(Recording(self.now_said.sound, 0.0), LOUD)
        self.playing = True
        return self.refresh()

    def hush(self) -> None:
        """Nothing plays any more."""
        if self._recorder:
            self._recorder.drop()
        self.playing = False

    def _played(self) -> None:
        if self.playing:
            self.playing = False
            self.refresh()

    # --- the pages behind an answer

    def noting_pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """The steps of each kind of note."""
        return {
            NEW_TAG: self._new_tag, HIDE: self._hide, TRANSLATE: self._translate, WRITE: self._write,
            QUOTE: self._quote, STATUS: self._status,
        }  # fmt: skip

    def begin_note(self, kind: str) -> None:
        """Its page, with what was written before."""
        if kind not in NOTES:
            return
        made, words = self.made, self.words()
        self._hidden = set(made.hidden)
        self._language = words.language
        before = {WRITE: made.transcript, TRANSLATE: dict(made.translations).get(self._language, "")}
        self.typed[TEXT] = before.get(kind, "")
        self.go(kind)

    def _new_tag(self) -> Sheet:
        words = self.words()
        field = Field(TEXT, words("A word or two that other answers could have too"))
        return self._asking(words("New tag"), "", field)

    def _write(self) -> Sheet:
        words = self.words()
        text = words("Write down what was said, word for word.")
        way = Action("play", words("Stop playing") if self.playing else words("Play"), "play")
        return self._asking(
            words("Write it down"), text, Field(TEXT, words("What was said"), lines=True), way
        )

    def _asking(self, heading: str, text: str, field: Field, *ways: Action) -> Sheet:
        words = self.words()
        return Sheet(
            heading, text, fields=[field], actions=ways, back=True, forward=words("Save"), forward_icon="save"
        )

    def _translate(self) -> Sheet:
        words, said = self.words(), self.now_said
        name = language_of(self._language).english
        choices = [
            Choice(code, language_of(code).offered_as, chosen=code == self._language) for code in LANGUAGES
        ]
        return Sheet(
            words("Translate"),
            said.text or self.made.transcript,
            fields=[Field(TEXT, words("In {language}", language=name), lines=True)],
            choices=choices,
            back=True,
            forward=words("Save"),
            forward_icon="save",
            tongue=tongue(words, said.answers.language),
        )

    def _hide(self) -> Sheet:
        from exports.office.open_words import words_to_hide  # noqa: PLC0415 - tables, once staff read

        words, made = self.words(), self.made
        ticks = [
            Choice(word, word, chosen=word in self._hidden, several=True)
            for word in words_to_hide(self.now_said, made)
        ]
        return Sheet(
            words("Hide names"),
            self.published(made, sorted(self._hidden)) or words("Write down or translate the answer first."),
            choices=ticks,
            tail=words("The answer stays as it is, sealed. What is published is without these words."),
            back=True,
            forward=words("Save") if ticks else "",
            forward_icon="save",
            tongue=tongue(words, self.now_said.answers.language) if self.now_said.text else "",
            extra={"columns": 4},
        )

    def _quote(self) -> Sheet:
        words, now = self.words(), self.made.permission
        choices = [Choice(one, name, chosen=one == now) for one, name in permission_words(words).items()]
        text = words("What you write down here counts before what the person said in the form.")
        return Sheet(words("May it be quoted?"), text, choices=choices, back=True)

    def _status(self) -> Sheet:
        words, now = self.words(), self.made.status
        choices = [Choice(one, name, chosen=one == now) for one, name in status_words(words).items()]
        return Sheet(words("Status"), choices=choices, back=True)

    # --- kept

    def noted(self, name: str) -> None:
        """A choice was pressed on one of these pages."""
        if self.step == HIDE:
            self._hidden ^= {name}
            return self.refresh()
        if self.step == TRANSLATE:
            if known(name):
                self._language = name
                self.typed[TEXT] = dict(self.made.translations).get(name, "")
            return self.turn()
        if self.step == QUOTE:
            self._annotate("quote", permission=name)
        elif self.step == STATUS:
            self._annotate("status", status=name)
        return self.back_to(WORDS)

    def typed_in(self, field_id: str) -> None:
        if self.step == NEW_TAG and self.written(field_id).strip():
            self.keep_note()

    def keep_note(self) -> None:
        """What was typed or ticked is kept; nothing typed takes an earlier one out."""
        from kiosk.office.annotations import Kind  # noqa: PLC0415 - storage, once staff read

        said, text = self.now_said, self.written(TEXT).strip()
        here = {"question": said.path}
        if self.step == NEW_TAG:
            self._annotate("tag", tag=text)
        elif self.step == HIDE and self._hidden:
            self._annotate("redaction", words="\n".join(sorted(self._hidden)))
        elif self.step == HIDE:
            self._take_out(Kind.REDACTION, lambda values: values["question"] == said.path)
        elif self.step == WRITE and text:
            self._annotate("transcript", text=text)
        elif self.step == WRITE:
            self._take_out(Kind.TRANSCRIPT, lambda values: values["question"] == said.path)
        elif self.step == TRANSLATE and text:
            self._annotate("translation", language=self._language, text=text)
        elif self.step == TRANSLATE:
            here["language"] = self._language
            self._take_out(Kind.TRANSLATION, lambda values: here.items() <= values.items())
        self.typed.clear()
        self.hush()
        self.back_to(WORDS)
