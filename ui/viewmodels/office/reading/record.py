"""One record in full: question by question, and what the office has written about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.words import Words, language_of
from ui.viewmodels.team.sheet import Row

if TYPE_CHECKING:
    from exports.office.reading import Reading
    from exports.readable.roles import Part
    from kiosk.storage.kept.records import AnswerSet


def record_rows(words: Words, reading: Reading, part: Part, answers: AnswerSet) -> list[Row]:
    """Every answer in the form's order, then the notes, then what is known of the record itself."""
    return [
        *_answers(words, part, answers),
        *_notes(words, reading, part, answers),
        *_facts(words, part, answers),
    ]


def _answers(words: Words, part: Part, answers: AnswerSet) -> Iterator[Row]:
    from exports.office.reading import said  # noqa: PLC0415 - as above
    from exports.readable.answers import INDEX  # noqa: PLC0415 - tables, once staff read
    from exports.readable.roles import say, words_of  # noqa: PLC0415 - as above
    from kiosk.forms.kinds import Kind  # noqa: PLC0415 - as above

    columns = part.shape.by_path
    for path, value in said(part, answers):
        column = columns.get(INDEX.sub("", path))
        if not value or column is None:
            continue
        label = say(column.label, words.language) or column.name
        if path in answers.recordings:
            yield Row(label, words("A spoken answer"))
        elif column.kind is Kind.TEXT:
            yield Row(label, value, tongue=tongue(words, answers.language))
        else:
            yield Row(label, words_of(column, value, words.language))


def _notes(words: Words, reading: Reading, part: Part, answers: AnswerSet) -> Iterator[Row]:
    from exports.readable.answers import INDEX  # noqa: PLC0415 - tables, once staff read
    from exports.readable.roles import say  # noqa: PLC0415 - as above
    from kiosk.office.annotations import Kind  # noqa: PLC0415 - as above

    columns = part.shape.by_path
    tags = ", ".join(note.values["tag"] for note in reading.notes_of(answers.id, Kind.TAG))
    if tags:
        yield Row(words("Tags"), tags)
    for note in reading.notes.get(answers.id, ()):
        values = note.values
        column = columns.get(INDEX.sub("", values.get("question", "")))
        about = say(column.label, words.language) if column else ""
        match note.kind:
            case Kind.STATUS:
                status = values["status"]
                yield Row(
                    words("Status"), status_words(words)[status], "look" if status == "needs action" else ""
                )
            case Kind.TRANSCRIPT:
                yield Row(_about(words("Written down"), about), values["text"])
            case Kind.TRANSLATION:
                name = (
                    language_of(values["language"]).english
                    if known(values["language"])
                    else values["language"]
                )
                yield Row(_about(words("In {language}", language=name), about), values["text"])
            case Kind.QUOTE:
                yield Row(
                    _about(words("May be quoted"), about), permission_words(words)[values["permission"]]
                )
            case Kind.REDACTION:
                yield Row(_about(words("Hidden when published"), about), values["words"].replace("\n", ", "))
            case _:
                pass


def _facts(words: Words, part: Part, answers: AnswerSet) -> Iterator[Row]:
    """What the record itself says. A language of fewer than 10 people could point at one of them."""
    from exports.readable.answers import RARE  # noqa: PLC0415 - tables, once staff read

    yield Row(words("Day"), answers.day.isoformat())
    if Counter(one.language for one in part.answer_sets)[answers.language] >= RARE:
        yield Row(words("Language"), language_of(answers.language).english)
    if answers.assisted:
        yield Row(words("A helper typed for them"), words("Yes"))
    yield Row(words("Record number"), answers.id)


def _about(name: str, question: str) -> str:
    return f"{name}: {question}" if question else name


def known(language: str) -> bool:
    """Whether the program has this language."""
    from kiosk.words import LANGUAGES  # noqa: PLC0415 - beside what uses it

    return language in LANGUAGES


def tongue(words: Words, language: str) -> str:
    """The language to set words in, where it is not the page's."""
    return language if language != words.language and known(language) else ""


def status_words(words: Words) -> dict[str, str]:
    """What each status is called."""
    return {
        "new": words("New"),
        "read": words("Has been read"),
        "needs action": words("Needs action"),
        "passed on": words("Passed on"),
        "answered": words("Answered"),
        "closed": words("Closed"),
    }


def permission_words(words: Words) -> dict[str, str]:
    """What the office wrote down about quoting."""
    return {"yes": words("Yes"), "no": words("No"), "ask": words("Ask first")}
