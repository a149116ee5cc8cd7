"""In their own words: a question's answers one by one, with what the office makes of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ui.viewmodels.office.reading.noting import (
    HIDE,
    NEW_TAG,
    QUOTE,
    STATUS,
    TRANSLATE,
    WORDS,
    WRITE,
    NotingModel,
)
from ui.viewmodels.office.reading.record import permission_words, status_words, tongue
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from exports.office.open_words import Made, OpenQuestion, Said

WHICH, MORE = "which", "more"
NEEDS_ACTION = "needs action"
TAG = "tag:"
PLAY, PREVIOUS = "play", "previous"


class OwnWordsModel(NotingModel):
    """Which question, then its answers; the pages behind an answer are those of `NotingModel`."""

    first = WHICH

    def clear(self) -> None:
        super().clear()
        self._questions: list[OpenQuestion] = []
        self._question: OpenQuestion | None = None

    def opened(self) -> None:
        from exports.office.open_words import open_questions  # noqa: PLC0415 - tables, once staff read

        reading = self.reading
        self.work_out(lambda: open_questions(reading), self._found)

    def _found(self, questions: list[OpenQuestion]) -> None:
        self._questions = questions

    # --- what is shown

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {WHICH: self._which, WORDS: self._words, MORE: self._more, **self.noting_pages()}

    def _which(self) -> Sheet:
        words, reading = self.words(), self.reading
        choices = [
            Choice(
                str(place),
                one.label(words.language),
                " · ".join(
                    (
                        reading.title(one.place).say(words.language, "en"),
                        words.plural("{count} answer", "{count} answers", one.answered),
                        words("Without a tag: {count}", count=one.untagged),
                    )
                ),
            )
            for place, one in enumerate(self._questions)
        ]
        text = words("Nobody has written or spoken words of their own yet.") if not choices else ""
        return Sheet(words("In their own words"), text, choices=choices)

    def _words(self) -> Sheet:
        words, said, made = self.words(), self.now_said, self.made
        assert self._question is not None
        place = words("{count} of {of}", count=self.at + 1, of=len(self.said_all))
        text = said.text or made.transcript or words("A spoken answer. Play it, then write it down.")
        own = said.text and tongue(words, said.answers.language)
        tags = [Choice(TAG + tag, tag, chosen=tag in made.tags, several=True) for tag in self.reading.tags()]
        urgent = Choice(NEEDS_ACTION, words("Needs action"), chosen=made.status == NEEDS_ACTION, several=True)
        return Sheet(
            self._question.label(words.language),
            text,
            rows=self._made_rows(made),
            choices=[*tags, urgent],
            actions=self._ways(),
            tail=place,
            back=True,
            side=words("Next"),
            forward=words("Next without a tag"),
            tongue=own or "",
        )

    def _made_rows(self, made: Made) -> list[Row]:
        from kiosk.words import language_of  # noqa: PLC0415 - as with what it names

        words = self.words()
        rows = []
        if made.status and made.status != NEEDS_ACTION:
            rows.append(Row(words("Status"), status_words(words)[made.status]))
        if made.transcript and self.now_said.text:
            rows.append(Row(words("Written down"), made.transcript))
        rows += [
            Row(words("In {language}", language=language_of(code).english), text, tongue=tongue(words, code))
            for code, text in made.translations
        ]
        if made.permission:
            rows.append(Row(words("May be quoted"), permission_words(words)[made.permission]))
        if made.hidden:
            rows.append(Row(words("When published"), self.published(made)))
        return rows

    def _ways(self) -> list[Action]:
        words = self.words()
        ways = [
            Action(NEW_TAG, words("New tag"), "plus"),
            Action(MORE, words("Work on it"), "change"),
        ]
        if self.now_said.sound:
            playing = words("Stop playing") if self.playing else words("Play")
            ways.insert(0, Action(PLAY, playing, "stop" if self.playing else "play"))
        return ways

    def _more(self) -> Sheet:
        words, made = self.words(), self.made
        ways = [
            Choice(HIDE, words("Hide names"), ", ".join(made.hidden)),
            Choice(TRANSLATE, words("Translate"), ", ".join(code for code, _ in made.translations)),
            Choice(QUOTE, words("May it be quoted?"), permission_words(words).get(made.permission, "")),
            Choice(STATUS, words("Status"), status_words(words).get(made.status, "")),
        ]
        if self.now_said.sound:
            ways.insert(0, Choice(WRITE, words("Write it down"), made.transcript[:80]))
        back = Action(PREVIOUS, words("Previous answer"), "up")
        return Sheet(words("Work on it"), choices=ways, actions=[back], back=True)

    # --- pressed

    def chose(self, name: str) -> None:
        if self.step == WHICH:
            return self._take(self._questions[int(name)])
        if self.step == WORDS:
            if name == NEEDS_ACTION:
                return self.mark_urgent()
            return self.turn_tag(name.removeprefix(TAG))
        if self.step == MORE:
            return self.begin_note(name)
        return self.noted(name)

    def _take(self, question: OpenQuestion) -> None:
        from exports.office.open_words import said_to  # noqa: PLC0415 - tables, once staff read

        reading = self.reading
        self.work_out(
            lambda: said_to(reading, question.place, question.column),
            lambda said: self._taken(question, said),
        )

    def _taken(self, question: OpenQuestion, said: list[Said]) -> None:
        self._question, self.said_all, self.at = question, said, 0
        self.go(WORDS)

    def did(self, name: str) -> None:
        if name == PLAY:
            return self.play()
        if name == PREVIOUS:
            self.back_to(WORDS)
            return self.leafed(PREVIOUS)
        if name == MORE:
            return self.go(MORE)
        return self.begin_note(name)

    def went_on(self) -> None:
        if self.step == WORDS:
            return self._next_untagged()
        return self.keep_note()

    def went_aside(self) -> None:
        if self.step == WORDS:
            self.leafed("next")

    def went_back(self) -> None:
        if self.step == WORDS:
            self.hush()
            self.opened()
        super().went_back()

    def leafed(self, way: str) -> None:
        """PgUp and PgDn, Home and End, as in every table of the office."""
        if self.step == WORDS:
            last = len(self.said_all) - 1
            to = {"first": 0, "previous": max(0, self.at - 1), "next": min(last, self.at + 1), "last": last}
            self._show(to[way])

    def _next_untagged(self) -> None:
        from kiosk.office.annotations import Kind  # noqa: PLC0415 - storage, once staff read

        count = len(self.said_all)
        order = [(self.at + step) % count for step in range(1, count + 1)]
        for place in order:
            if not self.reading.notes_of(self.said_all[place].record_id, Kind.TAG):
                return self._show(place)
        return self.tell(self.words()("Every answer here has a tag."))

    def _show(self, place: int) -> None:
        self.hush()
        self.at = place
        self.to(WORDS)
