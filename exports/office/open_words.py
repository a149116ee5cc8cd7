"""Free text, question by question: who wrote or said what, and what the office has made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.office.reading import Place, Reading
from exports.readable.answers import INDEX
from exports.readable.redacted import hidden_words, words_in
from exports.readable.roles import say
from kiosk.forms.columns import Column
from kiosk.forms.kinds import Kind
from kiosk.office.annotations import Kind as Note
from kiosk.storage.kept.records import AnswerSet

OPEN = frozenset({Kind.TEXT, Kind.AUDIO})
PRIVATE = ("detail:", "consent:", "profile:")  # who somebody is: in the sign-ups, not here


@dataclass(frozen=True)
class OpenQuestion:
    """A question that people answer in words of their own."""

    place: Place
    column: Column
    answered: int
    untagged: int

    def label(self, language: str) -> str:
        return say(self.column.label, language) or self.column.name


@dataclass(frozen=True)
class Said:
    """One answer in words. `path` is its own; `sound` is MP3, empty where it was written."""

    answers: AnswerSet
    path: str
    text: str
    sound: bytes = b""

    @property
    def record_id(self) -> str:
        return self.answers.id


def open_questions(reading: Reading) -> list[OpenQuestion]:
    """Every question that anybody has answered in words, in the order of its form."""
    found = []
    for place, part in sorted(reading.parts.items()):
        for column in part.shape.columns:
            if column.kind not in OPEN or column.role.startswith(PRIVATE):
                continue
            answers = said_to(reading, place, column)
            untagged = sum(not reading.notes_of(one.record_id, Note.TAG) for one in answers)
            if answers:
                found.append(OpenQuestion(place, column, len(answers), untagged))
    return found


def said_to(reading: Reading, place: Place, column: Column) -> list[Said]:
    """What was said to a question, by record; each time round of a repeat by itself."""
    found = []
    for answers in reading.parts[place].answer_sets:
        for path, value in answers.answers.items():
            if value and (path == column.path or ("[" in path and INDEX.sub("", path) == column.path)):
                sound = answers.recordings.get(path, b"")
                found.append(Said(answers, path, "" if sound else value, sound))
    return found


@dataclass(frozen=True)
class Made:
    """What the office wrote about one answer; the tags and the status are those of the whole record."""

    tags: Sequence[str] = ()
    status: str = ""
    transcript: str = ""
    translations: Sequence[tuple[str, str]] = ()  # language, text
    permission: str = ""
    hidden: Sequence[str] = ()


def made_of(reading: Reading, said: Said) -> Made:
    """The notes on this answer."""

    def at(kind: Note, name: str) -> list[str]:
        notes = reading.notes_of(said.record_id, kind)
        return [note.values[name] for note in notes if note.values.get("question") == said.path]

    translated = [
        (note.values["language"], note.values["text"])
        for note in reading.notes_of(said.record_id, Note.TRANSLATION)
        if note.values["question"] == said.path
    ]
    hidden = [
        word
        for note in reading.notes_of(said.record_id, Note.REDACTION)
        if note.values["question"] == said.path
        for word in hidden_words(note)
    ]
    return Made(
        tags=[note.values["tag"] for note in reading.notes_of(said.record_id, Note.TAG)],
        status=next((n.values["status"] for n in reading.notes_of(said.record_id, Note.STATUS)), ""),
        transcript=next(iter(at(Note.TRANSCRIPT, "text")), ""),
        translations=translated,
        permission=next(iter(at(Note.QUOTE, "permission")), ""),
        hidden=hidden,
    )


def words_to_hide(said: Said, made: Made) -> tuple[str, ...]:
    """Every word that could be hidden: of the answer, of what was written down of it, and of its
    translations; and those that are hidden already.
    """
    texts = [said.text, made.transcript, *(text for _, text in made.translations)]
    found = [word for text in texts for word in words_in(text)]
    return tuple(dict.fromkeys([*found, *made.hidden]))
