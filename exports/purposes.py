"""The tables that cut across activities: what people offer, agreed to, asked to meet about, and proposed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.answers import INDEX, Shape
from exports.table import Table, plain_table
from kiosk.forms.columns import Column
from kiosk.storage.formshelf import KeptForm
from kiosk.storage.ideas import Idea
from kiosk.storage.records import TOLD, AnswerSet

OFFERS = ("KEY", "activity", "day", "kind", "question", "answer", "answer_words")
CONSENTS = (
    "KEY",
    "activity",
    "purpose",
    "organisation",
    "channel",
    "basis",
    "wording",
    "language",
    "version",
    "answer",
    "day",
)
INTRODUCTIONS = ("KEY", "activity", "day", "topic", "answer", "answer_words")
IDEAS = ("KEY", "kind", "text", "language", "status", "backings", "hidden_because")


@dataclass(frozen=True)
class Part:
    """One activity's share: its columns, its answers, and its forms by version."""

    activity: str
    shape: Shape
    answer_sets: Sequence[AnswerSet]
    forms: Mapping[str, KeptForm]


def purpose_tables(parts: Sequence[Part], ideas: Sequence[Idea], backings: Mapping[str, int]) -> list[Table]:
    """The tables offers, consents, introductions and ideas; those without a row are left out."""
    made = [
        plain_table("offers", OFFERS, list(_offers(parts))),
        plain_table("consents", CONSENTS, [*_consents(parts), *_told(parts)]),
        plain_table("introductions", INTRODUCTIONS, list(_introductions(parts))),
        plain_table("ideas", IDEAS, [_idea(idea, backings) for idea in ideas if idea.gone % 2 == 0]),
    ]
    return [table for table in made if table.rows]


def words_of(column: Column, value: str, language: str = "en") -> str:
    """What the choices of `value` say, in `language` or any there is; the value itself otherwise."""
    if not column.choices:
        return value
    labels = (column.choices.get(name, {}) for name in value.split())
    said = (_say(label, language) or name for label, name in zip(labels, value.split(), strict=True))
    return "; ".join(said)


def _offers(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part, answers, column, value in _with_roles(parts):
        if column.role in ("offer", "need"):
            question = _say(column.label, "en") or column.name
            said = words_of(column, value)
            yield answers.id, part.activity, answers.day.isoformat(), column.role, question, value, said


def _introductions(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part, answers, column, value in _with_roles(parts):
        role, _, topic = column.role.partition(":")
        if role == "intro":
            yield answers.id, part.activity, answers.day.isoformat(), topic, value, words_of(column, value)


def _consents(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """Exactly the words that were shown, as the record keeps them; the form's where it kept none."""
    for part, answers, column, value in _with_roles(parts):
        role, _, purpose = column.role.partition(":")
        if role != "consent":
            continue
        form = part.forms.get(answers.form_version)
        consent = form.consents.get(purpose, {}) if form else {}
        shown = answers.notes.get("consents", {}).get(purpose, {})
        words = str(shown.get("words") or _say(consent.get("words", {}), answers.language))
        version = str(shown.get("version") or hashlib.sha256(words.encode(errors="replace")).hexdigest()[:8])
        about = (str(consent.get(name, "")) for name in ("organisation", "channel", "basis"))
        told = str(shown.get("language") or answers.language)
        yield answers.id, part.activity, purpose, *about, words, told, version, value, answers.day.isoformat()


def _told(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """What was told and not asked, because it rests on another basis than consent."""
    for part in parts:
        for answers in part.answer_sets:
            for purpose, shown in answers.notes.get("consents", {}).items():
                if shown.get("answer") == TOLD:
                    about = (str(shown.get(name, "")) for name in ("organisation", "channel", "basis"))
                    said = (str(shown.get(name, "")) for name in ("words", "language", "version"))
                    yield answers.id, part.activity, purpose, *about, *said, TOLD, answers.day.isoformat()


def _with_roles(parts: Sequence[Part]) -> Iterator[tuple[Part, AnswerSet, Column, str]]:
    for part in parts:
        columns = {path: column for path, column in part.shape.by_path.items() if column.role}
        for answers in part.answer_sets:
            for path, value in answers.answers.items():
                column = columns.get(INDEX.sub("", path))
                if column and value:
                    yield part, answers, column, value


def _idea(idea: Idea, backings: Mapping[str, int]) -> tuple[str, ...]:
    taps = str(backings.get(idea.id, 0))
    return idea.id, idea.kind, idea.text, idea.language, idea.status, taps, idea.hidden_because


def _say(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get("en") or next(iter(words.values()), "")
