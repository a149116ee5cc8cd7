"""The page of spoken clips: which language, which text, and the recorder."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from kiosk.office.drafts import Drafts, in_use
from kiosk.pack.editing.clips.keep import keep
from kiosk.pack.editing.clips.lines import Line, State, by_need, lines, progress
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.questions.event import around
from kiosk.storage.audit import Role
from kiosk.words import language_of
from ui.behind.backroom import BackRoom
from ui.viewmodels.office.clips import texts
from ui.viewmodels.office.clips.take import LONGEST, Stage, Take
from ui.viewmodels.qt import prop
from ui.viewmodels.question.spoken import minutes
from ui.viewmodels.team.busy import STOP, BusySheetModel
from ui.viewmodels.team.sheet import Choice, Sheet, WordsNow

LANGUAGES, LIST, ONE, EXCEL = "languages", "list", "one", "excel"
FIRST, NAMES, LATER, EARLIER, EVENT = "first", "names", "later", "earlier", "event"
MAIN, AGAIN, OF = "main", "again", "text:"
AT_ONCE = 8  # texts of the list at a time


class ClipsModel(BusySheetModel):
    """Works on the draft that is open in the event editor, and leads back there."""

    role = Role.STAFF
    moved = Signal()

    def __init__(self, room: BackRoom, words: WordsNow) -> None:
        super().__init__(room, words)
        self.take = Take(room.open_recorder, room.hush)
        self.take.changed.connect(self._stage_changed)
        self.take.moved.connect(self.moved)
        self._draft: Draft | None = None
        self._begin()

    def _begin(self) -> None:
        self._step = LANGUAGES
        self._languages: tuple[str, ...] = ()
        self._language = ""
        self._lines: tuple[Line, ...] = ()
        self._from = 0
        self._words_now = ""  # of the text that is recorded

    def enter(self) -> None:
        self._begin()
        self.take.begin()
        self._draft = Drafts(self.room.home, in_use(self.room.home)).current()
        super().enter()
        if self._draft is not None:
            draft = self._draft
            self.work(
                self.words()("Looking through the pack"), lambda _p: around(draft).languages, self._came_in
            )

    def forget(self) -> None:
        self.take.begin()
        super().forget()

    def _came_in(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self.turn()

    # --- what is shown

    @property
    def line(self) -> Line | None:
        """The text that is recorded."""
        return next((line for line in self._lines if line.words == self._words_now), None)

    def shown(self) -> Sheet:
        words = self.words()
        if self._draft is None:
            return texts.no_event(words)
        if self._step == ONE and self.line is not None:
            return self._one(self.line)
        if self._step == EXCEL:
            return texts.for_excel(self._lines, words)
        if self._step == LIST:
            return texts.listed(by_need(self._lines), self._from, self._language, words)
        return Sheet(
            words("Spoken clips"),
            words("Which language? Somebody who speaks it well should record it."),
            choices=[Choice(code, language_of(code).offered_as, leads=True) for code in self._languages],
            back=True,
        )

    def _one(self, line: Line) -> Sheet:
        made, words = bool(self.take.sound), self.words()
        done, of = progress(self._lines)
        counted = texts.counted(done, of, self._language, words)
        english = "" if line.language == "en" else words("In English: {text}", text=line.english) + "\n"
        return replace(
            texts.one(line, self.take.stage, words, had=bool(self.take.had), made=made),
            tail=english + counted,
            back=True,
            forward="" if self.take.busy else texts.onward(words, made=made),
            forward_icon="save" if made else "continue",
            extra=texts.recorder(line, self.take, words),
        )

    def _stage_changed(self) -> None:
        if self._step == ONE:
            self.refresh()

    clock = prop(str, lambda self: self._clock(), notify=moved)
    level = prop(float, lambda self: self.take.level, notify=moved)

    def _clock(self) -> str:
        return f"{minutes(self.take.seconds)} / {minutes(LONGEST)}"

    # --- pressed

    def chose(self, name: str) -> None:
        if self._step == LANGUAGES and name in self._languages:
            return self._read(name)
        return self._open(name.removeprefix(OF)) if self._step == LIST else None

    def acted(self, name: str) -> None:
        take = self.take
        if name == STOP:
            return self.room.jobs.stop()
        if name == EVENT:
            return self.sectionAsked.emit(EVENT)
        if self._step == ONE:
            return self._pressed(name)
        if name in (LATER, EARLIER):
            self._from += AT_ONCE if name == LATER else -AT_ONCE
            return self.turn()
        if name == NAMES:
            return self._to(EXCEL)
        if name == FIRST and self._lines:
            return self._open(by_need(self._lines)[0].words)
        return take.drop()

    def _pressed(self, name: str) -> None:
        take = self.take
        if name == AGAIN:
            return take.record()
        if name != MAIN:
            return None
        if take.busy:
            return take.stop()
        if take.stage in (Stage.MADE, Stage.NO_SOUND) or (take.stage is Stage.READY and take.had):
            return take.listen()
        return take.record()

    def went_on(self) -> None:
        line = self.line
        if self._step != ONE or line is None or self._draft is None:
            return None
        if not self.take.sound:
            return self._next()
        draft, sound, default = self._draft, self.take.sound, self._languages[0]
        self.take.drop()
        return self.work(self.words()("Saving"), lambda _p: keep(draft, line, sound, default), self._kept)

    def _kept(self, _nothing: None) -> None:
        line = self.line
        if line is not None:
            state = State.WAITING if line.by_hand else State.DONE
            kept = replace(line, state=state, places=texts.named(line))
            self._lines = tuple(kept if one.words == line.words else one for one in self._lines)
        self._next()

    def _next(self) -> None:
        """The next text, in the order of a visit, that has no recording; the list when there is none."""
        order = [line.words for line in self._lines]
        after = order.index(self._words_now) + 1 if self._words_now in order else 0
        rest = (*self._lines[after:], *self._lines[:after])
        following = next((line for line in rest if line.state in (State.NONE, State.CHANGED)), None)
        if following is None or following.words == self._words_now:
            return self._to(LIST)
        return self._open(following.words)

    def went_back(self) -> None:
        self.take.begin()
        if self._step == LANGUAGES:
            return self.sectionAsked.emit(EVENT)
        return self._to({LIST: LANGUAGES}.get(self._step, LIST))

    def _read(self, language: str) -> None:
        draft = self._draft
        assert draft is not None

        def came(found: tuple[Line, ...]) -> None:
            self._language, self._lines, self._from = language, found, 0
            self._to(LIST)

        self.work(self.words()("Looking through the pack"), lambda _p: lines(draft, language), came)

    def _open(self, words: str) -> None:
        self._words_now = words
        self._step = ONE
        line = self.line
        if line is None or self._draft is None:
            return self._to(LIST)
        self.take.begin(texts.sound_of(line, self._draft))
        return self._to(ONE)

    def _to(self, step: str) -> None:
        self._step = step
        self.notice = ""
        self.turn()
